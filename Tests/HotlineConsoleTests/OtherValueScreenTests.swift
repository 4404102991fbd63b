import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// Two wrote into one field. What stands is where it always is; the other is
/// read beside it, and taken up or let go without typing it again.
@Suite("What the other one wrote, on screens")
struct OtherValueScreenTests {
    private let work: Casework
    private let other: OtherDesk
    private let file: CaseID

    init() throws {
        work = try Casework()
        file = try work.openCase()
        try work.fill(file)
        other = try OtherDesk(beside: work.store)
    }

    private func set(_ store: Store, _ person: Int?, _ entries: [CaseEntry], by code: String, at time: String) throws
    {
        try store.perform([.case(file, .set(person: person, entries))], by: code, at: Fixture.at(time))
    }

    private func words(_ text: String, _ store: Store, at time: String) -> CaseEntry.Given {
        .words(store.written(text, at: Fixture.at(time)))
    }

    /// The kind of case, the plan and the first person's gender, by 41 here and by 91 elsewhere.
    private func edited() throws {
        let sides = [
            (work.store, "41", "14:40", "prevention", "Masculine", "Wait for her papers, then the shelter in Bălți."),
            (other.store, "91", "14:43", "victim", "NonConforming", "The shelter first; papers can be made there."),
        ]
        for (store, code, time, kind, gender, plan) in sides {
            let entries = [
                CaseEntry("case_type", .codes([kind])), CaseEntry("plan_actions", words(plan, store, at: time)),
            ]
            try set(store, nil, entries, by: code, at: time)
            try set(store, 1, [CaseEntry("gender", .codes([gender]))], by: code, at: time)
        }
        try other.meet()
    }

    /// The call's topic and note, by 01 here and its country by 91 elsewhere.
    private func amended() throws {
        for (store, code, time) in [(work.store, "01", "14:40"), (other.store, "91", "14:43")] {
            let call = try #require(try store.call(work.call))
            var content = call.content
            if code == "01" { content.topics = ["documents"] } else { content.country = "BE" }
            let note = code == "01" ? store.written("She has her passport again.", at: Fixture.at(time)) : nil
            let amend = CallCommand.amend(
                revision: call.revision, reason: "new_information", started: call.started,
                ended: try #require(call.ended), CallEntry(content, region: nil, note: note))
            try store.perform([.call(work.call, amend)], by: code, at: Fixture.at(time))
        }
        try other.meet()
    }

    private func others() throws -> [OtherValue] { try work.store.otherValues(of: Subject(.case, file.raw)) }

    @Test(
        "a case tells field by field what stands and what the other one wrote",
        arguments: [(80, 24), (160, 50)], Language.allCases)
    func caseScreen(size: (columns: Int, rows: Int), language: Language) throws {
        try edited()
        let bench = try work.desk("14:50", columns: size.columns, rows: size.rows, language: language)
        bench.type("f<Enter>")
        try Golden.expect(bench.text, "others-case-\(size.columns)x\(size.rows)-\(language)")
    }

    @Test("Enter puts the other's words into the form, and saving takes them up", arguments: Language.allCases)
    func takenUp(language: Language) throws {
        try edited()
        let bench = try work.desk("14:50", language: language)
        bench.type("f<Enter>")
        let route = Route.takeUp(.value("plan_actions", person: nil), .file, in: file)
        while case let screen as CaseScreen = bench.console.top, screen.pane.route != route { bench.type("<Down>") }
        bench.type("<Enter>")
        try Golden.expect(bench.text, "others-taken-80x24-\(language)")
        bench.type("<F2>")
        let plan = try #require(try work.store.case(file)?.values["plan_actions"]?.words)
        #expect(try work.store.words(plan)?.revealed == "Wait for her papers, then the shelter in Bălți.")
        #expect(try Set(others().map(\.field)) == [.value("case_type", person: nil), .value("gender", person: 1)])
    }

    @Test("one key says that what stands is right, of everything in the case")
    func letStand() throws {
        try edited()
        let before = try #require(try work.store.case(file))
        let bench = try work.desk("14:50")
        bench.type("f<Enter>y")
        #expect(try others() == [])
        let after = try #require(try work.store.case(file))
        #expect(after.values["case_type"] == before.values["case_type"])
        #expect(after.person(1)?.values["gender"] == .codes(codes: ["NonConforming"]))
        let plan = try #require(after.values["plan_actions"]?.words)
        #expect(try work.store.words(plan)?.revealed == "The shelter first; papers can be made there.")
        #expect(bench.text.contains("what stands is right"))
        try other.meet()
        #expect(try other.store.otherValues(of: Subject(.case, file.raw)) == [])
    }

    @Test("a call tells what the other one wrote; taking it up amends it", arguments: Language.allCases)
    func call(language: Language) throws {
        try amended()
        let bench = try work.desk("14:50", as: "91", language: language)
        bench.type("c<Enter>")
        bench.rest()
        try Golden.expect(bench.text, "others-call-80x24-\(language)")
        bench.type("t")
        bench.type("<Enter>")
        try Golden.expect(bench.text, "others-call-taken-80x24-\(language)")
        bench.type("<F2>")
        let call = try #require(try work.store.call(work.call))
        #expect(call.content.topics == ["documents"] && call.content.country == "BE")
        let note = try #require(call.content.note)
        #expect(try work.store.words(note)?.revealed == "She has her passport again.")
        #expect(try work.store.otherValues(of: Subject(.call, work.call.raw)) == [])
    }

    @Test("the other's value is told also when the message about both is over")
    func outlasts() throws {
        try amended()
        let sign = CallCommand.recognise(by: .number(Private("+373 533 20000")))
        try work.store.perform([.call(work.call, sign)], by: "91", at: Fixture.at("14:45"))
        let bench = try work.desk("14:50", as: "91")
        bench.type("c<Enter>")
        bench.rest()
        #expect(!bench.text.contains("in two places"))
        #expect(bench.text.contains("written elsewhere") && bench.text.contains("topic, 01 at 14:40: Documents"))
    }

    @Test("who is not to read what stands in a call reads nothing the other one said, and codes as before")
    func withheld() throws {
        try amended()
        let subject = Subject(.call, work.call.raw)
        #expect(try Others(of: subject, in: work.store, isReadable: true).values.count == 2)
        let codes = try Others(of: subject, in: work.store, isReadable: false)
        #expect(codes.values.map(\.field) == [.call(.topic)] && codes.words.isEmpty)
    }

    @Test("two who wrote the same words have nothing to choose")
    func alike() throws {
        for (store, code, time) in [(work.store, "41", "14:40"), (other.store, "91", "14:43")] {
            try set(
                store, nil, [CaseEntry("plan_actions", words("The shelter first.", store, at: time))], by: code,
                at: time)
        }
        try other.meet()
        #expect(try others().count == 1)
        #expect(try Others(of: Subject(.case, file.raw), in: work.store, isReadable: true).isEmpty)
    }
}
