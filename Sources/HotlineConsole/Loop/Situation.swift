import HotlineDomain
import HotlineStore
import HotlineSwitch
import Wording

/// What every screen may look at and none may change: who sits here, what is
/// open in the hotline, which language the screen speaks.
public struct Situation: Sendable {
    public var now: Instant
    public var language: Language
    public var about: Store.About
    public var hotline: Hotline
    /// Clock of the hotline's first line.
    public var zone: ZoneRules
    /// The clocks of the lines, by their code.
    public var zones: [String: ZoneRules] = [:]
    /// Who is signed in.
    public var person: Operator?
    public var live: Live
    public var myCalls: [Call] = []
    public var myShift: Shift?
    /// Whether the caller of the current call has called before.
    public var caller: Recognition?
    /// One's own tasks of the hotline that are due.
    public var myTasks: [EntryFile] = []
    /// Callers who wait, the longest waiting first; always empty for a line without a switch.
    public var queue = CallerQueue()
    /// What the operator's own telephone does.
    public internal(set) var telephone = Telephone()
    /// What was typed into forms and not saved.
    public var drafts: [DraftKey: Draft] = [:]
    /// Closed with one key since the operator sat down, and not taken back; the last one last.
    public var oneKeyCalls: [OneKeyCall] = []
    /// The pack that is being given, or was given last, since the operator sat down.
    public internal(set) var packWork: PackWork?
    /// How it stands with the server; nil where this desk works by itself.
    public internal(set) var ferry: FerryNote?
    /// Nil where nobody can write packs.
    public internal(set) var packPlace: PackPlace?

    public var say: Say { Say(language) }

    /// The call with the caller on the line, else the last one still to be written up.
    public var currentCall: Call? { Situation.current(of: myCalls) }
    static func current(of calls: [Call]) -> Call? {
        calls.last { $0.status.isLive } ?? calls.last { $0.status == .wrapUp }
    }
    public var liveCall: Call? { myCalls.last { $0.status.isLive } }

    public var overdue: [Escalation] { live.overdue(hotline.settings) }
    public var isOnShift: Bool { myShift?.status.isOn ?? false }

    public func has(_ role: HotlineDomain.Role) -> Bool { person?.has(role) ?? false }
    public func isMine(_ call: Call) -> Bool { call.operatorCode == person?.code }

    /// The lines a call can come in on today.
    public var linesOpen: [Line] { hotline.linesOpen(on: zone.date(at: now)) }

    /// Line, country and language a call is taken to have until somebody says otherwise.
    public func callDefaults(line code: String? = nil) -> (line: String, country: String?, language: String?) {
        let line = code.flatMap { hotline.line($0) } ?? linesOpen.first ?? hotline.lines.first
        return (line?.code ?? "", line?.countries.first, line?.languages.first)
    }

    public mutating func take(_ refreshed: Refreshed) {
        hotline = refreshed.hotline
        // Roles may have been given or taken meanwhile.
        if let code = person?.code { person = hotline.operatorNamed(code) ?? person }
        live = refreshed.live
        myCalls = refreshed.myCalls
        myShift = refreshed.myShift
        caller = refreshed.caller
        zones = refreshed.zones
        myTasks = refreshed.myTasks
        // Simulated callers come as events; without a switch there is no queue at all.
        if let told = refreshed.switchboard { queue = told.queue }
        telephone.take(refreshed.switchboard, person: person?.code, at: now)
    }
}

extension Situation {
    /// Says that somebody handed a caller over to who sits here.
    func callGiven(besides known: Set<CallID>) -> Notice? {
        let given = myCalls.first { call in
            call.status.isLive && !known.contains(call.id) && call.lastChanged.by != person?.code
        }
        return given.map {
            Notice(.warning, says: "call.given_to_you", ["number": $0.number, "by": $0.lastChanged.by])
        }
    }
}

// How times and codes are said.
extension Situation {
    public func clock(_ instant: Instant) -> String {
        let clock = zone.wallClock(at: instant)
        return say.clock(hour: clock.hour, minute: clock.minute)
    }

    /// The clock, with the day in front where it is not today.
    public func dayAndClock(_ instant: Instant) -> String {
        let date = zone.date(at: instant)
        return date == zone.date(at: now) ? clock(instant) : "\(shortDay(date)) \(clock(instant))"
    }

    /// For a column of a list: the clock today, the day with it this year, before that the date alone.
    public func dayOrClock(_ instant: Instant) -> String {
        let date = zone.date(at: instant)
        return date.year == zone.date(at: now).year ? dayAndClock(instant) : shortDay(date)
    }

    public func shortDay(_ date: BusinessDate) -> String {
        date.year == zone.date(at: now).year
            ? say.shortDayAndMonth(month: date.month, day: date.day)
            : say.shortDate(year: date.year, month: date.month, day: date.day)
    }

    /// A clock that runs.
    public func duration(_ span: Span) -> String { say.duration(seconds: Int(max(0, span.seconds))) }
    /// What was measured, and runs no more.
    public func length(_ span: Span) -> String { say.duration(seconds: Int(max(0, span.secondsRounded))) }
    public func age(since instant: Instant) -> String { say.age(seconds: Int((now - instant).seconds)) }

    public func recognised(_ known: Recognition) -> String { say.recognised(known, today: zone.date(at: now)) }

    public func label(_ list: ListID, _ code: String?) -> String {
        guard let code else { return "" }
        return CodeLists.list(list).code(code)?.label(language.rawValue) ?? code
    }

    /// `day 08–20`: a pattern with its hours.
    public func patternName(_ code: String?) -> String {
        guard let code, let pattern = hotline.pattern(code) else { return say("shift.no_pattern") }
        return "\(word(ofPattern: code)) \(hour(pattern.from))\u{2013}\(hour(pattern.to))"
    }

    /// Most hotlines have a morning and a night, and read them in their own language; what else there is goes by its code.
    private func word(ofPattern code: String) -> String {
        let key = "pattern.\(code)"
        return say.has(key) ? say(key) : code
    }

    private func hour(_ time: LocalTime) -> String {
        time.minute == 0 ? time.hour.padded(2) : time.description
    }

    private func role(_ code: String) -> String {
        HotlineDomain.Role(rawValue: code).map { say("role.\($0.rawValue)") } ?? code
    }

    public func text(of notice: Notice) -> String {
        var arguments = notice.arguments
        // Refusals name roles by their codes; people read their names.
        for name in ["roles", "allowed"] {
            arguments[name] = arguments[name].map { codes in
                codes.split(separator: ", ").map { role(String($0)) }.joined(separator: ", ")
            }
        }
        for (name, code) in notice.codes { arguments[name] = label(code.list, code.code) }
        guard let count = notice.count else { return say(notice.key, arguments) }
        return say(notice.key, n: count, arguments)
    }
}
