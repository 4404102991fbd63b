import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// The operator's own telephone beside the desk.
@Suite("The telephone rings")
struct TelephoneTests {
    private func bench(columns: Int = 80, rows: Int = 24, language: Language = .en) throws -> (Bench, BenchSwitch) {
        let bench = try Bench.onDesk(columns: columns, rows: rows, language: language)
        return (bench, BenchSwitch(bench))
    }

    /// Two calls from this number before, the last one to 01 the day before.
    private func knownCaller(_ bench: Bench, _ number: String) throws {
        for (date, code) in [("2009-09-10", "02"), ("2009-09-13", "01")] {
            let at = Fixture.at("10:00", BusinessDate(date)!)
            let id: CallID = bench.store.newID(at: at)
            let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
            try bench.store.perform(
                [
                    .call(id, .enter(line: "ru", started: at, ended: at + .minutes(3), entry)),
                    .call(id, .recognise(by: .number(Private(number)))), .call(id, .finalise),
                ], by: code, at: at + .minutes(4))
        }
    }

    @Test("a ring stands in the rule under the head, on the desk and over a form", arguments: Language.allCases)
    func screens(language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let (bench, phone) = try bench(columns: columns, rows: rows, language: language)
            try knownCaller(bench, "+373 533 12345")
            try phone.tell(phone.waits("1", country: "MD", number: "0037353312345"), phone.waits("2", line: "eu"))
            bench.wait(.seconds(9))
            try phone.tell(phone.rings("1"))
            bench.pass(seconds: 12)
            try Golden.expect(bench.text, "telephone-rings-\(columns)x\(rows)-\(language)")
            bench.type("b")
            try phone.tell(phone.answers("1"))
            bench.pass(seconds: 42)
            try Golden.expect(bench.text, "telephone-on-line-\(columns)x\(rows)-\(language)")
            try phone.tell(phone.hangsUp("1"))
            try Golden.expect(bench.text, "telephone-over-\(columns)x\(rows)-\(language)")
            bench.type("<C-n>")
            try Golden.expect(bench.text, "telephone-taken-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("a ring shows line, country, language, third call and since when; it moves nothing and opens nothing")
    func ring() throws {
        let (bench, phone) = try bench(columns: 160, rows: 50)
        try knownCaller(bench, "+373 533 12345")
        try phone.tell(phone.waits("1", country: "MD", number: "0037353312345"), phone.rings("1"))
        bench.pass(seconds: 12)
        let strip = bench.surface.lines[2]
        for part in [
            "rings 0:12", "Russia", "Moldova", "Russian", "third call, last on 13 September, same operator", "Ctrl-N",
        ]
        where !strip.contains(part) {
            Issue.record("\(part) is not in \(strip)")
        }
        #expect(bench.console.top is DeskScreen && bench.console.overlay == nil)
        #expect(!bench.text.contains("12345"))
    }

    @Test("the key takes a ring into a call of its line and country; the answer sets its clock")
    func taken() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1", line: "eu", country: "NL"), phone.rings("1", "eu"))
        bench.pass(seconds: 5)
        bench.type("a")
        #expect(bench.console.top is CallScreen)
        let call = try bench.lastCall()
        #expect(call.line == "eu" && call.content.country == "NL" && call.status == .talking)
        bench.wait(.seconds(7))
        try phone.tell(phone.answers("1", "eu"))
        #expect(try bench.lastCall().started == bench.now)
        #expect(!bench.surface.lines[2].contains("on the line"))
        #expect(try bench.calls().count == 1)
    }

    @Test("answered on the telephone while the desk lies idle, the call opens with the clock since the answer")
    func opens() throws {
        let (bench, phone) = try bench()
        bench.pass(seconds: 5)
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.wait(.seconds(4))
        try phone.write([phone.answers("1")])
        let answered = bench.now
        bench.pass(seconds: 3)
        #expect(bench.console.top is CallScreen)
        #expect(try bench.lastCall().started == answered)
        #expect(bench.text.contains("0:03"))
        bench.pass(seconds: 60)
        try phone.tell(phone.hangsUp("1"))
        let call = try bench.lastCall()
        #expect(call.status == .wrapUp && call.ended == bench.now)
        #expect(bench.text.contains("has hung up after 1:03"))
        #expect(bench.console.top is CallScreen)
    }

    @Test("while a hand moves nothing opens; two seconds after the last key it does, once")
    func movingHand() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1"), phone.rings("1"))
        for _ in 0..<5 {
            bench.type("<Down>")
            try phone.tell(phone.answers("1"))
            #expect(bench.console.top is DeskScreen)
            #expect(bench.surface.lines[2].contains("on the line"))
            bench.pass(seconds: 1)
        }
        bench.pass(seconds: 1)
        #expect(bench.console.top is CallScreen)
        bench.type("<Esc>")
        bench.pass(seconds: 10)
        #expect(bench.console.top is DeskScreen, "what was left stays left")
        #expect(try bench.calls().count == 1)
    }

