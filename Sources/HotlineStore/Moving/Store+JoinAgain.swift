import HotlineDomain

/// A desk whose store was copied, or put back from a copy, is two desks by one name: both write under the same
/// nodes. One of them joins again, and takes with it what the server has never seen.
extension Store {
    /// How far this store's chains are the same as another's; nodes of which it has something.
    public func common(with other: Store) throws -> Heads {
        var common: [Int64: Int64] = [:]
        let theirs = try other.heads()
        for (node, last) in try heads().sequences {
            common[node] = try lastCommon(node, upTo: min(last, theirs[node]), other)
        }
        return Heads(common)
    }

    /// The heads of a server as this desk may go by them: where its own chain is another one there, as far as
    /// both are the same. Else a copy of this desk that wrote as much would look as if it were this one.
    /// `fork`: the first chain that is not the same on both sides, whosever it is; seen by its last hash, so that
    /// nobody has to write before it is told.
    public func comparable(to server: Store) throws -> (heads: Heads, fork: Refusal?) {
        let (here, there) = (try ends(), try server.ends())
        var heads = there.mapValues(\.sequence)
        var fork: EventPlace?
        for (node, their) in there.sorted(by: { $0.key < $1.key }) {
            guard let our = here[node], try !isSame(node, our, their, server) else { continue }
            let same = try lastCommon(node, upTo: min(our.sequence, their.sequence), server)
            if desk?.nodes.contains(node) == true { heads[node] = same }
            fork = fork ?? EventPlace(node, same + 1)
        }
        return (Heads(heads), try fork.map { place in try engine.read { try Refusal(.forked, at: place, $0) } })
    }

    /// Where a node's chain ends.
    private typealias End = (sequence: Int64, hash: [UInt8])

