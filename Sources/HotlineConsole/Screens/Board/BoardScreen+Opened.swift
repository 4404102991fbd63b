import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

/// A figure opened: its formula, what is above and below its line, what is left
/// out, and what it counts.
extension BoardScreen {
    func drawOpened(on surface: inout Surface, _ situation: Situation) {
        surface.fill()
        guard let sheet = openedSheet(surface.width, situation) else { return }
        let lines = sheet.lines
        lines.draw(on: &surface)
        let rest = surface.bounds.cutTop(lines.count).rest
        behind.draw(on: &surface, in: rest) { row, surface in draw(row, on: &surface, situation) }
        guard behind.hasMoreBelow, rest.height > 0 else { return }
        surface.put("\(Glyph.down)", x: surface.width - 1, y: surface.height - 1, role: .faint)
    }

    /// What is said above what it counts.
    func openedSheet(_ width: Int, _ situation: Situation) -> Sheet? {
        guard let opened else { return nil }
        let say = situation.say
        var sheet = Sheet(width: width)
        switch opened {
        case .figure(let figure): explain(figure, in: &sheet, situation)
        case .hour(let id):
            guard let hour = shown.hours.first(where: { $0.id == id }) else { return nil }
            explain(hour, in: &sheet, situation)
        case .wait(let id):
            guard let step = shown.waits.first(where: { $0.id == id }) else { return nil }
            sheet.heading("\(say("board.heading.waits")), \(situation.name(of: step)), \(lineName(situation))")
            sheet.text(say("board.formula.waits"))
            sheet.fact(say("queue.answered"), say.integer(step.answered))
            sheet.fact(say("queue.abandoned"), say.integer(step.givenUp))
        case .person(let code):
            sheet.heading(say("admin.operator", ["code": code]))
            if let person = operators.first(where: { $0.operator == code }) {
                sheet.state(StateMark(person, situation), situation.duration(situation.now - person.since))
            }
            sheet.text(say("board.formula.person"))
        case .givenUp(let id):
            guard let visit = shown.givenUp.first(where: { $0.id == id }) else { return nil }
            explain(visit, in: &sheet, situation)
        }
        sheet.heading(say("board.behind", n: behind.rows.count))
        return sheet
    }

    private func explain(_ figure: BoardFigure, in sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        let whose = figure.isOfAll ? say("queue.all") : lineName(situation)
        let value = situation.text(value(figure, of: line, situation))
        sheet.heading("\(say("board.figure.\(figure.rawValue)")), \(whose): \(value)")
        sheet.text(say("board.formula.\(figure.rawValue)"))
        if let counts = line?.counts, let sums = figure.sums(counts) {
            sheet.fact(say("board.above"), sums.above.text)
            if let below = sums.below { sheet.fact(say("board.below"), below.text) }
            sheet.fact(
                say("board.without"), sums.without.terms.map { "\($0.letter) \($0.n)" }.joined(separator: ", "))
        }
        if figure.isOfWaits, let unknown = line?.counts?.waitUnknown, unknown > 0 {
            sheet.text(say("queue.wait_unknown", n: unknown))
        }
        explainTimes(figure, in: &sheet, situation)
        let targets = board?.day.targets ?? QueueTargets(situation.hotline.settings)
        if !figure.isOfAll {
            sheet.text(
                say(
                    "board.targets",
                    ["answer": "\(targets.answer.seconds)", "short": "\(targets.shortAbandon.seconds)"]),
                role: .faint)
        }
        if let before = valueBefore(figure) { sheet.fact(say("board.week_before"), situation.text(before)) }
    }

    /// Operators' time, and minutes of the roster: above and below in lengths.
    private func explainTimes(_ figure: BoardFigure, in sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        guard let duty = board?.duty.time(at: situation.now) else { return }
        func time(_ parts: [(String, Int64)]) -> String {
            parts.map { "\(say($0.0)) \(situation.length(Span(milliseconds: $0.1)))" }.joined(separator: " + ")
        }
        let busy = [("board.time.talk", duty.talk), ("board.time.hold", duty.hold), ("board.time.wrap", duty.wrap)]
        switch figure {
        case .occupancy:
            sheet.fact(say("board.above"), time(busy))
            sheet.fact(say("board.below"), time(busy + [("board.time.available", duty.available)]))
        case .utilisation:
            sheet.fact(say("board.above"), time(busy))
            sheet.fact(say("board.below"), time([("board.time.signed_on", duty.signedOn)]))
        case .staffed, .belowPlan:
            let share = shown.coverage.staffed
            sheet.fact(say("board.above"), say("board.minutes", n: share.n))
            sheet.fact(say("board.below"), say("board.minutes", n: share.of))
        default: break
        }
    }

    /// What the hour brought, who was or will be there; what its advice is made of and takes for granted.
    private func explain(_ hour: BoardHour, in sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        sheet.heading("\(situation.span(of: hour)), \(lineName(situation))")
        sheet.text(situation.summary(of: hour), role: hour.isUnderstaffed ? .warning : .text)
        if hour.time != .ahead { sheet.fact(say("board.figure.offered"), hour.offered.map(say.integer) ?? "-") }
        sheet.fact(say("board.week_before_hour"), hour.weekBefore.map(say.integer) ?? "")
        guard hour.time != .over, let advice = hour.advice else { return }
        let measured = advice.measured
        let facts = [
            "hours": String(measured.hours), "length": situation.length(measured.handleTime),
            "handled": say.integer(measured.handled),
        ]
        if measured.isThin {
            sheet.text(
                "\(Glyph.overdue) \(say("board.advice.thin", n: measured.arrivals, facts))", role: .warning)
        } else {
            sheet.text(say("board.advice.measured", n: measured.arrivals, facts))
        }
        sheet.text(
            say(
                "board.advice.expected",
                [
                    "operators": String(advice.operators), "level": say.integer(advice.expectedPerMille / 10),
                    "target": String((board?.day.targets.answer ?? .zero).seconds),
                    "wait": situation.length(advice.expectedWait),
                    "occupancy": say.integer(advice.occupancyPerMille / 10),
                ]))
        let assumed = advice.assumptions.map { say("board.advice.assumes.\($0.rawValue)") }
        sheet.text(say("board.advice.assumes", ["list": assumed.joined(separator: "; ")]), role: .faint)
    }

