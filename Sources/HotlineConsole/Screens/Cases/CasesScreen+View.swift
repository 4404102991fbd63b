import HotlineDomain
import TerminalUI
import Wording

extension CasesScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        list.draw(on: &surface, title: "cases.title", situation) { row, surface in
            CasesScreen.draw(row.case, on: &surface, situation)
        } sheet: { file, width in
            file.sheet(width: width, situation)
        }
    }

    /// When, which, how it stands, and whether it was referred.
    private static func draw(_ file: Case, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let mark = StateMark(file, situation)
        surface.put(situation.dayOrClock(file.openedAt), x: 1, y: 0, maxWidth: 13)
        let used = surface.put(say("case.number", ["number": file.number]), x: 15, y: 0, role: .strong, maxWidth: 12)
        let x = 15 + max(12, used + 1)
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
