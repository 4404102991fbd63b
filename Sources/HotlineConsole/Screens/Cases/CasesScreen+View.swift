import HotlineDomain
import TerminalUI
import Wording

extension CasesScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let number = NumberColumn.width(
            list.pane.window.rows.lazy.map { say("case.number", ["number": $0.case.number]) })
        list.draw(on: &surface, title: "cases.title", situation) { row, surface in
            CasesScreen.draw(row.case, on: &surface, number: max(11, number), situation)
        } sheet: { file, width in
            file.sheet(width: width, situation)
        }
    }

    /// When, which, how it stands, and whether it was referred.
    private static func draw(_ file: Case, on surface: inout Surface, number: Int, _ situation: Situation) {
        let say = situation.say
        let mark = StateMark(file, situation)
        surface.put(situation.dayOrClock(file.openedAt), x: 1, y: 0, maxWidth: 13)
        surface.put(say("case.number", ["number": file.number]), x: 15, y: 0, role: .strong, maxWidth: number)
        let x = 15 + number + 1
        let right =
            file.referredOn == nil
            ? (file.origin.isEscalation ? "" : say("case.origin.\(file.origin.code)")) : say("case.referred")
        let room = min(cellWidth(of: right), max(0, surface.width - x) / 2)
        surface.put(mark.text, x: x, y: 0, role: mark.role, maxWidth: max(0, surface.width - x - room - 2))
        surface.put(right, x: surface.width - room - 1, y: 0, role: .faint, maxWidth: room, align: .right)
    }
}

extension CaseOrigin {
    fileprivate var isEscalation: Bool {
        if case .escalation = self { return true }
        return false
    }
}
