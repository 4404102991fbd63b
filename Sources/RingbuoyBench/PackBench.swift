import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StoreSQLite

/// A month of very many calls, closed and given to a donor by the program
/// itself, against Python: the same calls read out of the same store, counted by
/// the same attributes and written with XlsxWriter.
struct PackBench {
    private let folder: URL
    private let path: String
    private let count: Int

    private static let program = Bundle.main.bundlePath + "/ringbuoy"
    private static let month = Period(month: PracticeYear.firstDate)
    private static let rounds = 3

    /// Writes the store: one month, so many calls.
    init(count: Int, in folder: URL) throws {
        self.count = count
        self.folder = folder
        path = folder.appendingPathComponent("month-\(count).db").path
        let engine = try SQLiteEngine.open(path: path, create: .new)
        defer { engine.close() }
        let hotline = Hotline.practice
        let zone = try ZoneRules.named(hotline.zone)
        let start = zone.instant(PackBench.month.first, secondsOfDay: 0)
        let end = zone.instant(PackBench.month.last + 1, secondsOfDay: 0) - .minutes(30)
        let store = try Store.create(engine, hotline: hotline, isPractice: true, at: start) {
            try ZoneRules.named($0)
        }
        try BulkCalls.write(count: count, into: store, from: start + .hours(1), until: end)
    }

    /// Closing is part of it: that is where a month is counted.
    func outcomes() throws -> [Outcome] {
        guard FileManager.default.isExecutableFile(atPath: PackBench.program) else {
            return [Outcome("a donor's pack: no program beside this one", "not measured")]
        }
        guard (try? ProgramRun("python3", ["-c", "import xlsxwriter"], home: folder.path)) != nil else {
            return [Outcome("a donor's pack: no Python with XlsxWriter here", "not measured")]
        }
        let close = try ringbuoy(["month", "close", PackBench.month.name, "--operator", "91"])
        var exports: [ProgramRun] = []
        var scripts: [Reading: [ProgramRun]] = [:]
        for round in 1...PackBench.rounds {
            let pack = folder.appendingPathComponent("pack-\(round)").path
            exports.append(
                try ringbuoy([
                    "export", "--period", PackBench.month.name, "--donor", "sdc", "--to", pack, "--operator", "71",
                ]))
            for reading in Reading.allCases {
                let workbook = folder.appendingPathComponent("python-\(reading)-\(round).xlsx").path
                let arguments = ["-c", PackBench.script, path, workbook, pack + "/data.csv", reading.rawValue]
                scripts[reading, default: []].append(try ProgramRun("python3", arguments, home: folder.path))
            }
        }
        return Reading.allCases.flatMap { compare([close], exports, with: scripts[$0] ?? [], $0) }
    }

    /// How the other program reads the calls.
    private enum Reading: String, CaseIterable {
        case held, streamed
    }

    private func compare(
        _ closing: [ProgramRun], _ exports: [ProgramRun], with scripts: [ProgramRun], _ reading: Reading
    ) -> [Outcome] {
        let (close, export) = (PackBench.median(closing), PackBench.median(exports))
        let theirs = PackBench.median(scripts)
        let most = (closing + exports).map(\.peakKibibytes).max() ?? 0
        let python = scripts.map(\.peakKibibytes).min() ?? 1
        return [
            .ratio(
                "\(count) calls closed, exported / Python, rows \(reading)", (close + export) / theirs,
                detail: String(format: "%.2f + %.2f / %.2f s", close, export, theirs), goal: 0.33),
            .ratio(
                "memory at most / Python's, rows \(reading)", Double(most) / Double(python),
                detail: String(format: "%.1f / %.1f MB", Double(most) / 1024, Double(python) / 1024), goal: 0.1),
        ]
    }

    private func ringbuoy(_ arguments: [String]) throws -> ProgramRun {
        try ProgramRun(PackBench.program, arguments + ["--store", path], home: folder.path)
    }

    private static func median(_ runs: [ProgramRun]) -> Double { runs.map(\.seconds).sorted()[runs.count / 2] }

    /// What somebody would write who has the store and a library: every call of the
    /// month is a row, counted by each attribute; a sheet and a chart for each, and
    /// the rows of the pack's own table. It publishes what it counted, without disclosure control.
    private static let script = """
        import csv, sqlite3, sys
        import xlsxwriter
        store, target, table, reading = sys.argv[1:]
        names = ["class", "country", "language", "topics", "caller", "heard", "outcome", "hour", "operator"]
        first, last = \(month.first.days), \(month.last.days)
        rows = sqlite3.connect("file:" + store + "?mode=ro", uri=True).execute(
            "SELECT " + ", ".join(names) + " FROM call WHERE business_date BETWEEN ? AND ? AND status <> 'discarded'",
            (first, last))
        if reading == "held":
            rows = rows.fetchall()
        counted = [{} for name in names]
        for row in rows:
            for column, value in enumerate(row):
                key = (str(value), row[0])
                counted[column][key] = counted[column].get(key, 0) + 1
        book = xlsxwriter.Workbook(target)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(names):
            codes = sorted({code for code, _ in counted[column]})
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, [name, "calls", "sos"], bold)
            sheet.freeze_panes(1, 0)
            for place, code in enumerate(codes, 1):
                total = sum(n for (c, _), n in counted[column].items() if c == code)
                sheet.write_row(place, 0, [code, total, counted[column].get((code, "sos"), 0)])
            chart = book.add_chart({"type": "bar"})
            chart.add_series({"categories": [name, 1, 0, len(codes), 0], "values": [name, 1, 1, len(codes), 1]})
            sheet.insert_chart(1, 5, chart)
        data = book.add_worksheet("Data")
        with open(table, newline="", encoding="utf-8") as lines:
            for place, row in enumerate(csv.reader(lines)):
                data.write_row(place, 0, row)
        book.close()
        """
}
