import HotlineDomain

/// What a pack is made from while it is read. Its open months are counted one
/// by one, so that whoever counts has time for something else between two.
public struct PackReading: Sendable {
    public let order: PackOrder
    private let open: [Period]
    private var counted: [ClosedMonth] = []

    /// - Parameter isDraft: whether months may be open. Otherwise refuses one that is.
    public init(_ order: PackOrder, isDraft: Bool) throws(Refusal) {
        self.order = order
        open = order.openMonths
        if !isDraft, let month = open.first {
            throw Refusal(PackRule.monthOpen, ["month": month.name, "period": order.period.name])
        }
    }

    /// The month to be counted next; nil when everything is read.
    public var next: Period? { done < of ? open[done] : nil }
    public var done: Int { counted.count }
    /// So many months are open.
    public var of: Int { open.count }

    public mutating func take(_ month: ClosedMonth) { counted.append(month) }

    /// Everything at once. `count`: an open month, as of now.
    public mutating func finish(counting count: (Period) throws -> ClosedMonth) rethrows {
        while let next { take(try count(next)) }
    }

    /// The pack, made of what was read alone: any thread may make it.
    public func pack(asDraft: Bool) throws -> MadePack {
        try asDraft ? order.draft { try month($0) } : order.pack()
    }

    public func preview(on today: BusinessDate) throws -> PackPreview {
        try PackPreview(order, on: today) { try month($0) }
    }

    private func month(_ period: Period) throws(Refusal) -> ClosedMonth {
        guard let month = counted.first(where: { $0.period == period }) else {
            throw Refusal(PackRule.monthOpen, ["month": period.name, "period": order.period.name])
        }
        return month
    }
}
