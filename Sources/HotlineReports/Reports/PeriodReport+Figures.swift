import HotlineDomain

extension PeriodReport {
    /// Every number of the report, one a row; percentages are left to whoever
    /// reads it, who has both parts.
    public var figures: [Figure] {
        funnel.figures(period)
            + escalations.lines.map { Figure(.escalations, period, .outcome, $0.outcome, $0.n) }
            + breakdowns.flatMap { $0.figures(period) }
            + (before.map { $0.funnel.figures($0.period) + $0.classes.figures($0.period) } ?? [])
    }

    /// Names and order are a promise to scripts.
    public var json: JSONValue {
        .object([
            ("period", .text(period.name)),
            ("first", .text("\(period.first)")), ("last", .text("\(period.last)")),
            ("calls", .number(funnel.calls)), ("sos", .number(funnel.sos)),
            ("cases_opened", .number(funnel.casesOpened)), ("referred", .number(funnel.referred)),
            ("escalations", escalations.json),
            ("by", .object(breakdowns.map { ($0.dimension.rawValue, $0.json) })),
            ("before", before?.json ?? .null),
        ])
    }
}

extension PeriodReport.Before {
    fileprivate var json: JSONValue {
        .object([
            ("period", .text(period.name)), ("calls", .number(funnel.calls)), ("sos", .number(funnel.sos)),
            ("cases_opened", .number(funnel.casesOpened)), ("referred", .number(funnel.referred)),
            ("class", classes.json),
        ])
    }
}

extension Funnel {
    fileprivate func figures(_ period: Period) -> [Figure] {
        [(Measure.calls, calls), (.sos, sos), (.casesOpened, casesOpened), (.referred, referred)].map {
            Figure($0, period, .all, CountKey.everything, $1)
        }
    }
}

extension Breakdown {
    fileprivate func figures(_ period: Period) -> [Figure] {
        lines.flatMap {
            [
                Figure(.calls, period, dimension, $0.key, $0.calls),
                Figure(.sos, period, dimension, $0.key, $0.sos),
            ]
        }
    }

    var json: JSONValue {
        .array(
            lines.map {
                .object([("key", .text($0.key)), ("calls", .number($0.calls)), ("sos", .number($0.sos))])
            })
    }
}

extension EscalationOutcomes {
    var json: JSONValue { .object(lines.map { ($0.outcome, .number($0.n)) }) }
}
