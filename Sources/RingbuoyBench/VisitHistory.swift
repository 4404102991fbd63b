import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StoreSQLite

/// A store with so many visits up to now: the last weeks are those of one busy
/// line, whatever the size; what was before is as dense as it must be.
final class VisitHistory {
    let count: Int
    let store: Store
    private(set) var perSecond = 0.0
    private(set) var bytesPerVisit = 0.0

    private let engine: SQLiteEngine
    static let now = SizeBench.now
    private static let perDay = 150
    /// More than a board looks back.
    private static let recentDays = 63
    private static let yearsMax = 20
    private static let batchSize = 20_000

    init(count: Int, in folder: URL) throws {
        self.count = count
        let path = folder.appendingPathComponent("visits-\(count).db").path
        engine = try SQLiteEngine.open(path: path, create: .new)
        var hotline = Hotline.practice
        let start = VisitHistory.now - VisitHistory.length(of: count) - .days(2)
        hotline.lines[0].since = try ZoneRules.named(hotline.zone).date(at: start) - 1
        store = try Store.create(engine, hotline: hotline, isPractice: true, at: start) { try ZoneRules.named($0) }
        var writing = Timing()
        try writing.add { try write() }
        perSecond = Double(count) / writing.seconds
        let files = [path, path + "-wal"].compactMap { try? FileManager.default.attributesOfItem(atPath: $0)[.size] }
        bytesPerVisit = files.compactMap { ($0 as? NSNumber)?.doubleValue }.reduce(0, +) / Double(count)
    }

    deinit { engine.close() }

    /// One more visit of that number.
    func tell(_ number: Int, at instant: Instant) throws {
        let id = store.newID(Visit.self, at: instant)
        let command = VisitCommand.observe(source: "bench", VisitHistory.visit(number, instant))
        try store.perform([.visit(id, command)], by: Stamp.systemCode, at: instant)
    }

    private func write() throws {
        var next = 0
        while next < count {
            let end = min(count, next + VisitHistory.batchSize)
            try store.batch { batch in
                for number in next..<end {
                    let at = VisitHistory.moment(of: number, count)
                    let id = store.newID(Visit.self, at: at)
                    let command = VisitCommand.observe(source: "bench", VisitHistory.visit(number, at))
                    try batch.perform([.visit(id, command)], by: Stamp.systemCode, at: at)
                }
            }
            next = end
        }
    }

    // MARK: - When they came

    private static func recent(of count: Int) -> Int { min(count, perDay * recentDays) }

    private static func recentLength(of count: Int) -> Span {
        Span(milliseconds: Int64(recent(of: count)) * 86_400_000 / Int64(perDay))
    }

    /// Of what was before the last weeks.
    private static func olderLength(of count: Int) -> Span {
        let older = Int64(count - recent(of: count))
        return Span(milliseconds: min(older * 86_400_000 / Int64(perDay), Int64(yearsMax) * 365 * 86_400_000))
    }

    private static func length(of count: Int) -> Span { recentLength(of: count) + olderLength(of: count) }

    private static func moment(of number: Int, _ count: Int) -> Instant {
        let (recent, older) = (recent(of: count), count - recent(of: count))
        guard number < older else {
            return now - Span(milliseconds: Int64(count - number) * 86_400_000 / Int64(perDay))
        }
        let before = olderLength(of: count).milliseconds * Int64(older - number) / Int64(older)
        return now - recentLength(of: recent) - Span(milliseconds: before)
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
}
