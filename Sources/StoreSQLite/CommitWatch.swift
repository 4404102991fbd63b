import GRDB
import HotlineStore
import Synchronization

/// Notices commits. On a file: through a connection of its own that never
/// writes, because SQLite's `data_version` tells a connection of everybody's
/// commits but its own. In memory: by counting.
final class CommitWatch: Sendable {
    private enum Means {
        case counting(Int64)
        case unopened(StoreFiles)
        case observing(DatabaseQueue)
    }

    private let means: Mutex<Means>

    init(_ files: StoreFiles?) { means = Mutex(files.map { .unopened($0) } ?? .counting(0)) }

    func mark() throws -> Int64 {
        try means.withLock { means in
            switch means {
            case .counting(let commits): return commits
            case .observing(let queue): return try CommitWatch.version(queue)
            case .unopened(let files):
                var configuration = Configuration()
                configuration.readonly = true
                configuration.busyMode = .timeout(SQLiteEngine.busySeconds)
                let queue = try DatabaseQueue(path: files.database, configuration: configuration)
                means = .observing(queue)
                return try CommitWatch.version(queue)
            }
        }
    }

    func committed() {
        means.withLock { if case .counting(let commits) = $0 { $0 = .counting(commits + 1) } }
    }

    func close() {
        means.withLock { if case .observing(let queue) = $0 { try? queue.close() } }
    }

    private static func version(_ queue: DatabaseQueue) throws -> Int64 {
        try queue.unsafeRead { database in
            try Int64.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
    }
}
