import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Referring to a provider")
struct ReferralScenarioTests {
    private func referral(_ work: Casework) throws -> Referral {
        try #require(try work.store.referrals(limit: 1).first)
    }

    private func onNew() throws -> (work: Casework, bench: Bench) {
        let work = try Casework()
        try work.openCase()
        let bench = try work.desk()
        bench.type("f<Enter>f")
        return (work, bench)
    }

    private func onSent() throws -> (work: Casework, bench: Bench) {
        let work = try Casework()
        try work.refer(try work.openCase())
        let bench = try work.desk()
        bench.type("r<Enter>")
        return (work, bench)
    }

    @Test(
        "a provider is found by name without diacritics, by another name, by what it offers, in any language",
        arguments: [
            ("raza", "raza"), ("луч", "raza"), ("CAPC", "capc"), ("protectie", "capc"), ("Legal", "capc"),
            ("juridica", "capc"), ("реинтеграция", "amicul"), ("kriz", ""), ("ami", "amicul"),
        ])
    func find(typed: String, provider: String) throws {
        let (_, bench) = try onNew()
        // Service, language and age may stay empty.
        bench.type("<Tab><Tab><Tab>")
        bench.fill(typed)
        let screen = try #require(bench.console.top as? ActScreen)
        #expect(screen.form.fields.code(.provider) ?? "" == provider)
    }

    @Test("written down with its consent, sent, and late once its time has passed")
    func send() throws {
        let (work, bench) = try onNew()
        bench.type("<Tab><Tab><Tab>")
        bench.fill("raza")
        // Its only service is taken by itself; three hours; consent given.
        bench.type("21<F2>")
        #expect(bench.console.top is ReferralScreen)
        var made = try referral(work)
        #expect(made.provider == "raza" && made.service == "psychological_crisis" && made.urgency == .threeHours)
        #expect(made.status == .ready && made.consent == .given)
        bench.type("d")
        made = try referral(work)
        #expect(made.status == .sent)
        #expect(bench.text.contains("→ sent, answer by 17:32"))
        bench.pass(seconds: 3 * 3600 + 60)
        #expect(bench.text.contains("! no response, due 17:32"))
        #expect(bench.text.contains("1 min late"))
    }

    @Test("accepted, begun, ended: each with a key, the outcome with who says so")
    func ended() throws {
        let (work, bench) = try onSent()
        bench.type("ab")
        #expect(try referral(work).status == .inService)
        bench.type("e1<F2>")
        #expect(bench.text.contains("! who says so?"))
        bench.type("1<F2>")
        let ended = try referral(work)
        #expect(ended.status == .ended && ended.outcome == "provided" && ended.source == .client)
        #expect(bench.text.contains("✓ Provided"))
    }

    @Test("rejected with its reason and one of the outcomes that fit")
    func rejected() throws {
        let (work, bench) = try onSent()
        bench.type("r1")
        #expect(!bench.text.contains("Partly provided"))
        bench.type("2<F2>")
        let rejected = try referral(work)
        #expect(rejected.status == .rejected && rejected.rejectedBecause == "full")
    }

    @Test("nobody is given up on who was not asked again")
    func giveUp() throws {
        let (work, bench) = try onSent()
        bench.type("u")
        #expect(bench.console.top is ReferralScreen)
        bench.type("hu13<F2>")
        let ended = try referral(work)
        #expect(ended.status == .ended && ended.outcome == "no_response" && ended.source == OutcomeSource.none)
    }

    @Test("to revoke it one is asked first; before it was sent it is dropped")
    func revoke() throws {
        let (work, bench) = try onSent()
        bench.type("x1")
        bench.write("she went home")
        bench.type("<F2>n")
        #expect(try referral(work).status == .sent)
        bench.type("<F2>y<End>")
        #expect(try referral(work).status == .revoked)
        #expect(bench.text.contains("she went home"))
        bench.type("<Esc><Esc>f<Enter>f")
        bench.fill("soc")
        bench.type("<Tab><Tab>")
        bench.fill("ami")
        bench.type("<F2>x1<F2>y")
        #expect(try referral(work).provider == "amicul")
        #expect(try referral(work).status == .revoked)
    }

    @Test("a client who refuses ends it; without consent it needs a reason")
    func consent() throws {
        let (work, bench) = try onNew()
        bench.type("<Tab><Tab><Tab>")
        bench.fill("raza")
        bench.type("<F2>c3<F2>")
        #expect(try referral(work).status == .declined)
        bench.type("<Esc>f<Tab><Tab><Tab>")
        bench.fill("raza")
        bench.type("<F2>c2<F2>")
        #expect(bench.text.contains("! why without consent?"))
        bench.type("1<F2>")
        #expect(try referral(work).consent == .overridden(because: "life_in_danger"))
        #expect(bench.text.contains("overridden: Life in danger"))
    }

    @Test("straight from the SOS, which it then leads back to")
    func fromEscalation() throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("o<Enter>af")
        bench.fill("safe")
        bench.type("<Tab><Tab>")
        bench.fill("capc")
        bench.type("<F2>")
        #expect(try referral(work).origin == .escalation(id: work.escalation))
        bench.type("<Enter>")
        #expect(bench.console.top is EscalationScreen)
        #expect(bench.text.contains("Centrul"))
    }

    @Test("the directory narrows as one types, without diacritics, and shows what one offers")
    func directory() throws {
        let bench = try Casework().desk()
        bench.type("rp")
        bench.write("centrul")
        #expect(bench.text.contains("Safe accommodation, Legal aid"))
        #expect(!bench.text.contains("Amicul"))
        bench.type("<Esc>")
        #expect(bench.console.top is ReferralsScreen)
    }

    @Test("the list finds by provider, service and state")
    func filter() throws {
        let (_, bench) = try onSent()
        bench.type("<Esc>/")
        bench.write("raza")
        #expect(bench.text.contains("09-0001"))
        bench.write("x")
        #expect(bench.text.contains("nothing fits"))
        bench.type("<Esc>")
        #expect(bench.text.contains("09-0001"))
    }

    @Test("every act has its title, its sentence when done, and names for its fields", arguments: Language.allCases)
    func words(language: Language) {
        let say = Say(language)
        for act in Act.all(1) {
            #expect(say.has("act.\(act.name)") && say.has("act.done.\(act.name)"), "\(act.name)")
        }
        for field in ActField.allCases {
            #expect(say.has("act.field.\(field.rawValue)") && say.has("act.missing.\(field.rawValue)"), "\(field)")
        }
        for status in Case.Status.allCases { #expect(say.has("case.status.\(status.rawValue)")) }
        for status in Referral.Status.allCases { #expect(say.has("referral.status.\(status.rawValue)")) }
        for urgency in Urgency.allCases { #expect(say.has("urgency.\(urgency.rawValue)")) }
    }

    @Test("a draft finds the act it belongs to", arguments: Act.all(7))
    func drafts(act: Act) {
        let key = act.draftKey
        let draft = Draft(
            form: key.form, subject: key.subject, fields: [:], operatorCode: "01", startedAt: Fixture.at("14:32"))
        #expect(Act(draft) == act)
    }
}
