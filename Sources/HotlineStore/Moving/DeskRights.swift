/// What a desk may do to the tables of a server's store, as rights of a role of the database: everything that
/// takes what it ships and gives what others shipped, and nothing that alters or deletes an event. Where a right
/// to a table is too much for that, a `DeskGuard` looks at each row.
public enum DeskRights {
    /// Statements for whoever owns the tables. They may be run again, for another role or the same one.
    public static func sql(role: String) -> String {
        let columns = (event: JournalEntry.columns, slot: "salt, rounds, block_size, parallelism, sealed, digest")
        let rights: [(String, [String])] = [
            // What happened stays as it was written, at the place where it came.
            ("SELECT, INSERT (\(columns.event), hash)", ["event"]),
            // Erasing empties words, and leaves the place they had.
            (
                "SELECT, INSERT, UPDATE (kind, subject, field, sealed, wrapped_key, digest, erased_at, node, sequence)",
                ["words"]
            ),
            ("SELECT, INSERT, UPDATE (last_sequence, last_hash, last_id)", ["node"]),
            ("SELECT, INSERT, UPDATE (\(columns.slot), failures, failed_at, node, sequence), DELETE", ["slot"]),
            ("SELECT, INSERT, DELETE", ["caller_key", "caller_sign", "caller_box"]),
            // What the store is stays; that something was erased is noted there.
            ("SELECT, INSERT, UPDATE (value)", ["meta"]),
            ("SELECT", ["feed_mark"]),
            // Made anew from the events whenever it is asked for.
            ("SELECT, INSERT, UPDATE", Schema.readTables),
            ("DELETE", ["divergence"]),
        ]
        let all = (Schema.recordTables + Schema.readTables).joined(separator: ", ")
        return
            ([DeskGuard.names, "REVOKE ALL ON \(all) FROM \(role)"] + DeskGuard.all.map(\.sql) + [DeskGuard.owned]
            + rights.map { "GRANT \($0.0) ON \($0.1.joined(separator: ", ")) TO \(role)" })
            .joined(separator: ";\n") + ";\n"
    }

    /// What a server says where one of the guards held somebody up.
    public static let guardRefusals = DeskGuard.all.map { $0.refusal.replacing("''", with: "'") }

    /// A role's name that needs no quotes, so that what is typed is a name and nothing else.
    public static func isName(_ text: String) -> Bool {
        (1...63).contains(text.utf8.count) && text.utf8.first.map { $0 == UInt8(ascii: "_") || isLetter($0) } ?? false
            && text.utf8.allSatisfy {
                $0 == UInt8(ascii: "_") || isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
