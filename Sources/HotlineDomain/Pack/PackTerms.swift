/// All a pack is made from but the closed months: as the hotline and the donor
/// were set up when it was first given. A later setting changes later packs only.
public struct PackTerms: Hashable, Sendable, Codable {
    public var hotlineCode: String
    public var hotlineName: String
    /// 1 ... 12.
    public var projectYearStartMonth: Int
    public var donor: Donor
    /// The day the hotline began: no month before it is missed.
    public var since: BusinessDate
    public var thresholds: Thresholds
    /// What the hotline publishes by, to whomever.
    public var families: [Family]
    /// As they were called then: a line that is renamed leaves this pack as it is.
    public var names: PackNames
    public var answerTargetSeconds: Int
    public var shortAbandonSeconds: Int

    public init(
        hotlineCode: String, hotlineName: String, projectYearStartMonth: Int, donor: Donor, since: BusinessDate,
        thresholds: Thresholds, families: [Family], names: PackNames = PackNames(), answerTargetSeconds: Int,
        shortAbandonSeconds: Int
    ) {
        self.hotlineCode = hotlineCode
        self.hotlineName = hotlineName
        self.projectYearStartMonth = projectYearStartMonth
        self.donor = donor
        self.since = since
        self.thresholds = thresholds
        self.families = families
        self.names = names
        self.answerTargetSeconds = answerTargetSeconds
        self.shortAbandonSeconds = shortAbandonSeconds
    }
}
