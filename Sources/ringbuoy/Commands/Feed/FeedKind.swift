/// How a feed comes by what it tells.
struct FeedKind: Hashable, Sendable {
    /// Whether it knows moments better than to the second.
    let isExact: Bool
    /// Begun anew, it may tell once more what the feed before it has told.
    let tellsAgain: Bool

    /// A switch that is listened to: what was said is said once.
    static let heard = FeedKind(isExact: true, tellsAgain: false)
    /// Lines or a recording.
    static let read = FeedKind(isExact: true, tellsAgain: true)
    /// A log of whole seconds.
    static let log = FeedKind(isExact: false, tellsAgain: true)
}
