import HotlineDomain

/// What people received, where they stayed, who came home, what was promised and what was reported.
extension HouseFigures {
    var serviceGroups: [ReportGroup] {
        guard delivered.total > 0 else { return [] }
        let formula = "report.formula.delivered"
        return [
            ReportGroup(
                nil, .none,
                [ReportLine("delivered", .word("report.line.delivered"), .count(delivered.total), formula: formula)]),
            .codes("donor", "fund", delivered.donors, of: delivered.total, formula: formula),
            .codes("service", "service", delivered.services, of: delivered.total, formula: formula),
            .codes("provider", "provider", delivered.providers, of: delivered.total, formula: formula),
        ]
    }

    var stayGroups: [ReportGroup] {
        guard stays.atStart + stays.admitted > 0 else { return [] }
        func line(_ id: String, _ n: Int) -> ReportLine {
            ReportLine("stays.\(id)", .word("report.line.stays_\(id)"), .count(n), formula: "report.formula.stays")
        }
        var lines = [
            line("at_start", stays.atStart), line("admitted", stays.admitted), line("left", stays.left),
            line("at_end", stays.atEnd),
        ]
        lines.append(
            ReportLine(
                "stays.nights", .word("report.line.stays_nights"), .count(stays.nights), share: stays.occupancy,
                formula: "report.formula.nights"))
        return [
            ReportGroup(nil, .none, lines),
            .codes("resident", "category", stays.categories, of: stays.admitted, formula: "report.formula.admitted"),
            .codes("donor", "fund", stays.donors, of: stays.admitted, formula: "report.formula.admitted"),
            .codes("left_because", "left_because", stays.reasons, of: stays.left, formula: "report.formula.left"),
        ]
    }

    var missionGroups: [ReportGroup] {
        guard missions.done + missions.planned + missions.persons > 0 else { return [] }
        let all = missions.done + missions.planned
        return [
            ReportGroup(
                nil, .none,
                [
                    ReportLine(
                        "missions", .word("report.line.missions"), .count(missions.done),
                        share: Share(missions.done, of: all), formula: "report.formula.missions"),
                    ReportLine(
                        "persons", .word("report.line.persons"), .count(missions.persons),
                        formula: "report.formula.persons"),
                ]),
            .codes(
                "category", "category", missions.categories, of: missions.persons, formula: "report.formula.persons"),
            .codes("country", "country", missions.countries, of: missions.persons, formula: "report.formula.persons"),
        ]
    }

    /// The same code may stand for several stretches: the stretch is a part of its name.
    var indicatorGroup: ReportGroup {
        ReportGroup(
            nil, .none,
            indicators.map { indicator in
                var line = ReportLine(
                    "\(indicator.code).\(indicator.first).\(indicator.last)",
                    .text("\(indicator.code)  \(indicator.stretch)"),
                    .reached(indicator.actual, target: indicator.target), share: indicator.ofTarget,
                    formula: indicator.cumulative ? "report.formula.indicator_total" : "report.formula.indicator")
                line.which = [indicator.source, indicator.asOf.map { "\($0)" }].compactMap(\.self)
                return line
            })
    }

    var returnGroups: [ReportGroup] {
        returns.map { asked in
            func line(_ id: String, _ n: Int, _ formula: String, _ which: [String] = []) -> ReportLine {
                var line = ReportLine(
                    "\(asked.subject).\(id)", .word("report.line.returns_\(id)"), .count(n),
                    share: Share(n, of: asked.ofAsked.of), formula: "report.formula.\(formula)")
                line.which = which
                return line
            }
            return ReportGroup(
                .text(asked.subject), .none,
                [
                    line("received", asked.received, "returns"),
                    line("none", asked.none, "returns_none", asked.refused),
                    line("missing", asked.missing, "returns_missing", asked.silent),
                ]
                    + asked.figures.map { figure in
                        ReportLine(
                            "\(asked.subject).figure.\(figure.code)", .text(figure.code), .count(figure.n),
                            formula: "report.formula.returned")
                    })
        }
    }
}

extension EntryContent.Indicator {
    /// Whole months by their names, anything else by its days: `2008-10/2009-09`.
    fileprivate var stretch: String {
        guard first.day == 1, Period(month: last).last == last else { return "\(first)/\(last)" }
        let (from, to) = (Period(month: first).name, Period(month: last).name)
        return from == to ? from : "\(from)/\(to)"
    }
}
