import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("What was written of in two places at once")
struct DivergenceScreenTests {
    /// An SOS, its call, its case and a referral, each written of by 41 here and by 91 at another desk.
    private func work() throws -> (Casework, OtherDesk, CaseID, ReferralID) {
        let work = try Casework()
        let file = try work.openCase()
        let referral = try work.refer(file)
        let other = try OtherDesk(beside: work.store)
        for (store, code, time) in [(work.store, "41", "14:40"), (other.store, "91", "14:43")] {
            let at = Fixture.at(time)
            let note = store.written("what \(code) heard", at: at)
            let call = try #require(try store.call(work.call))
            try store.perform(
                [
                    .case(file, .note(note)), .referral(referral, .chase),
                    .escalation(work.escalation, .reopen(reason: "new_information", words: nil)),
                ], by: code, at: at)
            let entry = CallEntry(call.content, region: nil, note: store.written("\(code) put it right", at: at))
            let amend = CallCommand.amend(
                revision: call.revision, reason: "typing_error", started: call.started,
                ended: try #require(call.ended), entry)
            try store.perform([.call(work.call, amend)], by: "91", at: at)
        }
        try other.meet()
        return (work, other, file, referral)
    }

    @Test("the case says who wrote where and whose stands", arguments: [(80, 24), (160, 50)], Language.allCases)
    func caseScreen(size: (columns: Int, rows: Int), language: Language) throws {
        let (work, _, _, _) = try work()
        let bench = try work.desk("14:50", columns: size.columns, rows: size.rows, language: language)
        bench.type("f<Enter>")
        try Golden.expect(bench.text, "divergence-case-\(size.columns)x\(size.rows)-\(language)")
    }

    @Test("the desk lists it among what is due, for both and for the supervisor", arguments: Language.allCases)
    func due(language: Language) throws {
        let (work, _, _, _) = try work()
        let bench = try work.desk("14:50", language: language)
        try Golden.expect(bench.text, "divergence-desk-80x24-\(language)")
        #expect(bench.console.situation.due.contains { if case .divergence = $0 { true } else { false } })
        let supervisor = try work.desk("14:50", as: "91", language: language)
        #expect(supervisor.console.situation.live.divergences.count >= 3)
        let stranger = try work.desk("14:50", as: "02", language: language)
        #expect(!stranger.console.situation.due.contains { if case .divergence = $0 { true } else { false } })
    }

    @Test("whatever turns two people took at one case, it is due once")
    func turns() throws {
        let work = try Casework()
        let file = try work.openCase()
        let other = try OtherDesk(beside: work.store)
        for (store, code, time) in [
            (work.store, "41", "14:40"), (other.store, "91", "14:41"), (work.store, "41", "14:42"),
            (other.store, "91", "14:43"),
        ] {
            let at = Fixture.at(time)
            try store.perform([.case(file, .note(store.written("at \(time)", at: at)))], by: code, at: at)
        }
        try other.meet()
        let situation = try work.desk("14:50").console.situation
        #expect(situation.live.divergences.count > 1)
        #expect(situation.due.count { if case .divergence = $0 { true } else { false } } == 1)
    }

    @Test("the SOS, the call and the referral say it too", arguments: Language.allCases)
    func others(language: Language) throws {
        let (work, _, _, _) = try work()
        let bench = try work.desk("14:50", as: "91", language: language)
        for (key, name) in [("o", "escalation"), ("c", "call"), ("r", "referral")] {
            bench.type("\(key)<Enter>")
            bench.rest()
            try Golden.expect(bench.text, "divergence-\(name)-80x24-\(language)")
            bench.type("<Esc><Esc>")
        }
    }

    @Test("whoever writes with both in sight settles it, here and there")
    func settled() throws {
        let (work, other, file, _) = try work()
        let bench = try work.desk("14:50", as: "91")
        bench.type("f<Enter>")
        #expect(bench.text.contains("in two places"))
        let at = Fixture.at("14:52")
        try work.store.perform([.case(file, .note(work.store.written("both", at: at)))], by: "91", at: at)
        bench.pass(seconds: 1)
        #expect(!bench.text.contains("in two places"))
        try other.meet()
        #expect(try other.store.divergence(of: Subject(.case, file.raw)) == nil)
    }
}

@Suite("What needs everybody's work, at a desk that has joined")
struct HouseActScreenTests {
    @Test("while the server is out of reach months are shown as this desk knows them, and closed by nobody")
    func away() throws {
        let note = ServerLineTests.states[1].note
        let bench = try Bench.onDesk(as: "91", ferry: ScriptedFerry(note))
        if bench.console.top is SignInScreen { bench.type("w") }
        try Fixture.history(bench.store)
        bench.pass(seconds: 1)
        bench.type("p")
        bench.rest()
        #expect(bench.text.contains("from this desk's own store, as it was 14:01"))
        try Golden.expect(bench.text, "months-away-80x24-en")
        bench.type("cy")
        bench.rest()
        #expect(bench.text.contains("The server is out of reach since 14:02"))
        #expect(try bench.store.closings().isEmpty)
        bench.type("<Esc>c")
        #expect(bench.console.top is CallsScreen)
    }

    @Test("what was kept too long is erased on the server's store, and not at all while that is out of reach")
    func retention() throws {
        let ferry = ScriptedFerry(ServerLineTests.states[0].note)
        let bench = try Bench.onDesk(as: "91", ferry: ferry)
        bench.runner.carryOut([.retire([], listed: bench.now)])
        bench.pass(seconds: 0)
        #expect(bench.text.contains("The server is out of reach since 14:02") && ferry.looks == 0)
        ferry.server = try OtherDesk(beside: bench.store).store
        bench.runner.carryOut([.retire([], listed: bench.now)])
        bench.pass(seconds: 0)
        #expect(!bench.text.contains("out of reach") && ferry.looks == 1)
    }

    @Test("a month is closed on the server's store, and shows as closed")
    func close() throws {
        let ferry = ScriptedFerry(ServerLineTests.states[0].note)
        let bench = try Bench.onDesk(as: "91", ferry: ferry)
        if bench.console.top is SignInScreen { bench.type("w") }
        try Fixture.history(bench.store)
        let other = try OtherDesk(beside: bench.store)
        ferry.server = other.store
        bench.pass(seconds: 1)
        bench.type("p")
        bench.rest()
        bench.type("cy")
        bench.rest()
        #expect(try other.store.closings().count == 1)
        #expect(try bench.store.closings().isEmpty)
        #expect(ferry.looks == 1)
    }
}
