import Dispatch
import HotlineDomain
import HotlineStore
import HotlineSwitch
import Wording

/// The half of the bridge that writes, on a thread of its own: a store that is
/// busy, full or away keeps nobody from hearing the switch. It tries again until
/// what was heard is written.
struct BridgeWriter: Sendable {
    private var shelf: FeedShelf
    private let outbox: FeedOutbox
    private let backfill: FeedBackfill?
    /// How often the last of it was tried in vain, once nothing more comes.
    private var lastTries = 0
    private var isKeptWaiting = false

    private static let pause = Span.seconds(1)
    /// Whoever ends a bridge waits some seconds for it.
    private static let lastTriesMax = 5

    init(_ shelf: FeedShelf, _ outbox: FeedOutbox, _ backfill: FeedBackfill?) {
        self.shelf = shelf
        self.outbox = outbox
        self.backfill = backfill
    }

    /// Writes what `hear` puts out, until it returns and all is written. What
    /// both have counted. Throws what ended either of them.
    func beside(_ hear: () throws -> FeedCount) throws -> FeedCount {
        let thread = DispatchQueue(label: "bridge-writer")
        thread.async { [self] in
            var writer = self
            writer.run()
        }
        let heard = Result { try hear() }
        outbox.finish()
        // One after the other: this waits for the end of the first.
        thread.sync {}
        if let failure = outbox.failure { throw failure }
        return try heard.get().adding(outbox.count)
    }

    private mutating func run() {
        do {
            while let batch = outbox.take() { try write(batch) }
            outbox.end(shelf.count)
        } catch {
            outbox.end(shelf.count, error)
        }
    }

    private mutating func write(_ batch: FeedBatch) throws {
        do {
            try shelf.write(batch)
        } catch let error as StoreError where error.mayPass {
            return try wait(for: error, batch)
        }
        if isKeptWaiting { Output.note(say("cli.feed.store_back")) }
        isKeptWaiting = false
        fill(batch)
    }

    private mutating func wait(for error: StoreError, _ batch: FeedBatch) throws {
        if outbox.isFinished { lastTries += 1 }
        if lastTries > BridgeWriter.lastTriesMax { throw error }
        if !isKeptWaiting {
            Output.note(say("cli.feed.store_waits", ["detail": say("store.\(error.name)", error.details)]))
        }
        isKeptWaiting = true
        outbox.putBack(batch)
        outbox.pause(BridgeWriter.pause)
    }

    /// What was missed, as far as the switch's own log knows it.
    private func fill(_ batch: FeedBatch) {
        var gaps = batch.gaps
        if let since = batch.dropped.since {
            Output.note(say("cli.feed.dropped", n: batch.dropped.visits + batch.dropped.states))
            gaps.append(since..<max(since + Span(milliseconds: 1), Clock.now))
        }
        guard var backfill else { return }
        backfill.names = outbox.names ?? backfill.names
        for gap in gaps {
            do {
                let log = try backfill.log(gap)
                var found = FeedBatch()
                for visit in log.over + log.talking { found.add(visit) }
                outbox.put(found)
                outbox.findTalks(log.talking)
                Output.note(say("cli.feed.gap_filled"))
            } catch {
                Output.note(Complaint(error).lines.joined(separator: " "))
            }
        }
    }
}

extension StoreError {
    /// Whether it may go better later, with nothing changed by us.
    fileprivate var mayPass: Bool {
        switch self {
        case .busy, .inUse, .diskFull, .unavailable, .readOnly: true
        default: false
        }
    }
}
