import Foundation
import PostgresCluster
import StorePostgres
import Testing

@testable import HotlineStore

/// What is special to a store on a server.
@Suite("a store on a server", .enabled(if: PostgresCluster.isWanted))
struct ServerEngineTests {
    /// Two programs on one database with a small table.
    static func withTwo(_ body: (PostgresEngine, PostgresEngine, String) throws -> Void) throws {
        try PostgresCluster.withDatabase { url in
            let one = try PostgresEngine.open(url: url, create: .new).withNotes()
            let other = try PostgresEngine.open(url: url)
            defer {
                one.close()
                other.close()
            }
            try body(one, other, url)
        }
    }

    @Test("is made where there is none, once, and missed where there is none")
    func making() throws {
        try PostgresCluster.withDatabase { url in
            let path = url.replacingOccurrences(of: "%2f", with: "%2F")
            #expect(throws: StoreError.missing(path: path)) { try PostgresEngine.open(url: url) }
            try PostgresEngine.open(url: url, create: .new).withNotes().close()
            #expect(throws: StoreError.exists(path: path)) { try PostgresEngine.open(url: url, create: .new) }
            try PostgresEngine.open(url: url, create: .ifMissing).close()
            try PostgresEngine.open(url: url).close()
        }
    }

    @Test("two programs see each other's work, and do not change what the other is reading")
    func seeing() throws {
        try Self.withTwo { one, other, _ in
            let marks = (try one.changeMark(), try other.changeMark())
            try one.read { connection in
                #expect(try connection.count("SELECT count(*) FROM note") == 0)
                try other.note("meanwhile")
                #expect(try connection.count("SELECT count(*) FROM note") == 0)
            }
            #expect(try one.notes() == 1)
            #expect(try one.changeMark() != marks.0)
            #expect(try other.changeMark() != marks.1)
        }
    }

    @Test("each program has the lowest free number, and leaves it to the next")
    func nodes() throws {
        try Self.withTwo { first, second, url in
            let third = try PostgresEngine.open(url: url)
            #expect([first, second, third].map(\.node) == [1, 2, 3])
            second.close()
            // The server closes a session a moment after its line.
            var next: Int64?
            for _ in 0..<200 where next != 2 {
                let engine = try PostgresEngine.open(url: url)
                next = engine.node
                engine.close()
                usleep(5_000)
            }
            #expect(next == 2)
            third.close()
            let desk = try PostgresEngine.open(url: url, nodes: 200...200)
            #expect(desk.node == 200)
            let error = #expect(throws: StoreError.self) { try PostgresEngine.open(url: url, nodes: 200...200) }
            #expect(error?.name == "node_taken")
            desk.close()
        }
    }

