import HotlineDomain

/// A shipment that is taken in, within one transaction: its chains are proven
/// event by event, the things that it tells of are folded anew where something
/// came in between, and what travels beside the journal follows.
struct Arrival {
    let store: Store
    let connection: any Connection
    let shipment: Shipment
    let codec = EventCodec()

    /// Where each node's chain ends by now.
    private var heads: [Int64: Head] = [:]
    /// Events that were not known before, in the order of the shipment.
    private(set) var new: [JournalEntry] = []
    /// What they tell.
    private(set) var told = Told()
    /// Of those, by place: what an event may build on without being looked up.
    private var ticks: [EventPlace: (tick: Int64, subject: Subject)] = [:]
    /// What there was of each thing before.
    private(set) var sights: [Subject: Sight] = [:]
    /// What became of the things that were told of.
    var changes = Changes()
    private(set) var erased = Erased()

    private struct Head {
        var sequence: Int64
        var hash: [UInt8]
        /// The highest id that the node is known to have made.
        var lastID: Int64
        var isNew: Bool
        var isMoved = false
    }

    init(_ store: Store, _ connection: any Connection, _ shipment: Shipment) {
        self.store = store
        self.connection = connection
        self.shipment = shipment
    }

    var hotline: Int64 { store.hotlineID }

    /// - Parameter told: what the shipment's events tell, in their order.
    mutating func take(_ told: [Event?]) throws -> Receipt {
        try checkOrigin()
        for (event, told) in zip(shipment.events, told) { try take(event, told) }
        guard !new.isEmpty else { return Receipt(events: 0, subjects: [], nodes: []) }
        for (subject, entries) in things() { try fold(subject, entries) }
        try changes.write(connection, hotline: hotline, desk: store.numbersMark)
        try takeCompanions()
        try closeChains()
        if !erased.isEmpty { try Store.markTraces(traces, connection) }
        return Receipt(events: new.count, subjects: changes.subjects, nodes: Set(new.map(\.node)).sorted())
    }

    /// What tells this erasing from others.
    private var traces: String { new.last.map { "\($0.node)-\($0.sequence)" } ?? "" }

    mutating func leaveTraces() { erased.leaveTraces() }
    mutating func add(erasures: [Event]) { erased.add(erasures) }

    private func checkOrigin() throws {
        let own = try Store.origin(connection, openKey: nil)
        let other = shipment.origin
        guard other.founding == own.founding else { throw Refusal(ShipmentRule.otherHotline) }
        guard other.schema <= own.schema else { throw Refusal(ShipmentRule.newerRelease, ["desk": "-"]) }
        guard other.keyMark == own.keyMark else { throw Refusal(ShipmentRule.keyTurned) }
    }

    // MARK: - Chains

    private mutating func take(_ event: ShippedEvent, _ told: Event?) throws {
        let entry = event.entry
        var head = try heads[entry.node] ?? readHead(entry.node)
        guard entry.sequence > head.sequence else {
            heads[entry.node] = head
            return try check(known: event)
        }
        guard entry.sequence == head.sequence + 1 else {
            throw try refused(.gapped, EventPlace(entry.node, head.sequence + 1))
        }
        // What the sender has before it is not what is here.
        if !head.isMoved, let start = shipment.starts[entry.node], start != head.hash,
            entry.sequence == shipment.firstSequence(of: entry.node)
        {
            throw try refused(.forked, entry.place)
        }
        guard Chain.hash(head.hash, entry) == event.hash else { throw try refused(.tampered, entry.place) }
        guard let told else { throw try refused(.newerRelease, entry.place) }
        try checkOrder(entry, after: head.lastID)
        if head.isNew {
            try connection.run(
                "INSERT INTO node (node, last_sequence, last_hash, last_id) VALUES ($1, 0, $2, 0)",
                [.integer(entry.node), .bytes(head.hash)])
            head.isNew = false
        }
        try entry.write(event.hash, connection)
        head.sequence = entry.sequence
        head.hash = event.hash
        head.isMoved = true
        head.lastID = max(head.lastID, entry.subject.idMade(by: entry.node))
        heads[entry.node] = head
        new.append(entry)
        self.told.add(told, at: entry.place)
        ticks[entry.place] = (entry.tick, entry.subject)
        if case .erasure = told { erased.add([told]) }
    }

    private func readHead(_ node: Int64) throws -> Head {
        try connection.first(
            "SELECT last_sequence, last_hash, last_id FROM node WHERE node = $1", [.integer(node)]
        ) {
            Head(sequence: $0.integer(0), hash: $0.bytes(1), lastID: $0.integer(2), isNew: false)
        } ?? Head(sequence: 0, hash: Chain.start, lastID: 0, isNew: true)
    }

    /// It came before, by this way or another one.
    private func check(known event: ShippedEvent) throws {
        let place = event.entry.place
        let hash = try connection.first(
            "SELECT hash FROM event WHERE node = $1 AND sequence = $2",
            [.integer(place.node), .integer(place.sequence)]
        ) { $0.bytes(0) }
        guard hash == event.hash else { throw try refused(.forked, place) }
    }

