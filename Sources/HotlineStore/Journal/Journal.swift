import HotlineDomain

/// The writing end of one node's chain, for the length of a transaction.
struct Journal {
    private let connection: any Connection
    private let codec: EventCodec
    private let node: Int64
    private(set) var sequence: Int64
    private var hash: [UInt8]
    private var isNew: Bool

    init(_ connection: any Connection, node: Int64, codec: EventCodec) throws {
        self.connection = connection
        self.codec = codec
        self.node = node
        let head = try connection.first("SELECT last_sequence, last_hash FROM node WHERE node = $1", [.integer(node)])
        {
            ($0.integer(0), $0.bytes(1))
        }
        sequence = head?.0 ?? 0
        hash = head?.1 ?? Chain.start
        isNew = head == nil
        if isNew {
            try connection.run(
                "INSERT INTO node (node, last_sequence, last_hash, last_id) VALUES ($1, 0, $2, 0)",
                [.integer(node), .bytes(hash)])
        }
    }

    mutating func append(_ event: Event, stamp: Stamp, hotline: Int64) throws {
        let subject = event.subject
        let entry = JournalEntry(
            node: node, sequence: sequence + 1, stamp: stamp, hotline: hotline,
            subject: subject.kind == .hotline ? Subject(.hotline, hotline) : subject, body: try codec.text(event))
        let next = Chain.hash(hash, entry)
        try connection.run(
            """
            INSERT INTO event (node, sequence, at, by_operator, hotline, kind, subject, body, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .integer(node), .integer(entry.sequence), .integer(stamp.at.milliseconds), .text(stamp.by),
                .integer(hotline), .text(entry.subject.kind.rawValue), .integer(entry.subject.id),
                .text(entry.body), .bytes(next),
            ])
        sequence = entry.sequence
        hash = next
    }

    /// Writes the chain's new head.
    func close(lastID: Int64) throws {
        try connection.run(
            """
            UPDATE node SET last_sequence = $2, last_hash = $3,
                last_id = CASE WHEN last_id > $4 THEN last_id ELSE $4 END
            WHERE node = $1
            """,
            [.integer(node), .integer(sequence), .bytes(hash), .integer(lastID)])
    }
}
