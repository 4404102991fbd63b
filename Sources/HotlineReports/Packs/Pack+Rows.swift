import HotlineDomain

/// The tidy table of a pack, in the vocabulary of `data.csv`.
extension Pack {
    static func tidyRows(
        headlines: [MonthHeadline], inPeriod: [ClosedMonth], year: PackFunnel, families: [FamilyFigures]
    ) -> [PackRow] {
        var rows: [PackRow] = []
        for headline in headlines {
            rows += headline.classes.map {
                PackRow(.calls, headline.month, [TidyKey("class", $0.code)], .exact($0.calls))
            }
        }
        for month in inPeriod {
            rows.append(PackRow(.cases, month.period, [], .exact(month.count(.casesOpened))))
            rows.append(PackRow(.referrals, month.period, [], .exact(month.count(.referred))))
        }
        rows += [
            PackRow(.calls, year.period, [], .exact(year.funnel.calls)),
            PackRow(.calls, year.period, [TidyKey("class", MonthHeadline.sos)], .exact(year.funnel.sos)),
            PackRow(.cases, year.period, [], .exact(year.funnel.casesOpened)),
            PackRow(.referrals, year.period, [], .exact(year.funnel.referred)),
        ]
        for figures in families {
            for window in figures.windows {
                rows += window.publication.table.map { lines($0, figures.family.name, window.period) } ?? []
            }
        }
        // The first month of a project year is its year to date.
        var seen = Set<PackRow>()
        return rows.filter { seen.insert($0).inserted }
    }

    private static func lines(_ table: FamilyTable, _ name: FamilyName, _ window: Period) -> [PackRow] {
        table.rows.flatMap { row -> [PackRow] in
            let keys = name.fixed + [TidyKey(name.column, row.key.name)]
            let total = PackRow(name.measure, window, keys, .exact(row.total))
            guard table.hasSplits else { return [total] }
            return [
                total,
                PackRow(
                    name.measure, window, keys + [TidyKey("class", MonthHeadline.sos)],
                    row.split.map { .exact($0.sos) } ?? .withheld),
                PackRow(
                    name.measure, window, keys + [TidyKey("class", MonthHeadline.others)],
                    row.split.map { .exact($0.others) } ?? .withheld),
            ]
        }
    }
}
