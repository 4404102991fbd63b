import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Wording

/// What is at the same place on every screen: who and when, what must never be
/// missed, and at the bottom the keys that matter now.
enum Frame {
    private static let headRows = 3
    private static let footRows = 2
    private static let noticeRowsMax = 3

    static func body(_ size: Size) -> Rect {
        Rect(width: size.columns, height: size.rows).cutTop(headRows).rest.cutBottom(footRows).rest
    }

    static func draw(_ console: Console, on surface: inout Surface) {
        let situation = console.situation
        drawTitle(situation, on: &surface)
        drawAlarms(situation, on: &surface)
        surface.horizontalLine(y: 2)
        if situation.person != nil { TelephoneStrip(situation, width: surface.width).draw(on: &surface, y: 2) }
        surface.horizontalLine(y: surface.height - footRows)
        surface.put(bar(console, width: surface.width), y: surface.height - 1)
    }

    /// The keys of whatever has them: the screen, or what lies over it.
    private static func bar(_ console: Console, width: Int) -> KeyBar {
        let situation = console.situation
        let say = { (key: String) in situation.say(key) }
        let isMet = { (need: Requirement) in console.top.isMet(need, situation) }
        guard let overlay = console.overlay else {
            return KeyBar(console.top.listing(situation), width: width, say: say, isMet: isMet)
        }
        return KeyBar(overlay.keys(situation), width: width, say: say, isMet: isMet)
    }

    /// Line 1: the hotline, the shift, who sits here, the time; and that the store
    /// is open. Where there is no room, the role goes first and then the name's end.
    private static func drawTitle(_ situation: Situation, on surface: inout Surface) {
        surface.fill(Rect(width: surface.width, height: 1), role: .title)
        let shift = shift(situation)
        let code = situation.person?.code ?? ""
        let long = right(situation, person: person(situation))
        let needed = cellWidth(of: situation.hotline.name) + cellWidth(of: shift) + 7
        let right = needed + cellWidth(of: long) <= surface.width ? long : right(situation, person: code)
        let used = min(surface.width, cellWidth(of: right))
        surface.put(right, x: surface.width - used, y: 0, role: .title, maxWidth: used)
        let room = max(0, surface.width - used - cellWidth(of: shift) - 6)
        let name = surface.put(situation.hotline.name, x: 1, y: 0, role: .title, maxWidth: room)
        surface.put(shift, x: name + 4, y: 0, role: .title, maxWidth: surface.width - used - name - 5)
    }

    private static func right(_ situation: Situation, person: String) -> String {
        [store(situation), person, situation.clock(situation.now)].filter { !$0.isEmpty }.joined(separator: "   ")
            + " "
    }

    private static func store(_ situation: Situation) -> String {
        if situation.about.isPractice { return situation.say("frame.practice") }
        return situation.about.isOpen ? situation.say("frame.open_store") : ""
    }

    private static func person(_ situation: Situation) -> String {
        guard let person = situation.person else { return "" }
        return "\(person.code) \(Glyph.dot) \(situation.say("role.\(person.roles.first?.rawValue ?? "operator")"))"
    }

    /// `day 08–20, 4 of 4 on`
    private static func shift(_ situation: Situation) -> String {
        guard situation.sees(.workShifts) || situation.sees(.planShifts) else { return "" }
        let on = situation.live.shiftsOn.filter {
            situation.hotline.operatorNamed($0.operatorCode)?.has(.operator) ?? false
        }
        guard let running = situation.hotline.answeringPattern(at: situation.now, zone: situation.zone)?.pattern
        else {
            return situation.say("frame.closed_hours", n: on.count)
        }
        return "\(situation.patternName(running.code)), "
            + situation.say("frame.on", ["on": String(on.count), "of": String(running.staff)])
    }

    struct Alarm {
        let text: String
        let role: TerminalUI.Role
    }

