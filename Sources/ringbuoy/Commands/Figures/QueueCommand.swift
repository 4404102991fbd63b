import ArgumentParser
import HotlineConsole
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
        let targets = targets(desk.hotline)
        if watch {
            var wall = try QueueWatch(desk.staying(), targets, asJSON: options.json)
            return try wall.run()
        }
        if let period { return try show(desk, try QueuePeriod(desk, period, targets)) }
        let today = try QueueToday(desk, targets, at: desk.now)
        if options.json { return try Output.line(try today.json(desk, at: desk.now).compact) }
        for line in try today.text(desk, at: desk.now) { try Output.line(line) }
    }

    private func show(_ desk: Desk, _ figures: QueuePeriod) throws {
        if options.json { return try Output.line(figures.json(try desk.zone()).compact) }
        for line in QueueText().lines(figures.lines + [figures.all]) { try Output.line(line) }
    }

    private func targets(_ hotline: Hotline) -> QueueTargets {
        let own = QueueTargets(hotline.settings)
        return QueueTargets(
            answer: target.map(QueueCommand.span) ?? own.answer,
            shortAbandon: short.map(QueueCommand.span) ?? own.shortAbandon)
    }

    /// Nobody waits longer than a day: a longer one is as good as that.
    private static func span(_ seconds: Count) -> Span { .seconds(Int64(min(seconds.value, 86_400))) }
}

/// A period as it lies in the store; nothing in it is live but who does what now.
struct QueuePeriod {
    let lines: [QueueLine]
    let all: QueueLine
    let operators: [OperatorNow]

    init(_ desk: Desk, _ period: Period, _ targets: QueueTargets) throws {
        var day = QueueDay(targets: targets, isLive: false)
        try desk.store.eachVisit(of: period) { day.take($0) }
        let isFed = try !day.lines.isEmpty || !desk.store.linksNow(at: desk.now).isEmpty
        let logged = isFed ? [:] : try desk.store.logged(period)
        lines = QueueLine.of(day, desk.hotline, in: period, isFed: isFed, logged: logged, at: desk.now)
        all = QueueLine.all(day, isFed: isFed, logged: logged, at: desk.now)
        let zone = try desk.zone()
        let (first, last) = (
            desk.hotline.businessDay(period.first, zone: zone), desk.hotline.businessDay(period.last, zone: zone)
        )
        operators = try desk.store.operatorsNow(at: desk.now)
            .with(desk.store.operatorsGone(in: first.lowerBound..<max(first.upperBound, last.upperBound)))
    }

    func json(_ zone: ZoneRules) -> JSONValue {
        [
            "lines": .array(lines.map(\.json)), "operators": operators.json(zone), "all": all.json,
            "waits": all.waitsJSON,
        ]
    }
}

extension [OperatorNow] {
    /// For scripts also those who are signed off by now: each once.
    func with(_ gone: [OperatorNow]) -> [OperatorNow] {
        let here = Set(map(\.operator))
        return self + gone.filter { !here.contains($0.operator) }
    }

    func json(_ zone: ZoneRules) -> JSONValue {
        .array(
            map {
                [
                    "operator": .text($0.operator), "state": .text($0.state), "since": .time($0.since, zone),
                    "reason": .string($0.reason), "line": .string($0.line),
                ]
            })
    }
}

extension QueueLine {
    var waitsJSON: JSONValue { counts.map { WaitHistogram($0).json } ?? .null }
}
