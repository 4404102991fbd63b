/// What happened to a pack.
public enum PackEvent: Hashable, Sendable, Codable {
    case released(contents: PackContents)
    /// The very same once more.
    case releasedAgain
}
