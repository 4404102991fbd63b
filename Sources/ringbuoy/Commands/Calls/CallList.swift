import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

/// Calls, newest first: pages are read and printed one after the other, so any
/// number of them takes the same memory.
struct CallList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.call.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.option.period"), valueName: "period"))
    var period: Period?
    @Option(name: .customLong("class"), help: ArgumentHelp(say("cli.call.list.class"), valueName: "code"))
    var callClass: String?
    @Option(help: ArgumentHelp(say("cli.call.list.line"), valueName: "code"))
    var line: String?
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.call.list.operator"), valueName: "code"))
    var operatorCode: String?
    @Flag(help: ArgumentHelp(say("cli.call.list.unfinished")))
    var unfinished = false
    @Option(help: ArgumentHelp(say("cli.call.list.limit"), valueName: "n"))
    var limit: Count?
    @Option(help: ArgumentHelp(say("cli.call.list.after"), valueName: "call"))
    var after: String?

    @Flag(help: ArgumentHelp(say("cli.call.list.csv")))
    var csv = false

    private static let pageRows = 500

    func run() throws {
        if csv { return try printCSV() }
        let desk = try options.open(for: .readCalls)
        let filter = CallFilter(
            dates: period.map { $0.first...$0.last }, callClass: try callClass?.callClass(),
            operatorCode: try operatorCode.map(desk.operatorCode), line: try line.map(desk.line),
            unfinishedOnly: unfinished)
        let zones = Dictionary(
            try desk.hotline.lines.map { ($0.code, try desk.store.zone($0.zone)) }, uniquingKeysWith: { a, _ in a })
        let fallback = try desk.zone()
        if options.json {
            var rows = JSONRows()
            try each(desk, filter) { try rows.add($0.row(zones[$0.line] ?? fallback)) }
            try rows.end()
        } else {
            var table = CallTable()
            try each(desk, filter) { try table.add($0, zones[$0.line] ?? fallback) }
            try table.end()
        }
    }

    private func printCSV() throws {
        let others: [Any?] = [callClass, line, operatorCode, limit, after]
        guard let period, !unfinished, !options.json, others.allSatisfy({ $0 == nil }) else {
            throw UsageError(say("cli.usage.csv_period"))
        }
        let desk = try options.open(for: .readCalls)
        // It leaves the house: who took it is in the journal.
        if desk.person != Stamp.systemCode {
            let dates = "\(period.first)/\(period.last)"
            let export = AccessCommand.export(what: "call list --csv", period: dates)
            try desk.perform([.access(export)], by: desk.person)
        }
        try desk.store.csv(period) { try Output.bytes($0) }
    }

    private func each(_ desk: Desk, _ filter: CallFilter, _ body: (Call) throws -> Void) throws {
        var left = limit?.value ?? .max
        var key = try start(desk)
        // A night belongs to the day before: two days earlier, no call of the period is left.
        let end = try period.map { try desk.zone().instant($0.first - 2, secondsOfDay: 0) }
        while left > 0 {
            let page = try desk.store.calls(filter, from: key, limit: min(left, CallList.pageRows))
            for call in page.calls { try body(call) }
            left -= page.calls.count
            guard let next = page.next, end.map({ next.started >= $0 }) ?? true else { return }
            key = next
        }
    }

    /// Behind the call that was named, or at the end of the period, whichever is earlier.
    private func start(_ desk: Desk) throws -> CallKey? {
        let named = try after.map { CallKey(try desk.store.call(named: $0)) }
        let last = try period.map { try desk.store.key(endOf: $0.last) }
        return [named, last].compactMap { $0 }.min { $0.started < $1.started }
    }
}

/// Calls as people read them. Columns are as wide as what the lists may hold,
/// so that a row can be printed before the next one is known.
private struct CallTable {
    private var count = 0

    mutating func add(_ call: Call, _ zone: ZoneRules) throws {
        let clock = zone.wallClock(at: call.started)
        let what =
            call.content.code.map { ListID.nonCounselling.label($0) } ?? ListID.topic.label(call.content.topics.first)
        let cells = [
            call.number.filled(8), "\(clock.date) \(say.clock(hour: clock.hour, minute: clock.minute))",
            call.operatorCode.filled(4), ListID.callClass.label(call.content.callClass?.rawValue).filled(18),
            (call.content.country ?? "-").filled(3), (call.content.language ?? "-").filled(3),
            say("cli.status.call.\(call.status.rawValue)").filled(12), what,
        ]
        try Output.line(cells.joined(separator: " "))
        count += 1
    }

    func end() throws {
        if count == 0 { Output.note(say("cli.list.none")) }
    }
}

extension String {
    /// With spaces behind it, at least this wide.
    func filled(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
