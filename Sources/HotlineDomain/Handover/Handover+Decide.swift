extension Handover {
    /// What judging a handover needs from outside of it.
    public struct Facts: Sendable {
        /// The outgoing shift.
        public var shift: Shift?
        /// What the outgoing operator has open.
        public var openWork: [HandoverContent]
        /// The shift that whoever acts is on now.
        public var actorShift: ShiftID?
        /// Somebody is on shift beside the outgoing operator, or planned to be within two hours.
        public var somebodyFollows: Bool

        public init(shift: Shift?, openWork: [HandoverContent], actorShift: ShiftID?, somebodyFollows: Bool) {
            self.shift = shift
            self.openWork = openWork
            self.actorShift = actorShift
            self.somebodyFollows = somebodyFollows
        }
    }

    public static func decide(
        _ handover: Handover?, _ command: HandoverCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [HandoverEvent] {
        if case .offer(let shift, let notes) = command {
            guard handover == nil else { throw Refusal(HandoverRule.exists) }
            return try offer(shift, notes, facts, occasion)
        }
        guard let handover else { throw Refusal(HandoverRule.unknown) }
        return try handover.decide(command, facts, occasion)
    }

    private static func offer(
        _ shift: ShiftID, _ notes: [Written], _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [HandoverEvent] {
        guard let outgoing = facts.shift, outgoing.status == .started else { throw Refusal(HandoverRule.shiftNotOn) }
        guard outgoing.operatorCode == occasion.actor.code else {
            throw Refusal(HandoverRule.notYours, ["operator": outgoing.operatorCode])
        }
        for note in notes { try note.check() }
        let contents = facts.openWork + notes.map { .note(id: $0.id) }
        if contents.isEmpty { throw Refusal(HandoverRule.nothingToHandOver, ["operator": outgoing.operatorCode]) }
        let items = contents.enumerated().map { HandoverItem(number: $0.offset + 1, content: $0.element) }
        return [.offered(shift: shift, items: items)]
    }

    private func decide(
        _ command: HandoverCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [HandoverEvent] {
        switch command {
        case .offer: throw Refusal(HandoverRule.exists)
        case .acknowledge(let number):
            let item = try self.item(number)
            guard item.state != .acknowledged else { throw alreadyAcknowledged(item) }
            try checkCanAcknowledge(item, facts, occasion)
            let last = !items.contains { $0.number != number && $0.state != .acknowledged }
            return last ? [.acknowledged(item: number), .completed] : [.acknowledged(item: number)]
        case .park(let number):
            let item = try self.item(number)
            guard item.state != .acknowledged else { throw alreadyAcknowledged(item) }
            guard item.state != .parked else {
                throw Refusal(HandoverRule.alreadyParked, ["item": String(number)])
            }
            if facts.somebodyFollows, !occasion.actor.has(.supervisor) {
                throw Refusal(HandoverRule.somebodyFollows)
            }
            return [.parked(item: number)]
        }
    }

    /// Not by whoever leaves; but what was parked at night is acknowledged by the
    /// next planned shift, and on a small line that is the same person's.
    private func checkCanAcknowledge(_ item: HandoverItem, _ facts: Facts, _ occasion: Occasion) throws(Refusal) {
        let isOnAnother = facts.actorShift.map { $0 != shift } ?? false
        guard occasion.actor.code != from || (item.state == .parked && isOnAnother) else {
            throw Refusal(HandoverRule.notByTheOutgoing, ["operator": from])
        }
        guard isOnAnother || occasion.actor.has(.supervisor) else {
            throw Refusal(HandoverRule.notOnShift, ["operator": occasion.actor.code])
        }
    }

    private func alreadyAcknowledged(_ item: HandoverItem) -> Refusal {
        Refusal(HandoverRule.alreadyAcknowledged, ["item": String(item.number), "operator": item.by ?? "-"])
    }

    private func item(_ number: Int) throws(Refusal) -> HandoverItem {
        guard let item = items.first(where: { $0.number == number }) else {
            throw Refusal(HandoverRule.unknownItem, ["item": String(number), "count": String(items.count)])
        }
        return item
    }
}
