import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

/// What was told as done: what an event says, wherever it is written down.
struct ToldEvent: Hashable {
    let subject: Subject
    let stamp: Stamp
    let body: String

    init(_ entry: JournalEntry) {
        subject = entry.subject
        stamp = entry.stamp
        body = entry.body
    }

    static func all(_ store: Store, after head: Int64 = 0, node: Int64? = nil) throws -> [ToldEvent] {
        try store.engine.read { connection in
            let rows =
                if let node {
                    try connection.all(
                        "SELECT \(JournalEntry.columns) FROM event WHERE node = $1 AND sequence > $2",
                        [.integer(node), .integer(head)]
                    ) { JournalEntry($0) }
                } else {
                    try connection.all("SELECT \(JournalEntry.columns) FROM event") { JournalEntry($0) }
                }
            return rows.compactMap { $0.map(ToldEvent.init) }
        }
    }

    static func tally(_ all: [ToldEvent]) -> [ToldEvent: Int] { Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +) }
}

/// What people do, and what becomes of desks and the server.
extension HouseOfDesks {
    /// The house with five desks that joined it.
    static let template = Result {
        let house = try Sample.together(desks: 1)[0]
        // What two desks may be at without seeing each other, from the first act on.
        var acts = RandomActs(seed: 1)
        for number in 1...10 { try acts.act(in: house, at: start - .hours(1) + .minutes(Int64(number))) }
        let marks = try (1...5).map {
            try house.enrol("desk \($0)", token: "desk \($0)", by: "99", at: start - .hours(1)).mark
        }
        let desks = try marks.map { mark in
            let desk = try Sample.desk(mark.number, of: house)
            try house.ship(to: desk)
            return try StoreRows(desk)
        }
        return Template(house: try StoreRows(house), desks: desks, events: try ToldEvent.all(house))
    }

    struct Template: Sendable {
        let house: StoreRows
        let desks: [StoreRows]
        let events: [ToldEvent]
    }

    // MARK: - Work

    mutating func act(_ desk: Int) throws {
        guard desks[desk].isUp else { return }
        let store = desks[desk].store
        try noting(store, at: clock(desks[desk])) { try $0.act(in: store, at: $1) }
        try tell(.written(store.heads()), desk)
    }

    mutating func houseAct() throws {
        guard isServerUp else { return }
        let server = server
        try noting(server, at: HouseOfDesks.start + Span(milliseconds: now)) { try $0.act(in: server, at: $1) }
        for desk in desks.indices { expect(.bell(desk), in: 3) }
    }

    /// What is done in it is told as done from here on.
    private mutating func noting(
        _ store: Store, at now: Instant, _ work: (inout RandomActs, Instant) throws -> Void
    ) throws {
        let node = store.engine.node
        let before = try store.heads()[node]
        try work(&acts, now)
        told += try ToldEvent.all(store, after: before, node: node)
    }

    // MARK: - Going away and coming back

    mutating func kill(_ desk: Int) {
        desks[desk].isUp = false
        desks[desk].life += 1
        desks[desk].awaited = nil
        desks[desk].wakesAt = nil
    }

    mutating func begin(_ desk: Int) throws {
        // In the month that nobody is there nobody begins.
        guard !desks[desk].isUp, isHealed || now <= HouseOfDesks.window else { return }
        desks[desk].store = try opened(desks[desk].store)
        desks[desk].ferry = try ferry(desks[desk].store, desk + 10 * desks[desk].life)
        desks[desk].isUp = true
        try wake(desk, desks[desk].life)
    }

    /// Whoever takes over has not heard of what was written last.
    mutating func standbyTakesOver() throws {
        guard let standby else { return }
        let lost = server
        server = try store("standby", node: 1, standby)
        isServerUp = false
        agenda.drop {
            switch $0 {
            case .arrives, .answered: true
            default: false
            }
        }
        // What nobody has is told of by nobody.
        let (kept, gone) = (try server.heads(), try lost.heads())
        for node in gone.sequences.keys.sorted() where gone[node] > kept[node] {
            let known = try desks.reduce(kept[node]) { max($0, try $1.store.heads()[node]) }
            for event in try ToldEvent.all(lost, after: known, node: node) {
                if let place = told.lastIndex(of: event) { told.remove(at: place) }
            }
        }
        if beginsTerms { try beginTerm() }
    }

    /// Opened anew, as a server's programs are.
    private mutating func beginTerm() throws {
        var chance = SeededChance(state: 1)
        let term = try server.engine.write { try HouseTerm.begin(at: "second", $0, &chance) }
        server = try store("second", node: term.nodes.lowerBound, StoreRows(server))
    }

