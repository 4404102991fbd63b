import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StoreSQLite

/// Logging one call through the store against the same SQL, statement for
/// statement, through SQLite's C interface; call by call in turn, so that both
/// meet the same disk.
enum LoggingBench {
    static let calls = 600

    static func run(in folder: URL) throws -> [Outcome] {
        let recording = RecordingEngine(try SQLiteEngine.inMemory())
        let recorded = try Desk(recording)
        for number in 0..<calls { try recorded.log(number) }
        let transactions = recording.transactions
        let durable = try compare(
            store: try SQLiteEngine.open(path: folder.appendingPathComponent("log.db").path, create: .new),
            raw: try RawSQLite(path: folder.appendingPathComponent("raw.db").path), transactions)
        let memory = try compare(
            store: try SQLiteEngine.inMemory(), raw: try RawSQLite(path: ":memory:"), transactions)
        return [
            .ratio(
                "log one call / raw SQLite, synchronous=FULL", durable.ratio, detail: durable.detail, goal: 1.3),
            Outcome("log one call / raw SQLite, in memory: rules and codec", durable.statements + memory.detail),
        ]
    }

    struct Comparison {
        let store: Timing
        let raw: Timing
        let count: Int
        var ratio: Double { store.microseconds / raw.microseconds }
        var detail: String { String(format: "%.0f us / %.0f us", store.microseconds, raw.microseconds) }
        var statements: String { "\(count) statements, " }
    }

    private static func compare(
        store engine: any Engine, raw: RawSQLite, _ transactions: [RecordingEngine.Transaction]
    ) throws -> Comparison {
        let desk = try Desk(engine)
        // The store's tables and set-up, then call by call.
        let settingUp = transactions.count - calls
        for transaction in transactions.prefix(settingUp) { try raw.perform(transaction) }
        var (store, bare) = (Timing(), Timing())
        for (number, transaction) in transactions.dropFirst(settingUp).enumerated() {
            let steps = try raw.prepared(transaction)
            try store.add { try desk.log(number) }
            try bare.add { try raw.run(steps) }
        }
        return Comparison(store: store, raw: bare, count: transactions.last?.steps.count ?? 0)
    }

    /// One operator on shift who logs calls.
    private struct Desk {
        let store: Store

        init(_ engine: any Engine) throws {
            store = try Store.create(engine, hotline: .practice, at: LoggedCall.opened) { try ZoneRules.named($0) }
            let signOn = ShiftCommand.signOnUnplanned(reason: "covering", end: LoggedCall.opened + .hours(12))
            try store.perform(
                [.shift(store.newID(Shift.self, at: LoggedCall.opened), signOn)], by: "01", at: LoggedCall.opened)
        }

        func log(_ number: Int) throws { try LoggedCall.log(in: store, number: number, by: "01") }
    }
}
