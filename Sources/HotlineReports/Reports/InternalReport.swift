import HotlineDomain

/// Everything the house counts about a period, beside the period before and the
/// same a year before. It is for the house alone: nothing of it goes into a
/// pack, and every page of it says so.
public struct InternalReport: Hashable, Sendable {
    public let hotlineCode: String
    public let hotlineName: String
    /// When it was read: what comes later is not in it.
    public let madeAt: Instant
    /// The business date of that moment.
    public let today: BusinessDate
    public let now: PeriodFigures
    /// Nil where it was over before the hotline began.
    public let before: PeriodFigures?
    /// Nil there too, and where it is the period before.
    public let yearBefore: PeriodFigures?
    /// Calls and SOS of the days of a month, of the months of anything longer.
    public let steps: [Step]

    public struct Step: Hashable, Sendable {
        public let period: Period
        public let calls: Int
        public let sos: Int
    }

    public init(
        _ source: some PeriodSource, of hotline: Hotline, showing operators: OperatorRows,
        zones: (Line) throws -> ZoneRules
    ) throws {
        func figures(_ source: some PeriodSource) throws -> PeriodFigures {
            try PeriodFigures(source, of: hotline, showing: operators, zones: zones)
        }
        let period = source.period
        hotlineCode = hotline.code
        hotlineName = hotline.name
        madeAt = source.now
        let clock = try hotline.lines.first.map(zones)
        today = clock.map { hotline.businessDate(of: source.now, zone: $0) } ?? period.last
        now = try figures(source)
        let since = hotline.lines.map(\.since).min() ?? period.first
        before = try period.previous.flatMap { $0.last < since ? nil : try figures(source.of($0)) }
        yearBefore = try period.yearBefore.flatMap { year in
            year.last < since || year.first == period.previous?.first ? nil : try figures(source.of(year))
        }
        steps = try period.steps.map { step in
            func count(_ measure: Measure) throws -> Int {
                try source.counts(measure, by: .all, step)[CountKey.everything] ?? 0
            }
            return Step(period: step, calls: try count(.calls), sos: try count(.sos))
        }
    }

    public var period: Period { now.counts.period }

    /// The period has not ended: what it is compared with has.
    public var isSoFar: Bool { period.contains(today) && today < period.last }
}

/// The figures of one period.
public struct PeriodFigures: Hashable, Sendable {
    public let counts: PeriodReport
    public let house: HouseFigures
    /// For how many calls each attribute was recorded.
    public let recorded: [Recorded]

    init(
        _ source: some PeriodSource, of hotline: Hotline, showing operators: OperatorRows,
        zones: (Line) throws -> ZoneRules
    ) throws {
        counts = try PeriodReport(source.period, showing: operators) { try source.counts($0, by: $1, $2) }
        house = try HouseFigures(source, of: hotline, zones: zones)
        recorded = Recorded.attributes.map { [counts] in Recorded($0, counts) }
    }
}

/// Whose figures stand in a table of operators: everybody's only for whoever
/// leads them.
public enum OperatorRows: Hashable, Sendable {
    case all
    case own(String)
    case none

    /// By the duties of whoever reads.
    public init(for reader: Operator) {
        self =
            reader.may(.readOperatorCounts)
            ? .all : reader.may(.answerCalls) ? .own(reader.code) : .none
    }
}
