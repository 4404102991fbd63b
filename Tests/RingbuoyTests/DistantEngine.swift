import HotlineStore
import Synchronization
import WrappingEngine

/// A server that goes away and comes back: another store behind a line that can be cut.
final class DistantEngine: WrappingEngine {
    enum Trouble: Sendable {
        /// Nobody answers.
        case gone
        /// What is written is written, and the answer is lost on its way.
        case answerLost
        /// It answers and has no room.
        case full
    }

    let base: any Engine
    private let state: Mutex<(trouble: Trouble?, clock: Int64?)>

    init(_ base: any Engine) {
        self.base = base
        state = Mutex((nil, nil))
    }

    var trouble: Trouble? {
        get { state.withLock { $0.trouble } }
        set { state.withLock { $0.trouble = newValue } }
    }

    static let gone = StoreError.unavailable(path: "postgres://house/hotline", detail: "Connection refused")
    static let full = StoreError.diskFull(path: "postgres://house/hotline")

    func reach() throws { if trouble == .gone { throw DistantEngine.gone } }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        try reach()
        return try base.read(body)
    }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T { try answered { try base.write(body) } }

    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T {
        try answered { try base.writeRepeatably(body) }
    }

    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
        try answered { try base.writeTogether(on: keys, body) }
    }

    private func answered<T>(_ write: () throws -> T) throws -> T {
        try reach()
        if trouble == .full { throw DistantEngine.full }
        let result = try write()
        if trouble == .answerLost {
            trouble = .gone
            throw StoreError.unsure(path: path)
        }
        return result
    }

    var path: String { "postgres://house/hotline" }
    var beside: String? { nil }
    var ownFiles: String? { nil }
    func close() {}
    func clock() throws -> Int64? { state.withLock { $0.clock } }
    func setClock(_ milliseconds: Int64?) { state.withLock { $0.clock = milliseconds } }
}
