import Foundation
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// The supervisor's board over histories of visits: the same day each time, and
/// years before it that must cost nothing. All sizes are there at once and are
/// asked in turns, so that a neighbour on the machine slows each of them alike.
struct BoardBench {
    private var boards: [MeasuredBoard] = []
    private var leftOut: [Outcome] = []

    /// Each is asked so many times, and before that a few times unmeasured: caches fill, statements are prepared.
    private static let rounds = 101
    private static let warmUp = 5

    /// Sizes for which the disk has no room are left out, and said.
    init(upTo most: Int, in folder: URL) throws {
        var count = min(10_000, max(1, most))
        var bytesPerVisit = 2_000.0
        while count <= most {
            let needed = bytesPerVisit * Double(count) * 1.5
            if let free = BoardBench.free(in: folder), free < needed {
                leftOut.append(
                    Outcome(
                        "visits, \(count)", "left out: \(gigabytes(needed)) of disk needed, \(gigabytes(free)) free"))
                break
            }
            let board = try MeasuredBoard(VisitHistory(count: count, in: folder))
            bytesPerVisit = board.history.bytesPerVisit
            boards.append(board)
            count *= 10
        }
        for round in 0..<(BoardBench.warmUp + BoardBench.rounds) {
            for place in boards.indices {
                // Another one first each time: nobody is always the one behind the largest.
                let turn = (place + round) % boards.count
                try boards[turn].ask(isMeasured: round >= BoardBench.warmUp)
            }
        }
    }

    private static func free(in folder: URL) -> Double? {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return (values?[.systemFreeSize] as? NSNumber)?.doubleValue
    }

    func outcomes() -> [Outcome] {
        let powers = boards.map { "10^\(String($0.history.count).count - 1)" }.joined(separator: ", ")
        let asked: [(String, KeyPath<MeasuredBoard, Timing>)] = [
            ("the supervisor's board, opened, visits", \.opening),
            ("its week before and hours ahead, visits", \.past), ("it, after a visit, visits", \.change),
        ]
        let ratios = asked.map { name, timing in
            let times = boards.map { $0[keyPath: timing].microseconds }
            let detail = times.map { String(format: "%.0f", $0) }.joined(separator: " / ") + " us"
            return Outcome.ratio(
                "\(name) \(powers)", (times.max() ?? 1) / (times.min() ?? 1), detail: detail, goal: 2)
        }
        let written = boards.map(\.history).map { history in
            Outcome(
                "visits told in bulk, \(history.count)",
                String(format: "%.0f a second, %.0f bytes each", history.perSecond, history.bytesPerVisit))
        }
        return ratios + written + leftOut
    }
}

private func gigabytes(_ bytes: Double) -> String { String(format: "%.1f GB", bytes / 1_000_000_000) }

/// A store with so many visits, and the board over it as it goes on.
private struct MeasuredBoard {
    let history: VisitHistory
    private let hotline: Hotline
    private let zone: ZoneRules
    private let targets: QueueTargets
    private let date: BusinessDate
    private var board: QueueBoard
    private var heads: Heads
    private var told: Int

    private(set) var opening = Timing()
    private(set) var past = Timing()
    private(set) var change = Timing()

    init(_ history: VisitHistory) throws {
        self.history = history
        hotline = try history.store.hotline()
        zone = try history.store.zone(hotline.zone)
        targets = QueueTargets(hotline.settings)
        date = hotline.businessDate(of: VisitHistory.now, zone: zone)
        told = history.count
        let news = try history.store.boardNews(date, after: nil, at: VisitHistory.now)
        board = QueueBoard(date, hotline, targets: targets, zone: zone)
        board.take(news)
        heads = news.heads
    }

    mutating func ask(isMeasured: Bool) throws {
        let (store, now) = (history.store, VisitHistory.now)
        var (opening, past, change) = (Timing(), Timing(), Timing())
        try opening.add {
            var fresh = QueueBoard(date, hotline, targets: targets, zone: zone)
            fresh.take(try store.boardNews(date, after: nil, at: now))
        }
        _ = try past.add { try store.boardPast(date, targets, at: now) }
        try history.tell(told, at: now)
        told += 1
        try change.add {
            let news = try store.boardNews(date, after: heads, at: now)
            board.take(news)
            heads = news.heads
            _ = QueueLine.of(board.day, hotline, in: Period(day: date), isFed: true, at: now)
            _ = QueueLine.all(board.day, isFed: true, at: now)
        }
        guard isMeasured else { return }
        self.opening.add(opening)
        self.past.add(past)
        self.change.add(change)
    }
}
