import HotlineDomain

/// The house's own report for a terminal or a printer of letters: tables with
/// bars, the funnel, and what it was before.
public struct InternalText {
    private let words: PackWords
    private let signs: ChartSigns
    /// Marks headings and what stands back; a pipe and `NO_COLOR` get neither.
    private let isMarked: Bool
    private let width: Int

    private static let labelMax = 28
    /// Where no bar wants the room.
    private static let labelMaxAlone = 40
    private static let barMin = 4
    private static let barMax = 30
    /// So many steps of time fill lines of their own; more are one line of small columns.
    private static let stepsMax = 14

    public init(_ words: PackWords, signs: ChartSigns = .utf8, isMarked: Bool = false, width: Int = 80) {
        self.words = words
        self.signs = signs
        self.isMarked = isMarked
        self.width = width
    }

    public func lines(_ report: InternalReport) -> [String] {
        let title = words.say(
            "report.title_of", ["hotline": report.hotlineName, "period": words.name(report.period)])
        let internalOnly = words.say("report.internal")
        var lines = [bold(title), String(repeating: "=", count: min(width, title.count)), internalOnly]
        lines += facts(report)
        for part in report.parts { lines += [""] + self.lines(part, report) }
        let left = report.leftOut.filter { $0.n > 0 }.map { "\(words.say($0.name)) \(words.number($0.n))" }
        if !left.isEmpty { lines += ["", words.say("report.left_out", ["list": left.joined(separator: ", ")])] }
        return lines + ["", internalOnly]
    }

    /// When it was made, and what it is compared with.
    private func facts(_ report: InternalReport) -> [String] {
        var lines = [words.say(report.isSoFar ? "report.so_far" : "report.made", ["date": "\(report.today)"])]
        if let before = report.before {
            lines.append(words.say("report.before", ["period": words.name(before.counts.period)]))
        }
        if let year = report.yearBefore {
            lines.append(words.say("report.year_before", ["period": words.name(year.counts.period)]))
        }
        return lines
    }

    private func lines(_ part: ReportPart, _ report: InternalReport) -> [String] {
        var lines = [bold(words.say(part.name.title))]
        if let note = part.note { lines.append("  " + words.say(note)) }
        for group in part.groups {
            if let title = group.title { lines.append("  " + words.name(title)) }
            if part.name == .time, group.lines.count > InternalText.stepsMax {
                lines += sparkline(group.lines)
            } else {
                lines += table(group, isCompared: part.name != .time && report.before != nil, report)
            }
        }
        return lines
    }

    /// The first and the last step, and between them all of them as small columns.
    private func sparkline(_ lines: [ReportLine]) -> [String] {
        let calls = lines.map { $0.value.length ?? 0 }
        let sos = lines.map(\.sos)
        let labels = [words.say("report.calls"), words.say("report.sos")]
        let width = labels.map(\.count).max() ?? 0
        var shown = zip(labels, [calls, sos]).map { label, numbers in
            "  \(label.filled(width))  \(signs.sparkline(numbers))  "
                + words.say(
                    "report.most", ["n": words.number(numbers.max() ?? 0), "of": words.number(numbers.reduce(0, +))])
        }
        if let first = lines.first, let last = lines.last {
            let from = words.name(first.name)
            let gap = String(repeating: " ", count: max(1, calls.count - from.count - words.name(last.name).count))
            shown.append("  \(String(repeating: " ", count: width))  \(from)\(gap)\(words.name(last.name))")
        }
        return shown
    }

    // MARK: - A table

    /// A cell, and how wide it is without its marks.
    private struct Cell {
        var text: String
        var width: Int

        init(_ text: String) {
            self.text = text
            width = text.count
        }
    }

