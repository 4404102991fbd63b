import HotlineDomain

/// Copies of the store that were made: what was erased since is still in them,
/// with its keys.
extension Store {
    public struct BackupMade: Hashable, Sendable {
        public let stamp: Stamp
        public let path: String
        /// Records of words that were erased since and that it still holds.
        public let erasedSince: Int
    }

    /// Newest first.
    public func backups() throws -> [BackupMade] {
        let codec = EventCodec()
        return try engine.read { connection in
            let made = try connection.all(
                """
                SELECT at, by_operator, body FROM event
                WHERE subject = 0 AND hotline = $1 AND kind = 'access' AND body LIKE '{"backedUp"%'
                ORDER BY position DESC
                """, [.integer(hotlineID)]
            ) { row -> (Stamp, String)? in
                let event = try codec.value(AccessEvent.self, row.text(2))
                guard case .backedUp(let path) = event else { return nil }
                return (Stamp(by: row.text(1), at: row.instant(0)), path)
            }
            return try made.compactMap(\.self).map { stamp, path in
                // A record's id says when it was made: what came later is in no older copy.
                let edge = WordsID(at: stamp.at + Span(milliseconds: 1), node: 0, sequence: 0)
                let erased = try connection.count(
                    "SELECT count(*) FROM words WHERE hotline = $1 AND erased_at >= $2 AND id < $3",
                    [.integer(hotlineID), .instant(stamp.at), .id(edge)])
                return BackupMade(stamp: stamp, path: path, erasedSince: Int(erased))
            }
        }
    }

    /// A copy that the program made without being asked for one: of a store that
    /// a backup took the place of.
    public func recordCopy(at path: String, at now: Instant) throws {
        try perform([.access(.backUp(path: path))], by: Stamp.systemCode, at: now)
    }
}
