import Foundation
import HotlineDomain
import HotlineProfiles
import HotlineReports
import HotlineStore
import StoreSQLite

/// What a console asks for in an hour, in a process that does nothing else, so
/// that its memory can be read off.
enum Look {
    /// The most memory this process ever held, in KiB.
    static func run(path: String) throws -> Int {
        let store = try Store.open(SQLiteEngine.open(path: path)) { try ZoneRules.named($0) }
        let today = try store.zone(store.hotline().zone).date(at: SizeBench.now)
        for back in 0..<30 {
            _ = try store.live(at: SizeBench.now)
            _ = try PeriodReport(Period(month: today - back * 30), from: store.counts)
            var key: CallKey? = try store.key(endOf: today - back * 50)
            for _ in 0..<10 { key = try store.calls(from: key, limit: 60).next }
            _ = try store.calls(CallFilter(callClass: .professional), from: key, limit: 60)
        }
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
