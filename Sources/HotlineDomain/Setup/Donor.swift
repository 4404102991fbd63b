/// Somebody who pays for a part of the hotline's work and is told, period by
/// period, what came of it.
public struct Donor: Hashable, Sendable, Codable {
    /// `sdc`: also the fund that a service received was paid from.
    public var code: String
    public var name: String
    /// Codes of the services it pays for; none: the work as a whole.
    public var services: [String]
    /// Numbers of its projects, as the donor writes them.
    public var projects: [String]
    /// How long the periods are that it is told about.
    public var calendar: WindowLength
    /// The day of the month after a period by which it wants to be told, 1 ... 28.
    public var dueDay: Int
    /// `en`, `ro` or `ru`: what its pack speaks, whatever the screens speak.
    public var language: String
    /// What its pack shows calls, services and people by; none: everything the hotline publishes.
    public var families: [FamilyName]
    public var indicators: [DonorIndicator]
    /// The activity's identifier in the register of the International Aid Transparency
    /// Initiative, and that of the organisation that runs the hotline; nil: it has none there.
    public var iatiActivity: String?
    public var iatiOrganisation: String?
    /// The first and the last day it is told about; nil: from the beginning, until further notice.
    public var since: BusinessDate?
    public var until: BusinessDate?

    public static let dueDays = 1...28
    public static let languages = ["en", "ro", "ru"]

    public init(
        code: String, name: String, services: [String] = [], projects: [String] = [],
        calendar: WindowLength = .quarter, dueDay: Int = 15, language: String = "en", families: [FamilyName] = [],
        indicators: [DonorIndicator] = [], iatiActivity: String? = nil, iatiOrganisation: String? = nil,
        since: BusinessDate? = nil, until: BusinessDate? = nil
    ) {
        self.code = code
        self.name = name
        self.services = services
        self.projects = projects
        self.calendar = calendar
        self.dueDay = dueDay
        self.language = language
        self.families = families
        self.indicators = indicators
        self.iatiActivity = iatiActivity
        self.iatiOrganisation = iatiOrganisation
        self.since = since
        self.until = until
    }
}
