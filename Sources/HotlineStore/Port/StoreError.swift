/// What can go wrong between a store and its file or server, translated once,
/// at the border that owns the import. Its sentence for people is in the
/// catalogue under `store.<name>`. Never contains statement arguments.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no file there.
    case missing(path: String)
    /// The file is something else.
    case notAStore(path: String)
    /// Written by a later release.
    case newerVersion(found: Int, known: Int)
    /// It was being made, and whoever made it was stopped.
    case unfinished(path: String)
    /// The file is damaged; `detail` says what the engine found.
    case damaged(detail: String)
    /// What was to take a store's place is; the store is as it was.
    case backupDamaged(path: String, detail: String)
    case readOnly(path: String)
    case diskFull(path: String)
    /// Somebody else held it longer than the busy time-out.
    case busy
    /// Other programs have the store open and would have to close it first.
    case inUse(path: String)
    /// There is a store already where one was to be made.
    case exists(path: String)
    /// A copy was to be made where something is already.
    case taken(path: String)
    /// A backup that would replace a store that somebody worked in is of another hotline,
    case otherHotline(path: String, held: String, other: String)
    /// or holds made-up calls,
    case practiceBackup(path: String)
    /// or lacks events that the store holds; `last`: when the last of them was.
    case olderBackup(path: String, lacking: Int64, last: String)
    /// The file or folder cannot be reached or made.
    case unavailable(path: String, detail: String)
    /// A folder that is not there cannot be made, or nothing can be made in it.
    case notMade(path: String, folder: String, detail: String)
    /// Words were asked for and nobody who may open them has signed in.
    case locked
    /// The file with an open store's key is not where it should be.
    case keyMissing(path: String)
    /// A key that is not this store's.
    case wrongKey(path: String)
    /// The hotline's key was turned over since this one was handed out.
    case keyTurned
    /// Made by a release before words were sealed.
    case olderVersion(found: Int, known: Int)
    /// The line to the server broke while something was committed: it may be there or not.
    case unsure(path: String)
    /// What was given for a server is no address of one.
    case notAnAddress(url: String, detail: String)
    /// Every number this program might go by is another one's.
    case nodeTaken(path: String)
    /// It is on its way to this place and not whole yet.
    case arriving(path: String)
    /// It was carried to another place, and is worked in there.
    case moved(path: String, to: String)
    /// What arrived is not what was sent; the store it was sent from is as it was.
    case moveDiffers(what: String)
    /// A desk that joined has room for so many programs at once, and they are there.
    case deskIsFull(path: String, programs: Int)
    /// A server copies its stores by its own means.
    case keptByServer(path: String)
    /// The role of the database that somebody came in by has no right to it.
    case noRight(path: String, detail: String)
    /// A statement failed in a way nobody foresaw; `detail` holds no arguments.
    case failed(detail: String)

    /// The key of its sentence without `store.`.
    public var name: String {
        switch self {
        case .missing: "missing"
        case .notAStore: "not_a_store"
        case .newerVersion: "newer_version"
        case .unfinished: "unfinished"
        case .damaged: "damaged"
        case .backupDamaged: "backup_damaged"
        case .readOnly: "read_only"
        case .diskFull: "disk_full"
        case .busy: "busy"
        case .inUse: "in_use"
        case .exists: "exists"
        case .taken: "taken"
        case .otherHotline: "other_hotline"
        case .practiceBackup: "practice_backup"
        case .olderBackup: "older_backup"
        case .unavailable: "unavailable"
        case .notMade: "not_made"
        case .locked: "locked"
        case .keyMissing: "key_missing"
        case .wrongKey: "wrong_key"
        case .keyTurned: "key_turned"
        case .olderVersion: "older_version"
        case .unsure: "unsure"
        case .notAnAddress: "not_an_address"
        case .nodeTaken: "node_taken"
        case .arriving: "arriving"
        case .moved: "moved"
        case .moveDiffers: "move_differs"
        case .deskIsFull: "desk_is_full"
        case .keptByServer: "kept_by_server"
        case .noRight: "no_right"
        case .failed: "failed"
        }
    }

    /// What fills the placeholders of its sentence.
    public var details: [String: String] {
        switch self {
        case .missing(let path), .notAStore(let path), .readOnly(let path), .diskFull(let path), .exists(let path),
            .inUse(let path), .unfinished(let path), .taken(let path), .practiceBackup(let path),
            .keyMissing(let path), .wrongKey(let path), .unsure(let path), .nodeTaken(let path),
            .keptByServer(let path), .arriving(let path):
            ["path": path]
        case .otherHotline(let path, let held, let other): ["path": path, "held": held, "other": other]
        case .olderBackup(let path, let lacking, let last):
            ["path": path, "lacking": String(lacking), "last": last]
        case .notMade(let path, let folder, let detail): ["path": path, "folder": folder, "detail": detail]
        case .moved(let path, let to): ["path": path, "to": to]
        case .moveDiffers(let what): ["what": what]
        case .deskIsFull(let path, let programs): ["path": path, "programs": String(programs)]
        case .notAnAddress(let url, let detail): ["url": url, "detail": detail]
        case .newerVersion(let found, let known), .olderVersion(let found, let known):
            ["found": String(found), "known": String(known)]
        case .damaged(let detail), .failed(let detail): ["detail": detail]
        case .unavailable(let path, let detail), .noRight(let path, let detail), .backupDamaged(let path, let detail):
            ["path": path, "detail": detail]
        case .busy, .locked, .keyTurned: [:]
        }
    }
}
