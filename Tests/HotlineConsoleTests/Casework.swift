import HotlineDomain
import HotlineStore
import StoreSQLite
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// A hotline with providers to refer to and one SOS of 14:21, raised by 01 and
/// told to 41.
struct Casework {
    let store: Store
    let call: CallID
    let escalation: EscalationID

    static let providers = [
        Provider(
            code: "capc", name: "Centrul de asistență și protecție", services: ["safe_accommodation", "legal"],
            aliases: ["CAPC"]),
        Provider(code: "raza", name: "Rază", services: ["psychological_crisis"], aliases: ["Луч"]),
        Provider(code: "amicul", name: "Amicul", services: ["social_reintegration", "psychological_long_term"]),
    ]

    /// `mark`: of the desk it all happens at.
    init(mark: Int? = nil) throws {
        var hotline = Fixture.hotline
        hotline.providers = Casework.providers
        var store = try Store.create(try SQLiteEngine.inMemory(), hotline: hotline, at: Fixture.at("08:00")) { _ in
            Fixture.moscow
        }
        if let mark {
            try store.engine.write {
                try $0.run("INSERT INTO meta (key, value) VALUES ('desk', $1)", [.text(String(mark))])
            }
            store = try Store.open(store.engine) { _ in Fixture.moscow }
        }
        self.store = store
        try Fixture.signOn(["01", "02", "41"], store, at: Fixture.at("08:00"))
        let at = Fixture.at("14:21")
        call = store.newID(at: at)
        escalation = store.newID(at: at)
        let content = CallContent(
            callClass: .sos, caller: "relative", country: "RU", language: "ru", topics: ["employment_abroad"],
            outcome: "escalated")
        try store.perform(
            [
                .call(call, .start(line: "ru", at: at - .minutes(4), country: "RU", language: "ru")),
                .escalation(escalation, .raise(call: call)),
                .call(call, .end(at: at)),
                .call(
                    call,
                    .save(
                        CallEntry(
                            content, region: nil,
                            note: store.written("Her employer keeps her passport; she can talk after nine.", at: at)))
                ),
                .call(call, .finalise),
            ], by: "01", at: at)
    }

    /// The SOS in hand, and resolved as a case.
    @discardableResult
    func openCase(at time: String = "14:30") throws -> CaseID {
        let file: CaseID = store.newID(at: Fixture.at(time))
        try store.perform(
            [
                .escalation(escalation, .acknowledge), .case(file, .open(.escalation(id: escalation))),
                .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file)),
            ], by: "41", at: Fixture.at(time))
        return file
    }

    /// A referral from the case, sent.
    @discardableResult
    func refer(_ file: CaseID, at time: String = "14:31") throws -> ReferralID {
        let id: ReferralID = store.newID(at: Fixture.at(time))
        try store.perform(
            [
                .referral(
                    id, .add(.case(id: file), provider: "raza", service: "psychological_crisis", urgency: .threeHours)
                ),
                .referral(id, .consent(.given)), .referral(id, .send),
            ], by: "41", at: Fixture.at(time))
        return id
    }

    /// Two people in the case, what is known of one of them, and two tasks.
    func fill(_ file: CaseID) throws {
        let at = Fixture.at("14:36")
        func words(_ text: String) -> Written { store.written(text, at: at) }
        let entries = [
            CaseEntry("gender", .codes(["Feminine"])), CaseEntry("age_band", .codes(["9-17"])),
            CaseEntry("citizenship", .codes(["MD", "RU"])), CaseEntry("city", .words(words("Bendery"))),
            CaseEntry("exploitation", .codes(["ForcedLabour"])), CaseEntry("gbv_type", .codes(["sexual_assault"])),
        ]
        try store.perform(
            [
                .case(file, .addPerson(role: "beneficiary", pseudonym: words("Lighthouse"), entries)),
                .case(file, .addPerson(role: "aggressor", pseudonym: words("The employer"), [])),
                .case(
                    file,
                    .addTask(words("Ring the consulate"), responsible: "41", due: BusinessDate("2009-09-13"))),
                .case(file, .addTask(words("Find her sister"), responsible: "91", due: nil)),
                .case(file, .finishTask(2, result: nil)),
            ], by: "41", at: at)
    }

    /// A case that somebody walked in with.
    @discardableResult
    func walkIn(at time: String = "10:05") throws -> CaseID {
        let file: CaseID = store.newID(at: Fixture.at(time))
        try store.perform([.case(file, .open(.walkIn))], by: "41", at: Fixture.at(time))
        return file
    }

    /// Somebody's desk over this store.
    func desk(
        _ time: String = "14:32", as code: String = "41", columns: Int = 80, rows: Int = 24, language: Language = .en,
        memory: DraftMemory = DraftMemory()
    ) throws -> Bench {
        let bench = try Bench(time, store: store, columns: columns, rows: rows, language: language, memory: memory)
        bench.type("\(code)<Enter>")
        if bench.console.top is SignInScreen { bench.type("w") }
        return bench
    }

    func theEscalation() throws -> Escalation { try #require(try store.escalation(escalation)) }
    func words(_ id: WordsID?) throws -> String? { try id.flatMap { try store.words($0)?.revealed } }
}

extension Bench {
    /// Types letters into a field and goes on.
    func fill(_ text: String) {
        write(text)
        type("<Enter>")
    }
}
