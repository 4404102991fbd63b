@testable import HotlineStore

/// One small table for the tests of engines.
extension Engine {
    func withNotes() throws -> Self {
        try write {
            try $0.script(
                """
                CREATE TABLE IF NOT EXISTS note (
                    id \(dialect.countedKey), body \(dialect.text), raw \(dialect.bytes)
                )\(dialect.tableSuffix);
                CREATE UNIQUE INDEX IF NOT EXISTS note_by_body ON note (body);
                """)
        }
        return self
    }

    func notes() throws -> Int64 { try read { try $0.count("SELECT count(*) FROM note") } }

    /// A note of its own transaction, numbered by the engine.
    func note(_ body: String) throws {
        try write { try $0.run("INSERT INTO note (body) VALUES ($1)", [.text(body)]) }
    }
}
