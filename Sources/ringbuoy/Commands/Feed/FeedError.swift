/// Why a feed cannot begin or go on.
enum FeedError: Error, Hashable {
    /// Another bridge feeds from this source.
    case taken(source: String)
    case unreadable(file: String, detail: String)
    /// Not one line, or record, of it is what the feed reads.
    case notUnderstood(file: String)
}
