import GRDBSQLite
import Glibc
import HotlineStore

/// What a file says it is, found out without changing anything: no lock, no
/// file beside it.
enum FileMark: Equatable {
    case store
    case otherDatabase
    case noDatabase
    case damaged(String)

    /// nil where there is no file.
    init?(_ files: StoreFiles) throws(StoreError) {
        var about = stat()
        guard stat(files.database, &about) == 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw StoreError(systemError: errno, path: files.named) }
            return nil
        }
        guard about.st_mode & S_IFMT == S_IFREG else {
            self = .noDatabase
            return
        }
        guard access(files.database, R_OK) == 0 else {
            throw .unavailable(path: files.named, detail: String(cString: strerror(errno)))
        }
        self = FileMark.read(files.database)
    }

    func refuseOthers(_ files: StoreFiles) throws(StoreError) {
        switch self {
        case .store: return
        case .otherDatabase: throw .notAStore(path: files.named)
        case .noDatabase:
            // With our lock beside it, it was a store once.
            guard access(files.lock, F_OK) == 0 else { throw .notAStore(path: files.named) }
            throw .damaged(detail: "file is not a database")
        case .damaged(let detail): throw .damaged(detail: detail)
        }
    }

    /// Through SQLite, as a file nobody changes: were it opened and closed
    /// directly, the locks of another engine in this process would go.
    private static func read(_ path: String) -> FileMark {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        guard sqlite3_open_v2("file:" + escaped(path) + "?immutable=1", &connection, flags, nil) == SQLITE_OK else {
            return .damaged(message(connection))
        }
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        sqlite3_prepare_v2(connection, "PRAGMA application_id", -1, &statement, nil)
        switch sqlite3_step(statement) & 0xFF {
        case SQLITE_ROW:
            return sqlite3_column_int(statement, 0) == SQLiteEngine.applicationID ? .store : .otherDatabase
        case SQLITE_NOTADB: return .noDatabase
        default: return .damaged(message(connection))
        }
    }

    private static func message(_ connection: OpaquePointer?) -> String { String(cString: sqlite3_errmsg(connection)) }

    /// A path inside a URI: `?`, `#` and `%` mean something there.
    private static func escaped(_ path: String) -> String {
        path.reduce(into: "") { text, character in
            switch character {
            case "%": text += "%25"
            case "?": text += "%3f"
            case "#": text += "%23"
            default: text.append(character)
            }
        }
    }
}
