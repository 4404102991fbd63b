import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("A case in a store")
struct StoreCaseTests {
    private static let at = Sample.at("2009-09-14", "10:00")

    /// A case from an SOS, with two people, a task and a referral.
    private func filled(_ store: Store) throws -> CaseID {
        let now = Self.at
        let call = try store.log(.sos, at: now - .minutes(20), outcome: "escalated", country: "TR")
        let escalation = try #require(try store.call(call)?.escalation)
        let file = store.newID(Case.self, at: now)
        try store.perform(
            [
                .escalation(
                    escalation,
                    .assess(["safe_to_talk": "no"], place: store.written("Antalya, the harbour", at: now))),
                .escalation(escalation, .acknowledge),
                .case(file, .open(.escalation(id: escalation))),
                .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file)),
            ], by: "51", at: now)
        let name = CaseEntry("first_name", .words(store.written("Liliana", at: now)))
        let status = CaseEntry("irregular_status", .words(store.written("yes", at: now)))
        let entries = [name, status, CaseEntry("gender", .codes(["Feminine"])), CaseEntry("children", .number(1))]
        try store.perform(
            [
                .case(
                    file, .addPerson(role: "beneficiary", pseudonym: store.written("Lighthouse", at: now), entries)),
                .case(file, .addPerson(role: "aggressor", pseudonym: store.written("The cousin", at: now), [])),
                .case(file, .set(person: nil, [CaseEntry("case_type", .codes(["victim"]))])),
                .case(
                    file,
                    .addTask(
                        store.written("Ring the consulate", at: now), responsible: "51",
                        due: BusinessDate("2009-09-16"))),
            ], by: "51", at: now + .minutes(1))
        let referral = store.newID(Referral.self, at: now)
        try store.perform(
            [
                .referral(
                    referral, .add(.call(id: call), provider: "capc", service: "safe_accommodation", urgency: .day)),
                .referral(referral, .consent(.given)), .referral(referral, .send),
            ], by: "51", at: now + .minutes(2))
        return file
    }

    @Test("people, what is known and tasks come back as they were, and the store is sound; so after a rebuild")
    func roundTrip() throws {
        let store = try Sample.store()
        let id = try filled(store)
        let file = try #require(try store.case(id))
        #expect(file.people.map(\.role) == ["beneficiary", "aggressor"])
        #expect(file.people[0].values["children"] == .number(number: 1))
        #expect(try store.words(file.people[0].pseudonym)?.revealed == "Lighthouse")
        #expect(file.tasks.map(\.responsible) == ["51"] && file.tasks[0].due?.description == "2009-09-16")
        #expect(file.values == ["case_type": .codes(codes: ["victim"])])
        #expect(try store.verify().isSound)
        try store.engine.write { try $0.run("UPDATE case_file SET people = '[]', tasks = '[]'", []) }
        #expect(try store.verify().findings.contains { $0.name == "row_differs" })
        try store.rebuild()
        #expect(try store.verify().isSound)
        #expect(try store.case(id) == file)
    }

    @Test("the first minute comes back, and its place is sealed")
    func firstMinute() throws {
        let store = try Sample.store()
        _ = try filled(store)
        let escalation = try #require(try store.escalations(limit: 1).first)
        #expect(escalation.answers == ["safe_to_talk": "no"])
        #expect(try escalation.place.flatMap { try store.words($0) }?.revealed == "Antalya, the harbour")
    }

    @Test("nothing of what identifies stands in the journal or in a read table")
    func nothingReadable() throws {
        let store = try Sample.store()
        _ = try filled(store)
        for (table, column) in [
            ("event", "body"), ("case_file", "people"), ("case_file", "tasks"), ("case_file", "field_values"),
            ("escalation", "answers"),
        ] {
            let texts = try store.engine.read { try $0.all("SELECT \(column) FROM \(table)") { $0.text(0) } }
            for secret in ["Lighthouse", "Liliana", "consulate", "Antalya", "irregular_status\":{\"codes"] {
                #expect(!texts.contains { $0.contains(secret) }, "\(secret) in \(table)")
            }
        }
    }

    @Test("a record of words that a case names and that is gone is found")
    func wordsMissing() throws {
        let store = try Sample.store()
        _ = try filled(store)
        try store.engine.write { try $0.run("DELETE FROM words WHERE field = 'pseudonym'", []) }
        #expect(try store.verify().findings.contains { $0.name == "words_missing" })
    }

    @Test("what hangs on the SOS's call hangs on the case: it does not close over it, and the timeline tells it")
    func hangsOn() throws {
        let store = try Sample.store()
        let id = try filled(store)
        let close = CaseCommand.proposeClosing(reason: "plan_completed", asReferred: false, override: nil)
        let later = Self.at + .minutes(5)
        do {
            try store.perform([.case(id, .triage), .case(id, close)], by: "51", at: later)
            Issue.record("it closed over a sent referral")
        } catch let refusal as Refusal {
            #expect(refusal.rule == "case.unended_referral")
        }
        let file = try #require(try store.case(id))
        #expect(try store.referrals(of: file).count == 1)
        let told = try store.timeline(of: file)
        #expect(told.map(\.stamp.at) == told.map(\.stamp.at).sorted())
        #expect(Set(told.map(\.event.subject.kind)) == [.call, .escalation, .case, .referral])
        let merged = store.newID(Case.self, at: later)
        try store.perform(
            [.case(merged, .open(.walkIn)), .case(id, .merge(into: merged)), .case(merged, .triage)], by: "51",
            at: later)
        let target = try #require(try store.case(merged))
        #expect(target.absorbed == [id])
        #expect(try store.referrals(of: target).count == 1)
        #expect(throws: Refusal.self) { try store.perform([.case(merged, close)], by: "51", at: later) }
        #expect(try store.verify().isSound)
    }
}
