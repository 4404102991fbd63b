import HotlineDomain

/// A record of somebody's words as it stands in the store, or the place where
/// it stood, and the event it was written with.
struct WordsRow: Hashable, Sendable {
    let id: WordsID
    let subject: Subject
    let field: String
    let content: Content
    let place: EventPlace

    enum Content: Hashable, Sendable {
        case sealed([UInt8], wrappedKey: [UInt8], digest: [UInt8])
        case erased(at: Instant)
    }

    /// As it was sealed, as far as can be told without the key. Once events are known nobody
    /// asks for their words again, so a damaged record must not come with them.
    var isWhole: Bool {
        guard case .sealed(let sealed, _, let digest) = content else { return true }
        return digest == SealedWords.digest(of: sealed, id: id.raw)
    }

    static let columns = "id, kind, subject, field, sealed, wrapped_key, digest, erased_at, node, sequence"

    func write(_ hotline: Int64, _ connection: any Connection) throws {
        let parts: [SQLValue] =
            switch content {
            case .sealed(let sealed, let wrappedKey, let digest):
                [.bytes(sealed), .bytes(wrappedKey), .bytes(digest), .null]
            case .erased(let now): [.null, .null, .null, .instant(now)]
            }
        let head: [SQLValue] = [
            .id(id), .text(subject.kind.rawValue), .integer(subject.id), .text(field),
        ]
        // Where they were erased before they came, the place is filled in and stays empty.
        try connection.run(
            """
            INSERT INTO words (\(WordsRow.columns), hotline) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, subject = excluded.subject,
                field = excluded.field, node = excluded.node, sequence = excluded.sequence
            """, head + parts + [.integer(place.node), .integer(place.sequence), .integer(hotline)])
    }

    /// Without the wrapped key nobody opens what older copies of the sealed bytes say.
    static func erase(_ id: WordsID, _ now: Instant, _ connection: any Connection) throws {
        try connection.run(
            """
            UPDATE words SET sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = $2
            WHERE id = $1 AND erased_at IS NULL
            """, [.id(id), .instant(now)])
    }

    /// The same for words that may not have come yet: they never will.
    static func erase(
        _ id: WordsID, of subject: Subject, _ now: Instant, hotline: Int64, _ connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO words (id, hotline, kind, subject, field, erased_at, node, sequence)
            VALUES ($1, $2, $3, $4, '', $5, 0, 0)
            ON CONFLICT (id) DO UPDATE SET sealed = NULL, wrapped_key = NULL, digest = NULL,
                erased_at = CASE WHEN words.erased_at < excluded.erased_at THEN words.erased_at
                    ELSE excluded.erased_at END
            """,
            [.id(id), .integer(hotline), .text(subject.kind.rawValue), .integer(subject.id), .instant(now)])
    }
}

extension WordsRow {
    init(_ row: any SQLRow) throws {
        guard let kind = SubjectKind(rawValue: row.text(1)) else {
            throw UnreadableRow(table: "words", column: "kind")
        }
        let content: Content =
            row.instantOrNil(7).map { .erased(at: $0) }
            ?? .sealed(row.bytes(4), wrappedKey: row.bytes(5), digest: row.bytes(6))
        self.init(
            id: row.id(0), subject: Subject(kind, row.integer(2)), field: row.text(3), content: content,
            place: EventPlace(node: row.integer(8), sequence: row.integer(9)))
    }
}
