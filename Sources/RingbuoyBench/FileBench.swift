import Foundation
import HotlineDomain
import HotlineProfiles
import HotlineStore
import StoreSQLite

/// What is done with a whole file: taken out as CSV, proven, made anew.
struct FileBench {
    let path: String

    /// Each is told when it is there: the last ones take minutes of a large file.
    func run(_ tell: (Outcome) -> Void) throws {
        let store = try Store.open(SQLiteEngine.open(path: path)) { try ZoneRules.named($0) }
        tell(try csv(store))
        tell(try verify(store))
        tell(try rebuild(store))
    }

    /// A month as `Store.csv` writes it, against the sqlite3 program told to
    /// print the same columns in the same form.
    private func csv(_ store: Store) throws -> Outcome {
        let today = try store.zone(store.hotline().zone).date(at: SizeBench.now)
        let month = Period(month: today.firstOfMonth - 1)
        let query = """
            SELECT number, date(business_date * 86400, 'unixepoch') AS business_date, hour,
                strftime('%Y-%m-%dT%H:%M:%SZ', started / 1000, 'unixepoch') AS started,
                strftime('%Y-%m-%dT%H:%M:%SZ', ended / 1000, 'unixepoch') AS ended, class, code, line, operator,
                country, language, topics, caller, sex, age_band, heard, outcome, status, revision
            FROM call WHERE hotline = 1
            AND started BETWEEN \((month.first.days - 2) * 86_400_000) AND \((month.last.days + 3) * 86_400_000)
            AND business_date BETWEEN \(month.first.days) AND \(month.last.days) AND status <> 'discarded'
            ORDER BY started, id
            """
        var (ours, theirs, starting) = (Timing(), Timing(), Timing())
        var (written, printed) = (Data(), Data())
        for _ in 0..<15 {
            try ours.add {
                written.removeAll(keepingCapacity: true)
                try store.csv(month) { written.append(contentsOf: $0) }
            }
            printed = try theirs.add { try output("sqlite3", ["-header", "-csv", path, query]) }
            // Starting a program is not what is compared.
            _ = try starting.add { try output("sqlite3", [path, "SELECT count(*) FROM meta"]) }
        }
        let printing = theirs.microseconds - starting.microseconds
        let lines = written.count { $0 == 10 }
        let same = lines == printed.count { $0 == 10 }
        let detail = String(format: "%.1f / %.1f ms", ours.microseconds / 1000, printing / 1000)
        return .ratio(
            "month CSV, \(lines) lines\(same ? "" : " (NOT THE SAME LINES)") / sqlite3 -csv",
            ours.microseconds / printing, detail: detail, goal: 1.0)
    }

    private func verify(_ store: Store) throws -> Outcome {
        var timing = Timing()
        let found = try timing.add { try store.verify() }
        return Outcome(
            "verify: chain, read tables, counts" + (found.isSound ? "" : " (NOT SOUND)"),
            String(format: "%.0f events a second", Double(found.events) / timing.seconds))
    }

    private func rebuild(_ store: Store) throws -> Outcome {
        var events: Int64 = 0
        var timing = Timing()
        try timing.add { try store.rebuild { events = $0 } }
        let pace = String(format: "%.0f events a second", Double(events) / timing.seconds)
        return Outcome("rebuild of read tables and counts", pace)
    }

    private func output(_ program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}
