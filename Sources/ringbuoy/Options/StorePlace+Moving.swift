import HotlineStore
import StorePostgres
import StoreSQLite
import Wording

/// A place that a store is carried from or to.
extension StorePlace {
    /// As it is remembered: a server's address without its password; a file from anywhere by its whole path.
    var kept: String {
        get throws {
            switch self {
            case .file(let path): path.hasPrefix("/") ? path : Environment.workingFolder + "/" + path
            case .server(let url): try PostgresEngine.kept(url).address
            }
        }
    }

    /// As desks are told of it, who come in by a role of their own: whatever it is called.
    var keptForDesks: String {
        get throws { PostgresEngine.shown(try kept, to: "ROLE") }
    }

    /// For whoever carries it away: with nobody else there.
    func openAlone() throws -> any Engine {
        guard case .file(let path) = self else { return try open() }
        return try SQLiteEngine.open(path: path, isAlone: true)
    }

    /// The address of a server; a file is refused by name.
    func server() throws -> (address: String, hadPassword: Bool) {
        guard case .server(let url) = self else {
            throw StoreError.notAnAddress(url: shown, detail: "postgres://...")
        }
        return try PostgresEngine.kept(url)
    }
}

extension Engine {
    /// Whether somebody else works in it. A file that was opened alone is nobody else's.
    func hasOthers() throws -> Bool { try (self as? PostgresEngine)?.hasOthers() ?? false }
}
