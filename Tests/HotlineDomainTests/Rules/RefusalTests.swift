import Testing
import Wording

@testable import HotlineDomain

@Suite("Refusals")
struct RefusalTests {
    @Test("every rule there is stands in the way of something", arguments: RefusalCase.all)
    func stands(refused: RefusalCase) throws {
        var desk = Desk()
        let command = try refused.arrange(&desk)
        let refusal = try #require(try desk.refusal(of: command, by: refused.actor))
        #expect(refusal.rule == refused.rule)
        for language in Language.allCases {
            let sentence = Say(language)(refusal.sentence, refusal.details)
            #expect(!sentence.contains("{"), "\(language): no detail fills \(sentence)")
        }
    }

    @Test("no rule is left that nothing here runs into")
    func noneIsLeft() {
        // Passphrases are the store's to judge, and its tests run into those rules.
        let signIn = SignInRule.allCases.map(\.rawValue)
        // So is when a list was made, and what somebody types for a line of times.
        let times = RetentionRule.allCases.map(\.rawValue)
        // Figures are the reports' to judge.
        let packs = [PackRule.balance, .countsDisagree, .linkedFamilies, .unevenWindows, .notMonths].map(\.rawValue)
        // What is carried between stores is judged by whoever takes it, and what a desk may not do alone by the program.
        let together = ShipmentRule.allCases.map(\.rawValue) + ServerRule.allCases.map(\.rawValue)
        // The store knows which marks are free.
        let marks = [DeskRule.noneFree.rawValue]
        let known = Set(RefusalCase.all.map(\.rule) + signIn + times + packs + together + marks)
        #expect(Set(Rules.all).subtracting(known).sorted() == [])
        #expect(Set(Rules.all).count == Rules.all.count)
    }

    @Test("an unknown code lists the nearest ones")
    func nearest() throws {
        var desk = Desk()
        let call = try desk.startCall()
        let refusal = try desk.refusal(of: .call(call, .closeAs(code: "plank", at: desk.now)))
        #expect(refusal?.rule == "call.unknown_code")
        #expect(refusal?.details["list"] == "non_counselling")
        #expect(refusal?.details["nearest"]?.hasPrefix("prank") == true)
    }

    @Test("an act is whole or not at all: the refusal of its last command undoes the first")
    func whole() throws {
        var desk = Desk()
        let call: CallID = desk.id()
        let enter = Command.call(
            call, .enter(line: "md", started: desk.now - .minutes(5), ended: desk.now, .sos))
        #expect(throws: Refusal.self) { try desk.does(enter, .call(call, .finalise)) }
        #expect(desk.records.call(call) == nil)
        #expect(desk.journal.isEmpty)
        _ = try desk.finalCall()
        #expect(desk.records.calls.values.map(\.number) == ["09-0001"])
    }

    @Test("what somebody typed for a code neither steers a terminal nor fills a screen")
    func detailsArePrintable() throws {
        var desk = Desk()
        let typed = "\u{1B}[2J\u{202E}" + String(repeating: "x", count: 10_000_000)
        let command = CallCommand.save(CallEntry(CallContent(caller: typed)))
        let call = try desk.startCall()
        let refusal = try desk.refusal(of: .call(call, command))
        let shown = try #require(refusal?.details["code"])
        #expect(shown.hasPrefix("[2Jxxx") && shown.count < 100)
        let line = try desk.refusal(
            of: .call(desk.id(), .start(line: typed, at: desk.now, country: nil, language: nil)))
        #expect(line?.details["line"]?.count == 398, "the first 400 without the two that steer")
    }
}
