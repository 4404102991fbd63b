import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

extension PacksScreen {
    /// A heading, and under it the list; its last line stays free for what is said.
    static func parts(_ size: Size) -> (head: Rect, list: Rect) {
        let (top, rest) = Rect(width: size.columns, height: size.rows).cutTop(1)
        return (top, rest)
    }

    public func draw(on surface: inout Surface, _ situation: Situation) {
        let (head, place) = PacksScreen.parts(surface.bounds.size)
        surface.put(situation.say("packs.heading"), x: 1, y: head.y, role: .heading)
        if isRead, list.rows.isEmpty { surface.put(situation.say("packs.none"), x: 1, y: place.y, role: .faint) }
        let columns = PackColumns(lines, width: surface.width, situation)
        list.draw(on: &surface, in: place) { row, surface in
            switch row {
            case .title(let group, let count):
                let text = "\(situation.say("packs.group.\(group)")): \(situation.say.integer(count))"
                surface.put(text, x: 1, y: 0, role: .label)
            case .pack(let line): columns.draw(line, on: &surface, situation)
            }
        }
    }
}

/// The columns of the list: period, donor, state; the donor's name takes what is left.
struct PackColumns {
    private let period: Int
    private let state: Int
    /// Whole names of months where they leave room for the donor's.
    private let isLong: Bool

    private static let nameMin = 40

    init(_ lines: [PackLine], width: Int, _ situation: Situation) {
        func widest(_ text: (PackLine) -> String) -> Int { lines.reduce(0) { max($0, cellWidth(of: text($1))) } }
        state = widest { StateMark($0, situation).text }
        let long = widest { situation.name(of: $0.period, isShort: false) }
        isLong = width - long - state - 6 >= PackColumns.nameMin
        period = isLong ? long : widest { situation.name(of: $0.period, isShort: true) }
    }

    /// `2009-Q3   Swiss Agency …   ! was due 15 Oct`
    func draw(_ line: PackLine, on surface: inout Surface, _ situation: Situation) {
        let mark = StateMark(line, situation)
        let x = max(period + 5, surface.width - state - 1)
        surface.put(situation.name(of: line.period, isShort: !isLong), x: 1, y: 0, role: .strong, maxWidth: period)
        surface.put(line.name, x: period + 3, y: 0, maxWidth: max(0, x - period - 5))
        surface.put(mark.text, x: x, y: 0, role: mark.role, maxWidth: max(0, surface.width - x - 1))
    }
}

extension Situation {
    /// The name of a pack's period; a short one cuts the names of months in `Oct 2008 – Sep 2009`.
    fileprivate func name(of period: Period, isShort: Bool) -> String {
        let (first, last) = (period.first, period.last)
        guard isShort, period.name.contains("/") else { return PackWords(say).name(period) }
        let begin = say.shortMonth(year: first.year, month: first.month)
        let end = say.shortMonth(year: last.year, month: last.month)
        return "\(begin.prefix(1).uppercased())\(begin.dropFirst()) \(Glyph.none) \(end)"
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
