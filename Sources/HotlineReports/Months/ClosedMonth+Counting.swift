import HotlineDomain

extension ClosedMonth {
    /// Counts a month as it is now. What came late for months closed before counts
    /// in this one, under its own codes; nothing that is closed is counted again.
    public init(
        counting source: some MonthSource, of hotline: Hotline, zones: (Line) throws -> ZoneRules, at now: Instant,
        by closer: String
    ) throws {
        try self.init(
            counting: source, source.late(), of: hotline, zones: zones, at: now, by: closer, withQueue: true)
    }

    /// `withQueue`: each visit is read; all else costs by days and cases.
    init(
        counting source: some MonthSource, _ late: MonthLate, of hotline: Hotline,
        zones: (Line) throws -> ZoneRules, at now: Instant, by closer: String, withQueue: Bool
    ) throws {
        let month = source.month
        var counter = MonthCounter(month)
        try counter.takeCounts(source)
        counter.take(late)
        for delivery in try source.delivered() {
            counter.add(
                .delivered,
                [
                    TidyKey("service", delivery.service),
                    TidyKey("donor", delivery.donor ?? CountKey.notRecorded),
                ], 1)
        }
        if withQueue { try counter.takeVisits(source, QueueTargets(hotline.settings)) }
        try counter.takeAcknowledgements(source, .seconds(Int64(hotline.settings.acknowledgeSeconds)))
        try counter.takeCoverage(source, hotline, zones, at: now)
        try counter.takeReturns(source)
        try counter.takeIndicators(source)
        try counter.takeCases(source, startMonth: hotline.projectYearStartMonth)
        self.init(
            period: month, rows: counter.rows,
            corrections: late.corrections.map {
                Correction(month: Period(month: $0.month), reason: $0.reason)
            }, closedAt: now, closedBy: closer)
    }
}

extension ClosedMonth {
    /// The cases of the month.
    public var balance: MonthBalance {
        func step(_ name: String) -> Int { count(.balance, [TidyKey("step", name)]) }
        var balance = MonthBalance()
        balance.openAtStart = step("open_at_start")
        balance.opened = step("opened")
        balance.reopened = step("reopened")
        balance.closed = step("closed")
        balance.merged = step("merged")
        balance.openAtEnd = step("open_at_end")
        return balance
    }
}

/// Sums by figure, while a month is counted.
struct MonthCounter {
    private struct Cell: Hashable {
        let measure: MonthMeasure
        let keys: [TidyKey]
    }

    let month: Period
    private var sums: [Cell: Int] = [:]

    init(_ month: Period) { self.month = month }

    mutating func add(_ measure: MonthMeasure, _ keys: [TidyKey] = [], _ n: Int) {
        sums[Cell(measure: measure, keys: keys.sorted()), default: 0] += n
    }

    var rows: [TidyRow<MonthMeasure>] {
        sums.map { TidyRow($0.key.measure, month, $0.key.keys, .exact($0.value)) }
    }

    /// Everything the count tables hold of the month.
    mutating func takeCounts(_ source: some MonthSource) throws {
        for (measure, counted, dimensions) in MonthCounter.tables {
            for dimension in dimensions {
                for (code, n) in try source.counts(counted, by: dimension, month) {
                    add(measure, MonthCounter.keys(dimension, code), n)
                }
            }
        }
    }

    /// What something adds where it is counted is what it adds here: with its own codes, in this month.
    mutating func take(_ late: MonthLate) {
        let counted: [any Counted] = late.calls + late.escalations + late.entries
        for key in counted.flatMap(\.counts) {
            guard let measure = MonthMeasure(rawValue: key.measure.rawValue) else { continue }
            add(measure, MonthCounter.keys(key.dimension, key.key), 1)
        }
        for entry in late.entries { take(entry.content) }
    }

    private static func keys(_ dimension: Dimension, _ code: String) -> [TidyKey] {
        dimension == .all ? [] : [TidyKey(dimension.rawValue, code)]
    }

    private static let tables: [(MonthMeasure, Measure, [Dimension])] = [
        (.calls, .calls, Dimension.ofCalls), (.sos, .sos, Dimension.ofCalls),
        (.escalations, .escalations, [.outcome]), (.casesOpened, .casesOpened, [.all]),
        (.referred, .referred, [.all]),
        (.delivered, .delivered, [.all, .service, .donor, .provider]),
        (.admitted, .admitted, [.all, .category, .donor, .provider]),
        (.repatriated, .repatriated, [.all, .category, .country, .donor]),
    ]
}

