import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

/// The columns of the lines: as many as there is room for, each as wide as what
/// stands in it.
struct BoardColumns {
    /// In their order; a small screen has the first ones that fit beside the level.
    private static let figures: [BoardFigure] = [
        .waiting, .longestWait, .offered, .answered, .abandoned, .serviceLevel, .waitMean, .shortAbandoned,
        .overflowed, .unstaffed, .refused, .lost, .waitMedian, .waitP90, .handleTime,
    ]
    /// Whoever waits, and the level: what a board is looked at for.
    private static let kept: Set<BoardFigure> = [.waiting, .longestWait, .serviceLevel]

    let shown: [BoardFigure]
    let widths: [Int]
    let name: Int

    private static let nameMin = 12

    init(width: Int, headings: (BoardFigure) -> Int, cells: (BoardFigure) -> Int, names: Int) {
        var left = width - max(BoardColumns.nameMin, min(names, width / 4)) - 2
        let figures = BoardColumns.figures
        let needed = figures.map { max(headings($0), cells($0)) + 2 }
        let kept = figures.indices.filter { BoardColumns.kept.contains(figures[$0]) }
        let others = figures.indices.filter { !BoardColumns.kept.contains(figures[$0]) }
        var chosen: Set<Int> = []
        for place in kept + others {
            guard needed[place] <= left else { break }
            left -= needed[place]
            chosen.insert(place)
        }
        shown = chosen.sorted().map { figures[$0] }
        widths = chosen.sorted().map { needed[$0] }
        name = width - 1 - widths.reduce(0, +)
    }
}

extension BoardScreen {
    func drawLines(on surface: inout Surface, isActive: Bool, _ situation: Situation) {
        let say = situation.say
        let columns = columns(surface.width, situation)
        var x = columns.name
        // Where no switch tells, nothing stands in these columns.
        for (figure, width) in zip(columns.shown, columns.widths) where shown.isFed {
            surface.put(
                say("board.column.\(figure.rawValue)"), x: x, y: 0, role: .label, maxWidth: width, align: .right)
            x += width
        }
        let room = max(0, surface.height - 1)
        let top = max(0, min(place - room + 1, shown.lines.count - room))
        for (row, line) in shown.lines.enumerated().dropFirst(top).prefix(room) {
            draw(
                line, row, columns, isActive: isActive, in: Rect(y: row - top + 1, width: surface.width, height: 1),
                on: &surface, situation)
        }
    }

    private func draw(
        _ line: QueueLine, _ row: Int, _ columns: BoardColumns, isActive: Bool, in rect: Rect,
        on surface: inout Surface, _ situation: Situation
    ) {
        let isHere = row == place
        let name = line.line.map(situation.lineName) ?? situation.say("queue.all")
        surface.put(name, x: 1, y: rect.y, role: isHere ? .strong : .text, maxWidth: columns.name - 1)
        if isHere { surface.put(.cursor, x: 0, y: rect.y, role: .strong) }
        guard line.counts != nil else {
            let text = situation.text(line.logged ?? LoggedCalls())
            surface.put(text, x: columns.name + 1, y: rect.y, role: .faint, maxWidth: rect.width - columns.name - 2)
            return
        }
        var x = columns.name
        for (place, (figure, width)) in zip(columns.shown, columns.widths).enumerated() {
            let cell = cell(figure, of: line, situation)
            surface.put(cell.text, x: x, y: rect.y, role: cell.role, maxWidth: width, align: .right)
            if isActive, isHere, place == column {
                let used = cellWidth(of: cell.text)
                surface.select(Rect(x: x + width - used - 1, y: rect.y, width: used + 1, height: 1))
            }
            x += width
        }
    }

    func columns(_ width: Int, _ situation: Situation) -> BoardColumns {
        BoardColumns(
            width: width,
            headings: { cellWidth(of: situation.say("board.column.\($0.rawValue)")) },
            cells: { figure in
                shown.lines.reduce(0) { max($0, cellWidth(of: cell(figure, of: $1, situation).text)) }
            },
            names: shown.lines.reduce(0) { widest, line in
                max(widest, cellWidth(of: line.line.map(situation.lineName) ?? situation.say("queue.all")))
            })
    }

    /// A figure in one cell; somebody who waits too long is marked.
    private func cell(_ figure: BoardFigure, of line: QueueLine, _ situation: Situation) -> (
        text: String, role: TerminalUI.Role
    ) {
        guard let counts = line.counts else { return ("", .text) }
        if figure == .longestWait {
            guard let wait = board?.day.longestWait(line.line, at: situation.now) else { return ("-", .faint) }
            let text = situation.duration(wait)
            return wait > counts.targets.answer ? ("\(Glyph.alarm) \(text)", .warning) : (text, .text)
        }
        switch value(figure, of: line, situation) {
        case .count(let n): return (situation.say.integer(n), n == 0 ? .faint : .text)
        case .share(let share): return (ShareText(share, situation.say).text, .text)
        case .timeShare: return (situation.text(value(figure, of: line, situation)), .text)
        case .time(let span, let n): return (span.map(situation.length) ?? "-", (n ?? 30) < 30 ? .faint : .text)
        case .minutes(let n): return (situation.say.integer(n), .text)
        case .unknown: return ("-", .faint)
        }
    }

    /// `10 offered = 8 answered + 1 gave up + ...`: every visit is exactly one of them.
    func drawIdentity(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        guard let counts = line?.counts else { return }
        func term(_ name: String, _ n: Int) -> String { "\(say.integer(n)) \(say("board.term.\(name)"))" }
        let terms = counts.identity.map { term($0.outcome.rawValue, $0.n) }
        // A number stays with its word: lines break between the terms.
        var lines = [term("offered", counts.offered)]
        for (place, term) in terms.enumerated() {
            let joined = "\(lines[lines.count - 1]) \(place == 0 ? "=" : "+") \(term)"
            if cellWidth(of: joined) <= surface.width - 2 {
                lines[lines.count - 1] = joined
            } else {
                lines.append("+ \(term)")
            }
        }
        for (y, line) in lines.prefix(surface.height).enumerated() {
            surface.put(line, x: 1, y: y, maxWidth: surface.width - 2)
        }
    }
}

extension Situation {
    /// `no switch: 12 calls logged, 2 SOS, 6:10 each`
    fileprivate func text(_ logged: LoggedCalls) -> String {
        let sos = ["sos": String(logged.sos)]
        guard let time = logged.handleTime else { return say("board.logged_untimed", n: logged.calls, sos) }
        return say("board.logged", n: logged.calls, sos.merging(["length": length(time)]) { $1 })
    }
}
