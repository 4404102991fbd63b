import ArgumentParser
import Glibc
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The board's figures: of today as it goes on, or of a period.
struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "queue", abstract: say("cli.queue"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.queue.period"), valueName: "period"))
    var period: Period?
    @Option(help: ArgumentHelp(say("cli.queue.target"), valueName: "seconds"))
    var target: Count?
    @Option(help: ArgumentHelp(say("cli.queue.short"), valueName: "seconds"))
    var short: Count?
    @Flag(help: ArgumentHelp(say("cli.queue.watch")))
    var watch = false

    func validate() throws {
        if watch, period != nil { throw ValidationError(say("cli.queue.watch_or_period")) }
    }

    func run() throws {
        let desk = try options.open(for: .readCounts)
        if watch { try watch(desk.staying()) }
        var day = QueueDay(targets: targets(desk.hotline), isLive: false)
        let period = try period ?? Period(day: desk.today)
        try desk.store.eachVisit(of: period) { day.take($0) }
        try show(desk, day, at: desk.now)
    }

    private func targets(_ hotline: Hotline) -> QueueTargets {
        let own = QueueTargets(hotline.settings)
        return QueueTargets(
            answer: target.map(QueueCommand.span) ?? own.answer,
            shortAbandon: short.map(QueueCommand.span) ?? own.shortAbandon)
    }

    /// Nobody waits longer than a day: a longer one is as good as that.
    private static func span(_ seconds: Count) -> Span { .seconds(Int64(min(seconds.value, 86_400))) }

    /// For a wall: once a second, until it is ended. Only what changed is read.
    private func watch(_ desk: Desk) throws -> Never {
        var date = try desk.today
        var day = QueueDay(targets: targets(desk.hotline))
        var position = try desk.store.lastPosition()
        try desk.store.eachVisit(of: Period(day: date)) { day.take($0) }
        while true {
            let now = Clock.now
            let today = desk.hotline.businessDate(of: now, zone: try desk.zone())
            if today != date {
                date = today
                day = QueueDay(targets: targets(desk.hotline))
                try desk.store.eachVisit(of: Period(day: date)) { day.take($0) }
            }
            let changed = try desk.store.visitsChanged(after: position)
            position = changed.position
            for visit in changed.visits where visit.businessDate == date { day.take(visit) }
            if isatty(STDOUT_FILENO) == 1 { try Output.text("\u{1B}[H\u{1B}[2J") }
            try show(desk, day, at: now)
            try Output.flush()
            sleep(1)
        }
    }

    private func show(_ desk: Desk, _ day: QueueDay, at now: Instant) throws {
        let isFed = try !day.lines.isEmpty || !desk.store.linksNow(at: now).isEmpty
        let lines = QueueLine.of(day, desk.hotline, isFed: isFed, at: now)
        let operators = try desk.store.operatorsNow(at: now)
        if options.json {
            let zone = try desk.zone()
            let people: [JSONValue] = operators.map {
                ["operator": .text($0.operator), "state": .text($0.state), "since": .time($0.since, zone)]
            }
            let links: [JSONValue] = try desk.store.linksNow(at: now).map {
                [
                    "source": .text($0.source), "state": .text($0.state.rawValue), "trouble": .string($0.trouble),
                    "since": .time($0.beganAt, zone),
                ]
            }
            let answer: JSONValue = [
                "lines": .array(lines.map(\.json)), "operators": .array(people), "links": .array(links),
            ]
            return try Output.line(answer.compact)
        }
        let all = QueueLine(line: nil, counts: isFed ? day.all : nil, longestWait: day.longestWait(at: now))
        try QueueText().print(lines + (lines.count > 1 ? [all] : []), operators, at: now)
    }
}