extension MonthCounter {
    /// The queue of the month, line by line.
    mutating func takeVisits(_ source: some MonthSource, _ targets: QueueTargets) throws {
        var day = QueueDay(targets: targets, isLive: false)
        var seconds: [String: [Int: Int]] = [:]
        var waited: [String: Int] = [:]
        try source.eachVisit { visit in
            day.take(visit)
            let counted = QueueVisit(visit)
            guard counted.outcome == .answered, let wait = counted.wait else { return }
            seconds[counted.line, default: [:]][Int(wait.milliseconds / 1000), default: 0] += 1
            waited[counted.line, default: 0] += Int(wait.milliseconds)
        }
        for (line, counts) in day.lines {
            let key = TidyKey("line", line)
            for term in counts.identity { add(.visits, [key, TidyKey("outcome", term.outcome.rawValue)], term.n) }
            add(.visits, [key, TidyKey("outcome", "closed")], counts.closed)
            add(.visitsInTarget, [key], counts.answeredInTarget)
            add(.waitMilliseconds, [key], waited[line] ?? 0)
            add(.handled, [key], counts.handled)
            add(.handleMilliseconds, [key], Int(counts.handledMilliseconds))
            for (length, n) in seconds[line] ?? [:] { add(.waits, [key, TidyKey("seconds", String(length))], n) }
        }
    }

    mutating func takeAcknowledgements(_ source: some MonthSource, _ target: Span) throws {
        for wait in try source.acknowledgements() {
            guard let wait else { continue }
            add(.acknowledged, [], 1)
            add(.reactions, [TidyKey("seconds", String(wait.milliseconds / 1000))], 1)
            if wait <= target { add(.acknowledgedInTarget, [], 1) }
        }
    }

    /// When somebody was there while a line was open, and as many as planned.
    mutating func takeCoverage(
        _ source: some MonthSource, _ hotline: Hotline, _ zones: (Line) throws -> ZoneRules, at now: Instant
    ) throws {
        guard !hotline.lines.isEmpty else { return }
        let coverage = try Coverage(of: hotline, in: month, source.shifts(), zones: zones, at: now)
        add(.openMinutes, [], coverage.staffed.of)
        add(.staffedMinutes, [], coverage.staffed.n)
        add(.belowPlanMinutes, [], coverage.belowPlan)
    }

    /// Those whose time ends in this month: who answered, who never will, who is silent.
    mutating func takeReturns(_ source: some MonthSource) throws {
        for entry in try source.entries(.return) {
            guard case .return(let asked) = entry.content, month.contains(asked.last) else { continue }
            let state =
                switch asked.answer {
                case .received?: "in"
                case Optional.some(.none): "none"
                case nil: "missing"
                }
            add(.returns, [TidyKey("territory", asked.territory), TidyKey("state", state)], 1)
        }
    }

    mutating func takeIndicators(_ source: some MonthSource) throws {
        for entry in try source.entries(.indicator) {
            if case .indicator(let indicator) = entry.content, month.contains(indicator.last) { take(entry.content) }
        }
    }

    private mutating func take(_ content: EntryContent) {
        guard case .indicator(let indicator) = content, let actual = indicator.actual else { return }
        add(
            .indicator,
            [
                TidyKey("code", indicator.code), TidyKey("basis", indicator.cumulative ? "cumulative" : "period"),
                TidyKey("source", indicator.source ?? ""),
                TidyKey("as_of", indicator.asOf.map { "\($0)" } ?? ""),
            ], actual)
    }

    /// The balance, why cases were closed, and what has become of the calls of the project year so far.
    mutating func takeCases(_ source: some MonthSource, startMonth: Int) throws {
        for (reason, n) in try source.closingReasons() { add(.casesClosed, [TidyKey("reason", reason)], n) }
        var balance = try source.balance()
        // What was open at the end of the month before is final: if it is not what is
        // found now, the month does not reconcile, and is not closed.
        if let last = try source.lastClosing(), last.period.last + 1 == month.first,
            let before = try? ClosedMonth(canonicalText: last.figures)
        {
            balance.openAtStart = before.balance.openAtEnd
        }
        for (step, n) in [
            ("open_at_start", balance.openAtStart), ("opened", balance.opened), ("reopened", balance.reopened),
            ("closed", balance.closed), ("merged", balance.merged), ("open_at_end", balance.openAtEnd),
        ] {
            add(.balance, [TidyKey("step", step)], n)
        }
        let year = Period.projectYear(of: month.first, startMonth: startMonth) ?? month
        let soFar = year.months.filter { $0.first <= month.first }
        for earlier in soFar {
            for (outcome, n) in try source.counts(.escalations, by: .outcome, earlier) {
                add(.outcomesToDate, [TidyKey(Dimension.outcome.rawValue, outcome)], n)
            }
        }
        for cohort in try source.cohorts(of: soFar) {
            for (step, n) in [
                ("calls", cohort.calls), ("sos", cohort.sos), ("cases", cohort.cases), ("referred", cohort.referred),
            ] {
                add(.cohort, [TidyKey("month", cohort.month.name), TidyKey("step", step)], n)
            }
        }
    }
}
