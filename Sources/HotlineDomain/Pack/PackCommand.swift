/// What can be asked of a pack.
public enum PackCommand: Hashable, Sendable {
    /// It goes to its donor; whoever asks signs for it.
    case release(PackContents)

    var contents: PackContents {
        switch self {
        case .release(let contents): contents
        }
    }
}
