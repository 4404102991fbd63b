import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

extension PacksScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        if isRead, list.rows.isEmpty { surface.put(situation.say("packs.none"), x: 1, y: 0, role: .faint) }
        let words = PackWords(situation.say)
        let width = list.rows.reduce(0) { max($0, cellWidth(of: words.name($1.period))) }
        list.draw(on: &surface, in: surface.bounds) { line, surface in
            draw(line, min(width, surface.width / 3), on: &surface, situation)
        }
    }

    /// `2009-Q3   Swiss Agency …   ! was due 15 Oct`
    private func draw(_ line: PackLine, _ width: Int, on surface: inout Surface, _ situation: Situation) {
        let mark = StateMark(line, situation)
        let period = PackWords(situation.say).name(line.period)
        let room = min(cellWidth(of: mark.text), surface.width / 3)
        surface.put(period, x: 1, y: 0, role: .strong, maxWidth: width)
        surface.put(line.name, x: width + 3, y: 0, maxWidth: max(0, surface.width - width - room - 6))
        surface.put(mark.text, x: surface.width - room - 1, y: 0, role: mark.role, maxWidth: room, align: .right)
    }
}

extension StateMark {
    /// `✓ given, 71`, `! was due 15 Oct`, `▲ due 15 Oct`, `● running`.
    init(_ line: PackLine, _ situation: Situation) {
        let say = situation.say
        switch line.state {
        case .given(let stamp):
            self.init(glyph: .done, word: say("packs.state.given", ["who": stamp.by]), role: .good)
        case .overdue(let day):
            let date = situation.shortDay(day)
            self.init(glyph: .overdue, word: say("packs.state.overdue", ["date": date]), role: .warning)
        case .due(let day):
            self.init(glyph: .none, word: say("packs.state.due", ["date": situation.shortDay(day)]), role: .strong)
        case .running(let day):
            self.init(glyph: .live, word: say("packs.state.running", ["date": situation.shortDay(day)]), role: .faint)
        }
    }
}
