import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

extension BoardScreen {
    func draw(_ row: BoardRow, on surface: inout Surface, _ situation: Situation) {
        switch row {
        case .figure(let figure): draw(figure, on: &surface, situation)
        case .wait(let step): draw(step, on: &surface, situation)
        case .person(let person): draw(person, on: &surface, situation)
        case .givenUp(let visit): draw(visit, on: &surface, situation)
        }
    }

    // MARK: - Figures

    /// What a figure came to; of the whole hotline where it is not of a line.
    func value(_ figure: BoardFigure, of line: QueueLine?, _ situation: Situation) -> BoardFigure.Value {
        switch figure {
        case .longestWait:
            guard line?.counts != nil else { return .unknown }
            // A clock that runs: as the line above every screen shows it.
            return .time(
                board?.day.longestWait(line?.line, at: situation.now).map { .seconds($0.seconds) }, of: nil)
        case .waitMean, .waitMedian, .waitP90:
            guard let line, let counts = line.counts else { return .unknown }
            let waits = [
                BoardFigure.waitMean: line.waits.mean, .waitMedian: line.waits.median, .waitP90: line.waits.p90,
            ]
            return .time(waits[figure] ?? nil, of: counts.waits.count)
        case .occupancy: return board.map { .timeShare($0.duty.time(at: situation.now).occupancy) } ?? .unknown
        case .utilisation: return board.map { .timeShare($0.duty.time(at: situation.now).utilisation) } ?? .unknown
        case .staffed: return .share(shown.coverage.staffed)
        case .belowPlan: return .minutes(shown.coverage.belowPlan)
        case .sosOpen:
            return situation.sees(.readCalls) ? .count(situation.live.escalations.count) : .unknown
        case .sosUnacknowledged:
            let waiting = situation.live.escalations.count { !$0.isAcknowledged }
            return situation.sees(.readCalls) ? .count(waiting) : .unknown
        default: return line?.counts.flatMap(figure.value) ?? .unknown
        }
    }

    /// What it was a week before, by now.
    func valueBefore(_ figure: BoardFigure) -> BoardFigure.Value? {
        guard !figure.isOfAll, figure != .waiting else { return nil }
        return board?.past.flatMap { figure.value($0.counts(of: line?.line)) }
    }

    private func draw(_ figure: BoardFigure, on surface: inout Surface, _ situation: Situation) {
        let before = 15
        let room = surface.width - before - 1
        let used = draw(value(figure, of: line, situation), figure, on: &surface, until: room, situation)
        if let value = valueBefore(figure) {
            surface.put(
                situation.text(value), x: room, y: 0, role: .faint, maxWidth: before, align: .right)
        }
        surface.put(
            situation.say("board.figure.\(figure.rawValue)"), x: 1, y: 0, maxWidth: max(8, room - used - 2))
    }

    /// At the end of its room; gives how wide it is.
    private func draw(
        _ value: BoardFigure.Value, _ figure: BoardFigure, on surface: inout Surface, until x: Int,
        _ situation: Situation
    ) -> Int {
        if case .share(let share) = value {
            let text = ShareText(share, situation.say)
            text.draw(on: &surface, x: max(0, x - text.width))
            return text.width
        }
        let text = situation.text(value)
        var role: TerminalUI.Role = .text
        if case .count(0) = value { role = .faint }
        if case .count(let n) = value, n > 0, figure == .sosUnacknowledged { role = .alarm }
        if case .time(let span?, _) = value, figure == .longestWait, let targets = line?.counts?.targets,
            span > targets.answer
        {
            role = .warning
        }
        let mark = role == .alarm || role == .warning ? "\(Glyph.alarm) " : ""
        surface.put(mark + text, x: 0, y: 0, role: role, maxWidth: x, align: .right)
        return cellWidth(of: mark + text)
    }

    // MARK: - Waits, people, who gave up

