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
        var current: (subject: Subject, events: Int64, state: State?)?
        func finish() throws {
            guard let (subject, events, state) = current else { return }
            try body(
                Outcome(subject: subject, events: events, state: state ?? .unreadable(node: 0, sequence: 0)))
        }
        try connection.rows(
            """
            SELECT subject, kind, node, sequence, at, by_operator, body FROM event WHERE hotline = $1
            AND kind NOT IN ('access', 'erasure') ORDER BY subject, position
            """, [.integer(hotline)]
        ) { row in
            let subject = Subject(SubjectKind(rawValue: row.text(1)) ?? .hotline, row.integer(0))
            if current?.subject != subject {
                try finish()
                current = (subject, 0, nil)
            }
            current?.events += 1
            if case .unreadable = current?.state { return true }
            let stamp = Stamp(by: row.text(5), at: row.instant(4))
            let event = try? codec.event(kind: subject.kind, subject: subject.id, text: row.text(6))
            let next = event.flatMap { apply($0, to: current?.state, stamp: stamp) }
            current?.state = next ?? .unreadable(node: row.integer(2), sequence: row.integer(3))
            return true
        }
        try finish()
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
