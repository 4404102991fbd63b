/// What a feed tells: the program itself may, where a hotline needs no passphrases.
extension Work {
    /// A visit goes by the switch's key: told again under a new id it is the same visit.
    mutating func perform(_ command: VisitCommand, on id: VisitID) throws {
        let (source, told, number) = command.observed
        let occasion = try occasion(orProgram: true)
        let known = try visit(source: source, key: told.id) ?? id
        let visit = try visits.load(known, records.visit)
        let line = occasion.hotline.line(told.line)
        let clock = zone(line?.zone ?? occasion.hotline.zone).wallClock(at: told.offered.at)
        let facts = Visit.Facts(
            businessDate: occasion.hotline.businessDate(of: told.offered.at, zone: zone(occasion.hotline.zone)),
            hour: clock.hour, isOpen: line?.isOpen(at: clock) ?? true)
        for event in try Visit.decide(visit, command, facts, occasion) { try record(.visit(known, event)) }
        try keep(number, of: known)
    }

    mutating func perform(_ command: OperatorStateCommand, on id: OperatorStateID) throws {
        let (code, source, _, _, _) = command.parts
        let occasion = try occasion(orProgram: true)
        let state = try operatorStates.load(id, records.operatorState)
        let facts = OperatorState.Facts(last: try lastState(of: code, source: source))
        for event in try OperatorState.decide(state, command, facts, occasion) {
            try record(.operatorState(id, event))
        }
    }

    mutating func perform(_ command: LinkStateCommand, on id: LinkStateID) throws {
        let occasion = try occasion(orProgram: true)
        let link = try linkStates.load(id, records.linkState)
        let facts = LinkState.Facts(last: try lastState(ofLink: command.parts.source))
        for event in try LinkState.decide(link, command, facts, occasion) { try record(.linkState(id, event)) }
    }

    /// Under which id this switch's key is known already.
    private func visit(source: String, key: SwitchCallID) throws -> VisitID? {
        try visits.changes.first { $0.new.source == source && $0.new.facts.id == key }?.new.id
            ?? records.visit(source: source, key: key)
    }

    /// The latest that a source told of an operator.
    private func lastState(of code: String, source: String) throws -> OperatorState? {
        let told = operatorStates.changes.map(\.new).filter { $0.operatorCode == code && $0.source == source }
        let read = try records.lastState(of: code, source: source).map(operatorStates.latest)
        return (told + (read.map { [$0] } ?? [])).max { $0.beganAt < $1.beganAt }
    }

    private func lastState(ofLink source: String) throws -> LinkState? {
        let told = linkStates.changes.map(\.new).filter { $0.source == source }
        let read = try records.lastState(ofLink: source).map(linkStates.latest)
        return (told + (read.map { [$0] } ?? [])).max { $0.beganAt < $1.beganAt }
    }

    /// Nobody does two things at once.
    mutating func endState(
        before id: OperatorStateID, of code: String, source: String, at instant: Instant
    ) throws {
        let told = operatorStates.changes.map(\.new).filter { $0.operatorCode == code && $0.source == source }
        let read = try records.lastState(of: code, source: source).map(operatorStates.latest)
        for state in told + (read.map { [$0] } ?? []) where state.id != id {
            guard try operatorStates.load(state.id, records.operatorState)?.isNow == true else { continue }
            try record(.operatorState(state.id, .ended(at: instant)))
        }
    }

    /// A link is up or down, never both.
    mutating func endState(before id: LinkStateID, ofLink source: String, at instant: Instant) throws {
        let told = linkStates.changes.map(\.new).filter { $0.source == source }
        let read = try records.lastState(ofLink: source).map(linkStates.latest)
        for link in told + (read.map { [$0] } ?? []) where link.id != id {
            guard try linkStates.load(link.id, records.linkState)?.isNow == true else { continue }
            try record(.linkState(link.id, .ended(at: instant)))
        }
    }
}
