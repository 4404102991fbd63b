import HotlineDomain

/// `report.html`: the pack on one sheet of A4. Nothing is fetched and nothing
/// runs: the page may be opened on a machine that has never seen a network.
struct ReportPage {
    let pack: Pack
    let words: PackWords
    private let styleHash: String

    init(_ pack: Pack, _ words: PackWords, digest: ByteDigest) {
        self.pack = pack
        self.words = words
        styleHash = PageMarkup.hash(of: ReportPage.style, digest)
    }

    var text: String {
        let title = words.say("pack.title", ["hotline": pack.hotlineName, "period": words.within(pack.period)])
        return PageMarkup.document(
            language: words.language, title: title, style: ReportPage.style, hash: styleHash,
            body: """
                \(pack.isDraft ? mark("p", "draft", words.say("pack.draft")) : "")
                <header>\(mark("h1", nil, title))\(mark("p", "for", recipient))</header>
                <main>
                \(sections.joined(separator: "\n"))
                </main>
                """)
    }

    private var sections: [String] {
        [funnel, classes, funnelTable] + Array(tables.prefix(4))
            + [indicators, service, notes].filter { !$0.isEmpty }
    }

    private var recipient: String {
        let projects = pack.donor.projects.isEmpty ? "" : " (\(pack.donor.projects.joined(separator: ", ")))"
        return words.say("pack.for", ["donor": pack.donor.name + projects])
    }

    private func mark(_ name: String, _ style: String?, _ text: String) -> String {
        PageMarkup.mark(name, style, text)
    }

    private func section(_ heading: String, _ inner: String, wide: Bool = false) -> String {
        PageMarkup.section(heading, inner, wide: wide)
    }

    private func table(_ caption: String, _ head: [String], _ rows: [[String]], texts: Set<Int> = []) -> String {
        PageMarkup.table(caption, head, rows, texts: texts)
    }

    // MARK: What stands on it

    private var funnel: String {
        let shown = pack.funnel(.eventDate, yearToDate: true)
        let chart = BarChart(
            summary: words.say("pack.funnel.summary", ["period": words.within(pack.yearToDate)]),
            bars: FunnelStep.all.map {
                let count = $0.count(shown)
                return BarChart.Bar(
                    label: words.say("pack.step.\($0.name)"), value: words.number(count), parts: [count])
            })
        return section(
            "\(words.say("pack.heading.funnel")), \(words.within(pack.yearToDate))", chart.svg)
    }

    /// Both ways of counting, side by side.
    private var funnelTable: String {
        var columns: [(PackFunnel.Basis, Bool)] = [(.eventDate, false)]
        if pack.yearToDate != pack.period { columns.append((.eventDate, true)) }
        columns.append((.cohort, true))
        let funnels = columns.map { pack.funnel($0, yearToDate: $1) }
        let head = columns.map { basis, isYear in
            words.say("pack.funnel.\(basis.rawValue)") + ", " + words.within(isYear ? pack.yearToDate : pack.period)
        }
        let rows = FunnelStep.all.map { step in
            [words.say("pack.step.\(step.name)")]
                + funnels.map { funnel in
                    let share = step.share.map { "; " + words.share($0(funnel)) } ?? ""
                    return words.number(step.count(funnel)) + share
                }
        }
        let figures = table(words.say("pack.funnel.caption"), [""] + head, rows)
        return XMLText.element("section", [("class", "wide steps")], figures)
    }

    private var classes: String {
        let sums = MonthHeadline.codes.map { code in (code, pack.headlines.reduce(0) { $0 + $1[code] }) }
        let chart = BarChart(
            summary: words.say("pack.classes.summary", ["period": words.within(pack.period)]),
            bars: sums.map { code, count in
                BarChart.Bar(label: words.label("class", code), value: words.number(count), parts: [count])
            })
        let months = pack.headlines.count > 1 && pack.headlines.count <= 12 ? monthTable : ""
        return section(words.say("pack.heading.classes", ["period": words.within(pack.period)]), chart.svg + months)
    }

    private var monthTable: String {
        let rows = [
            [words.say("pack.step.calls")] + pack.headlines.map { words.number($0.calls) },
            [words.say("pack.step.sos")] + pack.headlines.map { words.number($0.sos) },
        ]
        let months = pack.headlines.map {
            pack.headlines.count > 3 ? $0.month.first.month.padded(2) : words.within($0.month)
        }
        return table(words.say("pack.months.caption"), [""] + months, rows)
    }

    /// Of each family that is published the period, or the last window in it: its largest lines.
    private var tables: [String] {
        pack.families.compactMap { figures in
            guard let window = figures.told(over: pack.period), let published = window.publication.table else {
                return nil
            }
            let name = figures.family.name
            let lines = published.rows.filter { $0.total > 0 }.sorted { $0.total > $1.total }
            let hasSplits = published.hasSplits
            let bars = lines.prefix(5).map { row in
                BarChart.Bar(
                    label: words.label(name.column, row.key.name),
                    value: words.number(row.total)
                        + (hasSplits
                            ? " / " + (row.split.map { words.number($0.sos) } ?? PackWords.withheldMark) : ""),
                    parts: [row.total])
            }
            let heading = words.say(
                "pack.heading.\(hasSplits ? "family_sos" : "family")",
                ["by": words.say("pack.family.\(name.rawValue)"), "period": words.within(window.period)])
            let more =
                lines.count > 5 ? mark("p", "small", words.say("pack.more", ["n": String(lines.count - 5)])) : ""
            let chart = BarChart(summary: heading, bars: bars, labelWidth: 48)
            return section(heading, chart.svg + more)
        }
    }

    private var indicators: String {
        if pack.indicators.isEmpty { return "" }
        // Why a figure is not there stands beside it.
        let hasComments = pack.indicators.contains { $0.comment != nil }
        let names = ["indicator", "target", "actual", "cumulative", "of_target"] + (hasComments ? ["comment"] : [])
        let head = names.map { words.say("pack.column.\($0)") }
        let rows = pack.indicators.map { figures in
            let comment = figures.comment.map { words.comment($0) } ?? ""
            return [
                [figures.indicator.donorsCode, words.wording(figures.indicator)].compactMap(\.self).joined(
                    separator: " "),
                figures.indicator.target.map { words.number($0) } ?? "-", words.figure(figures.actual),
                words.figure(figures.cumulative), figures.ofTarget.map { words.share($0) } ?? "-",
            ] + (hasComments ? [comment] : [])
        }
        let caption = words.say("pack.indicators.caption", ["year": words.within(pack.yearToDate)])
        return section(words.say("pack.heading.indicators"), table(caption, head, rows, texts: [5]), wide: true)
    }

    private var service: String {
        let lines = words.service(pack.service).map { [$0.name, $0.value] }
        if lines.isEmpty { return "" }
        return section(
            words.say("pack.heading.service", ["period": words.within(pack.period)]),
            table(
                words.say("pack.service.caption"),
                [words.say("pack.column.measure"), words.say("pack.column.value")], lines))
    }

    private var notes: String {
        let texts = pack.notes.filter { $0 != .draft }.map { words.note($0) }
        let shown = texts.prefix(9)
        let more =
            texts.count > shown.count ? [words.say("pack.notes.more", ["n": String(texts.count - shown.count)])] : []
        let items = ([words.say("pack.legend", ["mark": PackWords.withheldMark])] + shown + more)
            .map { mark("li", nil, $0) }.joined()
        return section(words.say("pack.heading.notes"), XMLText.element("ul", [], items))
    }
}
