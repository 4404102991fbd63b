import HotlineDomain
import TerminalUI

extension EscalationsScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let number = NumberColumn.width(list.pane.window.rows.lazy.map(\.escalation.callNumber))
        list.draw(on: &surface, title: "escalations.title", situation) { row, surface in
            EscalationsScreen.draw(row.escalation, on: &surface, number: number, situation)
        } sheet: { file, width in
            file.sheet(width: width, situation)
        }
    }

    /// When, which call, how it stands, and whose it is: `05→11` while the one
    /// who raised it still keeps it.
    private static func draw(
        _ escalation: Escalation, on surface: inout Surface, number: Int, _ situation: Situation
    ) {
        let mark = StateMark(escalation, situation)
        let who =
            escalation.isAcknowledged
            ? escalation.assignee ?? ""
            : "\(escalation.keptBy)\(Glyph.right)\(escalation.assignee ?? "\(Glyph.none)")"
        surface.put(situation.dayOrClock(escalation.raisedAt), x: 1, y: 0, maxWidth: 13)
        surface.put(escalation.callNumber, x: 15, y: 0, role: .strong, maxWidth: number)
        let start = 15 + number + 1
        surface.put(mark.text, x: start, y: 0, role: mark.role, maxWidth: max(0, surface.width - start - 10))
        surface.put(who, x: surface.width - 9, y: 0, maxWidth: 8, align: .right)
    }
}
