import HotlineDomain

/// From the call to the referral in both ways of counting, the balance of the
/// cases, and what people received.
extension SheetMaker {
    var funnel: WorkbookSheet {
        var sheet = WorkbookSheet(
            name: words.say("pack.sheet.funnel"), widths: [52, 18, 18, 18, 18, 14, 14, 14, 14], frozenRows: 1)
        sheet.rows = [[.title(title)], []]
        addFunnel(&sheet)
        addBalance(&sheet)
        if let funded = pack.funded {
            let details = [
                "donor": pack.donor.name, "period": words.within(funded.period), "total": words.number(funded.total),
                "funded": words.figure(funded.funded.map { .exact($0) } ?? .withheld),
            ]
            sheet.rows += [[.text(words.say("pack.funded", details))], []]
        }
        for figures in pack.families where !figures.family.name.isOfCalls { addFamily(figures, &sheet) }
        return sheet
    }

    private func addFunnel(_ sheet: inout WorkbookSheet) {
        var columns: [(PackFunnel.Basis, Bool)] = []
        for basis in PackFunnel.Basis.allCases {
            columns.append((basis, false))
            if pack.yearToDate != pack.period { columns.append((basis, true)) }
        }
        sheet.rows.append([.text(words.say("pack.funnel.caption"))])
        var head = [words.say("pack.column.measure")]
        for (basis, isYear) in columns {
            let period = words.within(isYear ? pack.yearToDate : pack.period)
            head.append(words.say("pack.funnel.\(basis.rawValue)") + ", " + period)
        }
        sheet.rows.append(SheetCell.headings(head))
        let funnels = columns.map { pack.funnel($0.0, yearToDate: $0.1) }
        let first = sheet.rows.count
        for step in FunnelStep.all {
            sheet.rows.append(
                [.text(words.say("pack.step.\(step.name)"))] + SheetCell.numbers(funnels.map(step.count)))
        }
        let last = sheet.rows.count - 1
        for step in FunnelStep.all {
            guard let share = step.share else { continue }
            addShares(words.say("pack.share.\(step.name)"), funnels.map(share), &sheet)
        }
        sheet.rows.append([])
        let values = WorkbookSheet.Cells(rows: first...last, columns: 1...1)
        sheet.charts.append(
            WorkbookSheet.Chart(
                kind: .bars, title: words.say("pack.funnel.summary", ["period": words.within(pack.period)]), row: 2,
                column: columns.count + 2, categories: WorkbookSheet.Cells(rows: first...last, columns: 0...0),
                series: [WorkbookSheet.Series(words.name(pack.period), values)]))
    }

    /// Percentages in one line, n/N in the next.
    private func addShares(_ name: String, _ shares: [Share], _ sheet: inout WorkbookSheet) {
        var (percentages, fractions): ([SheetCell], [SheetCell]) = ([.text(name)], [.empty])
        for share in shares {
            let isThere = share.percentage != .undefined
            percentages.append(isThere ? .percentage(share, words) : .status("-"))
            fractions.append(isThere ? .status(words.fraction(share)) : .empty)
        }
        sheet.rows += [percentages, fractions]
    }

    /// That it adds up, which a pack is refused for otherwise; its counts are of few people and stay in the house.
    private func addBalance(_ sheet: inout WorkbookSheet) {
        sheet.rows.append([.section(words.say("pack.heading.balance"))])
        sheet.rows.append([.words(words.say("pack.balance.adds_up"))])
        sheet.rows.append([])
    }
}
