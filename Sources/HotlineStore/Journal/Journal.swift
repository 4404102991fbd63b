import HotlineDomain

/// The writing end of one node's chain, for the length of a transaction.
struct Journal {
    private let connection: any Connection
    private let codec: EventCodec
    private let node: Int64
    private(set) var sequence: Int64
    private var hash: [UInt8]
    private var isNew: Bool
    /// What there is of the things that were written about in this transaction.
    private var sights: [Subject: Sight] = [:]

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

    /// The last event that was written.
    var place: EventPlace { EventPlace(node: node, sequence: sequence) }

    /// The events of one act, of which the record tables say which they came with.
    struct Act {
        let first: EventPlace
        let last: EventPlace
    }

    mutating func append(_ events: [Event], stamp: Stamp, hotline: Int64) throws -> Act {
        let first = EventPlace(node: node, sequence: sequence + (events.isEmpty ? 0 : 1))
        for event in events { try append(event, stamp: stamp, hotline: hotline) }
        return Act(first: first, last: place)
    }

    private mutating func append(_ event: Event, stamp: Stamp, hotline: Int64) throws {
        let subject = event.subject.kind == .hotline ? Subject(.hotline, hotline) : event.subject
        var sight = try sights[subject] ?? Sight.of(event, subject, connection)
        let entry = JournalEntry(
            node: node, sequence: sequence + 1, stamp: stamp, tick: max(stamp.at.milliseconds, sight.tick + 1),
            base: sight.base, seen: sight.count, hotline: hotline, subject: subject, body: try codec.text(event))
        let next = Chain.hash(hash, entry)
        try entry.write(next, connection)
        if sight.isDivided {
            try Divergence.Table(connection: connection).end(subject)
            sight.isDivided = false
        }
        sequence = entry.sequence
        hash = next
        sight.take(entry)
        sights[subject] = sight
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
