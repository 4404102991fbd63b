import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

/// Events of two desks that did not see each other come in orders that no rule would let in at one desk.
/// Whatever the order, what comes of it must fit into its table: a shipment is never refused for it.
@Suite("What two desks did to one thing fits into its table")
struct MergedRowTests {
    private static let start = Sample.at("2026-03-02", "14:00")
    private static let seeds: [UInt64] = [1, 2026, 0xFFFF_FFFF, .random(in: 0...UInt64.max)]

    private struct Orders {
        var chance: SeededChance
        let store: Store

        init(_ seed: UInt64) throws {
            chance = SeededChance(state: seed)
            store = try Sample.store()
        }

        /// Folds the events in many orders, and writes the row after each event.
        mutating func check<T: ReadTable, E>(
            _ table: T.Type, _ first: T.A?, _ events: [E],
            _ apply: (E, T.A?, Stamp) -> T.A?
        ) throws {
            for _ in 0..<60 {
                var row = first
                for (place, event) in events.shuffled(using: &chance).enumerated() {
                    let stamp = Stamp(by: place.isMultiple(of: 2) ? "01" : "51", at: start + .seconds(Int64(place)))
                    let written = try #require(apply(event, row, stamp))
                    row = written
                    try store.engine.write { try $0.run(T.sql.upsert, try T.values(written, hotline: 1)) }
                    let read = try store.engine.read { try T.find(written.id, $0) }
                    #expect(read == written)
                }
            }
        }
    }

    @Test("a call", arguments: seeds)
    func call(_ seed: UInt64) throws {
        let (start, id) = (MergedRowTests.start, CallID(raw: 7))
        let placement = Placement(
            businessDate: BusinessDate("2026-03-02")!, hour: 14, pattern: "day", offShift: false)
        let started = CallEvent.started(
            number: "26-3-0001", line: "md", at: start, placement: placement, country: nil, language: nil)
        let contents = [nil, CallClass.information, .counselling, .sos].map { CallContent(callClass: $0) }
        var events: [CallEvent] = [
            .held(at: start + .minutes(1)), .resumed(at: start + .minutes(2)), .ended(at: start + .minutes(3)),
            .hungUp(at: start - .minutes(9), held: Span(milliseconds: 0)), .transferred(to: "02"),
            .connected(at: start + .minutes(30), placement: placement), .escalated(escalation: ID(raw: 9)),
            .closedAs(code: "silent", ended: start + .minutes(1)), .finalised(revision: 1), .finalised(revision: 1),
            .discarded(reason: "entered_twice"), .calledBack(at: start + .hours(1)), .callBackWithdrawn,
        ]
        events += contents.map { .saved(content: $0) }
        events += contents.map {
            .amended(
                revision: 2, reason: "review", started: start + .hours(1), ended: start + .hours(2),
                placement: placement, content: $0)
        }
        let call = Call.applying(started, to: nil, id: id, stamp: Stamp(by: "01", at: start))
        var orders = try Orders(seed)
        try orders.check(CallTable.self, call, events) { Call.applying($0, to: $1, id: id, stamp: $2) }
    }

    @Test("an escalation", arguments: seeds)
    func escalation(_ seed: UInt64) throws {
        let id = EscalationID(raw: 7)
        let events: [EscalationEvent] = [
            .assigned(to: "51"), .acknowledged, .acknowledged, .kept(by: "02"), .reassigned(to: "51"),
            .resolved(outcome: "caller_lost", reason: nil, openedCase: nil),
            .resolved(outcome: "case_opened", reason: nil, openedCase: ID(raw: 3)),
            .reopened(reason: "review", words: nil), .assessed(answers: ["safe_to_talk": "yes"], place: nil),
        ]
        let raised = EscalationEvent.raised(
            call: ID(raw: 1), callNumber: "26-3-0001", businessDate: BusinessDate("2026-03-02")!)
        let escalation = Escalation.applying(
            raised, to: nil, id: id, stamp: Stamp(by: "01", at: MergedRowTests.start))
        var orders = try Orders(seed)
        try orders.check(EscalationTable.self, escalation, events) {
            Escalation.applying($0, to: $1, id: id, stamp: $2)
        }
    }