    private func explain(_ givenUp: GivenUp, in sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        let facts = givenUp.visit.facts
        sheet.heading(
            "\(say("board.heading.given_up")): \(situation.clock(facts.offered.at)), \(situation.lineName(facts.line))"
        )
        sheet.state(StateMark(givenUp, situation))
        sheet.fact(say("board.waited"), facts.wait.map(situation.length) ?? "-")
        sheet.fact(say("call.field.country"), situation.label(.country, facts.country))
        sheet.fact(say("call.field.language"), situation.label(.language, facts.language))
        sheet.text(say("board.formula.given_up"), role: .faint)
    }

    // MARK: - What it counts

    func rowsBehind(_ situation: Situation) -> [BehindRow] {
        guard let board, let opened else { return [] }
        func visits(_ isCounted: (Visit) -> Bool) -> [BehindRow] {
            board.visits.values.filter { (line?.line == nil || $0.facts.line == line?.line) && isCounted($0) }
                .sorted { ($0.facts.offered.at, $0.id) > ($1.facts.offered.at, $1.id) }.map { .visit($0) }
        }
        switch opened {
        case .figure(.sosOpen): return situation.live.escalations.map { .escalation($0) }
        case .figure(.sosUnacknowledged):
            return situation.live.escalations.filter { !$0.isAcknowledged }.map { .escalation($0) }
        case .figure(let figure) where figure.isOfAll:
            return duty(board.onDuty(situation.hotline, at: situation.now), board)
        case .figure(let figure): return visits { figure.counts($0, board.day.targets) }
        case .hour(let id):
            guard let hour = shown.hours.first(where: { $0.id == id })?.hours else { return [] }
            return visits { hour.contains($0.facts.offered.at) && $0.outcome != .closed }
        case .wait(let id):
            guard let step = shown.waits.first(where: { $0.id == id }) else { return [] }
            return visits {
                [.answered, .abandoned].contains($0.outcome) && ($0.facts.wait.map(step.holds) ?? false)
            }
        case .person(let code):
            let own = board.onDuty(situation.hotline, at: situation.now).filter { $0.operator == code }
            return duty(own, board)
                + board.visits.values.filter { $0.facts.operator == code }
                .sorted { ($0.facts.offered.at, $0.id) > ($1.facts.offered.at, $1.id) }.map { .visit($0) }
        case .givenUp(let id):
            let call = board.visits[id]?.facts.call
            return board.visits.values.filter { $0.facts.call == call }
                .sorted { $0.facts.offered.at < $1.facts.offered.at }.map { .visit($0) }
        }
    }

    /// How long everybody was in each state, within the day.
    private func duty(_ stretches: [DutyStretch], _ board: QueueBoard) -> [BehindRow] {
        var sums: [String: [String: Int64]] = [:]
        for stretch in stretches where stretch.state != OperatorState.signedOff {
            let (from, to) = (max(stretch.from, board.hours.lowerBound), min(stretch.to, board.hours.upperBound))
            sums[stretch.operator, default: [:]][stretch.state, default: 0] += max(0, (to - from).milliseconds)
        }
        return sums.sorted { codesInOrder($0.key, $1.key) }.flatMap { code, states in
            states.sorted { $0.key < $1.key }.map { .duty(operator: code, state: $0.key, $0.value) }
        }
    }

    /// When, in which line, what became of it, how long it waited. Never who called.
    private func draw(_ row: BehindRow, on surface: inout Surface, _ situation: Situation) {
        switch row {
        case .visit(let visit):
            let facts = visit.facts
            let outcome = situation.say("queue.\(visit.outcome?.rawValue ?? "waiting")")
            let wait =
                visit.outcome == nil
                ? situation.duration(situation.now - facts.offered.at) : facts.wait.map(situation.length)
            surface.put(situation.clock(facts.offered.at), x: 1, y: 0)
            surface.put(situation.lineName(facts.line), x: 8, y: 0, maxWidth: 22)
            surface.put(outcome, x: 31, y: 0, maxWidth: 20)
            surface.put(wait ?? "-", x: 52, y: 0, maxWidth: 8, align: .right)
            surface.put(facts.operator ?? "", x: 62, y: 0, maxWidth: max(0, surface.width - 63))
        case .escalation(let escalation):
            let mark = StateMark(escalation, situation)
            surface.put(situation.dayAndClock(escalation.raisedAt), x: 1, y: 0, maxWidth: 14)
            surface.put(escalation.callNumber, x: 16, y: 0, maxWidth: 12)
            surface.put(mark.text, x: 29, y: 0, role: mark.role, maxWidth: max(0, surface.width - 30))
        case .duty(let code, let state, let length):
            surface.put(code, x: 1, y: 0, role: .strong, maxWidth: 8)
            surface.put(situation.label(.operatorState, state), x: 10, y: 0, maxWidth: 24)
            surface.put(
                situation.length(Span(milliseconds: length)), x: 35, y: 0, maxWidth: 12, align: .right)
        }
    }
}
