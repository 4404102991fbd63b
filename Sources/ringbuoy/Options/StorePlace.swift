import HotlineStore
import StorePostgres
import StoreSQLite
import Wording

/// Where a store is: a file, or a database on a server.
enum StorePlace {
    case file(String)
    case server(url: String)

    init(_ name: String) { self = PostgresEngine.isURL(name) ? .server(url: name) : .file(name) }

    /// How people are told of it: never with a password.
    var shown: String {
        switch self {
        case .file(let path): path
        case .server(let url): (try? PostgresEngine.shown(url)) ?? "postgres://"
        }
    }

    /// What the names of this user's own files for it begin with.
    var ownFiles: String {
        get throws {
            guard case .server = self else { return shown }
            let name = shown.map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "_" }
            return try Environment.stateFolder() + "/" + String(name)
        }
    }

    /// Whether there is something already, as far as one can see without opening it.
    var mayBeThere: Bool {
        switch self {
        case .file(let path): Environment.exists(path)
        case .server: true
        }
    }

    func open(mayOnlyRead: Bool = false) throws -> any Engine {
        switch self {
        case .file(let path): try SQLiteEngine.open(path: path, mayOnlyRead: mayOnlyRead)
        case .server(let url): try PostgresEngine.open(url: url, ownFiles: ownFiles)
        }
    }

    /// With room for a store, whether or not there is one.
    func make() throws -> any Engine {
        switch self {
        case .file(let path): try SQLiteEngine.open(path: path, create: .ifMissing)
        case .server(let url): try PostgresEngine.open(url: url, create: .ifMissing, ownFiles: ownFiles)
        }
    }

    /// The path, for what is done with files only; else a server is refused by name.
    func file() throws(StoreError) -> String {
        guard case .file(let path) = self else { throw .keptByServer(path: shown) }
        return path
    }
}
