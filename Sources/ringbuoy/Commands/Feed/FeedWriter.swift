import HotlineDomain
import HotlineSwitch

/// A feed that is read to its end, or followed, in one go: what it tells is
/// folded and written, several changes in one transaction. Told twice, nothing
/// changes.
struct FeedWriter {
    private var fold: FeedFold
    private var shelf: FeedShelf

    /// Refuses where another bridge feeds from this source.
    init(_ desk: Desk, source: String, isExact: Bool = true) throws {
        shelf = try FeedShelf(desk, source: source)
        fold = FeedFold(source: source, isExact: isExact)
    }

    mutating func take(_ events: [SwitchEvent]) throws {
        for event in events {
            fold.take(event)
            if fold.batch.changes >= FeedShelf.perTransaction { try flush() }
        }
    }

    mutating func flush() throws {
        guard !fold.batch.isEmpty else { return }
        try shelf.write(fold.takeBatch())
    }

    var count: FeedCount { fold.count.adding(shelf.count) }
}
