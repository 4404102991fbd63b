import HotlineDomain

/// Copies of the store that were made: what was erased since is still in them,
/// with its keys.
extension Store {
    public struct BackupMade: Hashable, Sendable {
        public let stamp: Stamp
        public let path: String
        /// Records of words that were erased since and that it still holds.
        public internal(set) var erasedSince: Int
        /// When it was whole, as far as is known.
        let until: Instant

        /// Whether it may hold words of the thing: whatever was made later is not in it.
        public func mayHold(_ subject: Subject) -> Bool { subject.id < edge }

        /// The first id that came too late. What came while it was copied may be in it.
        var edge: Int64 { WordsID(at: until + Span(milliseconds: 1), node: 0, sequence: 0).raw }
    }

    /// A copy somebody made of the store, or the program for somebody.
    public struct CopyMade: Hashable, Sendable {
        /// When copying began.
        public let stamp: Stamp
        public let path: String
        /// When it was whole; nil where nobody knows. Others wrote meanwhile.
        public let until: Instant?
    }

    static let tellsOfCopy =
        "kind = 'access' AND (body LIKE '{\"backedUp\"%' OR body LIKE '{\"backupKnown\"%')"

    /// Those the journal knows of, as they were told to it.
    public static func copies(_ connection: any Connection, hotline: Int64 = 1) throws -> [CopyMade] {
        let codec = EventCodec()
        return try connection.all(
            """
            SELECT at, by_operator, body FROM event WHERE subject = 0 AND hotline = $1 AND \(tellsOfCopy)
            ORDER BY position
            """, [.integer(hotline)]
        ) { row -> CopyMade? in
            switch try codec.value(AccessEvent.self, row.text(2)) {
            case .backedUp(let path, let until):
                return CopyMade(stamp: Stamp(by: row.text(1), at: row.instant(0)), path: path, until: until)
            case .backupKnown(let path, let made, let until): return CopyMade(stamp: made, path: path, until: until)
            default: return nil
            }
        }.compactMap(\.self)
    }

    /// Newest first.
    public func backups() throws -> [BackupMade] {
        try engine.read { connection in
            try Store.copies(connection, hotline: hotlineID).reversed().map { copy in
                // A record's id says when it was made: what came later is in no older copy. What went
                // while it was copied may be in it.
                let last = max(copy.stamp.at, copy.until ?? copy.stamp.at)
                var made = BackupMade(stamp: copy.stamp, path: copy.path, erasedSince: 0, until: last)
                let erased = try connection.count(
                    "SELECT count(*) FROM words WHERE hotline = $1 AND erased_at >= $2 AND id < $3",
                    [.integer(hotlineID), .instant(copy.stamp.at), .integer(made.edge)])
                made.erasedSince = Int(erased)
                return made
            }.sorted { $0.stamp.at > $1.stamp.at }
        }
    }

    /// Those that may hold words of any of these things, newest first.
    public func backups(holding subjects: [Subject]) throws -> [BackupMade] {
        guard !subjects.isEmpty else { return [] }
        return try backups().filter { backup in subjects.contains(where: backup.mayHold) }
    }

    /// After a backup took the place of a store, which knew of copies that the
    /// backup came too early for: they, the file that was restored and the store
    /// that was put aside still hold what is erased from now on.
    public func recordCopies(known: [CopyMade], source: String, kept: String?, at now: Instant) throws {
        let own = Set(try engine.read { try Store.copies($0, hotline: hotlineID) })
        let other = known.filter { !own.contains($0) }
        var acts = other.map { AccessCommand.knowBackup(path: $0.path, made: $0.stamp, until: $0.until) }
        let path = Store.whole(source)
        if !(own.union(other).contains { $0.path == path }) { acts.append(.backUp(path: path, until: nil)) }
        if let kept { acts.append(.backUp(path: kept, until: nil)) }
        if !acts.isEmpty { try perform(acts.map(Command.access), by: Stamp.systemCode, at: now) }
    }
}
