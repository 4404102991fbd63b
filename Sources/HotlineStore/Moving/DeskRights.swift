/// What a desk may do to the tables of a server's store, as rights of a role of the database: everything that
/// takes what it ships and gives what others shipped, and nothing that alters or deletes an event.
public enum DeskRights {
    /// Statements for whoever owns the tables.
    public static func sql(role: String) -> String {
        let rights: [(String, [String])] = [
            // What happened stays as it was written.
            ("SELECT, INSERT", ["event"]),
            ("SELECT, INSERT", ["words", "caller_key"]),
            // Erasing empties words, and leaves the place they had.
            ("UPDATE", ["words"]),
            ("SELECT, INSERT, UPDATE (last_sequence, last_hash, last_id)", ["node"]),
            ("SELECT, INSERT, UPDATE, DELETE", ["slot", "caller_sign", "caller_box", "divergence"]),
            // What the store is stays; that something was erased is noted there.
            ("SELECT, INSERT, UPDATE", ["meta"]),
            ("DELETE", ["caller_key"]),
            ("SELECT", ["feed_mark"]),
            // Made anew from the events whenever it is asked for.
            ("SELECT, INSERT, UPDATE", Schema.readTables.filter { $0 != "divergence" }),
        ]
        let all = (Schema.recordTables + Schema.readTables).joined(separator: ", ")
        return
            (["REVOKE ALL ON \(all) FROM \(role)"]
            + rights.map { "GRANT \($0.0) ON \($0.1.joined(separator: ", ")) TO \(role)" })
            .joined(separator: ";\n") + ";\n"
    }

    /// A role's name that needs no quotes, so that what is typed is a name and nothing else.
    public static func isName(_ text: String) -> Bool {
        (1...63).contains(text.utf8.count) && text.utf8.first.map { $0 == UInt8(ascii: "_") || isLetter($0) } ?? false
            && text.utf8.allSatisfy {
                $0 == UInt8(ascii: "_") || isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
