import HotlineDomain
import HotlineStore
import StoreSQLite
import Synchronization
import Testing
import WrappingEngine

/// What a desk asks for all day costs by what is open, never by how many calls
/// there ever were: SQLite's own account of how it finds the rows.
@Suite("How rows are found")
struct StorePlanTests {
    @Test("no question of the desk walks through the history")
    func desk() throws {
        let listening = ListeningEngine(try SQLiteEngine.inMemory())
        let now = Sample.at("2009-09-14", "14:32")
        let store = try Store.create(listening, hotline: Sample.hotline, at: now) { _ in Sample.zone }
        let call = store.newID(Call.self, at: now)
        let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
        try store.perform(
            [.call(call, .enter(line: "md", started: now, ended: now, entry)), .call(call, .finalise)], by: "01",
            at: now)
        _ = try store.live(at: now)
        _ = try store.unfinishedCalls(of: "01")
        _ = try store.openWork(of: "01", at: now)
        _ = try store.currentShift(of: "01")
        _ = try store.calls(from: store.key(endOf: BusinessDate(days: 14_500)), limit: 50)
        _ = try store.count(.calls, #require(Period("2009-09")))
        for statement in listening.statements {
            for step in try listening.plan(of: statement) {
                #expect(!isWalk(step), "\(step): \(statement.sql)")
            }
        }
    }

    @Test("no question of the board walks through the history: a day, its changes, a week before, the hours ahead")
    func board() throws {
        let listening = ListeningEngine(try SQLiteEngine.inMemory())
        let now = Sample.at("2009-09-14", "14:32")
        let store = try Store.create(listening, hotline: Sample.hotline, at: now) { _ in Sample.zone }
        let today = BusinessDate("2009-09-14")!
        listening.forget()
        _ = try store.heads()
        try store.eachVisit(of: Period(day: today)) { _ in }
        try store.eachVisit(of: Period(day: today - 7)) { _ in }
        _ = try store.queueChanges(after: Heads())
        _ = try store.operatorStates(in: (now - .hours(12))..<now)
        _ = try store.operatorsNow(at: now)
        _ = try store.openEscalations()
        _ = try store.shifts((today - 1)...(today + 1))
        _ = try store.callBackTasks(since: today)
        _ = try store.arrivals(in: [(now - .days(7))..<(now - .days(6))], shortAbandon: .seconds(5))
        _ = try store.counts(.calls, by: .line, Period(day: today))
        _ = try store.loggedCalls(Period(day: today))
        #expect(listening.statements.count > 8)
        for statement in listening.statements {
            for step in try listening.plan(of: statement) {
                #expect(!isWalk(step), "\(step): \(statement.sql)")
            }
        }
    }

    @Test("when the first visit came is the first row of an index")
    func firstVisit() throws {
        let listening = ListeningEngine(try SQLiteEngine.inMemory())
        let now = Sample.at("2009-09-14", "14:32")
        let store = try Store.create(listening, hotline: Sample.hotline, at: now) { _ in Sample.zone }
        listening.forget()
        _ = try store.firstVisit()
        let statement = try #require(listening.statements.first { $0.sql.contains("visit") })
        #expect(statement.sql.hasSuffix("ORDER BY offered_at LIMIT 1"))
        let plan = try listening.plan(of: statement)
        #expect(plan == ["SEARCH visit USING COVERING INDEX visit_by_time (hotline=?)"], "nothing is sorted")
    }

    @Test("no question of a month's closing walks through the history")
    func month() throws {
        let listening = ListeningEngine(try SQLiteEngine.inMemory())
        let store = try Store.create(listening, hotline: Sample.hotline, at: Sample.at("2009-08-01", "00:00")) { _ in
            Sample.zone
        }
        try store.enter(.sos, of: Sample.at("2009-08-10", "10:00"), now: Sample.at("2009-08-10", "11:00"))
        _ = try store.toldCase(at: Sample.at("2009-08-13", "10:00"), "case")
        try store.close("2009-08", at: Sample.at("2009-09-02", "10:00"))
        listening.forget()
        _ = try store.months(at: Sample.at("2009-10-02", "10:00"))
        try store.reading(Period("2009-09")!) { _ = try $0.unended() }
        try store.close("2009-09", at: Sample.at("2009-10-02", "10:00"))
        #expect(listening.statements.count > 20)
        for statement in listening.statements {
            for step in try listening.plan(of: statement) {
                #expect(!isWalk(step), "\(step): \(statement.sql)")
                for table in ["case_file", "referral"] {
                    #expect(!step.hasPrefix("SCAN \(table)"), "\(step): \(statement.sql)")
                    #expect(step != "SEARCH \(table) USING INDEX \(table)_by_time (hotline=?)", "\(statement.sql)")
                }
            }
        }
    }

    /// Of the tables that grow with every call: read from end to end, or along
    /// an index with nothing but the hotline to go by.
    private func isWalk(_ step: String) -> Bool {
        ["call", "event", "words", "count_cell", "visit", "operator_state", "shift", "entry", "escalation"].contains {
            table in
            step.hasPrefix("SCAN \(table)")
                || (step.hasPrefix("SEARCH \(table) ") && step.hasSuffix("(hotline=?)")
                    && !["call_unfinished", "operator_state_now", "shift_on", "escalation_open"].contains {
                        step.contains($0)
                    })
        }
    }
}

/// Passes everything through and remembers what was asked.
private final class ListeningEngine: WrappingEngine {
    struct Statement: Hashable {
        let sql: String
        let arguments: [SQLValue]
    }

    let base: any Engine
    private let heard = Mutex<[String: Statement]>([:])

    init(_ base: any Engine) { self.base = base }

    var statements: [Statement] { heard.withLock { Array($0.values) } }

    func forget() { heard.withLock { $0 = [:] } }

    func plan(of statement: Statement) throws -> [String] {
        var steps: [String] = []
        try base.read { connection in
            try connection.rows("EXPLAIN QUERY PLAN " + statement.sql, statement.arguments) { row in
                steps.append(row.text(3))
                return true
            }
        }
        return steps
    }

    func inside(_ connection: any Connection) -> any Connection { Listener(engine: self, base: connection) }

    private struct Listener: Connection {
        let engine: ListeningEngine
        let base: any Connection

        func run(_ sql: String, _ arguments: [SQLValue]) throws {
            engine.heard.withLock { $0[sql] = Statement(sql: sql, arguments: arguments) }
            try base.run(sql, arguments)
        }
        func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
            engine.heard.withLock { $0[sql] = Statement(sql: sql, arguments: arguments) }
            try base.rows(sql, arguments, body)
        }
        func script(_ sql: String) throws { try base.script(sql) }
    }
}
