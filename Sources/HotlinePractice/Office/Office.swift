import HotlineDomain
import HotlineStore

/// The people of the practice year at work: they sign on and off, answer, hand
/// over and follow up, each act a command at its moment, judged by the engine
/// like anybody's. Time goes only forward.
struct Office {
    typealias Act = (inout Office, inout Store.Batch) throws -> Void

    let store: Store
    let hotline: Hotline
    let zone: ZoneRules
    let phrases = PhraseBook()
    var chance: Chance
    /// For what was added to the year beside its calls, which stay as they are drawn.
    var house: Chance
    var agenda = Agenda<Act>()
    /// The moment of the act being done.
    private(set) var now: Instant
    /// Whatever is begun is brought to its end by then.
    let deadline: Instant

    /// Shifts by business date, as planned and as they went.
    var posts: [BusinessDate: [Post]] = [:]
    var absences: [BusinessDate: YearPlan.Absence] = [:]
    /// Operators with a caller on the line or a call to write up.
    var engaged: Set<String> = []
    /// Items a shift left parked, for the next shift of its kind.
    var parked: [Post.Kind: [(HandoverID, Int)]] = [:]
    /// Who has an escalation in hand, or is to take it.
    var holders: [EscalationID: String] = [:]
    /// The latest case opened, for SOS that belong to a case there is.
    var latestCase: CaseID?

    static let line = "tn"
    static let supervisor = "91"

    init(store: Store, hotline: Hotline, zone: ZoneRules, chance: Chance, house: Chance, opening: Instant) {
        self.store = store
        self.hotline = hotline
        self.zone = zone
        self.chance = chance
        self.house = house
        now = opening
        deadline = zone.instant(PracticeYear.lastDate, secondsOfDay: 16 * 3600)
    }

    /// Does everything that is due before this moment, in one transaction.
    mutating func work(until limit: Instant) throws {
        try store.batch { batch in
            while let (at, act) = agenda.next(before: limit) {
                now = max(now, at)
                try act(&self, &batch)
            }
        }
    }

    mutating func later(_ at: Instant, _ act: @escaping Act) { agenda.enter(act, at: max(at, now)) }

    mutating func after(_ seconds: Int, _ act: @escaping Act) { later(now + .seconds(Int64(seconds)), act) }

    @discardableResult
    mutating func perform(
        _ commands: [Command], by code: String, _ batch: inout Store.Batch
    ) throws -> [Event] {
        let events = try batch.perform(commands, by: code, at: now)
        for case .escalation(let id, let event) in events { note(event, of: id, by: code) }
        return events
    }

    /// Who an escalation is with.
    private mutating func note(_ event: EscalationEvent, of id: EscalationID, by code: String) {
        switch event {
        case .assigned(let to), .reassigned(let to): holders[id] = to
        case .acknowledged: holders[id] = code
        case .resolved: holders[id] = nil
        case .assessed, .raised, .kept, .reopened: break
        }
    }

    func id<Kind>(_ kind: Kind.Type = Kind.self) -> ID<Kind> { store.newID(kind, at: now) }
    func written(_ text: String?) -> Written? { text.map { store.written($0, at: now) } }

    /// A phrase in the language this person writes in.
    mutating func phrase(_ about: String, by code: String) -> Written? {
        let language: PhraseBook.Language = ["02", "04", "52"].contains(code) ? .ro : code == "91" ? .en : .ru
        return written(phrases.phrase(about, in: language, &chance))
    }

    var today: BusinessDate { zone.date(at: now) }
    var hour: Int { zone.wallClock(at: now).hour }

    /// A moment of office hours on the first workday from this date on.
    mutating func officeHours(from date: BusinessDate) -> Instant {
        var date = date
        while [.saturday, .sunday].contains(date.weekday) { date = date + 1 }
        return zone.instant(date, secondsOfDay: chance.number(9 * 3600 + 1200...16 * 3600 + 1200))
    }

    /// This moment, or where it falls into the night the next morning; never
    /// so late that something would be left undone.
    mutating func waking(_ moment: Instant) -> Instant {
        let clock = zone.wallClock(at: moment)
        var at = moment
        if clock.hour >= 22 { at = zone.instant(clock.date + 1, secondsOfDay: chance.number(9 * 3600...11 * 3600)) }
        if clock.hour < 8 { at = zone.instant(clock.date, secondsOfDay: chance.number(9 * 3600...11 * 3600)) }
        return min(at, max(deadline, now + .minutes(2)))
    }
}
