import Foundation
import HotlineConsole
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineReports
import HotlineStore
import StoreSQLite

/// The supervisor's board over a history of visits: the same day each time,
/// and years before it that must cost nothing.
struct BoardBench {
    let count: Int
    /// A busy line's; the history is as many days of it as make the count.
    private static let visitsPerDay = 150
    private static let times = 40
    private static let batchSize = 20_000

    private(set) var opening = Timing()
    private(set) var past = Timing()
    private(set) var change = Timing()
    private(set) var writing = 0.0

    init(count: Int, in folder: URL) throws {
        self.count = count
        let path = folder.appendingPathComponent("visits-\(count).db").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let engine = try SQLiteEngine.open(path: path, create: .new)
        defer { engine.close() }
        let now = SizeBench.now
        var hotline = Hotline.practice
        let length = Int64(count / BoardBench.visitsPerDay + 2)
        hotline.lines[0].since = try ZoneRules.named(hotline.zone).date(at: now - .days(length)) - 1
        let store = try Store.create(engine, hotline: hotline, isPractice: true, at: now - .days(length)) {
            try ZoneRules.named($0)
        }
        try write(into: store, until: now)
        try ask(store, at: now)
    }

    private mutating func write(into store: Store, until now: Instant) throws {
        let step = Int64(86_400_000 / BoardBench.visitsPerDay)
        var timing = Timing()
        try timing.add {
            var next = 0
            while next < count {
                let end = min(count, next + BoardBench.batchSize)
                try store.batch { batch in
                    for number in next..<end {
                        let at = now - Span(milliseconds: step * Int64(count - number))
                        let id = store.newID(Visit.self, at: at)
                        let command = VisitCommand.observe(source: "bench", BoardBench.visit(number, at))
                        try batch.perform([.visit(id, command)], by: Stamp.systemCode, at: at)
                    }
                }
                next = end
            }
        }
        writing = Double(count) / timing.seconds
    }

    private static func visit(_ number: Int, _ at: Instant) -> VisitFacts {
        var facts = VisitFacts(
            id: SwitchCallID("v\(number)"), call: "v\(number)", line: "tn", offered: .init(at: at, isExact: true))
        let isAnswered = number % 6 > 0
        facts.ending = isAnswered ? .answered(by: "0\(number % 4 + 1)") : .abandoned
        facts.endedAt = .init(at: at + .seconds(Int64(number % 50)), isExact: true)
        if isAnswered {
            var talk = VisitFacts.Talk()
            talk.ended = .init(at: at + .seconds(Int64(60 + number % 600)), isExact: true)
            facts.talk = talk
        }
        return facts
    }

    private mutating func ask(_ store: Store, at now: Instant) throws {
        let hotline = try store.hotline()
        let zone = try store.zone(hotline.zone)
        let targets = QueueTargets(hotline.settings)
        let date = hotline.businessDate(of: now, zone: zone)
        func opened() throws -> (QueueBoard, Int64) {
            var board = QueueBoard(date, hotline, targets: targets, zone: zone)
            let news = try store.boardNews(date, after: nil, at: now)
            board.take(news)
            return (board, news.position)
        }
        opening = try Timing.of(BoardBench.times) { try opened() }
        past = try Timing.of(BoardBench.times) { try store.boardPast(date, targets, at: now) }
        var (board, position) = try opened()
        for number in 0..<BoardBench.times {
            let facts = BoardBench.visit(count + number, now)
            let id = store.newID(Visit.self, at: now)
            try store.perform([.visit(id, .observe(source: "bench", facts))], by: Stamp.systemCode, at: now)
            try change.add {
                let news = try store.boardNews(date, after: position, at: now)
                board.take(news)
                position = news.position
                _ = QueueLine.of(board.day, hotline, isFed: true, at: now)
                _ = QueueLine.all(board.day, isFed: true, at: now)
            }
        }
    }

    static func outcomes(_ sizes: [BoardBench]) -> [Outcome] {
        let powers = sizes.map { "10^\(String($0.count).count - 1)" }.joined(separator: ", ")
        let asked: [(String, KeyPath<BoardBench, Timing>)] = [
            ("the supervisor's board, opened, visits", \.opening),
            ("its week before and hours ahead, visits", \.past), ("it, after a visit, visits", \.change),
        ]
        return asked.map { name, timing in
            let times = sizes.map { $0[keyPath: timing].microseconds }
            let detail = times.map { String(format: "%.0f", $0) }.joined(separator: " / ") + " us"
            return .ratio("\(name) \(powers)", (times.max() ?? 1) / (times.min() ?? 1), detail: detail, goal: 2)
        } + sizes.map { Outcome("visits told in bulk, \($0.count)", String(format: "%.0f a second", $0.writing)) }
    }
}
