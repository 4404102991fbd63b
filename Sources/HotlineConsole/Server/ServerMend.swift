import HotlineStore

/// What somebody has to do before a server is to be used again. Where there is nothing of the kind it comes back
/// by itself, and nobody has to do anything.
public enum ServerMend: String, CaseIterable, Sendable {
    /// The role's password is another one by now, or this desk never had it.
    case password
    /// It lets nobody in from here.
    case letIn = "let_in"
    /// What the address names is not there.
    case address
    /// The role was made without a right, or lost it.
    case right
    /// What stands in the way says itself what is to be done.
    case said

    /// Nil for what passes: a server that is down, a line that is cut, a disk that is full.
    public init?(_ trouble: FerryNote.Trouble) {
        guard trouble.moved == nil else { return nil }
        switch trouble.name {
        case StoreError.noRight(path: "", detail: "").name: self = .right
        case StoreError.missing(path: "").name, StoreError.notAStore(path: "").name: self = .address
        case StoreError.unavailable(path: "", detail: "").name:
            guard let mend = ServerSentence.mend(trouble.details["detail"] ?? "") else { return nil }
            self = mend
        case StoreError.newerVersion(found: 0, known: 0).name, StoreError.olderVersion(found: 0, known: 0).name,
            StoreError.unfinished(path: "").name, StoreError.damaged(detail: "").name:
            self = .said
        default: return nil
        }
    }
}
