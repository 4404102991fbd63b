import HotlineDomain

extension Instant {
    /// Seconds since 1970 with up to three digits that count after the mark:
    /// `1795231513.249047`. Nil where it is anything else.
    init?(decimalSeconds text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy({ $0.isASCII && $0.isNumber }),
            let seconds = Int64(whole), seconds < 100_000_000_000
        else { return nil }
        var milliseconds: Int64 = 0
        if parts.count == 2 {
            guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            for (digit, weight) in zip(parts[1].utf8, [100, 10, 1] as [Int64]) {
                milliseconds += Int64(digit - UInt8(ascii: "0")) * weight
            }
        }
        self.init(milliseconds: seconds * 1000 + milliseconds)
    }
}
