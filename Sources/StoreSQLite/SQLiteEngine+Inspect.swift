import GRDB
import HotlineStore

/// What is wrong with a store's file and what can still be read of it.
public struct Inspection: Hashable, Sendable {
    public struct Table: Hashable, Sendable {
        public let name: String
        /// Rows that could be read, from either end up to the damage.
        public let rows: Int
        /// Whether that is all of them.
        public let isWhole: Bool
    }

    /// In SQLite's words; none for a sound file.
    public let findings: [String]
    /// In the order of their names; none where not even they can be read.
    public let tables: [Table]
}

extension SQLiteEngine {
    /// Reads a file that may be damaged from end to end, without changing it.
    public static func inspect(path: String) throws -> Inspection {
        let files = StoreFiles(path)
        guard try FileMark(files) != nil else { throw StoreError.missing(path: path) }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busySeconds)
        do {
            let queue = try DatabaseQueue(path: files.database, configuration: configuration)
            return queue.unsafeRead { database in
                Inspection(findings: integrityFindings(database), tables: readable(database))
            }
        } catch let error as DatabaseError {
            return Inspection(findings: [error.message ?? "\(error.resultCode)"], tables: [])
        }
    }

    // Without a transaction: over a damaged page its end would fail and take the
    // findings with it.
    public func integrityFindings() throws -> [String] {
        try translated { try writer.unsafeRead { SQLiteEngine.integrityFindings($0) } }
    }

    /// A check that breaks off over the damage is a finding too.
    private static func integrityFindings(_ database: Database) -> [String] {
        var findings: [String] = []
        do {
            findings = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
                findings.append("row \(row[1] ?? 0) in table \(row[0] ?? "") refers to nothing in \(row[2] ?? "")")
            }
        } catch let error as DatabaseError {
            findings.append(error.message ?? "\(error.resultCode)")
        } catch {
            findings.append("\(error)")
        }
        return findings
    }

    private static func readable(_ database: Database) -> [Inspection.Table] {
        let names = """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """
        return ((try? String.fetchAll(database, sql: names)) ?? []).map { name in
            let table = "\"" + name.replacing("\"", with: "\"\"") + "\""
            let forwards = rows(database, "SELECT * FROM \(table) ORDER BY rowid")
            guard !forwards.isWhole else { return Inspection.Table(name: name, rows: forwards.read, isWhole: true) }
            let backwards = rows(database, "SELECT * FROM \(table) ORDER BY rowid DESC")
            return Inspection.Table(name: name, rows: forwards.read + backwards.read, isWhole: false)
        }
    }

    /// Every column is read: a long text lies on pages of its own.
    private static func rows(_ database: Database, _ sql: String) -> (read: Int, isWhole: Bool) {
        var read = 0
        do {
            let cursor = try Row.fetchCursor(database, sql: sql)
            while let row = try cursor.next() {
                for column in 0..<row.count { _ = row[column] as DatabaseValue }
                read += 1
            }
            return (read, true)
        } catch {
            return (read, false)
        }
    }
}
