import GRDB
import Glibc
import HotlineStore

extension StoreError {
    /// What SQLite reported, in the store's words. Only its message is kept: it
    /// names tables and columns, never what was written into them.
    init(_ error: DatabaseError, path: String, systemError: Int32 = 0) {
        let said = error.message ?? ""
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(detail: said)
            case .SQLITE_IOERR, .SQLITE_CANTOPEN:
                Room.isShort(systemError) || Room.isGone(beside: path)
                    ? .diskFull(path: path) : .unavailable(path: path, detail: said)
            case .SQLITE_PERM, .SQLITE_AUTH: .unavailable(path: path, detail: said)
            default: .failed(detail: "SQLite \(error.extendedResultCode.rawValue): \(said)")
            }
    }
}
