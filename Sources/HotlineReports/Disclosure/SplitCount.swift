/// How many calls a code has, and how many of them were SOS.
public struct SplitCount: Hashable, Sendable {
    public var sos: Int
    /// Every other class.
    public var others: Int

    public init(sos: Int, others: Int) {
        self.sos = sos
        self.others = others
    }

    public var total: Int { sos + others }
    public static let zero = SplitCount(sos: 0, others: 0)

    public static func + (a: SplitCount, b: SplitCount) -> SplitCount {
        SplitCount(sos: a.sos + b.sos, others: a.others + b.others)
    }
}