    /// `up to 20 s ███████ 12   1 gave up`
    private func draw(
        _ step: WaitHistogram.Step, on surface: inout Surface, _ situation: Situation
    ) {
        let say = situation.say
        let isWithin = step.upTo.map { $0 <= (line?.counts?.targets.answer ?? .zero) } ?? false
        let columns = WaitColumns(shown.waits, width: surface.width, situation)
        surface.put(
            situation.name(of: step), x: 1, y: 0, role: isWithin ? .text : .label, maxWidth: columns.label)
        let length = columns.length(step.answered)
        let lost = columns.length(step.givenUp)
        let x = columns.label + 2
        for place in 0..<length { surface.put(.bar8, x: x + place, y: 0, role: .label) }
        // Those who gave up have another mark, not another colour alone.
        for place in length..<min(columns.bar, length + lost) {
            surface.put(.shade, x: x + place, y: 0, role: .warning)
        }
        surface.put(
            say.integer(step.answered), x: x + columns.bar + 1, y: 0, maxWidth: columns.answered, align: .right)
        guard step.givenUp > 0 else { return }
        surface.put(
            "\(Glyph.shade) \(say.integer(step.givenUp))", x: 0, y: 0, role: .warning,
            maxWidth: surface.width - 1, align: .right)
    }

    /// Who, in what state and why, with a call of which line, for how long.
    func draw(_ person: OperatorNow, on surface: inout Surface, _ situation: Situation) {
        let age = situation.duration(situation.now - person.since)
        let line = person.line ?? board?.line(of: person.operator)
        let hasSOS = situation.live.liveCalls.contains { call in
            call.operatorCode == person.operator && call.escalation != nil
        }
        let mark = StateMark(person, situation)
        // Beside the other parts the state needs the room more than a long code.
        let text = surface.width < 40 ? 5 : 8
        surface.put(person.operator, x: 1, y: 0, role: .strong, maxWidth: text - 2)
        let right = [hasSOS ? "\(Glyph.alarm) SOS" : "", age].filter { !$0.isEmpty }.joined(separator: "  ")
        let used = cellWidth(of: right)
        surface.put(right, x: surface.width - used - 1, y: 0, role: hasSOS ? .alarm : .faint)
        let room = max(0, surface.width - used - text - 2)
        // The line by its name, by its code, or not at all: what somebody does is read to its end.
        let words = [line.map(situation.lineName), line].compactMap(\.self).map { "\(mark.text)  \($0)" }
        surface.put(
            words.first { cellWidth(of: $0) <= room } ?? mark.text, x: text, y: 0, role: mark.role, maxWidth: room)
    }

    /// When, in which line, how long they waited; and who calls them back.
    private func draw(_ givenUp: GivenUp, on surface: inout Surface, _ situation: Situation) {
        let facts = givenUp.visit.facts
        let mark = StateMark(givenUp, situation)
        // Beside the other parts there is room for the line's code alone.
        let isWide = surface.width >= 60
        let line = isWide ? situation.lineName(facts.line) : facts.line
        surface.put(situation.clock(facts.offered.at), x: 1, y: 0)
        surface.put(line, x: 8, y: 0, maxWidth: isWide ? 20 : 5)
        var x = isWide ? 30 : 14
        surface.put(facts.wait.map(situation.length) ?? "-", x: x, y: 0, maxWidth: 5, align: .right)
        x += 7
        surface.put(mark.text, x: x, y: 0, role: mark.role, maxWidth: max(0, surface.width - x - 1))
    }
}

extension Situation {
    /// With both its numbers, and of a small whole the count first.
    func text(_ value: BoardFigure.Value) -> String {
        switch value {
        case .count(let n): say.integer(n)
        case .share(let share): ShareText(share, say).text
        case .timeShare(let share):
            share.of == 0 ? "-" : "\(say.percentage(share.n, of: share.of))  \(lengths(share))"
        case .time(nil, _): "-"
        case .time(let span?, let n):
            n.map { $0 < 30 ? "\(say.integer($0)): \(length(span))" : length(span) } ?? length(span)
        case .minutes(let n): say.age(seconds: n * 60)
        case .unknown: "-"
        }
    }

    /// `30:00/12:52:00`
    private func lengths(_ share: Share) -> String {
        "\(say.duration(seconds: share.n))/\(say.duration(seconds: share.of))"
    }

    func name(of step: WaitHistogram.Step) -> String {
        guard let upTo = step.upTo else { return say("board.wait_over", ["wait": step.over.map(duration) ?? "-"]) }
        return say("board.wait_up_to", ["wait": duration(upTo)])
    }
}
