import HotlineDomain
import Testing

@testable import HotlineStore

/// One history of a hotline's desks and the server where they meet, all of it
/// from one seed: what people do, what the network loses, doubles, delays and
/// garbles, who goes away and comes back, whose clock is wrong. Its own clock
/// goes from one happening to the next.
struct HouseOfDesks {
    /// What may go wrong in a history; most have some of it.
    enum Trouble: CaseIterable {
        /// Letters are lost, come twice, come late and in another order.
        case losing, doubling, dawdling
        /// Nobody reaches the server for a while.
        case cut
        /// The server ends, and begins again with all it had.
        case restart
        /// A standby that is behind takes the server's place.
        case standby
        /// The server has no room; a desk has none for what others wrote.
        case fullThere, fullHere
        /// A desk's program ends at once, and is begun again.
        case kill
        /// A desk's file is copied, and both are worked in.
        case copy
        /// Somebody on the way changes what is in a letter.
        case garbling
        /// Somebody works at the server itself.
        case houseWork
        /// A desk's clock is set back.
        case clockSet
        /// A desk is off for a month, and for the rest of it nobody else is there either.
        case month
    }

    struct Desk {
        let name: String
        var store: Store
        var ferry: Ferry
        /// Its clock is so far from the right one.
        var clockOff: Span
        /// It was set since somebody compared it.
        var isClockSet = false
        var isUp = true
        /// Programs of it so far: an answer to an earlier one reaches nobody.
        var life = 0
        /// What its ferry waits for an answer to.
        var awaited: Int?
        var wakesAt: Int64?
        /// Of two that go by one name, the other.
        var twin: Int?
    }

    /// What is on its way at a moment, in the order of their times.
    enum Happening {
        case act(Int), houseAct
        case wake(Int, life: Int)
        case arrives(Letter), answered(Answer), givesUp(Int, ticket: Int)
        case bell(Int)
        case cut(Bool), serverEnds, serverBegins, fallsBehind, standbyTakesOver
        case full(there: Bool, here: Bool)
        case kill(Int), begin(Int), copy(Int), joinAgain(Int)
        case clockSet(Int), monthBegins, heal
    }

    let seed: UInt64
    var acts: RandomActs
    let troubles: Set<Trouble>
    let shelf: EngineShelf
    var server: Store
    var desks: [Desk] = []
    /// Milliseconds since the history began.
    var now: Int64 = 0
    var agenda = Agenda<Happening>()
    var tickets = 0
    private var openings: UInt64 = 0

    var isServerUp = true
    var isCut = false
    var isFullThere = false
    var isFullHere = false
    var isHealed = false
    /// So long after everything is well again, everybody has to have everything.
    var patience: Int64 = 30 * 60_000
    var healsAt = HouseOfDesks.window
    /// Whether a server that takes another's place begins a term of its own.
    var beginsTerms = true
    /// Whether desk and server compare how their chains end, and not only where.
    var comparesHashes = true
    /// What a standby has that is behind.
    var standby: StoreRows?
    /// What was told as done, by whoever did it.
    var told: [ToldEvent] = []
    /// Each rule by which something was refused, and how often.
    var refusals: [String: Int] = [:]

    /// What nobody was to say.
    var oddities: Set<String> = []

    static let start = Sample.at("2009-09-14", "08:00")
    static let window: Int64 = 2 * 60_000

    init(seed: UInt64, shelf: EngineShelf) throws {
        self.seed = seed
        self.shelf = shelf
        var acts = RandomActs(seed: seed)
        let template = try HouseOfDesks.template.get()
        var troubles = Set(Trouble.allCases.filter { _ in acts.number(3) == 0 })
        // What a lost server had told, and what one node wrote twice, is told apart by nobody.
        if troubles.contains(.standby) { troubles.remove(.copy) }
        self.troubles = troubles
        server = try shelf.store("server", node: 1, template.house, isOften: true, SeededChance(state: ~seed))
        let number = acts.one([2, 2, 2, 2, 2, 3, 3, 4, 5])
        self.acts = acts
        for number in 1...number { try addDesk(number, template.desks[number - 1]) }
        plan()
    }

    private mutating func addDesk(_ number: Int, _ rows: StoreRows) throws {
        let store = try store("desk", node: DeskMark(number)!.nodes.lowerBound, rows, isOften: true)
        let off = acts.number(3) == 0 ? Span(milliseconds: Int64(acts.number(240_001)) - 120_000) : .zero
        desks.append(
            Desk(name: "desk \(number)", store: store, ferry: try ferry(store, number), clockOff: off))
    }

    mutating func store(_ name: String, node: Int64, _ rows: StoreRows, isOften: Bool = false) throws -> Store {
        try shelf.store(name, node: node, rows, isOften: isOften, beginning())
    }

    /// By another program than before.
    mutating func opened(_ store: Store) throws -> Store {
        try Store.open(store.engine, chance: beginning()) { _ in Sample.zone }
    }

    /// Where the ids of a store begin that is opened.
    private mutating func beginning() -> SeededChance {
        openings += 1
        return SeededChance(state: ~seed &+ openings << 32)
    }

    func ferry(_ store: Store, _ number: Int) throws -> Ferry {
        var waits = FerryWaits()
        waits.eventsMax = 1 + Int(seed % 7) * 3
        return Ferry(here: try store.heads(), seed: seed &+ UInt64(number), waits: waits)
    }

