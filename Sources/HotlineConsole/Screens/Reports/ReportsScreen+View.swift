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
        if layout.isWide || !isInside {
            sections.draw(on: &surface, in: layout.sections, isActive: !isInside) { section, surface in
                draw(section, report, on: &surface, situation)
            }
        }
        guard layout.isWide || isInside else { return }
        if layout.isWide { surface.verticalLine(x: layout.rule, y: layout.side.y, length: layout.side.height) }
        if case .step(let step)? = shown {
            surface.draw(in: layout.side) { draw(step, report, on: &$0, situation) }
        } else {
            surface.draw(in: layout.side.cutTop(2).top) { drawHeading(report, on: &$0, situation) }
            let table = FigureColumns(figures.rows, width: layout.figures.width, situation)
            figures.draw(on: &surface, in: layout.figures, isActive: isInside) { figure, surface in
                table.draw(figure, on: &surface, situation)
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
            if open > 0 {
                surface.put("\(Glyph.overdue) \(say("reports.open_sos", n: open))", x: 29, y: 0, role: .warning)
            }
        case .breakdown(let dimension):
            surface.put(say("reports.by.\(dimension.rawValue)"), x: 1, y: 0, maxWidth: 27)
            let recorded = report.figures(section).filter { $0.n > 0 && $0.key != CountKey.notRecorded }
            guard let largest = recorded.max(by: { $0.n < $1.n }) else { return }
            // Under each other the counts of all parts end in one column, as wide as the calls need.
            let count = cellWidth(of: say.integer(report.funnel.calls))
            surface.put(say.integer(largest.n), x: 29, y: 0, role: .faint, maxWidth: count, align: .right)
            surface.put(
                situation.label(of: largest), x: 31 + count, y: 0, role: .faint, maxWidth: surface.width - 32 - count)
        }
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
        for line in wrap(say("reports.formula.\(step.rawValue)"), width: max(1, surface.width - 2)) {
            y += 1
            surface.put(line, x: 1, y: y, role: .faint)
        }
        guard let figures = step.explained.map(report.figures) else { return }
        let table = FigureColumns(figures, width: surface.width, situation)
        for (row, figure) in figures.enumerated() {
            let line = Rect(y: y + 2 + row, width: surface.width, height: 1)
            surface.draw(in: line) { table.draw(figure, on: &$0, situation) }
        }
    }

    private func drawHeading(_ report: PeriodReport, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        switch shown {
        case .outcomes:
            surface.put(say("reports.outcomes"), x: 1, y: 0, role: .heading)
            surface.put(say("reports.sos_total", n: report.escalations.total), x: 1, y: 1, role: .faint)
        case .breakdown(let dimension):
            let used = surface.put(say("reports.by.\(dimension.rawValue)"), x: 1, y: 0, role: .heading)
            surface.put(
                situation.title(of: report.period.first...report.period.last), x: used + 3, y: 0, role: .faint)
            surface.put(say("count.calls", n: report.whole(dimension)), x: 1, y: 1, role: .faint)
        case .step, nil: break
        }
    }
}
