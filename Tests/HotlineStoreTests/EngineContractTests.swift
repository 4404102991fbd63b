import HotlineDomain
import PostgresCluster
import StorePostgres
import StoreSQLite
import Testing

@testable import HotlineStore

/// What every engine promises, on each engine.
@Suite("the contract of the port")
struct EngineContractTests {
    enum Kind: CaseIterable {
        case memory, file, server

        static let allCases: [Kind] = [.memory, .file] + (PostgresCluster.isWanted ? [.server] : [])
    }

    struct Refused: Error, Equatable {}

    /// An engine with one small table.
    static func with(_ kind: Kind, _ body: (any Engine) throws -> Void) throws {
        switch kind {
        case .memory: try body(try SQLiteEngine.inMemory().withNotes())
        case .file:
            try TemporaryFolder.with { folder in
                try body(try SQLiteEngine.open(path: folder.path("hotline.db"), create: .new).withNotes())
            }
        case .server:
            try PostgresCluster.withDatabase { url in
                let engine = try PostgresEngine.open(url: url, create: .new).withNotes()
                defer { engine.close() }
                try body(engine)
            }
        }
    }

    @Test("placeholders are bound by their number, not by who comes first", arguments: Kind.allCases)
    func placeholders(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            try engine.write {
                try $0.run("INSERT INTO note (body, id) VALUES ($2, $1)", [.integer(7), .text("seven")])
            }
            let found = try engine.read {
                try $0.first("SELECT id, body FROM note WHERE body = $2 AND id = $1", [.integer(7), .text("seven")]) {
                    "\($0.integer(0)) \($0.text(1))"
                }
            }
            #expect(found == "7 seven")
        }
    }

    @Test("one placeholder may be used twice", arguments: Kind.allCases)
    func twice(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            let sum = try engine.read { try $0.count("SELECT $1 + $1 + $2", [.integer(10), .integer(1)]) }
            #expect(sum == 21)
        }
    }

    static let values: [SQLValue] = [
        .null, .integer(0), .integer(.min), .integer(.max), .text(""), .text("Дежурная 01 ș ț"),
        .bytes([]), .bytes([0, 255, 0]), .text(String(repeating: "ж", count: 70_000)),
    ]

    @Test("what goes in comes out", arguments: values, Kind.allCases)
    func roundTrip(_ value: SQLValue, _ kind: Kind) throws {
        try Self.with(kind) { engine in
            let found: SQLValue? = try engine.read {
                try $0.first("SELECT $1", [value]) { row in
                    switch value {
                    case .null: row.isNull(0) ? .null : .integer(-1)
                    case .integer: .integer(row.integer(0))
                    case .text: row.isNull(0) ? .null : .text(row.text(0))
                    case .bytes: row.isNull(0) ? .null : .bytes(row.bytes(0))
                    }
                }
            }
            #expect(found == value)
        }
    }

    @Test("a text with a zero byte is refused by name, to be kept or to be looked for", arguments: Kind.allCases)
    func zeroBytes(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            for text in ["a\0b", "\0", String(repeating: "ж", count: 70_000) + "\0"] {
                let refusal = #expect(throws: Refusal.self) { try engine.note(text) }
                #expect(refusal?.rule == "words.control_character")
                #expect(throws: Refusal.self) { try engine.read { try $0.count("SELECT $1", [.text(text)]) } }
                #expect(throws: Refusal.self) {
                    try engine.read { try $0.rows("SELECT $1", [.text(text)]) { _ in true } }
                }
            }
            #expect(try engine.notes() == 0)
            try engine.note("0")
            #expect(try engine.read { try $0.first("SELECT $1", [.bytes([0])]) { $0.bytes(0) } } == [0])
        }
    }

    @Test("what throws leaves nothing behind", arguments: Kind.allCases)
    func rollback(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            #expect(throws: Refused()) {
                try engine.write {
                    try $0.run("INSERT INTO note (id) VALUES (1)", [])
                    throw Refused()
                }
            }
            let left = try engine.notes()
            #expect(left == 0)
        }
    }

    @Test("a statement that fails can be run again, and names no argument", arguments: Kind.allCases)
    func failure(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            let insert = "INSERT INTO note (id, body) VALUES ($1, $2)"
            try engine.write { try $0.run(insert, [.integer(1), .text("said in confidence")]) }
            let error = #expect(throws: StoreError.self) {
                try engine.write { try $0.run(insert, [.integer(2), .text("said in confidence")]) }
            }
            #expect(error?.name == "failed")
            #expect(!"\(String(describing: error))".contains("confidence"))
            try engine.write { try $0.run(insert, [.integer(2), .text("something else")]) }
            #expect(try engine.notes() == 2)
        }
    }

    @Test("a wrong number of arguments is refused", arguments: Kind.allCases)
    func wrongNumber(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            for arguments in [[], [.integer(1)], [.integer(1), .null, .null]] as [[SQLValue]] {
                #expect(throws: StoreError.self) { try engine.read { try $0.count("SELECT $1, $2", arguments) } }
            }
        }
    }

    @Test("rows stop when the reader has enough, and the statement serves again", arguments: Kind.allCases)
    func enough(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            try engine.write { connection in
                for id in 1...10 { try connection.run("INSERT INTO note (id) VALUES ($1)", [.integer(Int64(id))]) }
            }
            for _ in 1...2 {
                var seen: [Int64] = []
                try engine.read {
                    try $0.rows("SELECT id FROM note WHERE id > $1 ORDER BY id", [.integer(4)]) { row in
                        seen.append(row.integer(0))
                        return seen.count < 3
                    }
                }
                #expect(seen == [5, 6, 7])
            }
        }
    }

    @Test("the same statement inside its own rows does not wind them back", arguments: Kind.allCases)
    func nestedRows(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            try engine.write { connection in
                for id in 1...3 { try connection.run("INSERT INTO note (id) VALUES ($1)", [.integer(Int64(id))]) }
            }
            var pairs = 0
            try engine.read { connection in
                let sql = "SELECT id FROM note ORDER BY id"
                try connection.rows(sql, []) { _ in
                    try connection.rows(sql, []) { _ in
                        pairs += 1
                        return true
                    }
                    return true
                }
            }
            #expect(pairs == 9)
        }
    }

    @Test("statements of one length and with one end are told apart", arguments: Kind.allCases)
    func alike(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            for _ in 0..<2 {
                for number in Int64(1)...9 {
                    let sql = "SELECT \(number) AS number_of_the_statement, $1 AS what_was_given_to_it"
                    let found = try engine.read { try $0.count(sql, [.null]) }
                    #expect(found == number)
                }
            }
        }
    }

    @Test("a reader cannot write", arguments: Kind.allCases)
    func readers(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            #expect(throws: StoreError.self) { try engine.read { try $0.run("DELETE FROM note", []) } }
        }
    }

    @Test("the mark changes with a commit and only then", arguments: Kind.allCases)
    func mark(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            let before = try engine.changeMark()
            #expect(try engine.changeMark() == before)
            try engine.write { try $0.run("INSERT INTO note (id) VALUES (1)", []) }
            let after = try engine.changeMark()
            #expect(after != before)
            // A server's snapshot also tells of what was taken back.
            if kind == .server { return }
            try? engine.write { connection in
                try connection.run("INSERT INTO note (id) VALUES (2)", [])
                throw Refused()
            }
            #expect(try engine.changeMark() == after)
        }
    }

    @Test("a failure that took the transaction with it cannot be passed over", arguments: Kind.allCases)
    func abortedTransaction(_ kind: Kind) throws {
        try Self.with(kind) { engine in
            let aborting = kind == .server ? "INSERT" : "INSERT OR ROLLBACK"
            #expect(throws: StoreError.self) {
                try engine.write { connection in
                    try connection.run("INSERT INTO note (id) VALUES (1)", [])
                    try? connection.run("\(aborting) INTO note (id) VALUES (1)", [])
                    try connection.run("INSERT INTO note (id) VALUES (2)", [])
                }
            }
            let left = try engine.notes()
            #expect(left == 0)
        }
    }
}
