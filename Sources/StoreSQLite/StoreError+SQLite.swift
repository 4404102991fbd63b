import GRDB
import HotlineStore

extension StoreError {
    /// What SQLite reported, in the store's words. Only its message is kept: it
    /// names tables and columns, never what was written into them.
    /// `files` is nil in memory.
    init(_ error: DatabaseError, _ files: StoreFiles?) {
        let path = files?.named ?? ""
        let said = "\(error.message ?? "") (SQLite \(error.extendedResultCode.rawValue))"
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(detail: said)
            case .SQLITE_IOERR, .SQLITE_CANTOPEN:
                files.map(Room.isGone) == true ? .diskFull(path: path) : .unavailable(path: path, detail: said)
            // Our statements name nothing that is not there when a store is whole.
            case .SQLITE_ERROR where StoreError.isOfMissingPart(error): .damaged(detail: said)
            case .SQLITE_PERM, .SQLITE_AUTH: .unavailable(path: path, detail: said)
            default: .failed(detail: said)
            }
    }

    private static func isOfMissingPart(_ error: DatabaseError) -> Bool {
        let said = error.message ?? ""
        return said.hasPrefix("no such table") || said.hasPrefix("no such column") || said.contains("has no column")
    }
}
