import HotlineDomain

/// Calls of a month by class: public by declaration, exact at any size, and
/// told by no other attribute (DISCLOSURE.md, "headline").
public struct MonthHeadline: Hashable, Sendable {
    public let month: Period
    /// Every class, in the order of the list.
    public let classes: [(code: String, calls: Int)]

    public static let codes = CodeLists.list(.callClass).codes.map(\.code)
    public static let sos = "sos"
    /// Every class but SOS, as one group of `data.csv`.
    public static let others = codes.filter { $0 != sos }.sorted().joined(separator: "+")

    init(_ closed: ClosedMonth) throws(Refusal) {
        month = closed.period
        let counts = closed.counts(.calls, by: Dimension.class.rawValue)
        classes = MonthHeadline.codes.map { ($0, counts[$0] ?? 0) }
        let (total, sos) = (closed.count(.calls), closed.count(.sos))
        guard calls == total, self.sos == sos else {
            throw Refusal(
                PackRule.countsDisagree,
                [
                    "attribute": Dimension.class.rawValue, "period": month.name, "sum": String(calls),
                    "of": String(total),
                ])
        }
    }

    public var calls: Int { classes.reduce(0) { $0 + $1.calls } }
    public var sos: Int { self[MonthHeadline.sos] }
    public subscript(code: String) -> Int { classes.first { $0.code == code }?.calls ?? 0 }

    public static func == (a: MonthHeadline, b: MonthHeadline) -> Bool {
        a.month == b.month && a.classes.map(\.calls) == b.classes.map(\.calls)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(month)
        hasher.combine(classes.map(\.calls))
    }
}
