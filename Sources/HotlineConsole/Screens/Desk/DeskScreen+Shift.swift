import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// Who is on, what is uncovered, what comes next.
extension DeskScreen {
    struct Line {
        let text: String
        let role: TerminalUI.Role

        /// A warning is read to its end, how long it has lasted above all; people stand in columns.
        func wrapped(_ width: Int) -> [Line] {
            guard role != .text, cellWidth(of: text) > width else { return [self] }
            return wrap(text, width: max(8, width - 2)).enumerated().map { place, part in
                Line(text: place == 0 ? part : "  \(part)", role: role)
            }
        }
    }

    func shiftLines(_ situation: Situation) -> [Line] {
        let on = situation.live.shiftsOn.map { person($0, situation) }
        let pairs = stride(from: 0, to: on.count, by: 2).map { place in
            let second = place + 1 < on.count ? on[place + 1] : ""
            return Line(text: padded(on[place], 19) + second, role: .text)
        }
        let nobody = on.isEmpty ? [Line(text: situation.say("desk.nobody_on"), role: .warning)] : []
        return pairs + nobody + uncovered(situation) + next(situation)
    }

    /// `02 on call 4:10`, `05 you`, `03 since 20:00`.
    private func person(_ shift: Shift, _ situation: Situation) -> String {
        let say = situation.say
        let code = shift.operatorCode
        if let call = situation.live.liveCalls.first(where: { $0.operatorCode == code }) {
            let state = say(call.status == .held ? "desk.held" : "desk.on_call")
            return "\(code) \(state) \(situation.duration(situation.now - call.started))"
        }
        if code == situation.person?.code { return "\(code) \(say("desk.you"))" }
        return "\(code) \(say("desk.since", ["time": situation.clock(shift.signedOnAt ?? shift.plannedStart)]))"
    }

    private func uncovered(_ situation: Situation) -> [Line] {
        // Those of one pattern and hour stand in one line.
        var groups: [[Shift]] = []
        for shift in situation.live.uncovered {
            let place = groups.firstIndex {
                $0[0].pattern == shift.pattern && $0[0].plannedStart == shift.plannedStart
            }
            if let place { groups[place].append(shift) } else { groups.append([shift]) }
        }
        return groups.map { shifts in
            let text = situation.say(
                "desk.not_signed_on",
                [
                    "operator": shifts.map(\.operatorCode).joined(separator: " "),
                    "shift": situation.patternName(shifts[0].pattern),
                    "age": situation.age(since: shifts[0].plannedStart),
                ])
            return Line(text: "\(Glyph.overdue) \(text)", role: .warning)
        }
    }

    /// The shift after this one, and how many of it have not confirmed.
    private func next(_ situation: Situation) -> [Line] {
        let ahead = situation.live.shiftsAhead.filter { $0.plannedStart > situation.now }
        guard let first = ahead.first else { return [] }
        let same = ahead.filter { $0.pattern == first.pattern && $0.businessDate == first.businessDate }
        let open = same.count { $0.status == .planned }
        let name = situation.patternName(first.pattern)
        if open == 0 {
            return [Line(text: situation.say("desk.next_confirmed", n: same.count, ["shift": name]), role: .faint)]
        }
        let text = situation.say("desk.next_open", n: open, ["shift": name, "of": String(same.count)])
        return [Line(text: "\(Glyph.overdue) \(text)", role: .warning)]
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - cellWidth(of: text)))
    }
}
