/// What a visit has to do with the call that is made of it.
extension Work {
    /// What judging a call by its visit needs.
    mutating func lookUp(_ id: VisitID, _ facts: inout Call.Facts) throws {
        guard let visit = try visits.load(id, records.visit) else { return }
        facts.visit = visit
        facts.callOfVisit = try call(of: visit)
        facts.visitHasNumber = try numbersOfVisits.contains { $0.visit == id } || records.keepsNumber(of: id)
    }

    func placement(ofVisit id: VisitID, _ occasion: Occasion) throws -> Placement {
        let (line, start) = beginning(ofVisit: id, occasion)
        return try placement(line: line, at: start, by: stamp.by, occasion)
    }

    /// Which line a call of it is on, and when it began.
    func beginning(ofVisit id: VisitID, _ occasion: Occasion) -> (line: String?, start: Instant) {
        guard let visit = try? visits[id] ?? records.visit(id) else { return (nil, occasion.now) }
        return (Call.line(of: visit, occasion.hotline), Call.beginning(of: visit, at: occasion.now))
    }

    /// The clock of a call runs as the switch says: from the answer until the
    /// caller or the operator hung up. What was typed meanwhile is nobody's here.
    mutating func setClock(by id: VisitID) throws {
        guard let visit = visits[id], visit.facts.ending != nil, let call = try call(of: visit),
            call.status.isUnfinished
        else { return }
        if call.visit == id, let answered = visit.facts.answeredAt, answered != call.started, call.ended == nil {
            let place = try placement(
                line: call.line, at: answered, by: call.operatorCode, occasion(orProgram: true))
            try record(.call(call.id, .connected(at: answered, placement: place)))
        }
        guard let (end, held) = VisitFacts.hangUp(of: try visits(ofCallOf: visit).map(\.facts)) else { return }
        let started = calls[call.id]?.started ?? call.started
        let at = max(end, started)
        guard call.ended != at else { return }
        try record(.call(call.id, .hungUp(at: at, held: held)))
    }

    /// A number that came with somebody who waits or talks is kept until a desk has taken
    /// it; what it is worth to a desk that never answers is nothing.
    mutating func keep(_ number: Private<String>?, of id: VisitID) throws {
        guard let number, let visit = visits[id], let readable = CallerNumber(number.revealed),
            visit.facts.ending == nil || visit.facts.isTalking,
            stamp.at - visit.facts.offered.at < Visit.numberKeptMax
        else { return }
        numbersOfVisits.append(VisitNumber(visit: id, number: readable))
    }

    /// The call that was made of a visit, or of another visit of the same caller's call.
    private mutating func call(of visit: Visit) throws -> Call? {
        let own = calls.changes.map(\.new).first { call in
            guard let id = call.visit, let other = visits[id] else { return false }
            return other.isOfSameCall(as: visit) && call.status != .discarded
        }
        if let own { return own }
        let read = try records.call(ofSwitchCall: visit.facts.call, source: visit.source)
        return try read.flatMap { try calls.load($0, records.call) }.flatMap { $0.status == .discarded ? nil : $0 }
    }

    private func visits(ofCallOf visit: Visit) throws -> [Visit] {
        let read = try records.visits(ofSwitchCall: visit.facts.call, source: visit.source).map(visits.latest)
        let told = visits.changes.map(\.new).filter { new in
            new.isOfSameCall(as: visit) && !read.contains { $0.id == new.id }
        }
        return read + told
    }
}

/// A caller's number on its way into the hotline's box, with the visit it came with.
public struct VisitNumber: Hashable, Sendable {
    public let visit: VisitID
    public let number: CallerNumber
}

extension Visit {
    /// A number that no desk has taken by then goes.
    public static let numberKeptMax = Span.hours(1)
}
