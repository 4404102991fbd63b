import HotlineDomain

/// One event as it stands in the journal.
public struct JournalEntry: Sendable, Hashable {
    public let node: Int64
    /// 1, 2, 3 ... for each node, without a gap.
    public let sequence: Int64
    public let stamp: Stamp
    /// Its time in the order of `EventOrder`: never before the stamp's.
    public let tick: Int64
    /// The last event of the same thing, in that order, that the writer had in
    /// sight; nil for a thing's first, and for looking and erasing.
    public let base: EventPlace?
    /// How many events of the thing the writer had in sight: whoever had fewer
    /// than there are before this one wrote it without seeing the others.
    public let seen: Int64
    public let hotline: Int64
    public let subject: Subject
    public let body: String

    public var place: EventPlace { EventPlace(node: node, sequence: sequence) }
    public var order: EventOrder { EventOrder(tick: tick, place: place) }
}

extension JournalEntry {
    /// As `init(_:)` reads them.
    static let columns =
        "node, sequence, at, by_operator, tick, base_node, base_sequence, seen, hotline, kind, subject, body"
    static let columnCount = 12

    /// Nil where the kind is none this release knows.
    init?(_ row: any SQLRow) {
        guard let kind = SubjectKind(rawValue: row.text(9)) else { return nil }
        let base = row.integerOrNil(5).map { EventPlace(node: $0, sequence: row.integer(6)) }
        self.init(
            node: row.integer(0), sequence: row.integer(1), stamp: Stamp(by: row.text(3), at: row.instant(2)),
            tick: row.integer(4), base: base, seen: row.integer(7), hotline: row.integer(8),
            subject: Subject(kind, row.integer(10)), body: row.text(11))
    }

    func write(_ hash: [UInt8], _ connection: any Connection) throws {
        try connection.run(
            """
            INSERT INTO event (\(JournalEntry.columns), hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .integer(node), .integer(sequence), .instant(stamp.at), .text(stamp.by), .integer(tick),
                .integer(base?.node), .integer(base?.sequence), .integer(seen), .integer(hotline),
                .text(subject.kind.rawValue), .integer(subject.id), .text(body), .bytes(hash),
            ])
    }
}
