import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

/// A figure opened: how it is made, what it is a part of, what is in none of
/// the counts, what it was before, and whether calls stand behind it.
extension ReportsScreen {
    func draw(opened line: ReportLine, on surface: inout Surface, _ situation: Situation) {
        surface.fill()
        sheet(of: line, surface.width, situation).lines.draw(on: &surface)
    }

    func sheet(of line: ReportLine, _ width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        sheet.heading(
            [heading(of: line, situation), situation.within(period.first...period.last)].joined(separator: ", "))
        let value = situation.text(of: line.value)
        if !value.isEmpty { sheet.fact(say("report.column.n"), value) }
        if let share = line.shown { sheet.fact(say("report.column.share"), ShareText(share, say).text) }
        if case .time(_, let n) = line.value { sheet.fact(say("reports.over"), say.integer(n)) }
        sheet.text(say(line.formula))
        if !line.which.isEmpty { sheet.text(line.which.joined(separator: ", ")) }
        if let before = whole?.before {
            sheet.fact(name(of: before, situation), situation.compared(line.before))
        }
        if let year = whole?.yearBefore {
            sheet.fact(name(of: year, situation), situation.compared(line.yearBefore))
        }
        if let whole, line.behind.map({ [.calls, .sos].contains($0.measure) }) ?? false {
            let left = whole.leftOut.map { "\(say($0.name)) \(say.integer($0.n))" }.joined(separator: ", ")
            sheet.text(say("report.left_out", ["list": left]), role: .faint)
        }
        sheet.text(say(line.behind == nil ? "reports.none_behind" : "reports.behind"), role: .faint)
        return sheet
    }

    private func heading(of line: ReportLine, _ situation: Situation) -> String {
        let name = situation.name(of: line.name)
        guard let part = shown?.part else { return name }
        return "\(situation.say(part.title)): \(name)"
    }

    private func name(of figures: PeriodFigures, _ situation: Situation) -> String {
        situation.title(of: figures.counts.period.first...figures.counts.period.last)
    }
}
