import Glibc

/// Why a pack could not be put where it was to go; nothing of it is there.
/// Its sentence for people is in the catalogue under `cli.export.<name>`.
enum FolderError: Error, Hashable {
    /// Something else lies there.
    case taken(path: String)
    /// The program stands in it, or deeper.
    case standing(path: String)
    /// The hotline's store lies in it, or deeper.
    case holdsStore(path: String)
    /// The folder it was to lie in is not there.
    case noParent(path: String)
    case readOnly(path: String)
    case diskFull(path: String)
    case unavailable(path: String, detail: String)

    /// By the system's number of the error.
    init(_ code: Int32, _ path: String) {
        self =
            switch code {
            case EACCES, EPERM, EROFS: .readOnly(path: path)
            case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
            case ENOENT, ENOTDIR: .noParent(path: path)
            default: .unavailable(path: path, detail: String(cString: strerror(code)))
            }
    }

    var name: String {
        switch self {
        case .taken: "taken"
        case .standing: "standing"
        case .holdsStore: "holds_store"
        case .noParent: "no_parent"
        case .readOnly: "read_only"
        case .diskFull: "disk_full"
        case .unavailable: "unavailable"
        }
    }

    var details: [String: String] {
        switch self {
        case .taken(let path), .standing(let path), .holdsStore(let path), .noParent(let path), .readOnly(let path),
            .diskFull(let path):
            ["folder": path]
        case .unavailable(let path, let detail): ["folder": path, "detail": detail]
        }
    }
}
