import HotlineDomain

/// The house's own report as a page for paper: made of the same parts as a
/// pack's, and marked on every sheet as what never leaves the house.
public struct InternalPage {
    private let report: InternalReport
    private let words: PackWords
    private let style: String
    private let styleHash: String

    public init(_ report: InternalReport, _ words: PackWords, digest: ByteDigest) {
        self.report = report
        self.words = words
        style = InternalPage.style(words)
        styleHash = PageMarkup.hash(of: style, digest)
    }

    public var text: String {
        let title = words.say(
            "report.title_of", ["hotline": report.hotlineName, "period": words.name(report.period)])
        let only = words.say("report.internal")
        return PageMarkup.document(
            language: words.language, title: title, style: style, hash: styleHash,
            body: """
                \(PageMarkup.mark("p", "draft", only))
                <header>\(PageMarkup.mark("h1", nil, title))\(facts)</header>
                <main>
                \(report.parts.map(section).joined(separator: "\n"))
                </main>
                """)
    }

    /// The sentence in the margin of every sheet of paper.
    private static func style(_ words: PackWords) -> String {
        let only = words.say("report.internal").filter { !"\"\\<>\n".contains($0) }
        return ReportPage.style + """
            @page{margin:14mm 10mm 12mm;@top-center{content:"\(only)";font:7pt sans-serif}\
            @bottom-right{content:counter(page) "/" counter(pages);font:7pt sans-serif}}\
            main{display:block;columns:2;column-gap:6mm}section{break-inside:auto;margin:0 0 3mm}\
            h2,h3,svg{break-after:avoid}tr,svg,li{break-inside:avoid}.n{white-space:nowrap}\
            h3{font-size:8pt;font-weight:bold;margin:1.5mm 0 .5mm}\
            caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
            """
    }

    private var facts: String {
        var lines = [words.say(report.isSoFar ? "report.so_far" : "report.made", ["date": "\(report.today)"])]
        if let before = report.before {
            lines.append(words.say("report.before", ["period": words.name(before.counts.period)]))
        }
        if let year = report.yearBefore {
            lines.append(words.say("report.year_before", ["period": words.name(year.counts.period)]))
        }
        let left = report.leftOut.filter { $0.n > 0 }.map { "\(words.say($0.name)) \(words.number($0.n))" }
        if !left.isEmpty { lines.append(words.say("report.left_out", ["list": left.joined(separator: ", ")])) }
        return lines.map { PageMarkup.mark("p", "for", $0) }.joined()
    }

    private func section(_ part: ReportPart) -> String {
        let title = words.say(part.name.title)
        let note = part.note.map { PageMarkup.mark("p", nil, words.say($0)) } ?? ""
        let groups = part.groups.map { group -> String in
            let heading = group.title.map { PageMarkup.mark("h3", nil, words.name($0)) } ?? ""
            return heading + chart(group, title) + (part.name == .time ? "" : table(group, title))
        }
        // How each figure is made, once for all that are made alike.
        var said: [String] = []
        for key in part.lines.map(\.formula) where !said.contains(key) { said.append(key) }
        let formulas = said.map { PageMarkup.mark("li", nil, words.say($0)) }.joined()
        return PageMarkup.section(
            title, note + groups.joined() + (said.isEmpty ? "" : XMLText.element("ul", [], formulas)))
    }

    private func chart(_ group: ReportGroup, _ title: String) -> String {
        let key = (calls: words.say("report.calls"), sos: words.say("report.sos"))
        switch group.chart {
        case .none: return ""
        case .columns:
            return ColumnChart(
                summary: title,
                columns: group.lines.map {
                    ColumnChart.Column(label: label($0), calls: $0.value.length ?? 0, sos: $0.sos)
                }, key: key
            ).svg
        case .bars, .funnel:
            let lines = group.lines.filter { $0.value.length ?? 0 > 0 }
            if lines.isEmpty { return "" }
            let hasSOS = group.chart == .bars && lines.contains { $0.sos > 0 }
            return BarChart(
                summary: title,
                bars: lines.prefix(InternalPage.barsMax).map { line in
                    let n = line.value.length ?? 0
                    return BarChart.Bar(
                        label: words.name(line.name).cut(32), value: words.number(n),
                        parts: hasSOS ? [line.sos, n - line.sos] : [n])
                }, key: hasSOS ? [key.sos, key.calls] : [], labelWidth: 50
            ).svg
        }
    }

    /// A chart of more tells nothing; the table has them all.
    private static let barsMax = 12

    /// A day by its number, a month by its number, an hour as it is.
    private func label(_ line: ReportLine) -> String {
        switch line.name {
        case .period(let period): String(period.name.suffix(2))
        case .code("hour", let hour): hour
        default: String(words.name(line.name).prefix(3))
        }
    }

    private func table(_ group: ReportGroup, _ title: String) -> String {
        let lines = group.counted
        let hasSOS = lines.contains { $0.sos > 0 }
        let columns =
            ["", words.say("report.column.n"), words.say("report.column.share")]
            + (hasSOS ? [words.say("report.sos")] : [])
            + (report.before == nil ? [] : [words.say("report.column.before")])
            + (report.yearBefore == nil ? [] : [words.say("report.column.year_before")])
        let rows = lines.map { line -> [String] in
            [words.name(line.name), words.text(line.value) ?? "", share(line)]
                + (hasSOS ? [line.sos > 0 ? words.number(line.sos) : ""] : [])
                + (report.before == nil ? [] : [words.compared(line.before)])
                + (report.yearBefore == nil ? [] : [words.compared(line.yearBefore)])
        }
        if rows.isEmpty { return "" }
        let which = lines.filter { !$0.which.isEmpty }.map {
            PageMarkup.mark("p", "small", "\(words.name($0.name)): \($0.which.joined(separator: ", "))")
        }
        return PageMarkup.table(group.title.map { words.name($0) } ?? title, columns, rows) + which.joined()
    }

    private func share(_ line: ReportLine) -> String {
        var share = line.share
        if case .share(let own) = line.value { share = own }
        return share.map { words.parts(of: $0).joined(separator: "  ") } ?? words.basis(line.value) ?? ""
    }
}

extension String {
    fileprivate func cut(_ width: Int) -> String { count > width ? prefix(width - 1) + "\u{2026}" : self }
}
