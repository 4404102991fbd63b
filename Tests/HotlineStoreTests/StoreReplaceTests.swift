import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("A backup in the place of a store")
struct StoreReplaceTests {
    private static let now = Sample.at("2009-09-14", "10:00")

    private static func store(_ hotline: Hotline = Sample.hotline, isPractice: Bool = false) throws -> Store {
        try Store.create(try SQLiteEngine.inMemory(), hotline: hotline, isPractice: isPractice, at: now) { _ in
            Sample.zone
        }
    }

    private static var other: Hotline {
        var hotline = Sample.hotline
        hotline.code = "other"
        hotline.name = "Other line"
        return hotline
    }

    private static func objection(to backup: Store, over store: Store?) throws -> String? {
        try backup.engine.read { new in
            guard let store else {
                return try Store.objection(to: new, over: nil, at: "there.db", SQLiteEngine.dialect)?.name
            }
            return try store.engine.read {
                try Store.objection(to: new, over: $0, at: "there.db", SQLiteEngine.dialect)?.name
            }
        }
    }

    @Test("nothing stands in the way where nobody did anything yet")
    func untouched() throws {
        let fresh = try Self.store()
        try fresh.planShifts(by: Stamp.systemCode, at: Self.now)
        let worked = try Self.store(Self.other, isPractice: true)
        try worked.log(.information, at: Self.now - .hours(1))
        #expect(try Self.objection(to: worked, over: fresh) == nil)
    }

    @Test("a store never gives way to another hotline's, to made-up calls, or to less than it holds")
    func lost() throws {
        let worked = try Self.store()
        try worked.log(.information, at: Self.now - .hours(1))
        #expect(try Self.objection(to: try Self.store(Self.other), over: worked) == "other_hotline")
        #expect(try Self.objection(to: try Self.store(isPractice: true), over: worked) == "practice_backup")
        // Set up from the same profile, and still another store.
        let twin = try Self.store()
        try twin.log(.counselling, at: Self.now - .hours(2))
        try twin.log(.counselling, at: Self.now - .hours(3))
        #expect(try Self.objection(to: twin, over: worked) == "older_backup")
        #expect(try Self.objection(to: worked, over: try Self.store()) == nil)
    }

    @Test("what an operator changed in the set-up counts as well")
    func setUp() throws {
        let changed = try Self.store()
        try changed.perform(
            [.hotline(.addOperator(Operator(code: "07", roles: [.operator])))], by: Stamp.systemCode, at: Self.now)
        #expect(try Self.objection(to: try Self.store(), over: changed) == "older_backup")
    }

    @Test("how many events the backup lacks is counted from where the two part")
    func counted() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let engine = try SQLiteEngine.open(path: path, create: .new)
            let store = try Store.create(engine, hotline: Sample.hotline, at: Self.now) { _ in Sample.zone }
            for hour in 1...5 { try store.log(.information, at: Self.now - .hours(Int64(hour))) }
            try engine.backup(to: folder.path("copy.db")) { _ in }
            let before = try store.verify().events
            let last = try store.log(.counselling, at: Self.now + .hours(1), outcome: "consultation_given")
            let lacking = try store.verify().events - before
            let copy = try SQLiteEngine.open(path: folder.path("copy.db"))
            defer {
                copy.close()
                engine.close()
            }
            let objection = try copy.read { backup in
                try engine.read { try Store.objection(to: backup, over: $0, at: path, SQLiteEngine.dialect) }
            }
            let told = ZoneRules.utc.wallClock(at: try #require(try store.call(last)).lastChanged.at).iso8601
            #expect(objection == .olderBackup(path: path, lacking: lacking, last: told))
            // A backup that goes on where the store ended lacks nothing.
            let newer = try engine.read { backup in
                try copy.read { try Store.objection(to: backup, over: $0, at: path, SQLiteEngine.dialect) }
            }
            #expect(newer == nil)
        }
    }

    @Test("what is too damaged to be asked gives way to a backup, but not to made-up calls")
    func damaged() throws {
        let (real, practice) = (try Self.store(), try Self.store(isPractice: true))
        #expect(try Self.objection(to: real, over: nil) == nil)
        #expect(try Self.objection(to: practice, over: nil) == "practice_backup")
        let broken = try Self.store()
        try broken.log(.information, at: Self.now - .hours(1))
        try broken.engine.write { try $0.script("DROP TABLE event") }
        #expect(try Self.objection(to: real, over: broken) == nil)
        #expect(try Self.objection(to: practice, over: broken) == "practice_backup")
    }

    @Test("what is no whole store is no backup")
    func noBackup() throws {
        let store = try Self.store()
        let empty = try SQLiteEngine.inMemory()
        try empty.read { nothing in
            try store.engine.read { there in
                _ = #expect(throws: StoreError.unfinished(path: "")) {
                    try Store.objection(to: nothing, over: there, at: "there.db", SQLiteEngine.dialect)
                }
            }
        }
    }
}
