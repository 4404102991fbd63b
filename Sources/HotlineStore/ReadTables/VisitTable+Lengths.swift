import HotlineDomain

/// Lengths of a visit where they lie, each as `VisitFacts` tells it. Null where
/// the clocks contradict each other: nobody knows it.
extension VisitTable {
    /// None for who was refused; null while it lasts.
    static let wait = """
        CASE WHEN ending = 'refused' THEN 0 WHEN \(isKnown("offered_at", "left_at", "left_clock_set"))
        THEN CASE WHEN left_at < offered_at THEN 0 ELSE left_at - offered_at END END
        """

    /// With hold and wrap-up; no talk is shorter than its hold.
    static let handled = """
        CASE WHEN \(isKnown("left_at", "talk_ended_at", "talk_clock_set"))
        THEN CASE WHEN talk_ended_at - left_at > held_ms THEN talk_ended_at - left_at ELSE held_ms END + wrap_ms END
        """

    /// By the rule of `VisitFacts.Stamp`; null, and so not known, where one of them is.
    private static func isKnown(_ start: String, _ end: String, _ clockWasSet: String) -> String {
        "\(clockWasSet) = 0 AND \(end) - \(start) >= -\(VisitFacts.Stamp.leeway.milliseconds)"
    }
}