    /// What it builds on is here, and was before it: else no order of the thing's
    /// events would tell of it.
    /// - Parameter lastID: the highest id that its node is known to have made.
    private mutating func checkOrder(_ entry: JournalEntry, after lastID: Int64) throws {
        guard entry.tick >= entry.stamp.at.milliseconds, entry.seen >= 0, entry.hotline == hotline else {
            throw try refused(.tampered, entry.place)
        }
        guard entry.subject.kind.isFolded else {
            guard entry.base == nil, entry.seen == 0 else { throw try refused(.tampered, entry.place) }
            return
        }
        guard let base = entry.base else {
            guard entry.seen == 0 else { throw try refused(.tampered, entry.place) }
            // Two copies of one store made the same id.
            guard try isNew(entry, after: lastID) else { throw try refused(.forked, entry.place) }
            sights[entry.subject] = Sight()
            return
        }
        let sight = try sights[entry.subject] ?? Sight.of(entry.subject, connection)
        sights[entry.subject] = sight
        let found = ticks[base] ?? (sight.base == base ? (sight.tick, entry.subject) : nil)
        guard let (tick, subject) = try found ?? lookUp(base) else { throw try refused(.gapped, base) }
        // Two wrote under that number: its writer had the other one's in sight.
        guard subject == entry.subject else { throw try refused(.forked, base) }
        guard entry.tick > tick, entry.seen > 0 else { throw try refused(.tampered, entry.place) }
    }

    /// Nothing of it was here: whatever is written of a thing builds on its first event, whose id is new. An id
    /// above all that its node made needs no looking up.
    private func isNew(_ entry: JournalEntry, after lastID: Int64) throws -> Bool {
        if sights[entry.subject] != nil { return false }
        if entry.subject.idMade(by: entry.node) > lastID { return true }
        return try Sight.of(entry.subject, connection).base == nil
    }

    private func lookUp(_ place: EventPlace) throws -> (tick: Int64, subject: Subject)? {
        try connection.first(
            "SELECT tick, kind, subject FROM event WHERE node = $1 AND sequence = $2",
            [.integer(place.node), .integer(place.sequence)]
        ) { row in
            (row.integer(0), Subject(SubjectKind(rawValue: row.text(1)) ?? .access, row.integer(2)))
        }
    }

    private func closeChains() throws {
        for (node, head) in heads.sorted(by: { $0.key < $1.key }) where head.isMoved {
            try connection.run(
                """
                UPDATE node SET last_sequence = $2, last_hash = $3,
                    last_id = CASE WHEN last_id > $4 THEN last_id ELSE $4 END
                WHERE node = $1
                """, [.integer(node), .integer(head.sequence), .bytes(head.hash), .integer(head.lastID)])
        }
    }

    func refused(_ rule: ShipmentRule, _ place: EventPlace) throws -> Refusal {
        try Refusal(rule, at: place, connection)
    }

    /// The new events of each thing that is folded, things in the order in which they are told of.
    private func things() -> [(Subject, [JournalEntry])] {
        var order: [Subject] = []
        var found: [Subject: [JournalEntry]] = [:]
        for entry in new where entry.subject.kind.isFolded {
            if found[entry.subject] == nil { order.append(entry.subject) }
            found[entry.subject, default: []].append(entry)
        }
        return order.map { ($0, found[$0] ?? []) }
    }
}

extension Shipment {
    /// What its events tell, in their order; nil for what this release cannot read.
    func told() -> [Event?] {
        let codec = EventCodec()
        return events.map { event in
            let subject = event.entry.subject
            return try? codec.event(kind: subject.kind, subject: subject.id, text: event.entry.body)
        }
    }

    /// What its taking keeps others off: the nodes' chains, the things it tells of, and what is asked about those.
    func keys(_ told: [Event?]) -> Set<Int64> {
        // An id is greater than any node.
        var keys = Set(events.map(\.entry.node))
        for (event, told) in zip(events.map(\.entry), told) {
            switch told {
            // Ways in are one thing; looking keeps nobody off what was looked at.
            case .access(_, .slotIssued), .access(_, .slotRemoved), .access(_, .keyTurned):
                keys.insert(Shipment.waysIn)
            case .access: break
            // Whether a caller's number still waits for an answer.
            case .call(let call, .joined(let visit)): keys.formUnion([call.raw, visit.raw])
            default: keys.insert(event.subject.id)
            }
        }
        return keys
    }

    private static let waysIn: Int64 = 0

    func firstSequence(of node: Int64) -> Int64? { events.first { $0.entry.node == node }?.entry.sequence }
}

extension EventPlace {
    init(_ node: Int64, _ sequence: Int64) { self.init(node: node, sequence: sequence) }
}

extension SubjectKind {
    /// Its events make a row of a read table; looking and erasing change nothing that is told.
    var isFolded: Bool { self != .access && self != .erasure }
}

extension Subject {
    /// Its id, where this node made it; else 0.
    fileprivate func idMade(by node: Int64) -> Int64 {
        kind != .hotline && ID<Call>(raw: id).node == node ? id : 0
    }
}