    mutating func setClock(_ desk: Int) {
        desks[desk].clockOff = Span(
            milliseconds: desks[desk].clockOff.milliseconds - Int64(1 + acts.number(3_600_000)))
        desks[desk].isClockSet = true
    }

    mutating func heal() throws {
        (isCut, isFullThere, isFullHere) = (false, false, false)
        if !isServerUp {
            server = try opened(server)
            isServerUp = true
        }
        isHealed = true
        for desk in desks.indices { try begin(desk) }
    }

    // MARK: - Two by one name

    mutating func copy(_ desk: Int) throws {
        guard desks[desk].isUp, desks[desk].twin == nil else { return }
        let original = desks[desk].store
        let store = try store("copy", node: original.engine.node, StoreRows(original))
        desks[desk].twin = desks.count
        // Where the one's clock was set back, so is the other's, more or less.
        let set = desks[desk].isClockSet ? desks[desk].clockOff : .zero
        let clockOff = Span(milliseconds: Int64(acts.number(240_001)) - 120_000) + set
        desks.append(
            Desk(
                name: "copy of \(desks[desk].name)", store: store, ferry: try ferry(store, 90),
                clockOff: clockOff, isClockSet: desks[desk].isClockSet, twin: desk))
        expect(.wake(desks.count - 1, life: 0), in: 1)
        for _ in 0..<(1 + acts.number(4)) {
            expect(.act(acts.number(2) == 0 ? desk : desks.count - 1), in: Int64(acts.number(60_000)))
        }
    }

    /// Somebody reads that two go by one name, and lets one of them join again.
    mutating func isForked(_ desk: Int) {
        guard desks[desk].twin != nil else { return }
        expect(.joinAgain(desk), in: 20_000)
    }

    mutating func joinAgain(_ desk: Int) throws {
        guard let twin = desks[desk].twin else { return }
        guard desks[desk].isUp, isServerUp, !isCut else { return expect(.joinAgain(desk), in: 20_000) }
        let old = desks[desk].store
        // Nothing of what it sent before is under way any more: a line's end takes it along.
        agenda.drop {
            if case .arrives(let letter) = $0 { letter.desk == desk } else { false }
        }
        let before = try server.heads()[server.engine.node]
        let (mark, _) = try old.joinAgain(
            at: server, name: "again", address: "server", by: "99",
            at: HouseOfDesks.start + Span(milliseconds: now))
        told += try ToldEvent.all(server, after: before, node: server.engine.node)
        kill(desk)
        desks[desk].store = try store("again", node: mark.mark.nodes.lowerBound, StoreRows(old))
        try desks[desk].store.rebuild()
        (desks[desk].twin, desks[twin].twin) = (nil, nil)
        try begin(desk)
    }

    // MARK: - In the end

    private func numberGivenTwice() throws -> String? {
        try server.engine.read { connection in
            try [CallTable.name, CaseTable.name, ReferralTable.name].lazy.compactMap { table in
                try connection.first("SELECT number FROM \(table) GROUP BY number HAVING count(*) > 1") { $0.text(0) }
            }.first
        }
    }

    /// Everywhere the same, all of it sound, nothing lost and nothing there twice; else what is not so.
    func faults(all: Bool) throws -> [String] {
        let stores = [server] + desks.map(\.store)
        var faults = Array(oddities)
        if try stores.digests().count > 1 { faults.append("the stores tell different things") }
        let wanted = ToldEvent.tally(try HouseOfDesks.template.get().events + told)
        for (place, store) in stores.enumerated() {
            let found = ToldEvent.tally(try ToldEvent.all(store))
            let lost = wanted.filter { found[$0.key, default: 0] < $0.value }.map(\.key)
            let more = found.filter { wanted[$0.key, default: 0] < $0.value }.map(\.key)
            if let one = lost.first { faults.append("store \(place) lost \(lost.count): \(one)") }
            if let one = more.first { faults.append("store \(place) has \(more.count) too many: \(one)") }
            // Where all tell the same, one that is sound against its own recount stands for the others.
            guard all || place == Int(seed / 4 % UInt64(stores.count)) else { continue }
            let findings = try store.findings()
            if !findings.isEmpty { faults.append("store \(place) is not sound: \(findings.prefix(5))") }
        }
        if !troubles.contains(.copy), let number = try numberGivenTwice() {
            faults.append("\(number) is said of two")
        }
        for desk in desks {
            let note = note(desk)
            // An answer that was half a minute on its way makes a clock look so much more wrong.
            let off = abs(desk.clockOff.milliseconds)
            let isClockTold =
                desk.isClockSet || (25_000...95_000).contains(off) || (note.clockOff != nil) == (off > 60_000)
            if !isQuiet(desk) || !isClockTold { faults.append("\(desk.name) says \(note)") }
        }
        return faults
    }
}
