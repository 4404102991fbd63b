import HotlineDomain

/// Calls by class and month, then by every attribute that is published.
extension SheetMaker {
    var calls: WorkbookSheet {
        let months = pack.headlines
        var sheet = WorkbookSheet(
            name: words.say("pack.sheet.calls"), widths: [44] + months.map { _ in 17 } + [17, 17, 17, 17],
            frozenRows: 1)
        sheet.isLandscape = months.count > 6
        sheet.rows = [[.title(title)], []]
        addClasses(&sheet)
        for figures in pack.families where figures.family.name.isOfCalls { addFamily(figures, &sheet) }
        return sheet
    }

    private func addClasses(_ sheet: inout WorkbookSheet) {
        let months = pack.headlines
        let heading = words.say("pack.heading.classes", ["period": words.within(pack.period)])
        sheet.rows.append([.section(heading)])
        let names = months.map { words.name($0.month) }
        sheet.rows.append(SheetCell.headings([words.say("pack.column.class")] + names + [words.say("pack.total")]))
        let first = sheet.rows.count
        for code in MonthHeadline.codes {
            let counts = months.map { $0[code] }
            sheet.rows.append([.text(words.label("class", code))] + SheetCell.numbers(counts + [counts.reduce(0, +)]))
        }
        let counts = months.map(\.calls)
        sheet.rows.append([.section(words.say("pack.total"))] + SheetCell.numbers(counts + [counts.reduce(0, +)]))
        sheet.rows.append([])
        sheet.charts.append(classChart(heading, from: first, at: sheet.rows.count))
        sheet.rows += Array(repeating: [], count: SheetMaker.chartRows)
    }

    /// Stacked by month; of one month, a bar for each class.
    private func classChart(_ heading: String, from first: Int, at row: Int) -> WorkbookSheet.Chart {
        let months = pack.headlines.count
        let last = first + MonthHeadline.codes.count - 1
        if months == 1 {
            let values = WorkbookSheet.Cells(rows: first...last, columns: 1...1)
            return WorkbookSheet.Chart(
                kind: .bars, title: heading, row: row, column: 0,
                categories: WorkbookSheet.Cells(rows: first...last, columns: 0...0),
                series: [WorkbookSheet.Series(words.say("pack.measure.calls"), values)])
        }
        var series: [WorkbookSheet.Series] = []
        for (place, code) in MonthHeadline.codes.enumerated() {
            let row = first + place
            series.append(
                WorkbookSheet.Series(
                    words.label("class", code), WorkbookSheet.Cells(rows: row...row, columns: 1...months)))
        }
        return WorkbookSheet.Chart(
            kind: .stackedColumns, title: heading, row: row, column: 0,
            categories: WorkbookSheet.Cells(rows: (first - 1)...(first - 1), columns: 1...months), series: series)
    }

    /// Every window of it, then the project year so far where it is made of several.
    func addFamily(_ figures: FamilyFigures, _ sheet: inout WorkbookSheet) {
        let name = words.say("pack.family.\(figures.family.name.rawValue)")
        var tables = figures.windows
        if let year = figures.toDate, !tables.contains(where: { $0.period == year.period }) { tables.append(year) }
        for window in tables {
            let heading = "\(name), \(words.within(window.period))"
            sheet.rows.append([.section(heading)])
            switch window.publication {
            case .nothing(let reason):
                sheet.rows += [[.text(words.say("pack.reason.\(reason.rawValue)"))], []]
            case .table(let table):
                let rows = addTable(table, figures.family.name, &sheet)
                if window == figures.windows.last ?? figures.toDate { addChart(rows, heading, &sheet) }
            }
        }
    }

    /// Its lines; returns where they stand.
    private func addTable(_ table: FamilyTable, _ name: FamilyName, _ sheet: inout WorkbookSheet) -> Range<Int> {
        let hasSplits = table.hasSplits
        sheet.rows.append(columns(hasSplits ? ["label", "value", "sos", "others"] : ["label", "value"]))
        let first = sheet.rows.count
        for row in table.rows {
            var cells: [SheetCell] = [.words(words.label(name.column, row.key.name)), .number(row.total)]
            if hasSplits {
                cells.append(.figure(row.split.map { .exact($0.sos) } ?? .withheld, words))
                cells.append(.figure(row.split.map { .exact($0.others) } ?? .withheld, words))
            }
            sheet.rows.append(cells)
        }
        sheet.rows.append([])
        return first..<(first + table.rows.count)
    }

    /// Beside its table, below the chart before it.
    private func addChart(_ rows: Range<Int>, _ heading: String, _ sheet: inout WorkbookSheet) {
        guard let last = rows.last, rows.count <= SheetMaker.mostBars else { return }
        let below = sheet.charts.last.map { $0.row + $0.lines + 1 } ?? 0
        let values = WorkbookSheet.Cells(rows: rows.lowerBound...last, columns: 1...1)
        sheet.charts.append(
            WorkbookSheet.Chart(
                kind: .bars, title: heading, row: max(rows.lowerBound - 2, below), column: 5,
                lines: max(SheetMaker.chartRows - 1, rows.count * 3 / 2 + 4),
                categories: WorkbookSheet.Cells(rows: rows.lowerBound...last, columns: 0...0),
                series: [WorkbookSheet.Series(words.say("pack.column.value"), values)]))
    }

    /// Lines that a chart covers, with one to spare.
    static let chartRows = 16
    /// More would be too thin to tell apart.
    private static let mostBars = 24
}
