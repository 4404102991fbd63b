extension Handover {
    /// What judging a handover needs from outside of it.
    public struct Facts: Sendable {
        /// The outgoing shift.
        public var shift: Shift?
        /// What the outgoing operator has open while that shift runs.
        public var openWork: [HandoverContent]
        /// Shelters and their places: worth telling, but no reason for a handover by themselves.
        public var places: [HandoverContent]
        /// The item's call, where it is about one that is not final.
        public var call: Call?
        /// The shift that whoever acts is on now.
        public var actorShift: ShiftID?
        /// Somebody who could take the item is on shift beside the outgoing
        /// operator, or planned to be within two hours.
        public var somebodyFollows: Bool
        /// Where it is done: it shows in the numbers of items that join.
        public var desk: DeskMark?

        public init(
            shift: Shift?, openWork: [HandoverContent], places: [HandoverContent], call: Call?, actorShift: ShiftID?,
            somebodyFollows: Bool, desk: DeskMark? = nil
        ) {
            self.shift = shift
            self.openWork = openWork
            self.places = places
            self.call = call
            self.actorShift = actorShift
            self.somebodyFollows = somebodyFollows
            self.desk = desk
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
        let open = facts.openWork + notes.map { .note(id: $0.id) }
        let contents = open + facts.places
        if open.isEmpty { throw Refusal(HandoverRule.nothingToHandOver, ["operator": outgoing.operatorCode]) }
        let items = contents.enumerated().map { HandoverItem(number: $0.offset + 1, content: $0.element) }
        return [.offered(shift: shift, items: items)]
    }

    private func decide(
        _ command: HandoverCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [HandoverEvent] {
        switch command {
        case .offer: throw Refusal(HandoverRule.exists)
        case .acknowledge(let number):
            let item = try known(number)
            guard item.state != .acknowledged else { throw alreadyAcknowledged(item) }
            try checkCanAcknowledge(item, facts, occasion)
            try checkCanChangeHands(item, facts)
            let others = items.filter { $0.number != number } + joining(facts)
            let isLast = others.allSatisfy { $0.state == .acknowledged }
            return join(facts) + [.acknowledged(item: number)] + (isLast ? [.completed] : [])
        case .park(let number):
            let item = try known(number)
            guard item.state != .acknowledged else { throw alreadyAcknowledged(item) }
            guard item.state != .parked else {
                throw Refusal(HandoverRule.alreadyParked, ["item": String(number)])
            }
            if facts.somebodyFollows, !occasion.actor.has(.supervisor) {
                throw Refusal(HandoverRule.somebodyFollows)
            }
            try checkCanChangeHands(item, facts)
            return join(facts) + [.parked(item: number)]
        }
    }

    /// What has opened since the offer, and what came back to the outgoing
    /// operator after it was acknowledged: the shift does not end under it.
    private func joining(_ facts: Facts) -> [HandoverItem] {
        let waiting = Set(items.lazy.filter { $0.state != .acknowledged }.map(\.content))
        let opened = facts.openWork.filter { !waiting.contains($0) }
        var given = items.map(\.number)
        return opened.map { content in
            given.append(NumberWithin.next(after: given, at: facts.desk))
            return HandoverItem(number: given[given.count - 1], content: content)
        }
    }

    private func join(_ facts: Facts) -> [HandoverEvent] {
        let joining = joining(facts)
        return joining.isEmpty ? [] : [.joined(items: joining)]
    }

    /// A caller is not handed over like a paper: whoever talks goes on, or transfers the call.
    private func checkCanChangeHands(_ item: HandoverItem, _ facts: Facts) throws(Refusal) {
        guard let call = facts.call, call.status.isLive, call.operatorCode == from else { return }
        throw Refusal(
            HandoverRule.callerOnTheLine,
            ["item": String(item.number), "number": call.number, "operator": from])
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

    private func known(_ number: Int) throws(Refusal) -> HandoverItem {
        guard let item = item(number) else {
            throw Refusal(HandoverRule.unknownItem, ["item": String(number), "count": String(items.count)])
        }
        return item
    }
}