    /// Line 2: what must never be missed, the worst first.
    static func alarms(_ situation: Situation) -> [Alarm] {
        var alarms = [sos(situation), waiting(situation), uncovered(situation)].compactMap { $0 }
        let say = situation.say
        guard situation.sees(.readCounts) else { return alarms }
        alarms.append(
            Alarm(
                text: say("frame.today", n: situation.live.callsToday, ["sos": String(situation.live.sosToday)]),
                role: .faint))
        return alarms
    }

    private static func sos(_ situation: Situation) -> Alarm? {
        let say = situation.say
        let open = situation.live.escalations
        guard !open.isEmpty else { return nil }
        let waiting = open.filter { !$0.isAcknowledged }
        var text = "\(Glyph.alarm) \(say("frame.sos_open", n: open.count))"
        // How long the oldest has been open is said on every screen; once is enough.
        if let oldest = open.first, !situation.overdue.isEmpty || waiting.first != oldest {
            text += ", " + say("frame.sos_oldest", n: open.count, ["age": situation.age(since: oldest.raisedAt)])
        }
        if let oldest = situation.overdue.first {
            let late = oldest.raisedAt + .seconds(Int64(situation.hotline.settings.acknowledgeSeconds))
            text +=
                ", \(Glyph.overdue) "
                + say("frame.sos_overdue", n: situation.overdue.count, ["age": situation.age(since: late)])
        } else if let oldest = waiting.first {
            text +=
                ", "
                + say("frame.sos_unacknowledged", n: waiting.count, ["age": situation.age(since: oldest.raisedAt)])
        }
        return Alarm(text: text, role: waiting.isEmpty ? .warning : .alarm)
    }

    private static func waiting(_ situation: Situation) -> Alarm? {
        switch situation.queue.link {
        case .noSwitch: return nil
        case .down(let since):
            return Alarm(
                text: "\(Glyph.overdue) \(situation.say("frame.switch_down", ["age": situation.age(since: since)]))",
                role: .warning)
        case .up:
            guard let longest = situation.queue.longestWaiting else { return nil }
            let text = situation.say(
                "frame.waiting", n: situation.queue.waiting.count,
                ["longest": situation.duration(situation.now - longest.queuedAt)])
            return Alarm(text: text, role: .warning)
        }
    }

    private static func uncovered(_ situation: Situation) -> Alarm? {
        let uncovered = situation.live.uncovered
        guard let first = uncovered.first else { return nil }
        let age = situation.age(since: first.plannedStart)
        return Alarm(
            text: "\(Glyph.overdue) \(situation.say("frame.uncovered", n: uncovered.count, ["age": age]))",
            role: .warning)
    }

    private static func drawAlarms(_ situation: Situation, on surface: inout Surface) {
        var x = 1
        for alarm in alarms(situation) {
            guard x < surface.width else { return }
            // A count that is cut reads as another count: it waits for more room.
            if alarm.role == .faint, x + cellWidth(of: alarm.text) > surface.width { continue }
            x += surface.put(alarm.text, x: x, y: 1, role: alarm.role, maxWidth: surface.width - x) + 3
        }
    }

    /// On the line above the keys, so that nothing moves when it comes and goes;
    /// a long one lies over the end of the screen's own part, because what to do
    /// stands in its last words.
    static func drawNotice(_ console: Console, on surface: inout Surface) {
        guard let notice = console.notice else { return }
        let (mark, role) = look(of: notice.tone)
        let text = console.situation.text(of: notice)
        let lines = wrap(text, width: max(1, surface.width - 6)).prefix(noticeRowsMax)
        let top = surface.height - footRows - lines.count + 1
        for (place, line) in lines.enumerated() {
            let y = top + place
            if place < lines.count - 1 { surface.fill(Rect(y: y, width: surface.width, height: 1)) }
            let start = place == 0 ? " \(mark) " : "   "
            surface.put("\(start)\(line) ", x: 1, y: y, role: role, maxWidth: surface.width - 2)
        }
    }

    private static func look(of tone: Notice.Tone) -> (mark: Glyph, role: TerminalUI.Role) {
        switch tone {
        case .done: (.done, .good)
        case .hint: (.dot, .strong)
        case .warning: (.overdue, .warning)
        case .alarm: (.alarm, .alarm)
        }
    }
}
