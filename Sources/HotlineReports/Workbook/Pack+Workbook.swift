import HotlineDomain

extension Pack {
    /// `workbook.xlsx` as values: six sheets.
    public func workbook(_ words: PackWords) -> Workbook {
        let words = words.naming(names)
        let title = words.say("pack.title", ["hotline": hotlineName, "period": words.within(period)])
        let maker = SheetMaker(
            pack: self, words: words, title: isDraft ? "\(words.say("pack.draft")) \(title)" : title)
        return Workbook(
            title: title, author: hotlineName, created: period.last.days * 86_400,
            sheets: [maker.indicators, maker.calls, maker.funnel, maker.service, maker.data, maker.notes])
    }
}

/// Lays the pack out on sheets.
struct SheetMaker {
    let pack: Pack
    let words: PackWords
    let title: String

    func columns(_ names: [String]) -> [SheetCell] {
        names.map { name in
            let text = words.say("pack.column.\(name)")
            return SheetMaker.numbers.contains(name) ? .numberHeading(text) : .heading(text)
        }
    }

    /// Columns of numbers.
    private static let numbers: Set = [
        "baseline", "target", "actual", "cumulative", "of_target", "share", "value", "sos", "others",
    ]

    func optional(_ number: Int?) -> SheetCell { if let number { .number(number) } else { .empty } }

    var indicators: WorkbookSheet {
        let names = [
            "code", "donors_code", "indicator", "unit", "baseline", "target", "actual", "cumulative", "of_target",
            "share", "source", "comment",
        ]
        var sheet = WorkbookSheet(
            name: words.say("pack.sheet.indicators"), widths: [24, 12, 44, 14, 12, 12, 12, 16, 12, 14, 28, 44],
            frozenRows: 4)
        sheet.isLandscape = true
        sheet.rows = [
            [.title(title)],
            [.text(words.say("pack.indicators.caption", ["year": words.within(pack.yearToDate)]))], [],
            columns(names),
        ]
        for figures in pack.indicators {
            let indicator = figures.indicator
            var cells: [SheetCell] = [
                .text(indicator.code), .text(indicator.donorsCode ?? ""), .words(words.wording(indicator)),
                .text(words.say("pack.unit.\(indicator.unit.rawValue)")),
            ]
            cells += [optional(indicator.baseline), optional(indicator.target)]
            cells += [SheetCell.figure(figures.actual, words), SheetCell.figure(figures.cumulative, words)]
            cells += SheetCell.shares(figures.ofTarget, words)
            cells.append(.words(source(figures.source)))
            cells.append(.words(figures.comment.map { words.comment($0) } ?? ""))
            sheet.rows.append(cells)
        }
        return sheet
    }

    private func source(_ source: IndicatorFigures.Source?) -> String {
        guard let source else { return words.say("pack.source.own") }
        let asOf = Period(source.asOf).map { words.within($0) } ?? source.asOf
        return [source.name, asOf].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    var service: WorkbookSheet {
        var sheet = WorkbookSheet(name: words.say("pack.sheet.service"), widths: [52, 30], frozenRows: 4)
        sheet.rows = [
            [.title(title)], [.text(words.say("pack.service.caption"))], [],
            columns(["measure", "value"]),
        ]
        sheet.rows += words.service(pack.service).map { [SheetCell.words($0.name), SheetCell.text($0.value)] }
        return sheet
    }

    /// The tidy table as it is published.
    var data: WorkbookSheet {
        var sheet = WorkbookSheet(
            name: words.say("pack.sheet.data"), widths: [20, 34, 22, 44, 28, 12, 18], frozenRows: 1)
        sheet.rows = [columns(["measure", "period", "by", "label", "class", "value", "status"])]
        for row in pack.rows {
            let key = row.keys.first { $0.name != "class" && $0.name != "kind" }
            let kind = row["kind"].map { words.label("kind", $0) + ": " } ?? ""
            let by = key.map { words.say("pack.by.\($0.name)") } ?? ""
            let label = key.map { kind + words.label($0.name, $0.code) } ?? ""
            let texts = [
                words.say("pack.measure.\(row.measure.rawValue)"), words.name(row.period), by, label,
                row["class"].map { words.label("class", $0) } ?? "",
            ]
            let status = words.say("pack.status.\(row.value.status)")
            sheet.rows.append(
                texts.map { SheetCell.words($0) } + [SheetCell.figure(row.value, words), SheetCell.text(status)])
        }
        return sheet
    }

    var notes: WorkbookSheet {
        var sheet = WorkbookSheet(name: words.say("pack.sheet.notes"), widths: [70], frozenRows: 1)
        sheet.rows = [[.title(title)], []]
        sheet.rows.append([.words(words.say("pack.for", ["donor": pack.donor.name]))])
        sheet.rows.append([.words(words.say("pack.legend", ["mark": PackWords.withheldMark]))])
        sheet.rows += pack.notes.map { [SheetCell.words(words.note($0))] }
        if !pack.completeness.isEmpty {
            sheet.rows += [[], [.section(words.say("pack.heading.completeness"))]]
            sheet.rows += pack.completeness.map { part -> [SheetCell] in
                let value = part.recorded.map { words.share($0) } ?? PackWords.withheldMark
                let family = words.say("pack.family.\(part.family.rawValue)")
                return [SheetCell.words("\(family), \(words.within(part.period)): \(value)")]
            }
        }
        return sheet
    }
}

extension FigureValue {
    /// The second half of `pack.status.`.
    var status: String { if case .exact = self { "exact" } else { text } }
}
