import HotlineDomain

/// Walks through the journal thing by thing, folding the events of each. The
/// order is that of the index by subject, so memory holds one thing at a time.
/// Who looked at a thing, and what of its words was erased, is beside the
/// point: neither changed what is told of it.
enum History {
    struct Outcome {
        let subject: Subject
        let events: Int64
        let state: State
        /// Who wrote without seeing whom, and nobody has seen both since.
        let divergences: [Divergence.Row]
        /// The first event that is not where what it builds on says.
        let misplaced: EventPlace?
    }

    enum State {
        case hotline(Hotline)
        case call(Call)
        case escalation(Escalation)
        case `case`(Case)
        case referral(Referral)
        case shift(Shift)
        case handover(Handover)
        case stay(Stay)
        case entry(Entry)
        case visit(Visit)
        case operatorState(OperatorState)
        case linkState(LinkState)
        case closing(MonthClosing)
        case pack(PackRelease)
        /// This event cannot be read, or does not follow from the ones before it.
        case unreadable(node: Int64, sequence: Int64)
    }

    static func each(
        _ connection: any Connection, hotline: Int64, _ body: (Outcome) throws -> Void
    ) throws {
        let codec = EventCodec()
        var current: Thing?
        func finish() throws {
            if let outcome = current?.outcome { try body(outcome) }
        }
        try connection.rows(
            """
            SELECT subject, kind, node, sequence, at, by_operator, body, tick, base_node, base_sequence, seen
            FROM event WHERE hotline = $1
            AND kind NOT IN ('access', 'erasure') ORDER BY subject, tick, node, sequence
            """, [.integer(hotline)]
        ) { row in
            let subject = Subject(SubjectKind(rawValue: row.text(1)) ?? .hotline, row.integer(0))
            if current?.subject != subject {
                try finish()
                current = Thing(subject: subject)
            }
            let order = EventOrder(tick: row.integer(7), place: EventPlace(row.integer(2), row.integer(3)))
            let base = row.integerOrNil(8).map { EventPlace($0, row.integer(9)) }
            current?.take(order, base: base, seen: row.integer(10))
            if case .unreadable = current?.state { return true }
            let stamp = Stamp(by: row.text(5), at: row.instant(4))
            let event = try? codec.event(kind: subject.kind, subject: subject.id, text: row.text(6))
            let next = event.flatMap { apply($0, to: current?.state, stamp: stamp) }
            current?.state = next ?? .unreadable(node: row.integer(2), sequence: row.integer(3))
            return true
        }
        try finish()
    }

    /// The one that is walked through.
    private struct Thing {
        let subject: Subject
        var state: State?
        private var ticks: [EventPlace: Int64] = [:]
        private var walk = Divergence.Walk()
        private var misplaced: EventPlace?

        init(subject: Subject) { self.subject = subject }

        /// What an event builds on is of the same thing, and before it.
        mutating func take(_ order: EventOrder, base: EventPlace?, seen: Int64) {
            let isInPlace =
                walk.count == 0
                ? base == nil && seen == 0
                : base.flatMap { ticks[$0] }.map { $0 < order.tick } ?? false && (1...walk.count).contains(seen)
            if !isInPlace, misplaced == nil { misplaced = order.place }
            ticks[order.place] = order.tick
            walk.take(order.place, base: base, seen: seen)
        }

        var outcome: Outcome {
            Outcome(
                subject: subject, events: walk.count, state: state ?? .unreadable(node: 0, sequence: 0),
                divergences: walk.open, misplaced: misplaced)
        }
    }

    private static func apply(_ event: Event, to state: State?, stamp: Stamp) -> State? {
        switch (event, state) {
        case (.hotline(let event), .hotline(let old)): Hotline.applying(event, to: old).map { .hotline($0) }
        case (.hotline(let event), nil): Hotline.applying(event, to: nil).map { .hotline($0) }
        case (.call(let id, let event), .call(let old)):
            Call.applying(event, to: old, id: id, stamp: stamp).map { .call($0) }
        case (.call(let id, let event), nil):
            Call.applying(event, to: nil, id: id, stamp: stamp).map { .call($0) }
        case (.escalation(let id, let event), .escalation(let old)):
            Escalation.applying(event, to: old, id: id, stamp: stamp).map { .escalation($0) }
        case (.escalation(let id, let event), nil):
            Escalation.applying(event, to: nil, id: id, stamp: stamp).map { .escalation($0) }
        case (.case(let id, let event), .case(let old)):
            Case.applying(event, to: old, id: id, stamp: stamp).map { .case($0) }
        case (.case(let id, let event), nil):
            Case.applying(event, to: nil, id: id, stamp: stamp).map { .case($0) }
        case (.referral(let id, let event), .referral(let old)):
            Referral.applying(event, to: old, id: id, stamp: stamp).map { .referral($0) }
        case (.referral(let id, let event), nil):
            Referral.applying(event, to: nil, id: id, stamp: stamp).map { .referral($0) }
        case (.shift(let id, let event), .shift(let old)):
            Shift.applying(event, to: old, id: id, stamp: stamp).map { .shift($0) }
        case (.shift(let id, let event), nil):
            Shift.applying(event, to: nil, id: id, stamp: stamp).map { .shift($0) }
        case (.handover(let id, let event), .handover(let old)):
            Handover.applying(event, to: old, id: id, stamp: stamp).map { .handover($0) }
        case (.handover(let id, let event), nil):
            Handover.applying(event, to: nil, id: id, stamp: stamp).map { .handover($0) }
        case (.stay(let id, let event), .stay(let old)):
            Stay.applying(event, to: old, id: id, stamp: stamp).map { .stay($0) }
        case (.stay(let id, let event), nil):
            Stay.applying(event, to: nil, id: id, stamp: stamp).map { .stay($0) }
        case (.entry(let id, let event), .entry(let old)):
            Entry.applying(event, to: old, id: id, stamp: stamp).map { .entry($0) }
        case (.entry(let id, let event), nil):
            Entry.applying(event, to: nil, id: id, stamp: stamp).map { .entry($0) }
        case (.visit(let id, let event), .visit(let old)):
            Visit.applying(event, to: old, id: id, stamp: stamp).map { .visit($0) }
        case (.visit(let id, let event), nil):
            Visit.applying(event, to: nil, id: id, stamp: stamp).map { .visit($0) }
        case (.operatorState(let id, let event), .operatorState(let old)):
            OperatorState.applying(event, to: old, id: id, stamp: stamp).map { .operatorState($0) }
        case (.operatorState(let id, let event), nil):
            OperatorState.applying(event, to: nil, id: id, stamp: stamp).map { .operatorState($0) }
        case (.linkState(let id, let event), .linkState(let old)):
            LinkState.applying(event, to: old, id: id, stamp: stamp).map { .linkState($0) }
        case (.linkState(let id, let event), nil):
            LinkState.applying(event, to: nil, id: id, stamp: stamp).map { .linkState($0) }
        case (.month(let id, let event), nil):
            MonthClosing.applying(event, to: nil, id: id, stamp: stamp).map { .closing($0) }
        case (.pack(let id, let event), .pack(let old)):
            PackRelease.applying(event, to: old, id: id, stamp: stamp).map { .pack($0) }
        case (.pack(let id, let event), nil):
            PackRelease.applying(event, to: nil, id: id, stamp: stamp).map { .pack($0) }
        default: nil
        }
    }
}