    private func ends() throws -> [Int64: End] {
        try engine.read { connection in
            Dictionary(
                try connection.all("SELECT node, last_sequence, last_hash FROM node WHERE last_sequence > 0") {
                    ($0.integer(0), ($0.integer(1), $0.bytes(2)))
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// What of another's chain is only there is proven when it comes; of the own it is asked for.
    private func isSame(_ node: Int64, _ our: End, _ their: End, _ server: Store) throws -> Bool {
        if our.sequence == their.sequence { return our.hash == their.hash }
        if our.sequence > their.sequence { return try hash(node, their.sequence) == their.hash }
        guard desk?.nodes.contains(node) == true else { return true }
        return try server.hash(node, our.sequence) == our.hash
    }

    /// A hash covers everything before it: where two are the same, so is all that came before.
    private func lastCommon(_ node: Int64, upTo last: Int64, _ other: Store) throws -> Int64 {
        func isSame(_ sequence: Int64) throws -> Bool {
            guard sequence > 0 else { return true }
            return try hash(node, sequence) == other.hash(node, sequence)
        }
        if try isSame(last) { return last }
        var (same, other) = (Int64(0), last)
        while other - same > 1 {
            let middle = same + (other - same) / 2
            if try isSame(middle) { same = middle } else { other = middle }
        }
        return same
    }

    private func hash(_ node: Int64, _ sequence: Int64) throws -> [UInt8]? {
        try engine.read { connection in
            try connection.first(
                "SELECT hash FROM event WHERE node = $1 AND sequence = $2", [.integer(node), .integer(sequence)]
            ) { $0.bytes(0) }
        }
    }

    private static let again = "again"

    /// The token this store asks with to be another desk: the same however often it asks.
    func tokenToJoinAgain() throws -> String {
        try engine.write { connection in
            if let token = try Store.meta(Store.again, connection) { return token }
            let token = Joining.makeToken()
            try Store.putMeta(Store.again, token, connection)
            return token
        }
    }

    /// Enrols this desk's store anew at the server, and makes it that desk's; by its old name where none is
    /// given. It has to be opened anew afterwards. Gives the desk, and how many events were written anew.
    public func joinAgain(
        at server: Store, name: String?, address: String, by actor: String, at now: Instant
    ) throws -> (desk: EnrolledDesk, count: Int) {
        let known = try server.desks()
        guard let old = desk, let own = known.first(where: { $0.mark == old }),
            try origin().isSameHotline(server.origin())
        else { throw Refusal(ShipmentRule.otherHotline) }
        // Its words would open for nobody there.
        guard try origin().keyMark == server.origin().keyMark else { throw Refusal(ShipmentRule.keyTurned) }
        let desk = try server.enrol(
            name ?? own.name, token: try tokenToJoinAgain(), insteadOf: old, by: actor, at: now)
        return (desk, try become(desk, server: server, address: address))
    }

    /// Makes this the store of another desk: what the server does not know of its old nodes is written anew
    /// under the new desk's, in the same order, with the same ids. Nothing is lost, and nothing of what
    /// others have is another. Nobody else may have the store open. Gives how many events were written anew.
    @discardableResult
    public func become(_ desk: EnrolledDesk, server: Store, address: String) throws -> Int {
        guard let old = self.desk, old != desk.mark else { return 0 }
        let common = try common(with: server)
        return try engine.write { connection in
            var chain = Rechaining(connection, hotline: hotlineID, to: desk.mark.nodes.lowerBound)
            for node in old.nodes { try chain.take(node, after: common[node]) }
            try chain.write()
            try Store.putMeta("desk", desk.mark.description, connection)
            try Store.putMeta("server", address, connection)
            try connection.run("DELETE FROM meta WHERE key = $1", [.text(Store.again)])
            // The new desk has given no number yet.
            try connection.run("DELETE FROM number_given WHERE hotline = $1", [.integer(hotlineID)])
            return chain.count
        }
    }
}

/// Events that change their node, with everything that names them.
private struct Rechaining {
    private let connection: any Connection
    private let hotline: Int64
    private let target: Int64
    private var moved: [(position: Int64, entry: JournalEntry)] = []

    var count: Int { moved.count }

    init(_ connection: any Connection, hotline: Int64, to node: Int64) {
        self.connection = connection
        self.hotline = hotline
        target = node
    }

    /// The node's events from there on; its chain ends before them.
    mutating func take(_ node: Int64, after last: Int64) throws {
        moved += try connection.all(
            """
            SELECT \(JournalEntry.columns), position FROM event WHERE node = $1 AND sequence > $2 ORDER BY sequence
            """, [.integer(node), .integer(last)]
        ) { row in
            guard let entry = JournalEntry(row) else { throw UnreadableRow(table: "event", column: "kind") }
            return (row.integer(JournalEntry.columnCount), entry)
        }
        guard last > 0 else { return }
        try connection.run(
            """
            UPDATE node SET last_sequence = $2,
                last_hash = (SELECT hash FROM event WHERE node = $1 AND sequence = $2) WHERE node = $1
            """, [.integer(node), .integer(last)])
    }

    func write() throws {
        let ordered = moved.sorted { $0.position < $1.position }
        guard !ordered.isEmpty else { return }
        try connection.run(
            "INSERT INTO node (node, last_sequence, last_hash, last_id) VALUES ($1, 0, $2, 0)",
            [.integer(target), .bytes(Chain.start)])
        var places: [EventPlace: EventPlace] = [:]
        var hash = Chain.start
        for (offset, element) in ordered.enumerated() {
            let (position, old) = element
            let new = JournalEntry(
                node: target, sequence: Int64(offset + 1), stamp: old.stamp, tick: old.tick,
                base: old.base.map { places[$0] ?? $0 }, seen: old.seen, hotline: old.hotline, subject: old.subject,
                body: old.body)
            places[old.place] = new.place
            hash = Chain.hash(hash, new)
            try connection.run(
                """
                UPDATE event SET node = $2, sequence = $3, base_node = $4, base_sequence = $5, hash = $6
                WHERE position = $1
                """,
                [
                    .integer(position), .integer(new.node), .integer(new.sequence), .integer(new.base?.node),
                    .integer(new.base?.sequence), .bytes(hash),
                ])
            try follow(old.place, new.place)
        }
        try connection.run(
            "UPDATE node SET last_sequence = $2, last_hash = $3 WHERE node = $1",
            [.integer(target), .integer(Int64(ordered.count)), .bytes(hash)])
        for node in Set(ordered.map(\.entry.node)) {
            // A node of which nothing is left was never anybody's.
            try connection.run(
                "DELETE FROM node WHERE node = $1 AND NOT EXISTS (SELECT 1 FROM event WHERE event.node = node.node)",
                [.integer(node)])
        }
    }

    private static let beside = ["words", "caller_key", "caller_sign", "caller_box", "slot"]

    private func follow(_ old: EventPlace, _ new: EventPlace) throws {
        let places: [SQLValue] = [
            .integer(old.node), .integer(old.sequence), .integer(new.node), .integer(new.sequence),
        ]
        for table in Rechaining.beside {
            try connection.run(
                "UPDATE \(table) SET node = $3, sequence = $4 WHERE node = $1 AND sequence = $2", places)
        }
        try connection.run(
            "UPDATE divergence SET node = $3, sequence = $4 WHERE node = $1 AND sequence = $2", places)
        try connection.run(
            "UPDATE divergence SET over_node = $3, over_sequence = $4 WHERE over_node = $1 AND over_sequence = $2",
            places)
    }
}
