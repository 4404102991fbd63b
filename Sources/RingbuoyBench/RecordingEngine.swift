import HotlineStore
import Synchronization

/// Passes everything through and writes down what was asked in transactions
/// for writing: the statements that the raw interface is measured with.
final class RecordingEngine: Engine {
    /// One transaction as it was asked for.
    struct Transaction {
        /// What it was about, in order.
        var keys: [Int64] = []
        let steps: [Step]
    }

    struct Step {
        let sql: String
        let arguments: [SQLValue]
        /// How many rows were looked at; nil for a script of data definition.
        var rows: Int?
        /// Its answer was waited for.
        var asks = false
    }

    private let base: any Engine
    private let recorded = Mutex<[Transaction]>([])

    init(_ base: any Engine) { self.base = base }

    var transactions: [Transaction] { recorded.withLock { $0 } }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T { try base.write { try record([], $0, body) } }
    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.writeRepeatably { try record([], $0, body) }
    }
    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
        try base.writeTogether(on: keys) { try record(keys.sorted(), $0, body) }
    }

    private func record<T>(
        _ keys: [Int64], _ connection: any Connection, _ body: (any Connection) throws -> T
    ) throws -> T {
        let recorder = Recorder(connection)
        let value = try body(recorder)
        recorded.withLock { $0.append(Transaction(keys: keys, steps: recorder.steps)) }
        return value
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try base.read(body) }
    var path: String { base.path }
    var beside: String? { base.beside }
    func close() { base.close() }
    var dialect: Dialect { base.dialect }
    func changeMark() throws -> Int64 { try base.changeMark() }
    var node: Int64 { base.node }
    func integrityFindings() throws -> [String] { try base.integrityFindings() }
    func backup(to path: String, progress: (Double) -> Void) throws {
        try base.backup(to: path, progress: progress)
    }
    var bell: Int32? { base.bell }
    func drainBell() { base.drainBell() }
}

private final class Recorder: Connection {
    private let base: any Connection
    private(set) var steps: [RecordingEngine.Step] = []

    init(_ base: any Connection) { self.base = base }

    func run(_ sql: String, _ arguments: [SQLValue]) throws {
        steps.append(.init(sql: sql, arguments: arguments, rows: 0))
        try base.run(sql, arguments)
    }

    func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
        let place = noted(sql, arguments)
        try base.rows(sql, arguments) { row in
            count(at: place)
            return try body(row)
        }
    }

    func rowsAtOnce(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
        let place = noted(sql, arguments)
        try base.rowsAtOnce(sql, arguments) { row in
            count(at: place)
            return try body(row)
        }
    }

    private func noted(_ sql: String, _ arguments: [SQLValue]) -> Int {
        steps.append(.init(sql: sql, arguments: arguments, rows: 0, asks: true))
        return steps.count - 1
    }

    private func count(at place: Int) { steps[place].rows = (steps[place].rows ?? 0) + 1 }

    func script(_ sql: String) throws {
        steps.append(.init(sql: sql, arguments: [], rows: nil))
        try base.script(sql)
    }
}
