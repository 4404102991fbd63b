import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

/// Lines above; below them the figures of one, and beside those what one of
/// them is made of, or who does what.
struct BoardLayout {
    let head: Rect
    let lines: Rect
    let figures: Rect
    let rule: Int
    let side: Rect
    let foot: Rect
    let isWide: Bool

    init(_ size: Size, lines count: Int) {
        isWide = size.columns >= DetailPane.columnsForTwo
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(1)
        let (lines, below) = rest.cutTop(min(count + 1, max(2, rest.height / 2)))
        let (middle, foot) = below.cutTop(max(1, below.height - 2))
        let width = min(52, size.columns / 2)
        self.head = head
        self.lines = lines
        let body = middle.cutTop(1).rest
        figures = body.cutLeft(width).left
        rule = width
        side = body.cutLeft(width + 1).rest
        self.foot = foot
    }
}

extension BoardScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let lines = lines(situation)
        let layout = BoardLayout(surface.bounds.size, lines: lines.count)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        surface.draw(in: layout.lines) { drawLines(lines, on: &$0, situation) }
        surface.horizontalLine(y: layout.figures.y - 1)
        surface.verticalLine(x: layout.rule, y: layout.figures.y, length: layout.figures.height)
        let line = lines.indices.contains(place) ? lines[place] : lines.last
        let duty = dutyTime(situation)
        figures.draw(on: &surface, in: layout.figures) { row, surface in
            draw(row.figure, line?.counts, duty, on: &surface, situation)
        }
        surface.draw(in: layout.side) { surface in
            if isOpen, let figure = figures.selected?.figure {
                drawOpened(figure, line, on: &surface, situation)
            } else {
                drawOperators(on: &surface, situation)
            }
        }
        surface.horizontalLine(y: layout.foot.y)
        surface.draw(in: layout.foot.cutTop(1).rest) { drawSOS(on: &$0, situation) }
    }

    private func dutyTime(_ situation: Situation) -> DutyTime {
        DutyTime(news?.stretches ?? [], from: Instant(milliseconds: .min / 2), to: situation.now)
    }

    /// The day, and whether the switch is heard.
    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(say("board.heading"), x: 1, y: 0, role: .heading)
        let down = news?.links.filter { $0.state == .down } ?? []
        let text: String
        if let link = down.first {
            text =
                "\(Glyph.alarm) "
                + say("board.link_down", ["source": link.source, "since": situation.clock(link.beganAt)])
        } else if let link = news?.links.first {
            text = say("board.link_up", ["source": link.source, "since": situation.dayAndClock(link.beganAt)])
        } else {
            text = say("board.no_switch")
        }
        surface.put(
            text, x: 1, y: 0, role: down.isEmpty ? .faint : .alarm, maxWidth: surface.width - 2, align: .right)
    }

    private static let levelWidth = 16
    private static let columns = ["waiting", "longest_wait", "offered", "answered", "abandoned", "asa"]

    private func drawLines(_ lines: [QueueLine], on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let cell = max(9, min(14, (surface.width - 36) / BoardScreen.columns.count))
        let name = max(9, surface.width - cell * BoardScreen.columns.count - BoardScreen.levelWidth - 1)
        for (column, key) in BoardScreen.columns.enumerated() {
            surface.put(
                say("board.column.\(key)"), x: 1 + name + column * cell, y: 0, role: .label, maxWidth: cell - 1,
                align: .right)
        }
        surface.put(
            say("board.column.service_level"), x: surface.width - BoardScreen.levelWidth, y: 0, role: .label,
            maxWidth: BoardScreen.levelWidth - 1, align: .right)
        for (row, line) in lines.enumerated() {
            let y = row + 1
            surface.put(
                lineName(line, situation), x: 1, y: y, role: row == place ? .strong : .text, maxWidth: name - 1)
            if row == place { surface.put(.cursor, x: 0, y: y, role: .strong) }
            guard let counts = line.counts else {
                surface.put(say("queue.no_switch"), x: 1 + name, y: y, role: .faint)
                continue
            }
            let cells = [
                "\(counts.waiting)", time(line.longestWait, situation), "\(counts.offered)", "\(counts.answered)",
                "\(counts.abandoned)", time(counts.speedOfAnswerMean, situation),
            ]
            let isLate = line.longestWait.map { $0 > counts.targets.answer } ?? false
            for (column, text) in cells.enumerated() {
                surface.put(
                    column == 1 && isLate ? "\(Glyph.alarm) \(text)" : text, x: 1 + name + column * cell, y: y,
                    role: column < 2 && isLate ? .warning : .text, maxWidth: cell - 1, align: .right)
            }
            let share = ShareText(counts.serviceLevel, say)
            share.draw(on: &surface, x: surface.width - 1 - share.width, y: y)
        }
    }

    private func lineName(_ line: QueueLine, _ situation: Situation) -> String {
        guard let code = line.line else { return situation.say("queue.all") }
        return situation.hotline.line(code)?.name ?? code
    }

    private func draw(
        _ figure: BoardFigure, _ counts: QueueCounts?, _ duty: DutyTime, on surface: inout Surface,
        _ situation: Situation
    ) {
        let say = situation.say
        let used: Int
        switch counts.map({ figure.value($0, duty) }) {
        case nil:
            used = 1
            surface.put("-", x: surface.width - 2, y: 0, role: .faint)
        case .count(let n):
            let text = say.integer(n)
            used = cellWidth(of: text)
            surface.put(
                text, x: 1, y: 0, role: n == 0 ? .faint : .text, maxWidth: surface.width - 2, align: .right)
        case .share(let share):
            let text = ShareText(share, say)
            used = text.width
            text.draw(on: &surface, x: max(0, surface.width - 1 - text.width))
        case .times(let times):
            let text = times.map { time($0, situation) }.joined(separator: " \u{00B7} ")
            used = cellWidth(of: text)
            surface.put(text, x: 1, y: 0, maxWidth: surface.width - 2, align: .right)
        }
        surface.put(
            say("board.figure.\(figure.rawValue)"), x: 1, y: 0, maxWidth: max(8, surface.width - used - 4))
    }

    /// Formula, what is left out, how it was a week ago, and who is counted.
    private func drawOpened(
        _ figure: BoardFigure, _ line: QueueLine?, on surface: inout Surface, _ situation: Situation
    ) {
        let say = situation.say
        var sheet = Sheet(width: surface.width)
        sheet.heading(say("board.figure.\(figure.rawValue)"))
        sheet.text(say("board.formula.\(figure.rawValue)"))
        let targets = line?.counts?.targets ?? QueueTargets(situation.hotline.settings)
        sheet.text(
            say(
                "board.targets",
                ["answer": "\(targets.answer.seconds)", "short": "\(targets.shortAbandon.seconds)"]), role: .faint)
        if let before = news?.weekBefore {
            let value = figure.value(before, DutyTime([], from: situation.now, to: situation.now))
            sheet.text("\(say("board.week_before")): \(text(value, situation))")
        }
        let counted = visits.values.filter { visit in
            (line?.line == nil || visit.facts.line == line?.line) && figure.counts(visit, targets)
        }.sorted { ($0.facts.offered.at, $0.id) > ($1.facts.offered.at, $1.id) }
        sheet.heading(say("board.behind", n: counted.count))
        for visit in counted.prefix(max(0, surface.height)) { sheet.text(text(visit, situation)) }
        sheet.lines.draw(on: &surface)
    }

    private func text(_ value: BoardFigure.Value, _ situation: Situation) -> String {
        switch value {
        case .count(let n): situation.say.integer(n)
        case .share(let share): "\(share.n)/\(share.of)"
        case .times(let times): times.map { time($0, situation) }.joined(separator: " \u{00B7} ")
        }
    }

    /// When, in which line, what became of it, how long it waited. Never who.
    private func text(_ visit: Visit, _ situation: Situation) -> String {
        let outcome = visit.outcome.map { situation.say("queue.\($0.rawValue)") } ?? situation.say("queue.waiting")
        let line = situation.hotline.line(visit.facts.line)?.name ?? visit.facts.line
        return [
            situation.clock(visit.facts.offered.at), line, outcome, time(visit.facts.wait, situation),
            visit.facts.operator ?? "",
        ].filter { !$0.isEmpty }.joined(separator: "  ")
    }

    private func drawOperators(on surface: inout Surface, _ situation: Situation) {
        let people = news?.operators ?? []
        if people.isEmpty { surface.put(situation.say("board.nobody"), x: 1, y: 0, role: .faint) }
        for (row, person) in people.prefix(surface.height).enumerated() {
            surface.put(person.operator, x: 1, y: row, role: .strong, maxWidth: 12)
            let label = situation.label(.operatorState, person.state)
            surface.put(
                [label, person.reason ?? ""].filter { !$0.isEmpty }.joined(separator: ": "), x: 14, y: row,
                maxWidth: max(0, surface.width - 24))
            surface.put(
                situation.duration(situation.now - person.since), x: 1, y: row, role: .faint,
                maxWidth: surface.width - 2, align: .right)
        }
    }

    /// Open SOS, how many of them nobody has acknowledged, and for how long.
    private func drawSOS(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let open = situation.live.escalations
        let waiting = open.filter { $0.acknowledgedAt == nil }
        guard let oldest = waiting.map(\.raisedAt).min() else {
            surface.put(say("board.sos", n: open.count), x: 1, y: 0, role: open.isEmpty ? .faint : .text)
            return
        }
        let text = say(
            "board.sos_unacknowledged", n: waiting.count, ["age": situation.duration(situation.now - oldest)])
        surface.put("\(Glyph.alarm) \(text)", x: 1, y: 0, role: .alarm, maxWidth: surface.width - 2)
    }

    private func time(_ span: Span?, _ situation: Situation) -> String { span.map(situation.duration) ?? "-" }
}
