import HotlineDomain

/// open at start + opened + reopened - closed - merged = open at end
public struct CaseBalance: Hashable, Sendable {
    public let period: Period
    public let openAtStart: Int
    public let opened: Int
    public let reopened: Int
    public let closed: Int
    /// Found to be the same as another.
    public let merged: Int
    public let openAtEnd: Int

    /// The months of the period in their order; refuses one that does not add
    /// up, and one that does not begin with what the one before it ended with.
    init(_ months: [ClosedMonth], _ period: Period) throws(Refusal) {
        let parts = months.map { CaseBalance($0) }
        for (place, part) in parts.enumerated() {
            let before = place > 0 ? parts[place - 1].openAtEnd : part.openAtStart
            guard part.isReconciled, part.openAtStart == before else {
                throw Refusal(
                    PackRule.balance,
                    ["month": part.period.name, "found": part.sum(startingWith: before), "end": "\(part.openAtEnd)"])
            }
        }
        self.period = period
        openAtStart = parts.first?.openAtStart ?? 0
        opened = parts.reduce(0) { $0 + $1.opened }
        reopened = parts.reduce(0) { $0 + $1.reopened }
        closed = parts.reduce(0) { $0 + $1.closed }
        merged = parts.reduce(0) { $0 + $1.merged }
        openAtEnd = parts.last?.openAtEnd ?? 0
    }

    private init(_ month: ClosedMonth) {
        func step(_ name: String) -> Int { month.count(.balance, [TidyKey("step", name)]) }
        period = month.period
        openAtStart = step("open_at_start")
        opened = step("opened")
        reopened = step("reopened")
        closed = step("closed")
        merged = step("merged")
        openAtEnd = step("open_at_end")
    }

    private var isReconciled: Bool { openAtStart + opened + reopened - closed - merged == openAtEnd }

    /// `3 + 2 + 0 - 1 - 0`
    private func sum(startingWith start: Int) -> String {
        "\(start) + \(opened) + \(reopened) - \(closed) - \(merged)"
    }

    /// The steps by name, in the order of the formula.
    public var steps: [(name: String, n: Int)] {
        [
            ("open_at_start", openAtStart), ("opened", opened), ("reopened", reopened), ("closed", closed),
            ("merged", merged), ("open_at_end", openAtEnd),
        ]
    }
}