    @Test("is not taken for one that was never finished by a role that may not look into it")
    func stranger() throws {
        try Self.withTwo { one, _, url in
            let role = "stranger_" + String(url.split(separator: "/").last ?? "")
            try one.write { try $0.script("CREATE ROLE \(role) LOGIN") }
            let address = url.replacing("postgres@", with: role + "@")
            for creation in [PostgresEngine.Creation.never, .ifMissing, .new] {
                let error = #expect(throws: StoreError.self) {
                    try PostgresEngine.open(url: address, create: creation)
                }
                #expect(error?.name == "no_right")
            }
            try one.write { try $0.script("DROP ROLE \(role)") }
        }
    }

    @Test("may all be the first")
    func firstOpens() throws {
        try PostgresCluster.withDatabase { url in
            let engines = try Together.run(8) { number in
                let engine = try PostgresEngine.open(url: url, create: .ifMissing)
                try engine.writeRepeatably { _ in }
                return engine
            }
            #expect(Set(engines.map(\.node)) == Set(1...8))
            for engine in engines { engine.close() }
        }
    }

    /// How a transaction stands to others.
    enum Kind: CaseIterable, CustomTestStringConvertible {
        case judging, taking, takingTheSame, takingMuch, alone

        var testDescription: String { "\(self)" }

        func write(_ engine: PostgresEngine, _ body: () throws -> Void) throws {
            // Nothing is held before something is asked.
            let asking = { (connection: any Connection) in
                _ = try connection.count("SELECT 1")
                try body()
            }
            switch self {
            case .judging: try engine.writeRepeatably(asking)
            case .taking: try engine.writeTogether(on: [1, 2], asking)
            case .takingTheSame: try engine.writeTogether(on: [2, 3], asking)
            case .takingMuch: try engine.writeTogether(on: Set(2...90), asking)
            case .alone: try engine.write(asking)
            }
        }

        /// What goes on meanwhile; the other takes the things 4 and 2.
        var goesBeside: [Bool] {
            switch self {
            case .judging: [true, false, false]
            case .taking, .takingTheSame: [false, true, false]
            case .takingMuch, .alone: [false, false, false]
            }
        }
    }

    @Test(
        "who takes waits for others about the same, who judges for all who take, and one alone for everybody",
        arguments: Kind.allCases)
    func turns(_ kind: Kind) throws {
        try Self.withTwo { first, _, url in
            let second = try PostgresEngine.open(url: url, busySeconds: 0.2)
            defer { second.close() }
            let others: [() throws -> Void] = [
                { try second.writeRepeatably { _ = try $0.count("SELECT 1") } },
                { try second.writeTogether(on: [4]) { _ = try $0.count("SELECT 1") } },
                { try second.writeTogether(on: [4, 2]) { _ = try $0.count("SELECT 1") } },
            ]
            for (other, isBeside) in zip(others, kind.goesBeside) {
                try kind.write(first) {
                    guard !isBeside else { return try other() }
                    #expect(throws: StoreError.busy) { try other() }
                }
            }
        }
    }

    @Test("what is in somebody's way is done again, and nobody's work is lost")
    func conflicts() throws {
        try Self.withTwo { first, _, url in
            try first.write { try $0.run("INSERT INTO note (id, body) VALUES (1, '0')", []) }
            let written = try Together.run(6) { number in
                let engine = try PostgresEngine.open(url: url)
                defer { engine.close() }
                for turn in 0..<10 {
                    // Reads what it writes: any two of them are in each other's way.
                    let body = { (connection: any Connection) in
                        let seen = try connection.first("SELECT body FROM note WHERE id = 1") { $0.text(0) } ?? "0"
                        try connection.run(
                            "UPDATE note SET body = $1 WHERE id = 1", [.text(String((Int(seen) ?? 0) + 1))])
                    }
                    if turn % 3 == 0 { try engine.write(body) } else { try engine.writeRepeatably(body) }
                }
                return 10
            }
            let sum = try first.read { try $0.first("SELECT body FROM note WHERE id = 1") { $0.text(0) } }
            #expect(sum == String(written.reduce(0, +)))
        }
    }

    @Test("others' commits ring, one's own do not, and what is taken back does not")
    func bell() throws {
        try Self.withTwo { one, other, _ in
            let bell = try #require(one.bell)
            #expect(one.bell == bell)
            #expect(!Self.rings(bell, within: 0))
            try one.note("my own")
            #expect(!Self.rings(bell, within: 200))
            try other.note("another's")
            #expect(Self.rings(bell, within: 5_000))
            one.drainBell()
            #expect(!Self.rings(bell, within: 0))
            _ = try? other.write { _ in throw CancellationError() }
            try other.write { _ in }
            #expect(!Self.rings(bell, within: 200))
        }
    }

    private static func rings(_ bell: Int32, within milliseconds: Int32) -> Bool {
        var question = pollfd(fd: bell, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, milliseconds) == 1
    }

    @Test("a line that broke is opened anew, under the same number; the bell goes on")
    func lostLines() throws {
        try Self.withTwo { one, other, url in
            let bell = try #require(one.bell)
            try one.note("before")
            let cluster = try PostgresCluster.shared.get()
            let database = String(url.split(separator: "/").last ?? "")
            try cluster.run(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '\(database)'")
            #expect(try one.notes() == 1)
            try one.note("after")
            #expect(one.node == 1)
            try other.note("the other's")
            #expect(other.node == 2)
            #expect(Self.rings(bell, within: 10_000))
            #expect(try one.notes() == 3)
        }
    }

    @Test("a line that breaks while it is opened anew costs nobody their number, wherever it breaks")
    func lostAgain() throws {
        try Self.withTwo { _, _, url in
            let line = try CutLine(to: try PostgresCluster.shared.get().folder)
            defer { line.close() }
            let engine = try PostgresEngine.open(url: line.url(String(url.split(separator: "/").last ?? "")))
            defer { engine.close() }
            let node = engine.node
            for bytes in stride(from: 0, to: 9_000, by: 150) {
                line.cut(after: 0)
                #expect(throws: StoreError.self) { try engine.note("cut \(bytes)") }
                line.cut(after: bytes)
                _ = try? engine.note("cut again \(bytes)")
                line.cut(after: nil)
                try engine.note("whole \(bytes)")
            }
            #expect(engine.node == node)
        }
    }

    @Test("whose number another took while the line was broken writes no more")
    func nodeLost() throws {
        try Self.withTwo { one, other, url in
            let cluster = try PostgresCluster.shared.get()
            let database = String(url.split(separator: "/").last ?? "")
            try cluster.run(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '\(database)'")
            let thief = try PostgresEngine.open(url: url)
            #expect(thief.node == 1)
            let error = #expect(throws: StoreError.self) { try one.note("under a number that is another's") }
            #expect(error?.name == "node_taken")
            #expect(try one.notes() == 0)
            thief.close()
            try other.note("goes on")
        }
    }

    @Test("a commit whose answer never came is said to be so")
    func unsure() throws {
        try Self.withTwo { one, other, _ in
            try one.write {
                try $0.script(
                    """
                    CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
                    CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW WHEN (NEW.body = 'last words') EXECUTE FUNCTION leave()
                    """)
            }
            let error = #expect(throws: StoreError.self) { try one.note("last words") }
            #expect(error?.name == "unsure")
            try one.note("again")
            #expect(try other.notes() == 1)
        }
    }

    @Test("a refusal before the commit is no uncertainty")
    func refused() throws {
        try Self.withTwo { one, other, _ in
            try one.note("once")
            let error = #expect(throws: StoreError.self) { try one.note("once") }
            #expect(error?.name == "failed")
            try one.note("twice")
            #expect(try other.notes() == 2)
        }
    }

    @Test("a long result comes in pieces, with other questions in between; who has enough stops it")
    func longResults() throws {
        try Self.withTwo { one, _, _ in
            // A function in this place makes its rows as they are asked for.
            let series = "SELECT n, repeat('x', 50) FROM (SELECT generate_series(1, $1) AS n) AS numbers"
            var seen: Int64 = 0
            try one.write { connection in
                try connection.rows(series, [.integer(30_000)]) { row in
                    seen += 1
                    #expect(row.integer(0) == seen)
                    if seen % 10_000 == 0 {
                        #expect(try connection.count("SELECT $1 + 1", [.integer(seen)]) == seen + 1)
                        try connection.run("INSERT INTO note (id) VALUES ($1)", [.integer(seen)])
                    }
                    return true
                }
            }
            #expect(seen == 30_000)
            #expect(try one.notes() == 3)
            try one.read { connection in
                var few = 0
                try connection.rows(series, [.integer(1_000_000_000)]) { _ in
                    few += 1
                    return few < 5
                }
                #expect(few == 5)
                #expect(try connection.count("SELECT count(*) FROM note") == 3)
            }
        }
    }

    @Test(
        "sums of whole numbers are whole numbers",
        arguments: [0, 1, -1, 9_999, 10_000, 120_034_000, -70_000_000_001, .max, .min])
    func sums(_ number: Int64) throws {
        try PostgresCluster.withDatabase { url in
            let engine = try PostgresEngine.open(url: url, create: .new)
            defer { engine.close() }
            let found = try engine.read {
                try $0.count("SELECT sum(n) FROM (VALUES ($1)) AS v (n)", [.integer(number)])
            }
            #expect(found == number)
        }
    }

    @Test("text is put in the order of its bytes, whatever the server's language")
    func order() throws {
        try Self.withTwo { one, _, _ in
            let words = ["b", "a", "B", "A", "ș", "s", "Ș", "z", "a b", "a-b", "ab", "Я", "я"]
            for word in words { try one.note(word) }
            let found = try one.read { try $0.all("SELECT body FROM note ORDER BY body") { $0.text(0) } }
            #expect(found == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        }
    }

    @Test("an argument that is null at first is taken for what it is later")
    func nullsFirst() throws {
        try Self.withTwo { one, _, _ in
            try one.note("x")
            let sql = "SELECT count(*) FROM note WHERE (body = $1 OR $1 IS NULL) AND (id > $2 OR $2 IS NULL)"
            for (arguments, expected) in [
                ([.null, .null], 1), ([.text("x"), .null], 1), ([.null, .integer(1)], 0),
                ([.text("y"), .integer(0)], 0),
                ([.null, .null], 1),
            ] as [([SQLValue], Int64)] {
                #expect(try one.read { try $0.count(sql, arguments) } == expected, "\(arguments)")
            }
        }
    }

    @Test("statements that are never asked again do not pile up")
    func manyStatements() throws {
        try Self.withTwo { one, _, _ in
            for turn in 0..<3 {
                try one.read { connection in
                    for number in 0..<700 {
                        let sum = try connection.count("SELECT \(number) + \(turn)")
                        #expect(sum == Int64(number + turn))
                    }
                }
            }
            let kept = try one.read { try $0.count("SELECT count(*) FROM pg_prepared_statements") }
            #expect(kept < 1_500)
        }
    }

    @Test("a script that fails is told, and the next one works")
    func scripts() throws {
        try Self.withTwo { one, _, _ in
            #expect(throws: StoreError.self) {
                try one.write { try $0.script("CREATE TABLE a (id BIGINT); CREATE TABLE a (id BIGINT)") }
            }
            try one.write { try $0.script("CREATE TABLE a (id BIGINT); CREATE TABLE b (id BIGINT)") }
            #expect(try one.read { try $0.count("SELECT count(*) FROM a") } == 0)
        }
    }

    @Test("a backup is the server's own, and the refusal says how")
    func backup() throws {
        try Self.withTwo { one, _, _ in
            let error = #expect(throws: StoreError.self) { try one.backup(to: "/tmp/nowhere") { _ in } }
            #expect(error?.name == "kept_by_server")
        }
    }
}
