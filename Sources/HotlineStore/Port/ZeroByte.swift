import Glibc
import HotlineDomain

extension [SQLValue] {
    /// SQLite keeps a text with a zero byte in it and PostgreSQL keeps none: what one desk took, no server would.
    /// An engine asks this of whatever it is given, to be kept or to be looked for.
    public func refuseZeroBytes() throws(Refusal) {
        for case .text(let text) in self where text.holdsZeroByte { throw .zeroByte }
    }
}

extension Refusal {
    static var zeroByte: Refusal { Refusal(WordsRule.controlCharacter, ["code": "0000"]) }
}

extension String {
    fileprivate var holdsZeroByte: Bool {
        utf8.withContiguousStorageIfAvailable { units in
            units.baseAddress.map { memchr($0, 0, units.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}
