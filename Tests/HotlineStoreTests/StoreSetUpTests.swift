import HotlineDomain
import StoreSQLite
import Synchronization
import Testing
import WrappingEngine

@testable import HotlineStore

@Suite("Setting up a store")
struct StoreSetUpTests {
    private static let now = Sample.at("2009-09-01", "00:00")

    private static func setUp(_ engine: any Engine) throws -> (store: Store, planned: Int) {
        try Store.setUp(engine, hotline: Sample.hotline, at: now) { _ in Sample.zone }
    }

    @Test("plans the shifts of the roster in the act that makes the store")
    func plans() throws {
        let (store, planned) = try Self.setUp(SQLiteEngine.inMemory())
        #expect(planned > 50)
        #expect(try store.planShifts(by: Stamp.systemCode, at: Self.now) == (0, 0))
        #expect(try store.verify().isSound)
    }

    @Test("stopped anywhere leaves a store that says so, and that setting up again repairs")
    func stopped() throws {
        let engine = try SQLiteEngine.inMemory()
        let counter = Stopped(engine, after: .max)
        _ = try Self.setUp(counter)
        let steps = counter.steps.load(ordering: .relaxed)
        #expect(steps > 60)
        for step in 0..<steps {
            let engine = try SQLiteEngine.inMemory()
            #expect(throws: StoreError.diskFull(path: "")) { try Self.setUp(Stopped(engine, after: step)) }
            #expect(throws: StoreError.unfinished(path: "")) { try Store.open(engine) { _ in Sample.zone } }
            guard step % 10 == 0 else { continue }
            let (store, planned) = try Self.setUp(engine)
            #expect(planned > 50)
            #expect(try store.verify().isSound)
        }
    }

    @Test("every table there must be is one of those that are made")
    func tables() throws {
        let engine = try SQLiteEngine.inMemory()
        _ = try Self.setUp(engine)
        let made = try engine.read { try $0.all(engine.dialect.tableNames) { $0.text(0) } }
        #expect(made.sorted() == (Schema.recordTables + Schema.readTables).sorted())
        let indexes = try engine.read { try $0.all(engine.dialect.indexNames) { $0.text(0) } }
        #expect(indexes.sorted() == Schema.indexes.sorted())
    }

    @Test("a store that lacks a table is damaged, and says which", arguments: Schema.recordTables + Schema.readTables)
    func droppedTable(table: String) throws {
        let engine = try SQLiteEngine.inMemory()
        let (store, _) = try Self.setUp(engine)
        // Another name is as good as none, and foreign keys do not stand in the way.
        try engine.write { try $0.script("ALTER TABLE \(table) RENAME TO gone") }
        #expect(throws: StoreError.damaged(detail: "no table \(table)")) {
            try Store.open(engine) { _ in Sample.zone }
        }
        // Whoever has it open already is told the same as soon as the table is needed.
        let error = #expect(throws: StoreError.self) {
            _ = try store.about()
            _ = try store.slotOwners()
            _ = try store.feedMemory("asterisk")
            _ = try store.verify()
            try store.log(.sos, at: Self.now - .hours(1), note: "a note")
        }
        #expect(error?.name == "damaged")
    }

    @Test("what is read off the events is made anew from them, also where it is gone", arguments: Schema.readTables)
    func rebuilt(table: String) throws {
        let engine = try SQLiteEngine.inMemory()
        let (store, _) = try Self.setUp(engine)
        try store.log(.sos, at: Self.now - .hours(1), note: "a note")
        try engine.write { try $0.script("DROP TABLE \(table)") }
        let open = try Store.open(engine, toRebuild: true) { _ in Sample.zone }
        try open.rebuild()
        let rebuilt = try Store.open(engine) { _ in Sample.zone }
        #expect(try rebuilt.verify().isSound)
        #expect(try rebuilt.calls(limit: 9).calls.count == 1)
    }

    @Test("an index that is gone is found, and made anew", arguments: Schema.indexes)
    func droppedIndex(index: String) throws {
        let engine = try SQLiteEngine.inMemory()
        let (store, _) = try Self.setUp(engine)
        try engine.write { try $0.script("DROP INDEX \(index)") }
        #expect(try store.verify().findings == [.indexMissing(name: index)])
        try store.rebuild()
        #expect(try store.verify().isSound)
    }

    @Test("the record itself is never made anew", arguments: Schema.recordTables)
    func droppedRecord(table: String) throws {
        let engine = try SQLiteEngine.inMemory()
        _ = try Self.setUp(engine)
        try engine.write { try $0.script("ALTER TABLE \(table) RENAME TO gone") }
        #expect(throws: StoreError.damaged(detail: "no table \(table)")) {
            try Store.open(engine, toRebuild: true) { _ in Sample.zone }
        }
    }

    @Test("what is no store at all is not taken for a damaged one")
    func other() throws {
        let engine = try SQLiteEngine.inMemory()
        try engine.write { try $0.script("CREATE TABLE note (id INTEGER)") }
        #expect(throws: StoreError.notAStore(path: "")) { try Store.open(engine) { _ in Sample.zone } }
    }
}

/// An engine whose disk is full after so many statements of a transaction.
private final class Stopped: WrappingEngine {
    let base: any Engine
    private let last: Int
    let steps = Atomic(0)

    init(_ engine: SQLiteEngine, after last: Int) {
        base = engine
        self.last = last
    }

    func inside(_ connection: any Connection) -> any Connection { Counting(connection: connection, engine: self) }

    private struct Counting: Connection {
        let connection: any Connection
        let engine: Stopped

        private func step() throws {
            guard engine.steps.add(1, ordering: .relaxed).newValue <= engine.last else {
                throw StoreError.diskFull(path: "")
            }
        }

        func run(_ sql: String, _ arguments: [SQLValue]) throws {
            try step()
            try connection.run(sql, arguments)
        }

        func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
            try connection.rows(sql, arguments, body)
        }

        func script(_ sql: String) throws {
            try step()
            try connection.script(sql)
        }
    }
}
