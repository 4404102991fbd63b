import HotlineDomain

/// A donor's indicator and what it came to: from what the pack publishes, never
/// from the counts behind it.
public struct IndicatorFigures: Hashable, Sendable {
    public let indicator: DonorIndicator
    /// Of the period of the pack.
    public let actual: FigureValue
    /// Of the project year so far: what the target is for.
    public let cumulative: FigureValue
    /// Whose figure it is and of which day; nil: the hotline's own.
    public let source: Source?
    /// Why a figure is not there; nil: both are.
    public let comment: Comment?

    public struct Source: Hashable, Sendable {
        public let name: String
        /// ISO 8601; empty where nobody said.
        public let asOf: String
    }

    public enum Comment: Hashable, Sendable {
        /// The tables it is taken from are of longer stretches, and none of them has ended with the period.
        case windowOpen(WindowLength)
        /// Its code is in one line with others, or its SOS are not told.
        case grouped
        /// The table it is taken from is not published.
        case withheld(Publication.Reason)
        /// The hotline publishes no table that has it.
        case noTable
        /// The register has no such figure for the period.
        case notInRegister
    }

    /// Nil where there is no target or no figure: nothing is divided by nothing, nor anything withheld.
    public var ofTarget: Share? {
        guard let target = indicator.target, target > 0, let number = cumulative.number, number >= 0 else {
            return nil
        }
        return Share(number, of: target)
    }
}

extension IndicatorFigures {
    /// `headlines`: the months of both stretches.
    init(_ indicator: DonorIndicator, _ input: PackInput, _ headlines: [MonthHeadline], _ families: [FamilyFigures]) {
        let finder = Finder(input: input, headlines: headlines, families: families)
        let (now, year) = (finder.find(indicator, input.period), finder.find(indicator, input.yearToDate))
        self.indicator = indicator
        actual = now.value
        cumulative = year.value
        source = now.source ?? year.source
        comment = year.comment ?? now.comment
    }

    fileprivate struct Found {
        var value: FigureValue
        var comment: Comment?
        var source: Source?
    }

    /// Looks a figure up for one stretch of time.
    fileprivate struct Finder {
        let input: PackInput
        let headlines: [MonthHeadline]
        let families: [FamilyFigures]

        func find(_ indicator: DonorIndicator, _ period: Period) -> Found {
            switch indicator.source {
            case .register(let code): register(code, period)
            case .counted(let measure, let filter): counted(measure, filter, period)
            }
        }

        private func counted(_ measure: Measure, _ filter: DonorIndicator.Filter?, _ period: Period) -> Found {
            let inside = headlines.filter { period.contains($0.month.first) }
            let months = input.months.filter { period.contains($0.period.first) }
            switch (measure, filter) {
            case (.calls, nil): return Found(value: .exact(inside.reduce(0) { $0 + $1.calls }))
            case (.sos, nil): return Found(value: .exact(inside.reduce(0) { $0 + $1.sos }))
            case (.calls, let filter?) where filter.dimension == .class:
                return Found(value: .exact(inside.reduce(0) { $0 + $1[filter.code] }))
            case (.casesOpened, nil): return Found(value: .exact(months.reduce(0) { $0 + $1.count(.casesOpened) }))
            case (.referred, nil): return Found(value: .exact(months.reduce(0) { $0 + $1.count(.referred) }))
            case (_, let filter): return table(measure, filter, period)
            }
        }

        private func table(_ measure: Measure, _ filter: DonorIndicator.Filter?, _ period: Period) -> Found {
            let matching = families.filter { figures in
                figures.family.name.tells(measure)
                    && filter.map { figures.family.name.attributes.contains($0.dimension) } ?? true
            }
            if matching.isEmpty { return Found(value: .withheld, comment: .noTable) }
            let found = matching.map { line($0, filter, measure, period) }
            return found.first { $0.value.number != nil } ?? found[0]
        }

        private func line(
            _ figures: FamilyFigures, _ filter: DonorIndicator.Filter?, _ measure: Measure, _ period: Period
        ) -> Found {
            guard let publication = figures.publication(over: period) else {
                return Found(value: .withheld, comment: .windowOpen(figures.family.window))
            }
            switch publication {
            case .nothing(.empty): return Found(value: .exact(0))
            case .nothing(.notCollected): return Found(value: .notCollected)
            case .nothing(let reason): return Found(value: .withheld, comment: .withheld(reason))
            case .table(let table):
                let number =
                    filter.map { figures.family.number(of: $0, in: table, sosOnly: measure == .sos) } ?? table.total
                return number.map { Found(value: .exact($0)) } ?? Found(value: .withheld, comment: .grouped)
            }
        }

        /// Figures of others: those of the months of the stretch together, or the last of a stock.
        private func register(_ code: String, _ period: Period) -> Found {
            let rows = input.months.filter { period.contains($0.period.first) }.flatMap { $0.figures(.indicator) }
                .filter { $0["code"] == code }
            guard let last = rows.last else { return Found(value: .notCollected, comment: .notInRegister) }
            let isStock = last["basis"] == "cumulative"
            let value = isStock ? last.value : rows.dropFirst().reduce(rows[0].value) { $0 + $1.value }
            return Found(
                value: value, source: last["source"].map { Source(name: $0, asOf: last["as_of"] ?? "") })
        }
    }
}

extension Family {
    /// What the table says of one code of one attribute; nil where it is not told apart.
    func number(of filter: DonorIndicator.Filter, in table: FamilyTable, sosOnly: Bool) -> Int? {
        guard name.attributes.count > 1 else { return table.number(of: filter.code, sosOnly: sosOnly) }
        guard let place = name.attributes.firstIndex(of: filter.dimension) else { return nil }
        return table.number { code in
            CrossedCode.parts(code).map { (place == 0 ? $0.first : $0.second) == filter.code } ?? false
        }
    }
}

extension FamilyTable {
    /// Every line together.
    var total: Int { rows.reduce(0) { $0 + $1.total } }

    /// What the table says of one code; nil where it is not told apart.
    func number(of code: String, sosOnly: Bool) -> Int? {
        if let row = rows.first(where: { $0.key == .code(code) }) { return sosOnly ? row.split?.sos : row.total }
        let row = rows.first { $0.key == .other ? otherCodes.contains(code) : $0.key.codes.contains(code) }
        return row?.total == 0 ? 0 : nil
    }

    /// Of all codes of which this is true; nil where a line holds such codes and others.
    fileprivate func number(where isMeant: (String) -> Bool) -> Int? {
        var sum = 0
        for row in rows where row.total > 0 {
            let codes = row.key == .other ? otherCodes : row.key.codes
            let meant = codes.count(where: isMeant)
            if meant == 0 { continue }
            // `OTHER` also stands for what no list names.
            if meant < codes.count || row.key == .other { return nil }
            sum += row.total
        }
        return sum
    }
}
