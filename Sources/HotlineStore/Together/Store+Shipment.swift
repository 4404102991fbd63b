import HotlineDomain

extension Store {
    /// Up to where this store's journal goes.
    public func heads() throws -> Heads { try engine.read { try Heads.read($0) } }

    /// Of these nodes only; those that there is nothing of are not in it.
    public func heads(of nodes: [Int64]) throws -> Heads {
        try engine.read { connection in
            Heads(
                Dictionary(
                    try nodes.map { node in
                        (
                            node,
                            try connection.count("SELECT last_sequence FROM node WHERE node = $1", [.integer(node)])
                        )
                    }, uniquingKeysWith: max))
        }
    }

    /// What whoever has come so far lacks, at most `limit` events of it, with
    /// what stands beside the journal for them; nil where they lack nothing.
    public func shipment(after heads: Heads, limit: Int) throws -> Shipment? {
        let openKey = access == .open ? vault { $0.key?.bytes } : nil
        return try engine.read { connection in
            try connection.announce([Heads.question, StoreOrigin.question])
            let known = try Heads.read(connection)
            let origin = try Store.origin(connection, openKey: openKey)
            var packing = Packing(connection, hotlineID, known, after: heads, limit: max(1, limit))
            return try packing.collect() ? packing.shipment(origin) : nil
        }
    }
}

extension Heads {
    static let question = Question("SELECT node, last_sequence FROM node")

    static func read(_ connection: any Connection) throws -> Heads {
        Heads(Dictionary(try connection.all(question) { ($0.integer(0), $0.integer(1)) }, uniquingKeysWith: max))
    }
}