    // MARK: - What is to happen

    mutating func expect(_ what: Happening, in milliseconds: Int64) {
        agenda.add(what, at: now + milliseconds)
    }

    private mutating func sometime() -> Int64 { Int64(acts.number(Int(HouseOfDesks.window))) }

    private mutating func plan() {
        for desk in desks.indices { expect(.wake(desk, life: 0), in: Int64(acts.number(2_000))) }
        for _ in 0..<(2 + acts.number(6)) { expect(.act(acts.number(desks.count)), in: sometime()) }
        if troubles.contains(.houseWork) {
            for _ in 0..<(1 + acts.number(3)) { expect(.houseAct, in: sometime()) }
        }
        planTroubles()
        if troubles.contains(.month) {
            expect(.kill(acts.number(desks.count)), in: sometime() / 2)
            expect(.monthBegins, in: HouseOfDesks.window)
            healsAt += 30 * 24 * 60 * 60_000
        }
        expect(.heal, in: healsAt)
    }

    private mutating func planTroubles() {
        let spell = 5_000 + Int64(acts.number(60_000))
        let from = sometime()
        if troubles.contains(.cut) {
            expect(.cut(true), in: from)
            expect(.cut(false), in: from + spell)
        }
        if troubles.contains(.restart) {
            let at = sometime()
            expect(.serverEnds, in: at)
            expect(.serverBegins, in: at + spell)
        }
        if troubles.contains(.standby) {
            let at = sometime()
            let behind = Int64(acts.number(Int(at) + 1))
            expect(.fallsBehind, in: behind)
            expect(.standbyTakesOver, in: at)
            expect(.serverBegins, in: at + 1_000)
            if troubles.contains(.houseWork) {
                // What desks hear of and the standby does not, and what is done before any desk is back.
                expect(.houseAct, in: behind + (at - behind) / 2)
                for _ in 0..<2 { expect(.houseAct, in: at + 1_001) }
            }
        }
        if !troubles.isDisjoint(with: [.fullThere, .fullHere]) {
            expect(.full(there: troubles.contains(.fullThere), here: troubles.contains(.fullHere)), in: from)
            expect(.full(there: false, here: false), in: from + spell)
        }
        if troubles.contains(.kill) {
            let (desk, at) = (acts.number(desks.count), sometime())
            expect(.kill(desk), in: at)
            expect(.begin(desk), in: at + spell)
        }
        if troubles.contains(.clockSet) { expect(.clockSet(acts.number(desks.count)), in: sometime()) }
        if troubles.contains(.copy) { expect(.copy(acts.number(desks.count)), in: sometime()) }
    }

    // MARK: - From one happening to the next

    /// Until everything happened and everybody has everything.
    mutating func run() throws {
        while let (at, what) = agenda.next() {
            now = at
            try take(what)
            if isHealed, try isSettled() { return }
            guard now < healsAt + patience else { break }
        }
        throw Unsettled(said: (oddities.sorted() + desks.map { "\($0.name): \(note($0))" }).joined(separator: "\n"))
    }

    struct Unsettled: Error { let said: String }

    private mutating func take(_ what: Happening) throws {
        switch what {
        case .act(let desk): try act(desk)
        case .houseAct: try houseAct()
        case .wake(let desk, let life): try wake(desk, life)
        case .arrives(let letter): try arrive(letter)
        case .answered(let answer): try take(answer)
        case .givesUp(let desk, let ticket): try giveUp(desk, ticket)
        case .bell(let desk):
            if desks[desk].isUp { try tell(.bell, desk) }
        case .cut(let isCut): self.isCut = isCut
        case .serverEnds: isServerUp = false
        case .serverBegins:
            guard !isServerUp else { return }
            server = try opened(server)
            isServerUp = true
        case .fallsBehind: standby = try StoreRows(server)
        case .standbyTakesOver: try standbyTakesOver()
        case .full(let there, let here): (isFullThere, isFullHere) = (there, here)
        case .kill(let desk): kill(desk)
        case .begin(let desk): try begin(desk)
        case .copy(let desk): try copy(desk)
        case .joinAgain(let desk): try joinAgain(desk)
        case .clockSet(let desk): setClock(desk)
        case .monthBegins: for desk in desks.indices { kill(desk) }
        case .heal: try heal()
        }
    }

    /// Nothing is on its way, and nobody lacks anything.
    private mutating func isSettled() throws -> Bool {
        guard desks.allSatisfy({ $0.isUp && $0.awaited == nil && $0.ferry.isEven && isQuiet($0) }) else {
            return false
        }
        let heads = try server.heads()
        return try desks.allSatisfy { desk in
            try desk.store.heads() == heads && desk.store.comparable(to: server).fork == nil
        }
    }

    func clock(_ desk: Desk) -> Instant { HouseOfDesks.start + Span(milliseconds: now) + desk.clockOff }
    func moment(_ desk: Desk) -> FerryMoment { FerryMoment(wall: clock(desk), steady: Span(milliseconds: now)) }

    /// Nothing is said at the desk but how wrong its clock is.
    func isQuiet(_ desk: Desk) -> Bool {
        let note = note(desk)
        return note.refused.isEmpty && note.away == nil && note.ailing == nil
    }

    func note(_ desk: Desk) -> FerryNote { desk.ferry.note(at: moment(desk), evenAt: nil) }
}