    @Test("whoever types is told, and one key opens the call over the form, which is found again as it was")
    func overForm() throws {
        let (bench, phone) = try bench()
        bench.type("b<Tab><Tab>")
        bench.write("1")
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.write("2")
        try phone.tell(phone.answers("1"))
        bench.write("3")
        bench.pass(seconds: 42)
        #expect(bench.surface.lines[2].contains("on the line for 0:42"))
        #expect(try bench.calls().isEmpty)
        let form = (bench.console.top as? CallScreen)?.form?.fields.values
        bench.type("<C-n>")
        let call = try bench.lastCall()
        #expect(call.started == bench.now - .seconds(42))
        #expect((bench.console.top as? CallScreen)?.id == call.id)
        bench.type("<Esc>")
        #expect((bench.console.top as? CallScreen)?.form?.fields.values == form)
    }

    @Test("a ring that ends goes with a word, and the word goes too")
    func gone() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.wait(.seconds(38))
        try phone.tell(phone.givesUp("1"))
        #expect(bench.surface.lines[2].contains("Russia: the caller gave up after 0:38"))
        bench.pass(seconds: 11)
        #expect(!bench.surface.lines[2].contains("gave up"))
        try phone.tell(phone.waits("2"), phone.rings("2"), phone.rings("2", at: "02"))
        try phone.tell(phone.answers("2", by: "02"))
        #expect(bench.surface.lines[2].contains("02 has answered"))
        #expect(try bench.calls().isEmpty)
        // One who has hung up waits for the word, not the other way round.
        try phone.tell(phone.waits("3"), phone.rings("3"))
        bench.type("<Down>")
        try phone.tell(phone.answers("3"), phone.hangsUp("3"))
        try phone.tell(phone.waits("4"), phone.rings("4"))
        try phone.tell(phone.givesUp("4"))
        #expect(bench.surface.lines[2].contains("gave up"))
        bench.pass(seconds: 11)
        #expect(bench.surface.lines[2].contains("not written up"))
    }

    @Test("a caller passed on to another operator is one call: with what was typed, and nobody loses a letter")
    func passedOn() throws {
        let (first, phone) = try bench()
        let second = try Bench("14:32", store: first.store)
        second.type("02<Enter>")
        first.pass(seconds: 5)
        try phone.tell(phone.waits("1"), phone.rings("1"))
        try phone.tell(phone.answers("1"))
        let call = try first.lastCall()
        first.type("<Tab><Tab><Tab>")
        first.write("speaks German")
        try phone.tell(phone.hangsUp("1", by: .transfer))
        #expect(try first.lastCall().status == .talking)
        #expect(try first.note(of: first.lastCall()) == "speaks German")
        first.write(" only")
        try phone.tell(phone.waits("1", line: "eu"), phone.rings("1", "eu", at: "02"))
        second.pass(seconds: 6)
        #expect(second.surface.lines[2].contains("passed on"))
        try phone.tell(phone.answers("1", "eu", by: "02"))
        second.pass(seconds: 1)
        #expect((second.console.top as? CallScreen)?.id == call.id)
        let taken = try second.lastCall()
        #expect(taken.operatorCode == "02" && taken.started == call.started)
        #expect(try second.note(of: taken) == "speaks German only")
        first.pass(seconds: 1)
        first.write(", no Russian")
        let form = (first.console.top as? CallScreen)?.form
        #expect(form?.fields.text(.note) == "speaks German only, no Russian")
        #expect(first.console.notice?.key == nil || first.console.top is CallScreen)
        try phone.tell(phone.hangsUp("1", "eu"))
        #expect(try first.lastCall().status == .wrapUp)
        #expect(try first.calls().count == 1)
    }

    @Test("a call begun by hand is left alone, and makes no second one of the same caller")
    func byHand() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.type("n")
        try phone.tell(phone.answers("1"))
        bench.pass(seconds: 30)
        try phone.tell(phone.hangsUp("1"))
        let call = try bench.lastCall()
        #expect(call.status == .talking && call.visit == nil)
        bench.type("<F5>1")
        bench.type("<Enter>")
        bench.pass(seconds: 10)
        #expect(try bench.calls().count == 1)
        #expect(bench.console.situation.telephone.first == nil)
    }

    @Test("SOS while somebody types is of whoever is on the line, with the clock since the answer")
    func sos() throws {
        let (bench, phone) = try bench()
        bench.type("b<Tab>")
        try phone.tell(phone.waits("1", line: "eu"), phone.rings("1", "eu"))
        try phone.tell(phone.answers("1", "eu"))
        let answered = bench.now
        bench.pass(seconds: 20)
        bench.type("<F9>")
        let call = try bench.lastCall()
        #expect(call.started == answered && call.line == "eu" && call.escalation != nil && call.visit != nil)
        #expect((bench.console.top as? CallScreen)?.id == nil, "the form is still there")
        bench.wait(.seconds(9))
        try phone.tell(phone.hangsUp("1", "eu"))
        #expect(try bench.lastCall().status == .wrapUp)
    }

    @Test("SOS while it rings is of who rings, on the line that rings")
    func sosWhileItRings() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1", line: "eu"), phone.rings("1", "eu"))
        bench.type("<F9>")
        let call = try bench.lastCall()
        #expect(call.line == "eu" && call.escalation != nil && call.visit != nil)
        #expect(try bench.calls().count == 1)
    }

    @Test("of a switch that is not heard any more nobody is said to be on the line")
    func silentSwitch() throws {
        let (bench, phone) = try bench()
        bench.type("b<Tab>")
        try phone.tell(phone.waits("1"), phone.rings("1"), phone.answers("1"))
        #expect(bench.console.situation.telephone.first != nil)
        let down = LinkStateCommand.begin(
            source: "switch", .down, trouble: LinkState.bridgeStopped, at: bench.now + .seconds(1))
        try bench.store.perform(
            [.linkState(bench.store.newID(at: bench.now), down)], by: Stamp.systemCode, at: bench.now + .seconds(1))
        bench.pass(seconds: 2)
        #expect(bench.console.situation.telephone.first == nil)
        bench.type("<F9>")
        #expect(try bench.lastCall().visit == nil && bench.lastCall().escalation != nil)
    }

    @Test("SOS from the desk is of who is on the line, not of whom one still writes about")
    func sosBesideWrapUp() throws {
        let (bench, phone) = try bench()
        bench.type("n")
        bench.pass(seconds: 30)
        bench.type("<F4><Esc>")
        let first = try bench.lastCall()
        bench.pass(seconds: 10)
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.type("<Down>")
        try phone.tell(phone.answers("1"))
        bench.type("s")
        #expect(try bench.store.call(first.id)?.escalation == nil)
        #expect(try bench.calls().count == 2)
        #expect(try bench.lastCall().escalation != nil && bench.lastCall().visit != nil)
    }

    @Test("a silent caller on the line is one key, with the times of the switch")
    func oneKey() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.type("<Down>")
        try phone.tell(phone.answers("1"))
        let answered = bench.now
        bench.wait(.seconds(9))
        bench.type("<Down>")
        try phone.tell(phone.hangsUp("1"))
        bench.type("1")
        let call = try bench.lastCall()
        #expect(call.status == .final && call.content.callClass == .nonCounselling)
        #expect(call.started == answered && call.ended == answered + .seconds(9))
        #expect(bench.console.top is DeskScreen)
        #expect(bench.console.situation.telephone.first == nil)
    }

    @Test("nothing is shown or opened at a desk that is locked, or where nobody has signed in")
    func locked() throws {
        let (bench, phone) = try bench()
        bench.type("<C-x>")
        try phone.tell(phone.waits("1", country: "MD"), phone.rings("1"))
        try phone.tell(phone.answers("1"))
        bench.pass(seconds: 30)
        #expect(!bench.text.contains("line") && !bench.text.contains("MD"))
        #expect(try bench.calls().isEmpty)
        let other = try Bench(store: bench.store)
        #expect(other.surface.lines[2].allSatisfy { $0 == "\u{2500}" })
    }

    @Test("an idle console wakes to nothing: the same second draws the same screen")
    func idle() throws {
        let (bench, phone) = try bench()
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.pass(seconds: 1)
        let text = bench.text
        bench.runner.tick()
        bench.runner.show()
        #expect(bench.text == text)
    }
}

