import GRDB
import HotlineStore

extension SQLiteEngine {
    public func backup(to path: String, progress: (Double) -> Void) throws {
        let target = StoreFiles(path)
        try WholeFile(target, suffix: ".partial-\(node)").make { making in
            try translated {
                try writer.read { source in
                    // Begins the snapshot: without it every commit of another
                    // program would send the copy back to its first page.
                    _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
                    try SQLiteEngine.copy(source, to: making, for: target, progress)
                }
            }
        }
    }

    /// Copies a database as one file that needs no other beside it, so that it
    /// can be read from a disk that cannot be written.
    static func copy(_ source: Database, to path: String, for files: StoreFiles, _ progress: (Double) -> Void) throws
    {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { target in
                // Nothing to roll back: the file is whole or thrown away, and
                // brought to the disk once, at the end.
                try target.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                try withoutActuallyEscaping(progress) { progress in
                    try source.backup(to: target, pagesPerStep: 1024) { step in
                        guard step.totalPageCount > 0 else { return }
                        progress(1 - Double(step.remainingPageCount) / Double(step.totalPageCount))
                    }
                }
                try target.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw StoreError(error, files)
        }
    }
}
