import Crypto
import HotlineDomain

extension Store {
    /// Every month that is closed, in their order.
    public func closings() throws -> [MonthClosing] {
        try engine.read { try MonthClosingTable.select("hotline = $1 ORDER BY month", [.integer(hotlineID)], $0) }
    }

    /// A month as it would be counted now; nothing is written.
    public func reading<T>(_ month: Period, _ body: (MonthReader) throws -> T) throws -> T {
        try engine.read { try body(MonthReader(month, self, $0)) }
    }

    /// Counts a month and closes it in one transaction. `count` makes its figures
    /// of what it reads; the digest of them is made here and given back. Throws
    /// `Refusal` for a rule.
    @discardableResult
    public func close(
        _ month: Period, by actor: String, at now: Instant,
        count: (MonthReader) throws -> (definitions: Int, text: String, balance: MonthBalance)
    ) throws -> String {
        let id: MonthClosingID = newID(at: now)
        return try batch { batch in
            let figures = try count(MonthReader(month, self, batch.connection))
            let digest = Store.digest(of: figures.text)
            let closing = MonthFigures(
                month: month.first, definitions: figures.definitions, text: figures.text, digest: digest,
                balance: figures.balance)
            try batch.perform([.month(id, .close(closing))], by: actor, at: now)
            return digest
        }
    }

    /// SHA-256 of a text, in hexadecimal digits.
    public static func digest(of text: String) -> String { digest(of: Array(text.utf8)) }

    /// SHA-256, in hexadecimal digits.
    public static func digest(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
