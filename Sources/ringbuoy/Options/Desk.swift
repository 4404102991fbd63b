import HotlineDomain
import HotlineProfiles
import HotlineStore

/// An open store at the moment of the command.
struct Desk {
    /// As people are told of it.
    let path: String
    let engine: any Engine
    let store: Store
    let hotline: Hotline
    let now: Instant
    let identity: Identity

    init(opening path: String, identity: Identity = Identity()) throws {
        let place = StorePlace(path)
        try self.init(place.shown, place.open(mayOnlyRead: true), identity) { engine in
            try Store.open(engine, zoneNamed: { try ZoneRules.named($0) })
        }
    }

    /// For whoever carries the store away or makes it another desk's: nobody else works in it, and one that
    /// was left half way is opened too.
    init(leaving place: StorePlace, identity: Identity = Identity()) throws {
        try self.init(place.shown, place.openAlone(), identity) { engine in
            try Store.open(engine, isOnTheWay: true, zoneNamed: { try ZoneRules.named($0) })
        }
    }

    /// Makes anew what can be, before the store is opened.
    static func rebuild(_ path: String) throws {
        let engine = try StorePlace(path).open()
        defer { engine.close() }
        do {
            try Store.open(engine, toRebuild: true, zoneNamed: { try ZoneRules.named($0) }).rebuild()
        } catch let error as StoreError {
            throw error.naming(StorePlace(path).shown)
        }
    }

    /// Makes the store with this hotline in it, and says how many shifts were
    /// planned. Of several that are made at once in one place, the first wins
    /// and the others are refused.
    static func making(
        _ path: String, _ hotline: Hotline, _ protection: Protection
    ) throws -> (desk: Desk, planned: Int) {
        var planned = 0
        let place = StorePlace(path)
        let desk = try Desk(place.shown, place.make(), Identity()) { engine in
            let made = try Store.setUp(
                engine, hotline: hotline, protection, at: Clock.now, zoneNamed: { try ZoneRules.named($0) })
            planned = made.planned
            return made.store
        }
        return (desk, planned)
    }

    private init(
        _ path: String, _ engine: any Engine, _ identity: Identity, _ open: (any Engine) throws -> Store
    ) throws {
        self.path = path
        self.identity = identity
        self.engine = engine
        do {
            store = try open(engine)
        } catch let error as StoreError {
            throw error.naming(path)
        }
        hotline = try store.hotline()
        now = Clock.now
    }

    /// What the names of files that belong to it here begin with.
    var ownFiles: String { engine.ownFiles ?? path }

    /// For whoever stays: on a full disk a store that is read is closed to
    /// everybody else, and who makes room must be able to work again.
    func staying() throws -> Desk {
        if engine.onlyReads { throw StoreError.diskFull(path: path) }
        return self
    }

    /// The same store a while later: its hotline may be another by now.
    func again() throws -> Desk { try Desk(path, engine, store, identity) }

    /// The same desk for an act that is done in another store.
    func at(_ house: Store) throws -> Desk { try Desk(path, house.engine, house, identity) }

    private init(_ path: String, _ engine: any Engine, _ store: Store, _ identity: Identity) throws {
        self.path = path
        self.engine = engine
        self.store = store
        self.identity = identity
        hotline = try store.hotline()
        now = Clock.now
    }

    @discardableResult
    func perform(_ commands: [Command], by actor: String) throws -> [Event] {
        // The program itself plans and sets up; anybody else has to be who they say.
        if actor != Stamp.systemCode { try identity.prove(actor, self) }
        return try store.perform(commands, by: actor, at: now)
    }

    /// Who acts where nobody is named: whoever came in; in an open store that
    /// nobody was named to, the program.
    var person: String { signedIn ?? identity.person ?? Stamp.systemCode }

    /// Refuses what is not the duty of whoever came in; an open store believes
    /// that whoever names nobody may.
    func require(_ duty: Duty) throws {
        guard person != Stamp.systemCode else { return }
        guard let who = hotline.operatorNamed(person) else {
            let known = hotline.operators.map(\.code).joined(separator: ", ")
            throw Refusal(HotlineRule.unknownActor, ["operator": person, "known": known])
        }
        try who.require(duty)
    }

    /// Whether it is the duty of whoever came in.
    func may(_ duty: Duty) -> Bool {
        person == Stamp.systemCode || hotline.operatorNamed(person)?.may(duty) == true
    }

    /// Before anything of it is shown: who looked is in the journal.
    func look(at subject: Subject) throws {
        try store.perform([.access(.view(subject))], by: person, at: now)
    }

    /// Who signed in; nobody has to in an open store.
    var signedIn: String? {
        if case .signedIn(let code) = store.access { code } else { nil }
    }

    func newID<Kind>(_ kind: Kind.Type) -> ID<Kind> { store.newID(kind, at: now) }

    func written(_ text: String?) -> Written? { text.map { store.written($0, at: now) } }

    /// A line the hotline has, or had when calls came in on it.
    func line(_ code: String) throws -> String {
        if hotline.line(code) != nil { return code }
        guard try store.calls(CallFilter(line: code), limit: 1).calls.isEmpty else { return code }
        throw Refusal(CallRule.unknownLine, ["line": code, "known": hotline.knownLines])
    }

    /// Somebody who works here or did.
    func operatorCode(_ code: String) throws(Refusal) -> String {
        if hotline.operatorNamed(code) != nil { return code }
        throw Refusal(HotlineRule.unknownActor, ["operator": code, "known": hotline.knownOperators])
    }

    /// The shift this operator is on.
    func ownShift(of code: String) throws -> Shift {
        if let shift = try store.currentShift(of: code) { return shift }
        throw Refusal(ShiftRule.notOn, ["operator": code, "date": "\(try today)"])
    }

    /// The rules of a line's clock; of the hotline's own where there is no such line.
    func zone(ofLine code: String) throws -> ZoneRules {
        try store.zone(hotline.line(code)?.zone ?? hotline.zone)
    }

    func zone() throws -> ZoneRules { try store.zone(hotline.zone) }

    var today: BusinessDate {
        get throws { hotline.businessDate(of: now, zone: try zone()) }
    }

    /// Every provider that has places, as it is today.
    func occupancies() throws -> [String: Occupancy] { try store.occupancies(on: today) }
}

extension StoreError {
    /// The store does not know the name its file goes by; a person asks for it.
    fileprivate func naming(_ path: String) -> StoreError {
        switch self {
        case .notAStore(path: ""): .notAStore(path: path)
        case .exists(path: ""): .exists(path: path)
        case .unfinished(path: ""): .unfinished(path: path)
        default: self
        }
    }
}
