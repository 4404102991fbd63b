import HotlineDomain

/// What the house knows of a period beside the counts of its calls: how soon
/// SOS were taken in hand, what became of cases and referrals, who stayed where,
/// who waited, who was there, and how well all of it was written down.
public struct HouseFigures: Hashable, Sendable {
    /// All four steps by the date of the call: what has become of the period's calls so far.
    public let cohort: Funnel
    public let reaction: ReactionTimes
    public let balance: MonthBalance
    /// In the order of the list.
    public let closedBecause: [CodeCount]
    public let referrals: ReferralFigures
    public let delivered: Delivered
    public let stays: StayFigures
    public let missions: MissionFigures
    public let indicators: [EntryContent.Indicator]
    public let returns: [ReturnsAsked]
    /// Line by line, by code; nil where no switch tells of the hotline.
    public let queue: Queue?
    public let staff: StaffFigures
    public let quality: CallQuality

    /// Services received after a referral, by the date they were recorded.
    public struct Delivered: Hashable, Sendable {
        public let total: Int
        public let services: [CodeCount]
        /// The fund each was paid from.
        public let donors: [CodeCount]
        public let providers: [CodeCount]
    }

    public struct Queue: Hashable, Sendable {
        public let lines: [Line]
        public let all: QueueCounts

        public struct Line: Hashable, Sendable {
            public let code: String
            public let counts: QueueCounts
        }
    }

    public init(
        _ source: some PeriodSource, of hotline: Hotline, zones: (HotlineDomain.Line) throws -> ZoneRules
    ) throws {
        let period = source.period
        let clock = try hotline.lines.first.map(zones)
        func date(_ moment: Instant) -> BusinessDate {
            clock.map { hotline.businessDate(of: moment, zone: $0) } ?? period.last
        }
        func counts(_ measure: Measure, _ dimension: Dimension) throws -> [String: Int] {
            try source.counts(measure, by: dimension, period)
        }
        let cohort = try source.cohort()
        self.cohort = Funnel(
            calls: cohort.calls, sos: cohort.sos, casesOpened: cohort.cases, referred: cohort.referred)
        let settings = hotline.settings
        reaction = ReactionTimes(
            try source.acknowledgements(), target: .seconds(Int64(settings.acknowledgeSeconds)))
        balance = try source.balance()
        closedBecause = CodeCount.listed(
            try source.closingReasons().map { ($0, $1) }, by: CodeLists.list(.caseClosing).codes.map(\.code))
        referrals = ReferralFigures(try source.referrals())
        delivered = Delivered(
            total: try counts(.delivered, .all)[CountKey.everything] ?? 0,
            services: CodeCount.ranked(try counts(.delivered, .service).map { ($0, $1) }),
            donors: CodeCount.ranked(try counts(.delivered, .donor).map { ($0, $1) }),
            providers: CodeCount.ranked(try counts(.delivered, .provider).map { ($0, $1) }))
        stays = StayFigures(
            try source.stays(), in: period, today: date(source.now),
            places: hotline.providers.reduce(0) { $0 + ($1.places ?? 0) }, date: date)
        missions = try MissionFigures(try source.entries(.mission), { try counts(.repatriated, $0) }, in: period)
        indicators = EntryContent.Indicator.all(try source.entries(.indicator), in: period)
        returns = ReturnsAsked.all(try source.entries(.return), in: period)
        let targets = QueueTargets(settings)
        queue = Queue(
            try source.visits(answerTarget: targets.answer, shortAbandon: targets.shortAbandon), targets,
            hotline.lines.map(\.code))
        staff = try StaffFigures(try source.shifts(), of: hotline, in: period, zones: zones, at: source.now)
        quality = try source.quality()
    }
}

extension HouseFigures.Queue {
    /// The hotline's own lines in their order, then what the switch calls by names of its own.
    init?(_ sums: [VisitSum], _ targets: QueueTargets, _ own: [String]) {
        if sums.isEmpty { return nil }
        let byLine = Dictionary(grouping: sums, by: \.line)
        let others = byLine.keys.filter { !own.contains($0) }.sorted()
        lines = (own + others).compactMap { code in
            byLine[code].map { Line(code: code, counts: QueueCounts($0, targets: targets)) }
        }
        all = QueueCounts(sums, targets: targets)
    }
}

extension QueueCounts {
    /// Of visits that were summed where they lie, by the same targets.
    init(_ sums: [VisitSum], targets: QueueTargets) {
        var identity: [IdentityTerm: Int] = [:]
        var steps: [Int64: Int] = [:]
        for sum in sums {
            if let term = sum.term { identity[term, default: 0] += sum.n }
            if let length = sum.waitSteps { steps[length, default: 0] += sum.n }
        }
        func total(_ isCounted: (VisitSum) -> Bool, _ n: (VisitSum) -> Int) -> Int {
            sums.reduce(0) { $0 + (isCounted($1) ? n($1) : 0) }
        }
        let waited = sums.reduce(0) { $0 + ($1.waitSteps == nil ? 0 : $1.waitMilliseconds) }
        self.init(
            targets: targets, identity: identity, answeredInTarget: total({ _ in true }, \.inTarget),
            waits: WaitDistribution(bySteps: steps, milliseconds: waited), handled: total({ _ in true }, \.handled),
            handledMilliseconds: sums.reduce(0) { $0 + $1.handledMilliseconds },
            closed: total({ $0.outcome == .closed }, \.n), waiting: total({ $0.outcome == nil }, \.n))
    }
}

extension VisitSum {
    /// Which of the seven; nil while somebody waits, and for those who came while it was closed.
    fileprivate var term: IdentityTerm? {
        switch outcome {
        case .answered?: .answered
        case .abandoned?: isShort ? .shortAbandoned : .abandoned
        case .overflowed?: .overflowed
        case .unstaffed?: .unstaffed
        case .refused?: .refused
        case .lost?: .lost
        case .closed?, nil: nil
        }
    }
}
