import HotlineDomain
import StoreSQLite
import Synchronization
import WrappingEngine

@testable import HotlineStore

/// In memory, and quick to ask: a reader is kept from writing by nobody, which
/// else makes all of an engine's statements be prepared anew for every question.
final class QuickEngine: WrappingEngine {
    let base: any Engine
    /// How often a statement is run that is to be run once; nil where nothing is wrong.
    private let fault: (@Sendable (String) -> Int)?
    private let left = Mutex<Int?>(nil)
    /// What it holds a second time, to be filled with again.
    private let kept = Mutex<StoreRows?>(nil)

    static let full = StoreError.diskFull(path: "hotline.db")

    /// So many statements more, and the disk is full; nil where there is room.
    var room: Int? {
        get { left.withLock { $0 } }
        set { left.withLock { $0 = newValue } }
    }

    fileprivate func takeRoom() throws {
        try left.withLock { left in
            guard let room = left else { return }
            guard room > 0 else { throw QuickEngine.full }
            left = room - 1
        }
    }

    init(_ base: SQLiteEngine, fault: (@Sendable (String) -> Int)? = nil) {
        self.base = base
        self.fault = fault
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try base.write(body) }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        guard fault != nil || room != nil else { return try base.write(body) }
        return try base.write { connection in
            let result = try body(Faulty(engine: self, base: connection, fault: fault))
            // Nothing is kept before the end of it is.
            try takeRoom()
            return result
        }
    }

    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T { try write(body) }
    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T { try write(body) }

    /// Memory holds what was put there.
    func integrityFindings() throws -> [String] { [] }

    /// Instead of whatever it holds, and without a fault. `isOften`: with the same rows again and again.
    func fill(_ rows: StoreRows, isOften: Bool) throws {
        try kept.withLock { kept in
            if kept === rows { return try rows.refill(base) }
            try rows.fill(base)
            guard isOften, kept == nil else { return }
            try rows.keep(in: base)
            kept = rows
        }
    }

    private struct Faulty: Connection {
        let engine: QuickEngine
        let base: any Connection
        let fault: (@Sendable (String) -> Int)?

        func run(_ sql: String, _ arguments: [SQLValue]) throws {
            try engine.takeRoom()
            for _ in 0..<(fault?(sql) ?? 1) { try base.run(sql, arguments) }
        }

        func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
            try base.rows(sql, arguments, body)
        }

        func script(_ sql: String) throws { try base.script(sql) }
    }
}

/// Engines are made once and filled anew for every history: their statements stay prepared.
final class EngineShelf {
    private var engines: [String: QuickEngine] = [:]
    private let fault: (@Sendable (String) -> Int)?

    /// `fault`: of every store in the history.
    init(fault: (@Sendable (String) -> Int)? = nil) { self.fault = fault }

    /// `name`: whose it is in a history; nobody else's meanwhile. `isOften`: every history begins with these rows.
    func store(
        _ name: String, node: Int64, _ rows: StoreRows, isOften: Bool = false, _ chance: SeededChance
    ) throws -> Store {
        let key = "\(name) \(node)"
        let engine = try engines[key] ?? make(node)
        engines[key] = engine
        try engine.fill(rows, isOften: isOften)
        return try Store.open(engine, chance: chance) { _ in Sample.zone }
    }

    private func make(_ node: Int64) throws -> QuickEngine {
        QuickEngine(try StoreRows.makeEngine(node: node), fault: fault)
    }
}
