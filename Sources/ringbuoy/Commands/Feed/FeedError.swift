/// Why a feed cannot begin or go on.
enum FeedError: Error, Hashable {
    /// Another bridge feeds from this source.
    case taken(source: String)
    case unreadable(file: String, detail: String)
}