    private func table(_ group: ReportGroup, isCompared: Bool, _ report: InternalReport) -> [String] {
        let lines = group.counted
        let labelMax = group.chart == .none ? InternalText.labelMaxAlone : InternalText.labelMax
        let names = lines.map { words.name($0.name).cut(labelMax) }
        let values = lines.map { words.text($0.value) ?? "" }
        let shares = lines.map { share($0) }
        // In the funnel they are the next line.
        let sos = lines.map { line in
            group.chart != .funnel && line.sos > 0 && line.sos != line.value.length
                ? "SOS \(words.number(line.sos))" : ""
        }
        let before = isCompared ? column("before", lines.map(\.before), report.before != nil) : nil
        let year = isCompared ? column("year_before", lines.map(\.yearBefore), report.yearBefore != nil) : nil
        let widths = (
            name: names.map(\.count).max() ?? 0, value: values.map(\.count).max() ?? 0,
            share: shares.map(\.width).max() ?? 0, sos: sos.map(\.count).max() ?? 0
        )
        let compared = [before, year].compactMap(\.self)
        let fixed =
            2 + widths.name + 2 + widths.value + 2 + widths.share + (widths.sos > 0 ? 2 + widths.sos : 0)
            + compared.reduce(0) { $0 + 2 + $1.width }
        let room = min(InternalText.barMax, width - fixed - 2)
        let bar = group.chart == .none || room < InternalText.barMin ? 0 : room
        let largest = lines.compactMap(\.value.length).max() ?? 0
        func gap(_ n: Int) -> String { String(repeating: " ", count: max(0, n)) }
        var rows =
            compared.isEmpty
            ? []
            : [
                gap(fixed - compared.reduce(0) { $0 + 2 + $1.width } + (bar > 0 ? bar + 2 : 0))
                    + compared.map { "  " + $0.title.leftFilled($0.width) }.joined()
            ]
        for (place, line) in lines.enumerated() {
            var row = "  " + names[place].filled(widths.name) + "  " + values[place].leftFilled(widths.value)
            if widths.share > 0 { row += "  " + shares[place].text + gap(widths.share - shares[place].width) }
            if widths.share == 0 { row += "  " }
            if widths.sos > 0 { row += "  " + sos[place].filled(widths.sos) }
            if bar > 0 {
                let n = line.value.length ?? 0
                let drawn =
                    group.chart == .funnel
                    ? signs.centred(n, of: largest, width: bar) : signs.bar(n, of: largest, width: bar)
                row += "  " + drawn.filled(bar)
            }
            row += compared.map { "  " + $0.cells[place].leftFilled($0.width) }.joined()
            rows.append(row.withoutSpacesAtItsEnd)
            rows += which(line)
        }
        return rows
    }

    /// Names, as many on a line as there is room for.
    private func which(_ line: ReportLine) -> [String] {
        var rows: [String] = []
        for (place, name) in line.which.enumerated() {
            let word = name + (place < line.which.count - 1 ? "," : "")
            if let last = rows.last, last.count + 1 + word.count <= width {
                rows[rows.count - 1] = "\(last) \(word)"
            } else {
                rows.append("      " + word)
            }
        }
        return rows
    }

    /// What it was at another time; nil where nothing is compared with that.
    private func column(
        _ name: String, _ values: [ReportLine.Value?], _ isThere: Bool
    ) -> (title: String, cells: [String], width: Int)? {
        guard isThere else { return nil }
        let title = words.say("report.column.\(name)")
        let cells = values.map { words.compared($0) }
        return (title, cells, max(title.count, cells.map(\.count).max() ?? 0))
    }

    /// Both numbers; the percentage of a small whole stands back.
    private func share(_ line: ReportLine) -> Cell {
        var share = line.share
        if case .share(let own) = line.value { share = own }
        guard let share else { return Cell(words.basis(line.value) ?? "") }
        let parts = words.parts(of: share)
        var cell = Cell(parts.joined(separator: "  "))
        if share.isSmall, parts.count == 2 { cell.text = parts[0] + "  " + faint(parts[1]) }
        return cell
    }

    private func bold(_ text: String) -> String { isMarked ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func faint(_ text: String) -> String { isMarked ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

extension String {
    fileprivate func filled(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    fileprivate func leftFilled(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
    fileprivate func cut(_ width: Int) -> String { count > width ? prefix(width - 1) + "~" : self }
    fileprivate var withoutSpacesAtItsEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
