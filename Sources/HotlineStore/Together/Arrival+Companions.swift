import HotlineDomain

/// What travels beside the journal. Erasing comes last: whatever came with it, or comes after it, stays gone.
extension Arrival {
    mutating func takeCompanions() throws {
        let places = Set(new.map(\.place))
        for row in shipment.words where places.contains(row.place) {
            guard row.isWhole else { throw try refused(.tampered, row.place) }
            try row.write(hotline, connection)
        }
        let signs = CallerSigns(connection: connection, hotline: hotline)
        for row in shipment.callerKeys where places.contains(row.place) { try signs.write(row) }
        try takeSigns(shipment.callerSigns.filter { places.contains($0.place) }, signs)
        try takeErasures(signs)
        try takeNumbers(shipment.callerNumbers.filter { places.contains($0.place) })
        try takeSlots(shipment.slots.filter { places.contains($0.place) })
    }

    // MARK: - Callers

    /// Those of a call that is recognised by its number; of two tellings the later one's.
    private mutating func takeSigns(_ rows: [CallerSignRow], _ signs: CallerSigns) throws {
        for change in changes.calls.values where change.old?.numberKnown ?? false && !change.new.numberKnown {
            try signs.remove(change.new.id)
            leaveTraces()
        }
        for (call, rows) in Dictionary(grouping: rows, by: \.call).sorted(by: { $0.key < $1.key }) {
            let state = try changes.calls[call]?.new ?? CallTable.find(call, connection)
            guard state?.numberKnown ?? false, try !isForgotten(call) else { continue }
            for place in Set(rows.map(\.place)) where try isLatest(place, of: call, signs) {
                for row in rows where row.place == place { try signs.write(row) }
            }
        }
    }

    /// Its words went, and nobody is to be recognised by it either.
    private func isForgotten(_ call: CallID) throws -> Bool {
        try Keeping.read(call.raw, connection, codec).erasures.contains { $0.forgetsCaller }
    }

    /// Takes away what an earlier telling left.
    private func isLatest(_ place: EventPlace, of call: CallID, _ signs: CallerSigns) throws -> Bool {
        guard let held = try signs.place(of: call), held != place else { return true }
        guard try order(held) < order(place) else { return false }
        try signs.remove(call)
        return true
    }

    private func order(_ place: EventPlace) throws -> EventOrder {
        let tick = try connection.count(
            "SELECT tick FROM event WHERE node = $1 AND sequence = $2",
            [.integer(place.node), .integer(place.sequence)])
        return EventOrder(tick: tick, place: place)
    }

    /// Numbers that wait for a desk to answer, unless one has, or the caller gave up.
    private mutating func takeNumbers(_ rows: [CallerBoxRow]) throws {
        let box = CallerBox.Table(connection: connection, hotline: hotline)
        for row in rows {
            let visit = try changes.visits[row.visit] ?? VisitTable.find(row.visit, connection)
            let isAnswered = try connection.count("SELECT count(*) FROM call WHERE visit = $1", [.id(row.visit)]) > 0
            if visit.map(\.isUnanswered) == false, !isAnswered { try box.put(row) }
        }
        for case let visit? in changes.calls.values.map(\.new.visit) { try box.remove(visit) }
        for visit in changes.visits.values where visit.isUnanswered { try box.remove(visit.id) }
    }

    // MARK: - Erasing

    private mutating func takeErasures(_ signs: CallerSigns) throws {
        for entry in new where entry.subject.kind == .erasure {
            guard case .erased(let kind, let words, let because, _) = try told.event(ErasureEvent.self, of: entry)
            else { continue }
            for id in words.sorted() {
                try WordsRow.erase(
                    id, of: Subject(kind, entry.subject.id), entry.stamp.at, hotline: hotline, connection)
            }
            if kind == .call, Erasure.forgetsCaller(because) { try signs.remove(ID(raw: entry.subject.id)) }
        }
    }

    // MARK: - Ways in

    /// What was told last of somebody's way in decides, wherever it was told.
    private mutating func takeSlots(_ rows: [SlotRow]) throws {
        let told = try new.filter { $0.subject.kind == .access }.flatMap { try SlotAct.all($0, codec) }
        guard !told.isEmpty || !rows.isEmpty else { return }
        let owners = Set(told.map(\.owner) + rows.map(\.slot.owner))
        let last = try SlotAct.last(connection, codec)
        let table = SlotTable(connection: connection, hotline: hotline)
        for owner in owners.sorted() {
            let row = rows.last { $0.slot.owner == owner }
            guard let act = last[owner] else {
                // The printed key of when the store was made: no event of its own tells of it.
                if let row, try table.place(of: owner) == nil { try table.write(row.slot, row.place) }
                continue
            }
            if act.isGiven, try table.place(of: owner) == act.order.place { continue }
            if act.isGiven, let row, row.place == act.order.place {
                try table.write(row.slot, row.place)
            } else {
                try table.remove(owner)
            }
            leaveTraces()
        }
    }
}

/// Somebody's way in was given or taken away.
struct SlotAct {
    let owner: String
    let isGiven: Bool
    let order: EventOrder

    /// What an event tells of ways in.
    static func all(_ entry: JournalEntry, _ codec: EventCodec) throws -> [SlotAct] {
        func act(_ owner: String, _ isGiven: Bool) -> SlotAct {
            SlotAct(owner: owner, isGiven: isGiven, order: entry.order)
        }
        return switch try codec.value(AccessEvent.self, entry.body) {
        case .slotIssued(let code, _): [act(code, true)]
        case .slotRemoved(let code): [act(code, false)]
        case .keyTurned(let codes):
            codes.map { act($0, false) } + [act(entry.stamp.by, true), act(Slot.recovery, true)]
        default: []
        }
    }

    /// Of each owner what was told last, in the order of `EventOrder`.
    static func last(_ connection: any Connection, _ codec: EventCodec) throws -> [String: SlotAct] {
        let entries = try connection.all(
            "SELECT \(JournalEntry.columns) FROM event WHERE \(AccessEvent.tellsOfSlots) ORDER BY tick", []
        ) { JournalEntry($0) }.compactMap(\.self)
        var last: [String: SlotAct] = [:]
        for entry in entries.sorted(by: { $0.order < $1.order }) {
            for act in try all(entry, codec) { last[act.owner] = act }
        }
        return last
    }
}

extension Erasure {
    /// Whose words go for this, is not to be recognised by their number either.
    static func forgetsCaller(_ because: String) -> Bool { because != replaced && because != callBackDone }

    var forgetsCaller: Bool { Erasure.forgetsCaller(because) }
}

extension Visit {
    /// The caller gave up, or was sent away: the number is nobody's.
    var isUnanswered: Bool { facts.ending != nil && facts.operator == nil }
}