    @Test("a case", arguments: seeds)
    func caseFile(_ seed: UInt64) throws {
        let id = CaseID(raw: 7)
        let events: [CaseEvent] = [
            .triaged, .putOnHold(reason: nil), .resumed, .followedUp,
            .closingProposed(reason: "lost_contact", asReferred: true, override: nil),
            .closed(asReferred: true, override: nil), .returned(reason: nil), .reopened(reason: "review", words: nil),
            .merged(into: ID(raw: 8)), .absorbed(cases: [ID(raw: 8)], referredOn: nil), .merged(into: ID(raw: 2)),
            .taskAdded(task: 301, what: ID(raw: 11), responsible: "51", due: nil),
            .taskFinished(task: 301, result: nil),
            .personAdded(person: 1, role: "beneficiary", pseudonym: ID(raw: 12)),
            .personChanged(person: 1, role: "relative", pseudonym: nil),
        ]
        let opened = CaseEvent.opened(
            number: "26-3-01", origin: .walkIn, businessDate: BusinessDate("2026-03-02")!)
        let file = Case.applying(opened, to: nil, id: id, stamp: Stamp(by: "51", at: MergedRowTests.start))
        var orders = try Orders(seed)
        try orders.check(CaseTable.self, file, events) { Case.applying($0, to: $1, id: id, stamp: $2) }
    }

    @Test("a referral", arguments: seeds)
    func referral(_ seed: UInt64) throws {
        let id = ReferralID(raw: 7)
        let events: [ReferralEvent] = [
            .consented(consent: .given), .declined, .sent, .accepted, .started, .chased, .kept(by: "02"),
            .rejected(reason: "full", outcome: "rejected_by_provider"),
            .ended(outcome: "provided", source: .provider),
            .revoked(reason: nil, outcome: "not_applicable"), .fullOverridden(because: "life_in_danger"),
        ]
        let added = ReferralEvent.added(
            number: "26-3-0001", origin: .case(id: ID(raw: 1)), provider: "capc", service: "legal", urgency: .day)
        let referral = Referral.applying(added, to: nil, id: id, stamp: Stamp(by: "51", at: MergedRowTests.start))
        var orders = try Orders(seed)
        try orders.check(ReferralTable.self, referral, events) { Referral.applying($0, to: $1, id: id, stamp: $2) }
    }

    @Test("a shift", arguments: seeds)
    func shift(_ seed: UInt64) throws {
        let (id, start) = (ShiftID(raw: 7), MergedRowTests.start)
        let events: [ShiftEvent] = [
            .confirmed, .signedOn, .signedOn, .markedAbsent(reason: "ill"), .cancelled,
            .handoverBegun(handover: ID(raw: 1)), .ended, .endedBySupervisor(reason: "ill"),
        ]
        let planned = ShiftEvent.planned(
            operator: "01", pattern: "day", businessDate: BusinessDate("2026-03-02")!, start: start,
            end: start + .hours(12), substituteFor: nil)
        let shift = Shift.applying(planned, to: nil, id: id, stamp: Stamp(by: "91", at: start))
        var orders = try Orders(seed)
        try orders.check(ShiftTable.self, shift, events) { Shift.applying($0, to: $1, id: id, stamp: $2) }
    }

    @Test("a handover", arguments: seeds)
    func handover(_ seed: UInt64) throws {
        let id = HandoverID(raw: 7)
        let events: [HandoverEvent] = [
            .joined(items: [HandoverItem(number: 301, content: .draft(id: ID(raw: 5)))]), .acknowledged(item: 1),
            .acknowledged(item: 301), .parked(item: 1), .completed, .completed,
        ]
        let offered = HandoverEvent.offered(
            shift: ID(raw: 1), items: [HandoverItem(number: 1, content: .draft(id: ID(raw: 4)))])
        let handover = Handover.applying(offered, to: nil, id: id, stamp: Stamp(by: "01", at: MergedRowTests.start))
        var orders = try Orders(seed)
        try orders.check(HandoverTable.self, handover, events) { Handover.applying($0, to: $1, id: id, stamp: $2) }
    }

    @Test("a task", arguments: seeds)
    func entry(_ seed: UInt64) throws {
        let (id, date) = (EntryID(raw: 7), BusinessDate("2026-03-02")!)
        let events: [EntryEvent] = [
            .assigned(to: "02"), .done(result: .did), .withdrawn(reason: "entered_twice"), .done(result: .did),
        ]
        let task = EntryContent.task(.init(responsible: "51", due: date))
        let added = EntryEvent.added(content: task, what: ID(raw: 3), businessDate: date)
        let entry = Entry.applying(added, to: nil, id: id, stamp: Stamp(by: "51", at: MergedRowTests.start))
        var orders = try Orders(seed)
        try orders.check(EntryTable.self, entry, events) { Entry.applying($0, to: $1, id: id, stamp: $2) }
    }
}
