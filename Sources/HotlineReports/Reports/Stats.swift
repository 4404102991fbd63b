import HotlineDomain

/// The four figures of a period, what became of its SOS, and on request the
/// calls by one dimension: what `ringbuoy stats` answers.
public struct Stats: Hashable, Sendable {
    public let period: Period
    public let funnel: Funnel
    public let escalations: EscalationOutcomes
    /// Nil when nothing was asked for.
    public let breakdown: Breakdown?

    public init(_ period: Period, by dimension: Dimension? = nil, from counts: CountSource) throws {
        self.period = period
        funnel = try Funnel(period, from: counts)
        escalations = try EscalationOutcomes(period, from: counts)
        breakdown = try dimension.map { try Breakdown($0, period, from: counts) }
    }

    /// Dimensions one may ask for by name.
    public static let dimensions: [Dimension] = [
        .class, .line, .country, .language, .topic, .hour, .weekday, .operator, .heard, .shift, .caller, .code,
        .outcome,
    ]

    /// Names and order are a promise to scripts.
    public var json: JSONValue {
        .object([
            ("period", .text(period.name)), ("calls", .number(funnel.calls)), ("sos", .number(funnel.sos)),
            ("cases_opened", .number(funnel.casesOpened)), ("referred", .number(funnel.referred)),
            ("escalations", escalations.json), ("by", breakdown?.json ?? .array([])),
        ])
    }
}
