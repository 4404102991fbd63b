import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineReports
import HotlineStore
import StoreSQLite

/// What a desk asks for all day, at ten thousand calls and at ten million: it
/// must cost the same.
struct SizeBench {
    let count: Int
    let path: String
    private(set) var callsPerSecond = 0.0
    private(set) var board = Timing()
    private(set) var month = Timing()
    private(set) var page = Timing()
    /// To a part of the file that nobody has read since it was written, and again.
    private(set) var firstJump = Timing()
    private(set) var jump = Timing()

    /// The console that is measured on these stores goes by the real clock.
    static let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    static let times = 60

    /// Writes the store and asks; the file is left for what comes after.
    init(count: Int, in folder: URL) throws {
        self.count = count
        path = folder.appendingPathComponent("calls-\(count).db").path
        let engine = try SQLiteEngine.open(path: path, create: .new)
        var writing = Timing()
        let store = try writing.add {
            try BulkCalls.create(in: engine, count: count, until: SizeBench.now) { try ZoneRules.named($0) }
        }
        callsPerSecond = Double(count) / writing.seconds
        try ask(store)
    }

    private mutating func ask(_ store: Store) throws {
        let today = try store.zone(store.hotline().zone).date(at: SizeBench.now)
        board = try Timing.of(SizeBench.times) { try store.live(at: SizeBench.now) }
        month = try Timing.of(SizeBench.times) {
            try PeriodReport(Period(month: today.firstOfMonth - 1), from: store.counts)
        }
        var key = try store.calls(limit: 50).next
        page = try Timing.of(SizeBench.times) { key = try store.calls(from: key, limit: 50).next ?? key }
        firstJump = try jumps(from: today, store)
        jump = try jumps(from: today, store)
    }

    private func jumps(from today: BusinessDate, _ store: Store) throws -> Timing {
        var date = today
        return try Timing.of(SizeBench.times) {
            date = date - 37
            return try store.calls(from: store.key(endOf: date), limit: 50)
        }
    }

    /// The slowest size against the fastest, for each thing asked.
    static func outcomes(_ sizes: [SizeBench]) -> [Outcome] {
        let asked: [(String, KeyPath<SizeBench, Timing>)] = [
            ("the board", \.board), ("a month's report", \.month), ("a page of 50", \.page),
            ("a jump to a date", \.jump),
        ]
        return asked.map { name, timing in
            let times = sizes.map { $0[keyPath: timing].microseconds }
            return .ratio(
                "\(name) at \(powers(sizes))", (times.max() ?? 1) / (times.min() ?? 1), detail: list(times), goal: 2)
        }
            + [Outcome("the first jump there, off the disk", list(sizes.map { $0.firstJump.microseconds }))]
            + sizes.map {
                Outcome("calls written in bulk, \($0.count)", String(format: "%.0f a second", $0.callsPerSecond))
            }
    }

    private static func list(_ microseconds: [Double]) -> String {
        microseconds.map { String(format: "%.0f", $0) }.joined(separator: " / ") + " us"
    }

    /// `10^4, 10^5`
    static func powers(_ sizes: [SizeBench]) -> String {
        sizes.map { "10^\(String($0.count).count - 1)" }.joined(separator: ", ")
    }
}
