import HotlineDomain
import HotlineStore
import HotlineSwitch
import Wording

/// A feed that is read, to its end or as it goes on: what it tells is folded and
/// written, several changes in one transaction. As long as it runs it says that
/// it is there, and at its end that it is not.
struct FeedWriter {
    private var fold: FeedFold
    private var shelf: FeedShelf
    /// The mark of the feed before this one, and visits it told of.
    private let before: FeedMark?
    let known: [VisitFacts]
    /// When something was last told; this and what follows by the clock that nobody sets.
    private var toldAt = SwitchMoment.now.steady
    private var writtenAt = SwitchMoment.now.steady
    private var markedAt: Span?
    private var isClockSpokenOf = false
    private var linesNamed = 0

    /// Nothing waits longer to be written, however much more comes.
    private static let patience = Span.seconds(1)

    /// Refuses where another bridge feeds from this source.
    init(_ desk: Desk, source: String, _ kind: FeedKind = .read) throws {
        // The turn first: what the store remembers is then nobody else's to change.
        shelf = try FeedShelf(desk, source: source)
        let memory = try desk.store.feedMemory(source)
        before = memory.mark
        known = memory.open + memory.over
        fold = FeedFold(source: source, kind, after: memory)
    }

    mutating func take(_ events: [SwitchEvent]) throws {
        if !events.isEmpty { toldAt = SwitchMoment.now.steady }
        for event in events {
            warn(event)
            fold.take(event)
            if fold.batch.changes >= FeedShelf.perTransaction { try flush() }
        }
    }

    /// Between two things it reads: what is due by now. `hasMore`: the next is there already.
    mutating func rest(hasMore: Bool = false) throws {
        let now = SwitchMoment.now.steady
        if !hasMore || now >= writtenAt + FeedWriter.patience { try flush() }
        if fold.latest != nil, markedAt.map({ now >= $0 + FeedMark.interval }) ?? true {
            try flush(withMark: true)
        }
    }

    /// The end, in order: nobody listens any more.
    mutating func end() throws {
        let told = toldUntil
        fold.stop(at: told ?? before?.toldUntil ?? Clock.now)
        try flush(withMark: told != nil)
    }

    var count: FeedCount { fold.count.adding(shelf.count) }

    private mutating func flush(withMark: Bool = false) throws {
        let now = SwitchMoment.now.steady
        if withMark {
            fold.keep(mark)
            markedAt = now
        }
        writtenAt = now
        guard !fold.batch.isEmpty else { return }
        try shelf.write(fold.takeBatch())
    }

    /// The clock of the switch runs on from the last that was told: lines of
    /// last year say nothing of today.
    private var toldUntil: Instant? {
        fold.latest.map { latest in
            latest + Span(milliseconds: SwitchMoment.now.steady.milliseconds - toldAt.milliseconds)
        }
    }

    /// Which start of the switch it was only a bridge knows; the next one will ask.
    private var mark: FeedMark {
        let told = [toldUntil, before?.toldUntil].compactMap(\.self).max()
        return FeedMark(heardAt: Clock.now, toldUntil: told, bootAt: before?.bootAt, bootWords: before?.bootWords)
    }

    /// At once: a feed may go on for weeks. A clock once, lines as far as anybody would read on.
    private mutating func warn(_ event: SwitchEvent) {
        switch event {
        case .trouble(.clockSet(let span, let line), _) where !isClockSpokenOf:
            isClockSpokenOf = true
            Output.note(say("feed.clock_set", ["line": "\(line)", "seconds": "\(span.milliseconds / 1000)"]))
        case .trouble(.badLine(let line), _) where linesNamed < FeedCount.shownMax:
            linesNamed += 1
            Output.note(say(line.rule, line.details))
        default: break
        }
    }
}
