import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

extension BoardScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = BoardLayout(surface.bounds.size, lines: shown.lines.count)
        surface.draw(in: layout.head) { drawHead(on: &$0, layout.isWall, situation) }
        guard board != nil else { return }
        if layout.isWall {
            layout.drawRules(on: &surface)
            for part in BoardPart.allCases where opened == nil || part == .now || part == .figures {
                draw(part, layout, on: &surface, situation)
            }
            drawNow(layout, on: &surface, situation)
        } else if opened == nil {
            draw(part, layout, on: &surface, situation)
            if part == .now { drawNow(layout, on: &surface, situation) }
        }
        guard opened != nil else { return }
        surface.draw(in: layout.opened) { drawOpened(on: &$0, situation) }
    }

    /// The parts by their names, or the day; and whether the switch is heard.
    private func drawHead(on surface: inout Surface, _ isWall: Bool, _ situation: Situation) {
        let say = situation.say
        var x = 1
        if isWall {
            x += surface.put(say("board.heading"), x: 1, y: 0, role: .heading) + 3
        } else {
            for other in BoardPart.allCases {
                x +=
                    surface.put(
                        say("board.part.\(other.rawValue)"), x: x, y: 0, role: other == part ? .heading : .faint) + 2
            }
        }
        let link = linkMark(situation)
        surface.put(
            link.text, x: x, y: 0, role: link.role, maxWidth: max(0, surface.width - x - 1), align: .right)
    }

    /// The worst of the switches, in a word.
    private func linkMark(_ situation: Situation) -> StateMark {
        let say = situation.say
        let down = links.count { $0.state == .down }
        if down > 0 { return StateMark(glyph: .alarm, word: say("board.links_down", n: down), role: .alarm) }
        return links.isEmpty
            ? StateMark(glyph: .none, word: say("board.no_switch"), role: .faint)
            : StateMark(glyph: .done, word: say("board.links_up"), role: .faint)
    }

    private func draw(
        _ part: BoardPart, _ layout: BoardLayout, on surface: inout Surface, _ situation: Situation
    ) {
        let isActive = self.part == part && opened == nil
        switch part {
        case .now: surface.draw(in: layout.lines) { drawLines(on: &$0, isActive: isActive, situation) }
        case .hours: surface.draw(in: layout.whole(.hours)) { drawHours(on: &$0, isActive: isActive, situation) }
        case .figures, .waits, .people, .givenUp:
            surface.draw(in: layout.whole(part).cutTop(1).top) { surface in
                drawHeading(of: part, isActive: isActive, on: &surface, situation)
            }
            lists[part]?.draw(on: &surface, in: layout.list(part), isActive: isActive) { row, surface in
                draw(row, on: &surface, situation)
            }
            if lists[part]?.hasMoreBelow ?? false {
                let last = layout.list(part)
                surface.put(.down, x: last.right - 1, y: last.bottom - 1, role: .faint)
            }
            if let key = emptyKey(part), lists[part]?.rows.isEmpty ?? true {
                surface.draw(in: layout.list(part)) { surface in
                    surface.put(situation.say(key), x: 1, y: 0, role: .faint, maxWidth: surface.width - 2)
                }
            }
        }
    }

    private func emptyKey(_ part: BoardPart) -> String? {
        switch part {
        case .waits: "board.no_switch"
        case .people: "board.nobody"
        case .givenUp: shown.isFed ? "board.nobody_gave_up" : "board.no_switch"
        case .now, .figures, .hours: nil
        }
    }

    /// What the part is, and of which line.
    private func drawHeading(
        of part: BoardPart, isActive: Bool, on surface: inout Surface, _ situation: Situation
    ) {
        let say = situation.say
        let x =
            3
            + surface.put(
                say("board.heading.\(part.rawValue)"), x: 1, y: 0, role: isActive ? .heading : .label,
                maxWidth: surface.width - 2)
        let more: String =
            switch part {
            case .figures: lineName(situation) + "  " + say("board.beside_week_before")
            case .waits: lineName(situation)
            case .givenUp: say.integer(shown.givenUp.count)
            case .now, .hours, .people: ""
            }
        surface.put(more, x: x, y: 0, role: .faint, maxWidth: max(0, surface.width - x - 1), align: .right)
    }

    func lineName(_ situation: Situation) -> String {
        line?.line.map(situation.lineName) ?? situation.say("queue.all")
    }

    // MARK: - What must not be missed

    /// Under the lines: the identity, and how things stand; on a small screen who does what, too.
    private func drawNow(_ layout: BoardLayout, on surface: inout Surface, _ situation: Situation) {
        surface.draw(in: layout.identity) { drawIdentity(on: &$0, situation) }
        if !layout.isWall { surface.horizontalLine(y: layout.status.y - 1) }
        surface.draw(in: layout.status) { surface in
            let states = states(isWall: layout.isWall, situation)
            for (y, mark) in states.enumerated() {
                surface.put(mark.text, x: 1, y: y, role: mark.role, maxWidth: surface.width - 2)
            }
            guard !layout.isWall else { return }
            for (place, person) in operators.prefix(max(0, surface.height - states.count - 1)).enumerated() {
                let row = Rect(y: states.count + 1 + place, width: surface.width, height: 1)
                surface.draw(in: row) { draw(person, on: &$0, situation) }
            }
        }
    }

    /// The worst first, and the rest as a number: they must not push away what comes after them.
    private func linkMarks(_ situation: Situation) -> [StateMark] {
        let worst = links.filter { $0.state == .down } + links.filter { $0.state == .up }
        let most = BoardScreen.linksShown
        guard worst.count > most else { return worst.map { StateMark($0, situation) } }
        let rest = StateMark(
            glyph: .none, word: situation.say("board.more_links", n: worst.count - most + 1), role: .faint)
        return worst.prefix(most - 1).map { StateMark($0, situation) } + [rest]
    }

    private static let linksShown = 2

    /// Each with its word and its mark: switches, SOS, the hours ahead, who gave up, coverage.
    func states(isWall: Bool, _ situation: Situation) -> [StateMark] {
        let say = situation.say
        var marks = linkMarks(situation)
        if marks.isEmpty { marks.append(StateMark(glyph: .none, word: say("board.no_switch_logged"), role: .faint)) }
        if situation.sees(.readCalls) { marks.append(StateMark(sos: situation.live.escalations, situation)) }
        marks.append(StateMark(understaffed: shown.understaffed, isWall: isWall, situation))
        // Without a switch nobody knows who gave up.
        if shown.isFed { marks.append(StateMark(givenUp: shown.givenUp, situation)) }
        let coverage = shown.coverage
        let text = say(
            "board.coverage",
            ["staffed": coverage.staffed.fraction, "below": say.age(seconds: coverage.belowPlan * 60)])
        let isWhole = coverage.belowPlan == 0
        marks.append(StateMark(glyph: isWhole ? .done : .overdue, word: text, role: isWhole ? .text : .warning))
        return marks
    }
}

extension Situation {
    /// As the hotline calls it; as the switch does where it is no line of the hotline.
    func lineName(_ code: String) -> String { hotline.line(code)?.name ?? code }
}
