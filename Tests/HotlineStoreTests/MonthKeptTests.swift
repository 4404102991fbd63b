import HotlineDomain
import HotlineReports
import StoreSQLite
import Testing

@testable import HotlineStore

/// A closed month stays what it is: through a rebuild, two consoles, a fault.
@Suite("How closed months are kept")
struct MonthKeptTests {
    private let now = Sample.at("2009-09-02", "10:00")
    private let august = Period("2009-08")!

    private func fill(_ store: Store) throws {
        for day in 10...12 {
            let at = Sample.at("2009-08-\(day)", "10:00")
            try store.enter(day == 11 ? .sos : .information, of: at, now: at + .hours(1))
        }
        _ = try store.toldCase(at: Sample.at("2009-08-13", "10:00"), "case")
    }

    private func filled() throws -> Store {
        let store = try Sample.store()
        try fill(store)
        return store
    }

    @Test("a rebuild from the journal gives back the same month")
    func rebuild() throws {
        let store = try filled()
        try store.close("2009-08", at: now)
        let before = try store.closings()
        try store.engine.write { try $0.run("UPDATE month_closing SET figures = 'x', digest = 'y'", []) }
        #expect(try store.verify().findings.map(\.name) == ["row_differs"])
        try store.rebuild()
        #expect(try store.closings() == before)
        #expect(try store.verify().isSound)
    }

    @Test("figures that are not those of their digest are found")
    func digest() throws {
        let store = try filled()
        let text = try store.counted("2009-08", at: now).canonicalText
        let figures = MonthFigures(
            month: august.first, definitions: 1, text: text + "\n", digest: Store.digest(of: text),
            balance: MonthBalance())
        let id: MonthClosingID = store.newID(at: now)
        try store.perform([.month(id, .close(figures))], by: "91", at: now)
        #expect(try store.verify().findings == [.monthDiffers(month: "2009-08")])
    }

    @Test("of several consoles that close a month at once, one does, and the others are told that it is closed")
    func together() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let first = try Sample.store(in: path)
            try fill(first)
            let now = now
            let rules = try Together.run(4) { _ -> String in
                do {
                    try Sample.reopened(path).close("2009-08", at: now)
                    return "closed"
                } catch let refusal as Refusal {
                    return refusal.rule
                }
            }
            #expect(rules.sorted() == ["closed"] + Array(repeating: "month.already_closed", count: 3))
            #expect(try first.closings().count == 1)
            #expect(try first.verify().isSound)
        }
    }

    @Test("stopped at any statement, the month is open with all it had, or closed for good")
    func interrupted() throws {
        var (place, before, after) = (0, 0, 0)
        while true {
            let engine = FaultyEngine(try SQLiteEngine.inMemory())
            let store = try Store.create(engine, hotline: Sample.hotline, at: Sample.at("2009-08-01", "00:00")) { _ in
                Sample.zone
            }
            try fill(store)
            let tables = Schema.recordTables + Schema.readTables
            let kept = try engine.rows(of: tables)
            engine.failsAt = place
            let outcome = Result { try store.close("2009-08", at: now) }
            let hasFailed = engine.hasFailed
            engine.failsAt = nil
            let comment: Comment = "at statement \(place)"
            let closing = try store.closing(of: august)
            if closing == nil {
                before += 1
                #expect(try engine.rows(of: tables) == kept, comment)
                try store.close("2009-08", at: now)
            } else {
                after += 1
            }
            if case .failure(let error) = outcome { #expect(error as? StoreError == FaultyEngine.fault, comment) }
            #expect(try store.verify().isSound, comment)
            if !hasFailed { break }
            place += 1
        }
        #expect(before > 30 && after > 0, "\(before) \(after)")
    }
}
