import HotlineDomain

/// For how many calls an attribute was recorded, and for how many of those it
/// was recorded that nobody knows.
public struct Recorded: Hashable, Sendable {
    public let dimension: Dimension
    public let share: Share
    public let unknown: Int

    /// What an operator is expected to ask for.
    public static let attributes: [Dimension] = [.country, .language, .topic, .caller, .heard, .outcome]

    init(_ dimension: Dimension, _ counts: PeriodReport) {
        self.dimension = dimension
        let breakdown = counts[dimension]
        let missing = breakdown?[CountKey.notRecorded]?.calls ?? 0
        share = Share(counts.funnel.calls - missing, of: counts.funnel.calls)
        unknown = breakdown?["unknown"]?.calls ?? 0
    }
}
