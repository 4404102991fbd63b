import HotlineDomain

/// Parts that come from the count tables alone.
extension PeriodReport {
    public func part(_ name: ReportPartName) -> ReportPart {
        if let dimension = name.dimension { return ReportPart(name, [group(dimension)]) }
        switch name {
        case .funnel: return ReportPart(name, [funnelGroup])
        case .sos: return ReportPart(name, [outcomes])
        default: return ReportPart(name, [])
        }
    }

    var funnelGroup: ReportGroup {
        ReportGroup(
            .word("report.group.event_date"), .funnel,
            [
                ReportLine(
                    "calls", .word("report.calls"), .count(funnel.calls), sos: funnel.sos,
                    formula: "report.formula.calls", behind: .init(.calls)),
                ReportLine(
                    "sos", .word("report.sos"), .count(funnel.sos), share: funnel.sosOfCalls,
                    formula: "report.formula.sos", behind: .init(.sos)),
                ReportLine(
                    "cases_opened", .word("report.cases_opened"), .count(funnel.casesOpened),
                    share: funnel.casesOfSOS, formula: "report.formula.cases_opened", behind: .init(.casesOpened)),
                ReportLine(
                    "referred", .word("report.referred"), .count(funnel.referred), share: funnel.referredOfCases,
                    formula: "report.formula.referred", behind: .init(.referred)),
            ])
    }

    private func group(_ dimension: Dimension) -> ReportGroup {
        // Only non-counselling calls have a code: the others are not among them.
        let isOfSome = dimension == .code
        let lines = (self[dimension]?.lines ?? []).filter { !isOfSome || $0.key != CountKey.notRecorded }
        let whole = isOfSome ? lines.reduce(0) { $0 + $1.calls } : funnel.calls
        let isOfTime = dimension == .hour || dimension == .weekday
        guard whole > 0 else { return ReportGroup(nil, .bars, []) }
        return ReportGroup(
            nil, isOfTime ? .columns : .bars,
            lines.map { line in
                ReportLine(
                    line.key, .code(dimension.rawValue, line.key), .count(line.calls),
                    share: Share(line.calls, of: whole), sos: line.sos,
                    formula: isOfSome ? "report.formula.code" : "report.formula.breakdown",
                    behind: .init(.calls, dimension, line.key))
            })
    }

    private var outcomes: ReportGroup {
        guard escalations.total > 0 else { return ReportGroup(nil, .bars, []) }
        return ReportGroup(
            nil, .bars,
            escalations.lines.map { line in
                ReportLine(
                    line.outcome, .code("escalation_outcome", line.outcome), .count(line.n),
                    share: Share(line.n, of: escalations.total), formula: "report.formula.escalations",
                    behind: .init(.escalations, .outcome, line.outcome))
            })
    }
}
