import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

/// How things stand on the board: a mark, words, and then a colour.
extension StateMark {
    init(_ link: LinkState, _ situation: Situation) {
        let facts = ["source": link.source, "since": situation.dayAndClock(link.beganAt)]
        switch link.state {
        case .up: self.init(glyph: .done, word: situation.say("board.link_up", facts), role: .text)
        case .down:
            let trouble = link.trouble.map { " (\(situation.say.trouble(of: $0)))" } ?? ""
            self.init(glyph: .alarm, word: situation.say("board.link_down", facts) + trouble, role: .alarm)
        }
    }

    /// How many are open and how long; first those that nobody has acknowledged.
    init(sos open: [Escalation], _ situation: Situation) {
        let say = situation.say
        var text = say("board.sos", n: open.count)
        if let oldest = open.map(\.raisedAt).min() {
            text += ", " + say("board.sos_oldest", n: open.count, ["age": situation.age(since: oldest)])
        }
        let waiting = open.filter { !$0.isAcknowledged }
        guard let first = waiting.map(\.raisedAt).min() else {
            self.init(glyph: open.isEmpty ? .done : .live, word: text, role: .text)
            return
        }
        let unacknowledged = say(
            "board.sos_unacknowledged", n: waiting.count, ["age": situation.age(since: first)])
        // Where nobody has acknowledged any, the rest is said already.
        let isAll = waiting.count == open.count
        self.init(glyph: .alarm, word: isAll ? unacknowledged : "\(unacknowledged); \(text)", role: .alarm)
    }

    /// `! Too few in 2 hours ahead: 20:00–22:00 2/3`
    /// On a small screen the first two stretches are named.
    init(understaffed hours: [BoardHour], isWall: Bool, _ situation: Situation) {
        let say = situation.say
        guard !hours.isEmpty else {
            self.init(glyph: .done, word: say("board.staffed_ahead"), role: .text)
            return
        }
        let runs = hours.runs
        let most = isWall ? 6 : 2
        let list = runs.prefix(most).map { run in
            let (from, to) = (situation.clock(run.hours.lowerBound), situation.clock(run.hours.upperBound))
            return "\(from)\u{2013}\(to) \(run.staff)/\(run.wanted)"
        }
        self.init(
            glyph: .overdue,
            word: say(
                "board.understaffed", n: hours.count,
                ["hours": list.joined(separator: ", ") + (runs.count > most ? " \(Glyph.ellipsis)" : "")]),
            role: .warning)
    }

    init(givenUp: [GivenUp], _ situation: Situation) {
        let say = situation.say
        let open = givenUp.filter { $0.callBack == .open }
        guard let last = open.first else {
            let word =
                givenUp.isEmpty
                ? say("board.nobody_gave_up") : say("board.none_to_call_back", n: givenUp.count)
            self.init(glyph: .done, word: word, role: .text)
            return
        }
        self.init(
            glyph: .overdue,
            word: say("board.to_call_back", n: open.count, ["time": situation.clock(last.visit.facts.offered.at)]),
            role: .warning)
    }

    init(_ givenUp: GivenUp, _ situation: Situation) {
        let say = situation.say
        let word = say(
            "board.call_back.\(givenUp.callBack.rawValue)",
            [
                "operator": givenUp.responsible ?? "",
                "line": givenUp.answeredIn.map { situation.lineName($0.facts.line) } ?? "",
            ])
        switch givenUp.callBack {
        case .open: self.init(glyph: .overdue, word: word, role: .warning)
        case .taken: self.init(glyph: .idle, word: word, role: .text)
        case .made, .answered: self.init(glyph: .done, word: word, role: .text)
        case .withdrawn: self.init(glyph: .none, word: word, role: .faint)
        }
    }

    /// What an operator does; too long over a call that has ended is marked.
    init(_ person: OperatorNow, _ situation: Situation) {
        let label = situation.label(.operatorState, person.state)
        let word = [label, person.reason ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        let wrapUp = Span.seconds(Int64(situation.hotline.settings.wrapUpSeconds))
        switch person.state {
        case "wrap_up" where situation.now - person.since > wrapUp:
            self.init(glyph: .overdue, word: word, role: .warning)
        case "on_call", "held", "ringing", "wrap_up": self.init(glyph: .live, word: word, role: .text)
        case "available": self.init(glyph: .idle, word: word, role: .text)
        default: self.init(glyph: .none, word: word, role: .faint)
        }
    }
}

extension Say {
    /// What stands between a line and its switch, in words; a code nobody named stays as it is.
    public func trouble(of code: String) -> String {
        let key = "board.trouble.\(code)"
        return has(key) ? self(key) : code
    }
}
