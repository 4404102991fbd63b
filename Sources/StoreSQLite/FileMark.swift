import GRDBSQLite
import Glibc
import HotlineStore

/// What a file says it is in its first hundred bytes, found out without changing
/// anything: no lock, no journal, no file beside it.
enum FileMark: Equatable {
    case store
    case otherDatabase
    case noDatabase

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
        let header = FileMark.header(files.database)
        let mark = withUnsafeBytes(of: SQLiteEngine.applicationID.bigEndian) { Array($0) }
        if !header.starts(with: Array("SQLite format 3\0".utf8)) {
            self = .noDatabase
        } else {
            self = Array(header[68..<72]) == mark ? .store : .otherDatabase
        }
    }

    func refuseOthers(_ files: StoreFiles) throws(StoreError) {
        switch self {
        case .store: return
        case .otherDatabase: throw .notAStore(path: files.named)
        case .noDatabase:
            // With our lock beside it, it was a store once.
            guard access(files.lock, F_OK) == 0 else { throw .notAStore(path: files.named) }
            throw .damaged(detail: "the file does not begin as a database does")
        }
    }

    /// By way of SQLite's own handle: were the file opened and closed directly,
    /// the locks another engine of this process has on it would go. And past its
    /// pages: while a journal is beside it they may be of different ages.
    private static func header(_ path: String) -> [UInt8] {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else { return [] }
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        var header = [UInt8](repeating: 0, count: 100)
        guard let read = file?.pointee.pMethods?.pointee.xRead,
            read(file, &header, Int32(header.count), 0) == SQLITE_OK
        else { return [] }
        return header
    }
}
