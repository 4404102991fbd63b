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

    public init(
        code: String, name: String, services: [String] = [], projects: [String] = [],
        calendar: WindowLength = .quarter, dueDay: Int = 15, language: String = "en", families: [FamilyName] = [],
        indicators: [DonorIndicator] = [], iatiActivity: String? = nil, iatiOrganisation: String? = nil
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
    }
}

/// A figure a donor asked for, in the donor's own words.
public struct DonorIndicator: Hashable, Sendable, Codable {
    /// The hotline's code, `assisted`.
    public var code: String
    /// The number it has in the donor's logical framework, `1.2`.
    public var donorsCode: String?
    /// By language; one that is missing is said in English.
    public var wording: [String: String]
    public var unit: Unit
    public var baseline: Int?
    /// For the project year.
    public var target: Int?
    public var source: Source

    public init(
        code: String, donorsCode: String? = nil, wording: [String: String], unit: Unit = .number,
        baseline: Int? = nil, target: Int? = nil, source: Source
    ) {
        self.code = code
        self.donorsCode = donorsCode
        self.wording = wording
        self.unit = unit
        self.baseline = baseline
        self.target = target
        self.source = source
    }

    public enum Unit: String, Sendable, Codable, CaseIterable, Hashable {
        case number, calls, cases, referrals, services, persons
    }

    /// Where the figure comes from.
    public enum Source: Hashable, Sendable, Codable {
        /// The hotline's own counts, all of them or those of one code.
        case counted(Measure, of: Filter?)
        /// An indicator of the register, by its code: figures of others.
        case register(String)
    }

    public struct Filter: Hashable, Sendable, Codable {
        public var dimension: Dimension
        public var code: String
        public init(_ dimension: Dimension, _ code: String) {
            self.dimension = dimension
            self.code = code
        }
    }
}