/// What somebody types is theirs, whatever the switch does meanwhile.
@Suite("Typing while the telephone rings")
struct TypingUnderRingTests {
    /// Keys that stay in a form: letters of three scripts, moves, deletions, a paste.
    private static let keys: [Key] =
        "abcdenopsxzхжșț0123459 ,.".unicodeScalars.map { Key.character($0) } + [
            .tab, .shiftTab, .left, .right, .backspace, .home, .end, .control("w"), .delete,
        ]

    private struct Typed: Equatable {
        var fields: [[String: String]]
        var drafts: [[String: String]]
        var titles: [String]
    }

    private func typed(_ bench: Bench) -> Typed {
        Typed(
            fields: bench.console.screens.compactMap { ($0 as? CallScreen)?.form?.fields.values },
            drafts: bench.drafts.memory.drafts.values.map(\.fields).sorted { "\($0)" < "\($1)" },
            titles: bench.console.screens.map { type(of: $0).title })
    }

    /// Anything a switch may tell, in any order, of a few callers.
    private func event(_ phone: BenchSwitch, _ random: inout SeededRandom) -> SwitchEvent {
        let call = "\(Int.random(in: 1...4, using: &random))"
        let code = ["01", "01", "02"].randomElement(using: &random)!
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: return phone.waits(call, country: "MD", number: "+373 533 1234\(call)")
        case 2, 3: return phone.rings(call, at: code)
        case 4: return phone.answers(call, by: code)
        case 5: return phone.hangsUp(call, by: [.caller, .transfer, .operator].randomElement(using: &random)!)
        case 6: return phone.givesUp(call)
        default: return .offerEnded(phone.id(call), to: code, at: Fixture.at("14:32"))
        }
    }

    /// Half of them over a call entered afterwards, and one of each that is new in each run.
    private static let seeds: [UInt64] = [1, 2, 3, 4] + [0, 1].map { .random(in: 1...(.max / 2)) * 2 + $0 }

    @Test("every letter is where it would be without a switch", arguments: seeds)
    func property(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (quiet, loud) = (try Bench.onDesk(), try Bench.onDesk())
        let phone = BenchSwitch(loud)
        // A call entered afterwards, or one that is on the line.
        let form = seed.isMultiple(of: 2) ? "b" : "n"
        quiet.type(form)
        loud.type(form)
        for _ in 0..<120 {
            if Int.random(in: 0..<3, using: &random) == 0 { try phone.tell(event(phone, &random)) }
            if Int.random(in: 0..<6, using: &random) == 0 {
                quiet.pass(seconds: 1)
                loud.pass(seconds: 1)
            }
            let key = Self.keys.randomElement(using: &random)!
            for bench in [quiet, loud] {
                bench.runner.take(.key(key))
                bench.runner.show()
            }
            #expect(typed(loud) == typed(quiet), "seed \(seed)")
        }
    }
}

/// The same numbers for the same seed (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
