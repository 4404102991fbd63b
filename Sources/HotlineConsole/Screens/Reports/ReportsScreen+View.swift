import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

extension ReportsScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = ReportsLayout(surface.bounds.size)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        guard let report else { return }
        let isOpened = isInside || opened != nil
        if layout.isWide || !isOpened {
            sections.draw(on: &surface, in: layout.sections, isActive: !isInside) { section, surface in
                draw(section, report, on: &surface, situation)
            }
        }
        guard layout.isWide || isOpened else { return }
        if layout.isWide { surface.verticalLine(x: layout.rule, y: layout.side.y, length: layout.side.height) }
        if let opened {
            surface.draw(in: layout.side) { draw(opened: opened, on: &$0, situation) }
        } else if case .step(let step)? = shown {
            surface.draw(in: layout.side) { draw(step, report, on: &$0, situation) }
        } else {
            let table = FigureColumns(figures.rows, width: layout.figures.width, situation)
            surface.draw(in: layout.side.cutTop(2).top) { drawHeading(report, table, on: &$0, situation) }
            figures.draw(on: &surface, in: layout.figures, isActive: isInside) { row, surface in
                table.draw(row, on: &surface, situation)
            }
        }
    }

    /// The period, and what is typed in its place.
    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        guard let entry else {
            let used = surface.put(situation.title(of: period.first...period.last), x: 1, y: 0, role: .heading)
            let today = situation.live.businessDate
            let isSoFar = period.contains(today) && today < period.last
            let soFar = isSoFar ? "   \(say("reports.so_far", ["date": situation.shortDay(today)]))" : ""
            surface.put(period.name + soFar, x: used + 3, y: 0, role: .faint)
            return
        }
        let used = surface.put(say("reports.type_period"), x: 1, y: 0, role: .label)
        entry.draw(on: &surface, in: Rect(x: used + 3, y: 0, width: 22, height: 1), isFocused: true)
    }

    // MARK: - Sections

    private func draw(
        _ section: ReportSection, _ report: PeriodReport, on surface: inout Surface, _ situation: Situation
    ) {
        let say = situation.say
        switch section {
        case .step(let step):
            surface.put(say("reports.step.\(step.rawValue)"), x: 1, y: 0, role: .strong, maxWidth: 18)
            surface.put(
                say.integer(report.funnel[keyPath: step.count]), x: 19, y: 0, role: .strong, maxWidth: 8,
                align: .right)
            if let share = step.share(report.funnel) { ShareText(share, say).draw(on: &surface, x: 29) }
            if surface.width >= 70, let before = report.before, let change = report.change(step.count) {
                let name = situation.title(of: before.period.first...before.period.last)
                let room = surface.width - 53
                let rest = ": \(say.integer(before.funnel[keyPath: step.count]))  \(situation.signed(change))"
                let fits = cellWidth(of: name) + cellWidth(of: rest) <= room
                surface.put((fits ? name : before.period.name) + rest, x: 52, y: 0, role: .faint, maxWidth: room)
            }
        case .outcomes:
            surface.put(say("reports.outcomes"), x: 1, y: 0, maxWidth: 26)
            let open = report.escalations.open
            guard open > 0 else { return drawLargest(of: section, report, on: &surface, situation) }
            surface.put("\(Glyph.overdue) \(say("reports.open_sos", n: open))", x: 29, y: 0, role: .warning)
        case .breakdown(let dimension):
            surface.put(say("reports.by.\(dimension.rawValue)"), x: 1, y: 0, maxWidth: 27)
            drawLargest(of: section, report, on: &surface, situation)
        case .house(let part): draw(part, on: &surface, situation)
        }
    }

    /// A part that is read after the counts, and its main figure.
    private func draw(_ part: ReportPartName, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(say("reports.house.\(part.rawValue)"), x: 1, y: 0, maxWidth: 27)
        guard let whole else {
            surface.put("\(Glyph.ellipsis)", x: 29, y: 0, role: .faint)
            return
        }
        if part == .time {
            let steps = whole.steps.filter { $0.period.first <= whole.today }
            for (place, bar) in bars(steps, room: surface.width - 29).enumerated() {
                surface.put(String(Character(bar)), x: 29 + place, y: 0, role: .label)
            }
            return
        }
        guard let line = leading[part] else {
            surface.put("\(Glyph.none)", x: 29, y: 0, role: .faint)
            return
        }
        let value = line.shown.map { ShareText($0, say).text } ?? situation.text(of: line.value)
        let used = surface.put(
            value.isEmpty ? "-" : value, x: 29, y: 0, role: .faint, maxWidth: surface.width - 30)
        let rest = surface.width - 32 - used
        if rest >= 8 {
            surface.put(situation.name(of: line.name), x: 31 + used, y: 0, role: .faint, maxWidth: rest)
        }
    }

    /// The latest steps there is room for, each as high as its part of the largest.
    private func bars(_ steps: [InternalReport.Step], room: Int) -> [Unicode.Scalar] {
        let most = steps.map(\.calls).max() ?? 0
        return steps.suffix(max(0, room)).map { Glyph.bar($0.calls, of: most) }
    }

    /// The largest of its parts; where there is none, that there is none.
    private func drawLargest(
        of section: ReportSection, _ report: PeriodReport, on surface: inout Surface, _ situation: Situation
    ) {
        let lines = section.part.map { report.part($0).lines } ?? []
        let recorded = lines.filter { $0.n > 0 && $0.id != CountKey.notRecorded }
        // Under each other the counts of all parts end in one column, as wide as the calls need.
        let count = cellWidth(of: situation.say.integer(report.funnel.calls))
        guard let largest = recorded.max(by: { $0.n < $1.n }) else {
            surface.put("\(Glyph.none)", x: 29, y: 0, role: .faint, maxWidth: count, align: .right)
            return
        }
        surface.put(situation.say.integer(largest.n), x: 29, y: 0, role: .faint, maxWidth: count, align: .right)
        surface.put(
            situation.name(of: largest.name), x: 31 + count, y: 0, role: .faint, maxWidth: surface.width - 32 - count)
    }

    // MARK: - One step

    /// What the number means, what it was before, what it is a part of.
    private func draw(
        _ step: ReportStep, _ report: PeriodReport, on surface: inout Surface, _ situation: Situation
    ) {
        let say = situation.say
        let n = report.funnel[keyPath: step.count]
        surface.put("\(say("reports.step.\(step.rawValue)"))  \(say.integer(n))", x: 1, y: 0, role: .heading)
        var y = 2
        if let share = step.share(report.funnel) {
            let used = surface.put(say("reports.of.\(step.rawValue)"), x: 1, y: y, role: .label)
            ShareText(share, say).draw(on: &surface, x: used + 3, y: y)
            y += 1
        }
        if let before = report.before, let change = report.change(step.count) {
            let name = situation.title(of: before.period.first...before.period.last)
            let used = surface.put(name, x: 1, y: y, role: .label)
            let text = "\(say.integer(before.funnel[keyPath: step.count]))  \(situation.signed(change))"
            surface.put(text, x: used + 3, y: y)
            y += 1
        }
        for line in wrap(say("report.formula.\(step.rawValue)"), width: max(1, surface.width - 2)) {
            y += 1
            surface.put(line, x: 1, y: y, role: .faint)
        }
        y = drawSteps(step, on: &surface, y: y + 2, situation)
        guard let part = step.explained.flatMap(part) else { return }
        let rows = ReportRow.rows(part)
        let table = FigureColumns(rows, width: surface.width, situation)
        table.drawTitles(on: &surface, y: y, situation)
        for (row, figure) in rows.enumerated() {
            let line = Rect(y: y + 1 + row, width: surface.width, height: 1)
            surface.draw(in: line) { table.draw(figure, on: &$0, situation) }
        }
    }

    /// Calls or SOS over time as columns, and below them when; gives back the first line under it.
    private func drawSteps(_ step: ReportStep, on surface: inout Surface, y: Int, _ situation: Situation) -> Int {
        let steps = (whole?.steps ?? []).filter { $0.period.first <= situation.live.businessDate }
        guard step == .calls || step == .sos, steps.count > 1, surface.height > 30 else { return y }
        let numbers = steps.map { step == .calls ? $0.calls : $0.sos }
        guard let most = numbers.max(), most > 0 else { return y }
        let wide = max(1, min(4, (surface.width - 4) / steps.count))
        let rows = ReportsScreen.columnRows
        for (place, n) in numbers.suffix((surface.width - 4) / wide).enumerated() {
            for row in 0..<rows {
                // Eighths of a cell, counted from the bottom.
                let eighths = min(8, max(0, (n * rows * 8 + most - 1) / most - (rows - 1 - row) * 8))
                let bar = Glyph.bar(eighths, of: 8)
                for x in 0..<max(1, wide - 1) {
                    surface.put(String(Character(bar)), x: 1 + place * wide + x, y: y + row, role: .label)
                }
            }
        }
        let axis = y + rows
        let first = situation.name(of: .period(steps[0].period))
        let last = situation.name(of: .period(steps[steps.count - 1].period))
        surface.put(first, x: 1, y: axis, role: .faint)
        let end = max(cellWidth(of: first) + 2, steps.count * wide - cellWidth(of: last))
        surface.put(last, x: 1 + end, y: axis, role: .faint)
        return axis + 2
    }

    /// Lines of the screen a chart of columns takes.
    private static let columnRows = 5

    private func drawHeading(
        _ report: PeriodReport, _ table: FigureColumns, on surface: inout Surface, _ situation: Situation
    ) {
        let say = situation.say
        table.drawTitles(on: &surface, y: 1, situation)
        switch shown {
        case .outcomes:
            surface.put(say("reports.outcomes"), x: 1, y: 0, role: .heading)
            surface.put(say("reports.sos_total", n: report.escalations.total), x: 1, y: 1, role: .faint)
        case .breakdown(let dimension):
            let used = surface.put(say("reports.by.\(dimension.rawValue)"), x: 1, y: 0, role: .heading)
            surface.put(
                situation.title(of: report.period.first...report.period.last), x: used + 3, y: 0, role: .faint)
            let whole = dimension == .code ? figures.rows.reduce(0) { $0 + ($1.line?.n ?? 0) } : report.funnel.calls
            surface.put(say("count.calls", n: whole), x: 1, y: 1, role: .faint)
        case .house(let part):
            let used = surface.put(say(part.title), x: 1, y: 0, role: .heading)
            surface.put(
                situation.title(of: report.period.first...report.period.last), x: used + 3, y: 0, role: .faint)
            let text = whole.map { $0.part(part).note ?? (figures.rows.isEmpty ? "reports.nothing" : nil) }
            if let key = text ?? (whole == nil ? "reports.reading" : nil) {
                surface.put(say(key), x: 1, y: 1, role: .faint, maxWidth: surface.width - 2)
            }
        case .step, nil: break
        }
    }
}
