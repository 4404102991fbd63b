import HotlineDomain

/// How many returns were asked for and how many came: a figure without the
/// territories that said nothing would be a figure of those that did.
public struct ReturnFigures: Hashable, Sendable {
    public let received: Int
    /// It is known that nothing will come.
    public let none: Int
    public let missing: Int
    /// Codes of territories, in the order of the alphabet.
    public let silent: [String]

    public var ofExpected: Share { Share(received, of: received + none + missing) }
    /// Those that did not come and those that never will: a territory may owe several.
    public var outstanding: Share { Share(none + missing, of: received + none + missing) }

    /// Nil where nobody was asked.
    init?(_ months: [ClosedMonth]) {
        let rows = months.flatMap { $0.figures(.returns) }
        func sum(_ state: String) -> Int {
            rows.filter { $0["state"] == state }.reduce(0) { $0 + ($1.value.number ?? 0) }
        }
        received = sum("in")
        none = sum("none")
        missing = sum("missing")
        silent = Set(rows.filter { $0["state"] != "in" }.compactMap { $0["territory"] }).sorted()
        if received + none + missing == 0 { return nil }
    }
}
