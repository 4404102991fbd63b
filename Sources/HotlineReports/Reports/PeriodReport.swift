import HotlineDomain

/// Everything the house counts about a period, for the house: a month, a
/// quarter or a project year, beside the period before it.
public struct PeriodReport: Hashable, Sendable {
    public let period: Period
    public let funnel: Funnel
    public let escalations: EscalationOutcomes
    /// One for each of `PeriodReport.dimensions`, in that order; of operators only what its reader may see.
    public let breakdowns: [Breakdown]
    /// Nil at the beginning of the calendar.
    public let before: Before?

    /// The period before, as far as it is compared.
    public struct Before: Hashable, Sendable {
        public let period: Period
        public let funnel: Funnel
        /// Keys as they stand in the report; where one is missing, nothing was counted.
        public let classes: Breakdown
    }

    public static let dimensions: [Dimension] = [
        .class, .code, .topic, .country, .language, .caller, .line, .hour, .weekday, .operator, .heard, .shift,
        .outcome,
    ]

    public init(_ period: Period, showing operators: OperatorRows = .all, from counts: CountSource) throws {
        self.period = period
        funnel = try Funnel(period, from: counts)
        escalations = try EscalationOutcomes(period, from: counts)
        breakdowns = try PeriodReport.dimensions.compactMap {
            try Breakdown($0, period, withEmpty: true, from: counts).showing(operators)
        }
        before = try period.previous.map {
            Before(
                period: $0, funnel: try Funnel($0, from: counts),
                classes: try Breakdown(.class, $0, withEmpty: true, from: counts))
        }
    }

    public subscript(dimension: Dimension) -> Breakdown? { breakdowns.first { $0.dimension == dimension } }

    /// How many more (or fewer) than in the period before, step by step; nil without one.
    public func change(_ step: KeyPath<Funnel, Int>) -> Int? {
        before.map { funnel[keyPath: step] - $0.funnel[keyPath: step] }
    }
}

extension Breakdown {
    /// Nil where a table of operators is for nobody.
    fileprivate func showing(_ operators: OperatorRows) -> Breakdown? {
        guard dimension == .operator else { return self }
        switch operators {
        case .all: return self
        case .own(let code): return Breakdown(dimension, lines.filter { $0.key == code })
        case .none: return nil
        }
    }
}
