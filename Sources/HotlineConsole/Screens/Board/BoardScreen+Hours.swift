import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

/// The hourly picture: a column of two bars for each hour, today's and the one
/// of a week before, and under it how many were there and how many it takes.
extension BoardScreen {
    private static let numbers = ["offered", "given_up", "week_before", "planned", "staff", "needed"]
    private static let labelWidth = 8

    func drawHours(on surface: inout Surface, isActive: Bool, _ situation: Situation) {
        let say = situation.say
        let x =
            3
            + surface.put(
                say("board.heading.hours"), x: 1, y: 0, role: isActive ? .heading : .label,
                maxWidth: surface.width - 2)
        let name = line.map { $0.line.map(situation.lineName) ?? say("queue.all") } ?? ""
        surface.put(
            name + "  " + say("board.bars"), x: x, y: 0, role: .faint, maxWidth: max(0, surface.width - x - 1),
            align: .right)
        let cell = max(2, min(4, (surface.width - BoardScreen.labelWidth) / max(1, shown.hours.count)))
        let bars = max(2, BoardLayout.pictureRows - BoardScreen.numbers.count - 1)
        let largest = shown.hours.reduce(1) { max($0, $1.offered ?? 0, $1.weekBefore ?? 0) }
        for (place, hour) in shown.hours.enumerated() {
            let column = Rect(
                x: BoardScreen.labelWidth + place * cell, y: 1, width: cell, height: min(surface.height - 1, bars + 7)
            )
            surface.draw(in: column) { surface in
                drawBars(hour, rows: bars, largest, on: &surface)
                draw(hour, from: bars, isHere: isActive && hour == selectedHour, on: &surface)
            }
        }
        if shown.isFed {
            surface.put(say.integer(largest), x: 1, y: 1, role: .faint, maxWidth: BoardScreen.labelWidth - 1)
        } else {
            surface.put(
                say("board.no_switch_logged"), x: BoardScreen.labelWidth, y: 1 + bars / 2, role: .faint,
                maxWidth: surface.width - BoardScreen.labelWidth - 1)
        }
        for (row, name) in BoardScreen.numbers.enumerated() {
            surface.put(
                say("board.hour.\(name)"), x: 1, y: bars + 2 + row, role: .label, maxWidth: BoardScreen.labelWidth - 1
            )
        }
        drawUnmeasured(on: &surface, y: bars + 1 + BoardScreen.numbers.count, cell: cell, situation)
        drawSelected(on: &surface, from: bars + 2 + BoardScreen.numbers.count, situation)
    }

    /// Two bars of one cell each, from below; the highest is the largest hour there is.
    private func drawBars(_ hour: BoardHour, rows: Int, _ largest: Int, on surface: inout Surface) {
        for (place, bar) in [(hour.offered, TerminalUI.Role.text), (hour.weekBefore, .faint)].enumerated() {
            guard let n = bar.0, n > 0 else { continue }
            let eighths = max(1, n * rows * 8 / largest)
            for row in 0..<rows {
                let part = min(8, eighths - row * 8)
                guard part > 0 else { break }
                let scalar = Glyph.bar(part, of: 8)
                surface.put(String(Character(scalar)), x: place, y: rows - 1 - row, role: bar.1, cut: .plain)
            }
        }
    }

    private func draw(_ hour: BoardHour, from y: Int, isHere: Bool, on surface: inout Surface) {
        let name = hour.hour.padded(2)
        let role: TerminalUI.Role = hour.time == .now ? .strong : hour.isOpen ? .text : .faint
        surface.put(name, x: 0, y: y, role: isHere ? .selected : role)
        func put(_ n: Int?, _ row: Int, _ role: TerminalUI.Role = .text, mark: Bool = false) {
            guard let n else { return }
            surface.put(mark ? "\(n)\(Glyph.overdue)" : "\(n)", x: 0, y: y + row, role: role, maxWidth: surface.width)
        }
        put(hour.offered, 1)
        put(hour.givenUp == 0 ? nil : hour.givenUp, 2, .warning)
        put(hour.weekBefore, 3, .faint)
        guard hour.isOpen else { return }
        put(hour.planned, 4, .faint)
        let isShort = hour.time != .over && hour.isBelowPlan
        put(hour.staff, 5, isShort ? .warning : .text, mark: isShort)
        put(hour.advice?.operators, 6, hour.isBelowAdvice ? .warning : .faint, mark: hour.isBelowAdvice)
        // Nothing was measured for it: not that nobody is needed.
        guard hour.advice == nil, hour.time != .over, shown.isMeasured else { return }
        surface.put("?", x: 0, y: y + 6, role: .faint)
    }

    /// Where no hour ahead was measured, the row says so.
    private func drawUnmeasured(on surface: inout Surface, y: Int, cell: Int, _ situation: Situation) {
        guard !shown.isMeasured, let place = shown.hours.firstIndex(where: { $0.time != .over }) else { return }
        let words = situation.say("board.hour.unmeasured")
        // Under the hours ahead; where they are few, under those that are over, which need nobody.
        let end = max(BoardScreen.labelWidth, surface.width - 1 - cellWidth(of: words))
        let x = min(BoardScreen.labelWidth + place * cell, end)
        surface.put(words, x: x, y: y, role: .faint, maxWidth: max(0, surface.width - x - 1))
    }

    /// The hour under the cursor in words, where there is room left.
    private func drawSelected(on surface: inout Surface, from y: Int, _ situation: Situation) {
        guard let hour = selectedHour else { return }
        var sheet = Sheet(width: surface.width)
        sheet.text(situation.summary(of: hour), role: hour.isUnderstaffed ? .warning : .text)
        for (row, line) in sheet.lines.prefix(max(0, surface.height - y)).enumerated() {
            surface.put(line.text, x: 1, y: y + row, role: line.role, maxWidth: surface.width - 2)
        }
    }
}

extension Situation {
    func span(of hour: BoardHour) -> String {
        "\(clock(hour.hours.lowerBound))\u{2013}\(clock(hour.hours.upperBound))"
    }

    /// `20:00–21:00: 2 of 3 planned are rostered, the calls need 3.`
    func summary(of hour: BoardHour) -> String {
        guard hour.isOpen else { return say("board.hour.closed", ["hour": span(of: hour)]) }
        let facts = ["hour": span(of: hour), "staff": String(hour.staff), "planned": String(hour.planned)]
        let tense =
            switch hour.time {
            case .over: "was_there"
            case .now: "there_now"
            case .ahead: "is_there"
            }
        let staff = say("board.hour.\(tense)", facts)
        guard hour.time != .over else { return staff }
        let mark = hour.isUnderstaffed ? "\(Glyph.overdue) " : ""
        guard let advice = hour.advice else { return mark + staff + " " + say("board.hour.nothing_measured") }
        return mark + staff + " " + say("board.hour.needs", ["operators": String(advice.operators)])
    }
}
