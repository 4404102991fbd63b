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
        /// From the most it has to say to the least that is still true.
        let forms: [String]
        let role: TerminalUI.Role

        var text: String { forms[0] }
    }

    /// Line 2: what must never be missed, the worst first.
    static func alarms(_ situation: Situation) -> [Alarm] {
        var alarms = [sos(situation), waiting(situation), uncovered(situation), server(situation)].compactMap { $0 }
        let say = situation.say
        guard situation.sees(.readCounts) else { return alarms }
        alarms.append(
            Alarm(
                forms: [say("frame.today", n: situation.live.callsToday, ["sos": String(situation.live.sosToday)])],
                role: .faint))
        return alarms
    }

    private static func sos(_ situation: Situation) -> Alarm? {
        let say = situation.say
        let open = situation.live.escalations
        guard !open.isEmpty else { return nil }
        let waiting = open.filter { !$0.isAcknowledged }
        let count = "\(Glyph.alarm) \(say("frame.sos_open", n: open.count))"
        var (oldest, late, brief) = ("", "", "")
        // How long the oldest has been open is said on every screen; once is enough.
        if let first = open.first, !situation.overdue.isEmpty || waiting.first != first {
            oldest = ", " + say("frame.sos_oldest", n: open.count, ["age": situation.age(since: first.raisedAt)])
        }
        if let first = situation.overdue.first {
            let since = first.raisedAt + .seconds(Int64(situation.hotline.settings.acknowledgeSeconds))
            let (n, age) = (situation.overdue.count, situation.age(since: since))
            late = ", \(Glyph.overdue) \(say("frame.sos_overdue", n: n, ["age": age]))"
            brief = ", \(Glyph.overdue) \(say("frame.sos_overdue.brief", n: n))"
        } else if let first = waiting.first {
            let age = situation.age(since: first.raisedAt)
            late = ", " + say("frame.sos_unacknowledged", n: waiting.count, ["age": age])
            brief = ", " + say("frame.sos_unacknowledged.brief", n: waiting.count)
        }
        return Alarm(
            forms: [count + oldest + late, count + late, count + brief], role: waiting.isEmpty ? .warning : .alarm)
    }

    private static func waiting(_ situation: Situation) -> Alarm? {
        switch situation.queue.link {
        case .noSwitch: return nil
        case .down(let since):
            let age = ["age": situation.age(since: since)]
            return Alarm(
                forms: [situation.say("frame.switch_down", age), situation.say("frame.switch_down.brief")].map {
                    "\(Glyph.overdue) \($0)"
                }, role: .warning)
        case .up:
            guard let first = situation.queue.longestWaiting else { return nil }
            let count = situation.queue.waiting.count
            let longest = ["longest": situation.duration(situation.now - first.queuedAt)]
            return Alarm(
                forms: [
                    situation.say("frame.waiting", n: count, longest), situation.say("frame.waiting.brief", n: count),
                ], role: .warning)
        }
    }

    private static func uncovered(_ situation: Situation) -> Alarm? {
        let uncovered = situation.live.uncovered
        guard let first = uncovered.first else { return nil }
        let age = situation.age(since: first.plannedStart)
        let forms = [
            situation.say("frame.uncovered", n: uncovered.count, ["age": age]),
            situation.say("frame.uncovered.brief", n: uncovered.count),
        ]
        return Alarm(forms: forms.map { "\(Glyph.overdue) \($0)" }, role: .warning)
    }

    /// Nothing is said of a server that is in reach.
    private static func server(_ situation: Situation) -> Alarm? {
        guard let note = situation.ferry else { return nil }
        let key = GlobalCommand.keys.row(for: .server)?.keys.first?.description ?? ""
        let words = ServerWords(situation.say) { situation.dayAndClock($0) }
        let forms = words.line(of: note, key: key)
        return forms.isEmpty ? nil : Alarm(forms: forms.map { "\(Glyph.overdue) \($0)" }, role: .warning)
    }

    private static func drawAlarms(_ situation: Situation, on surface: inout Surface) {
        let alarms = alarms(situation)
        let said = fitted(alarms.filter { $0.role != .faint }, width: surface.width - 1)
        var x = 1
        for (alarm, text) in said + alarms.filter({ $0.role == .faint }).map({ ($0, $0.text) }) {
            guard x < surface.width else { return }
            // A count that is cut reads as another count: it waits for more room.
            if alarm.role == .faint, x + cellWidth(of: text) > surface.width { continue }
            x += surface.put(text, x: x, y: 1, role: alarm.role, maxWidth: surface.width - x) + gap
        }
    }

    private static let gap = 3

    /// What there is room for of each: step by step they say less, the least urgent first. Cut, an alarm could
    /// read as another one.
    private static func fitted(_ alarms: [Alarm], width: Int) -> [(Alarm, String)] {
        var forms = alarms.map { _ in 0 }
        func needed() -> Int {
            zip(alarms, forms).reduce(-gap) { $0 + cellWidth(of: $1.0.forms[$1.1]) + gap }
        }
        for step in 1..<max(2, alarms.map(\.forms.count).max() ?? 0) {
            for place in alarms.indices.reversed() where needed() > width && alarms[place].forms.count > step {
                forms[place] = step
            }
        }
        return zip(alarms, forms).map { ($0, $0.forms[$1]) }
    }

    /// In the rule above the keys, so that nothing moves when it comes and goes. A long
    /// one takes the rule up with it, over the end of the screen's own part, because
    /// what to do stands in its last words.
    static func drawNotice(_ console: Console, on surface: inout Surface) {
        guard let notice = console.notice else { return }
        let (mark, role) = look(of: notice.tone)
        let text = console.situation.text(of: notice)
        let lines = wrap(text, width: max(1, surface.width - 6)).prefix(noticeRowsMax)
        let top = surface.height - footRows - lines.count + 1
        for (place, line) in lines.enumerated() {
            let y = top + place
            if place == 0 {
                surface.horizontalLine(y: y)
            } else {
                surface.fill(Rect(y: y, width: surface.width, height: 1))
            }
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
