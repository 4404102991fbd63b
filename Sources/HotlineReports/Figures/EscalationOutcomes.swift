import HotlineDomain

/// What became of the SOS of a period, by the date of the SOS: every outcome
/// of the list, also those nothing ended in, and `open` for those without one yet.
public struct EscalationOutcomes: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let outcome: String
        public let n: Int
    }

    /// In the order of the list, `open` last.
    public let lines: [Line]

    public static let open = "open"

    public init(_ period: Period, from counts: CountSource) throws {
        let found = try counts(.escalations, .outcome, period)
        let listed = CodeLists.list(.escalationOutcome).codes.map(\.code)
        // A code of a later release of the list is shown, not dropped.
        let others = found.keys.filter { !listed.contains($0) && $0 != EscalationOutcomes.open }.sorted()
        lines = (listed + others + [EscalationOutcomes.open]).map { Line(outcome: $0, n: found[$0] ?? 0) }
    }

    public var open: Int { self[EscalationOutcomes.open] }
    public var total: Int { lines.reduce(0) { $0 + $1.n } }
    public subscript(outcome: String) -> Int { lines.first { $0.outcome == outcome }?.n ?? 0 }
}
