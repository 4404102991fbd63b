import HotlineConsole
import HotlineDomain
import HotlineReports
import Wording

extension PackPreview {
    /// Names and order are a promise to scripts. A withheld part is `"x"`, as in the pack.
    func json(on today: BusinessDate, _ zone: ZoneRules) -> JSONValue {
        [
            "donor": .text(pack.donor.code), "period": .text(pack.period.name),
            "language": .text(pack.donor.language), "open_months": .strings(openMonths.map(\.name)),
            "given": earlier.map { $0.json(zone) } ?? .null, "last": last.map { $0.json(zone) } ?? .null,
            "funnel": pack.funnel(.eventDate).json,
            "before": before.map { ["period": .text($0.period.name)] + $0.funnel.json } ?? .null,
            "year_to_date": ["period": .text(pack.yearToDate.name)]
                + pack.funnel(.eventDate, yearToDate: true).json,
            "tables": .array(pack.families.flatMap { figures in figures.windows.map { figures.json($0) } }),
            "indicators": .array(pack.indicators.map(\.json)),
            "notes": .strings(pack.notes.map { PackWords(say).naming(pack.names).note($0) }),
            "new": .array(newTables.map { ["family": .text($0.family), "window": .text($0.window)] }),
            "due": .array(due.map { $0.json(on: today) }),
        ]
    }
}

extension PackRelease {
    fileprivate func json(_ zone: ZoneRules) -> JSONValue {
        [
            "period": .text(period.name), "at": .time(first.at, zone), "operator": .text(first.by),
            "times": .number(given.count), "manifest": .text(contents.manifest),
        ]
    }
}

extension Funnel {
    fileprivate var json: JSONValue {
        .object(PreviewText.steps(self).map { ($0.name, .number($0.n)) })
    }
}

extension FamilyFigures {
    fileprivate func json(_ window: Window) -> JSONValue {
        let about: JSONValue = ["family": .text(family.name.rawValue), "window": .text(window.period.name)]
        switch window.publication {
        case .nothing(let reason): return about + ["status": .text(reason.rawValue), "rows": .array([])]
        case .table(let table):
            let rows = table.rows.map { row -> JSONValue in
                let line: JSONValue = ["code": .text(row.key.name), "total": .number(row.total)]
                guard table.hasSplits else { return line }
                return line + ["sos": row.split.map { .number($0.sos) } ?? .text(PackWords.withheldMark)]
            }
            return about + ["status": "published", "rows": .array(rows)]
        }
    }
}

extension IndicatorFigures {
    fileprivate var json: JSONValue {
        [
            "code": .text(indicator.code), "actual": actual.json, "cumulative": cumulative.json,
            "target": indicator.target.map { .number($0) } ?? .null,
            "comment": comment.map { .text(PackWords(say).comment($0)) } ?? .null,
        ]
    }
}

extension FigureValue {
    fileprivate var json: JSONValue {
        switch self {
        case .exact(let number): .number(number)
        case .unknown: "unknown"
        case .notCollected: "not_collected"
        case .withheld: .text(PackWords.withheldMark)
        }
    }
}

extension PackDue {
    fileprivate func json(on today: BusinessDate) -> JSONValue {
        [
            "donor": .text(donor), "period": .text(period.name), "due": .text("\(due)"),
            "over": .flag(isOver(on: today)), "overdue": .flag(isOverdue(on: today)),
        ]
    }
}
