import Crypto
import HotlineDomain

extension Store {
    /// Every month that is closed, in their order. Of two closings of one month, which two stores can have made
    /// that had lost sight of each other, the first is the one that stands.
    public func closings() throws -> [MonthClosing] {
        let all = try engine.read {
            try MonthClosingTable.select("hotline = $1 ORDER BY month, id", [.integer(hotlineID)], $0)
        }
        return all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1].month != $0.element.month }
            .map(\.element)
    }

    /// From the first month that counts to the one that runs, as `MonthState.all` has them; without their figures.
    public func months(at now: Instant) throws -> [MonthState] {
        try engine.read { connection in
            let setup = try setup(connection)
            var closed: [BusinessDate: MonthState.Status] = [:]
            try connection.rows(
                """
                SELECT month, digest, definitions, changed_at, changed_by FROM month_closing
                WHERE hotline = $1 ORDER BY month, id DESC
                """, [.integer(hotlineID)]
            ) { row in
                closed[BusinessDate(days: row.integer(0))] = .closed(
                    digest: row.text(1), definitions: Int(row.integer(2)), row.stamp(3))
                return true
            }
            return MonthState.all(
                closed: closed, counted: try countedMonths(since: closed.keys.max(), connection),
                today: setup.businessDate(of: now, zone: try zone(setup.zone)))
        }
    }

    /// First days of the months from this one on in which calls or cases were counted.
    private func countedMonths(since first: BusinessDate?, _ connection: any Connection) throws -> Set<BusinessDate> {
        var months = Set<BusinessDate>()
        for measure in [Measure.calls, .casesOpened] {
            try connection.rows(
                """
                SELECT business_date FROM count_cell WHERE hotline = $1 AND measure = $2 AND dimension = 'all'
                AND business_date >= $3 GROUP BY business_date HAVING sum(n) <> 0
                """, [.integer(hotlineID), .text(measure.rawValue), .integer(first?.days ?? .min)]
            ) { row in
                months.insert(BusinessDate(days: row.integer(0)).firstOfMonth)
                return true
            }
        }
        return months
    }

    /// With its figures; nil while it is open.
    public func closing(of month: Period) throws -> MonthClosing? {
        try engine.read {
            try MonthClosingTable.select(
                "hotline = $1 AND month = $2 ORDER BY id LIMIT 1",
                [.integer(hotlineID), .integer(month.first.days)], $0
            ).first
        }
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
