import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Callers who have called before, at the desk")
struct CallerScenarioTests {
    /// Two calls of one caller, days ago.
    private func bench(
        _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, memory: DraftMemory = DraftMemory()
    ) throws -> Bench {
        let bench = try Bench.onDesk(columns: columns, rows: rows, language: language, memory: memory)
        for (date, code) in [("2009-07-01", "02"), ("2009-09-10", "01")] {
            let started = Fixture.at("10:00", BusinessDate(date)!)
            let id = bench.store.newID(Call.self, at: started)
            let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
            try bench.store.perform(
                [
                    .call(id, .enter(line: "ru", started: started, ended: started + .minutes(5), entry)),
                    .call(id, .recognise(by: .number(Private("+7 495 555 01 02")))),
                    .call(
                        id,
                        .recognise(by: .codename(bench.store.written("Рассвет", at: started + .minutes(5))))),
                    .call(id, .finalise),
                ], by: code, at: started + .minutes(5))
        }
        return bench
    }

    @Test("third call, last on 10 September, same operator: as soon as the number is in")
    func number() throws {
        let memory = DraftMemory()
        let bench = try bench(memory: memory)
        bench.type("n<C-r>")
        bench.write("0074955550102")
        #expect(!bench.text.contains("third call"))
        bench.type("<Enter>")
        #expect(bench.text.contains("third call, last on 10 September, same operator"))
        #expect(!bench.text.contains("5550102"))
        #expect(try bench.lastCall().numberKnown)
        #expect(memory.drafts.values.allSatisfy { !$0.fields.values.contains { $0.contains("5550102") } })
        bench.type("1<Esc>")
        #expect(bench.text.contains("third call, last on"))
    }

    @Test("a codename stays in its field, is known without its case, and goes when it is emptied")
    func codename() throws {
        let bench = try bench()
        bench.type("n<C-r>")
        bench.write("РАССВЕТ")
        bench.type("<Enter>")
        #expect(bench.text.contains("third call, last on 10 September, same operator"))
        #expect(bench.text.contains("РАССВЕТ"))
        bench.type("<C-r><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Enter>")
        #expect(!bench.text.contains("third call"))
        #expect(try bench.lastCall().codename == nil)
    }

    @Test("a new caller is said to be none that is known; what is no number is said beside the field")
    func first() throws {
        let bench = try bench()
        bench.type("n<C-r>")
        bench.write("+373 533 12345")
        bench.type("<F2>")
        #expect(try bench.lastCall().numberKnown)
        #expect(bench.text.contains("no earlier call known"))
        bench.type("<C-r>")
        bench.write("...")
        bench.type("<Enter>")
        #expect(bench.text.contains("A codename needs"))
    }

    @Test("a call entered afterwards takes its caller with it")
    func afterwards() throws {
        let bench = try bench()
        bench.type("b")
        bench.write("13:00")
        bench.type("<Tab>")
        bench.write("13:10")
        bench.type("<Tab>1<C-r>")
        bench.write("+7 495 555 01 02")
        bench.type("<F2>")
        let call = try bench.lastCall()
        #expect(call.numberKnown)
        #expect(try bench.store.recognition(of: call)?.calls == 3)
    }

    @Test("an information call still takes eight keys, and a silent one its one")
    func keys() throws {
        let bench = try bench()
        bench.type("n11<F2>")
        #expect(bench.pressed <= 8)
        #expect(try bench.lastCall().status == .final)
    }

    @Test("a call-back: consent, number, safe times, message; masked, shown by name, erased when made")
    func callBack() throws {
        let bench = try bench()
        bench.type("n21<Tab><Tab><Tab>")
        bench.write("1500")
        bench.type("<Tab>1")
        bench.write("069 777 888")
        bench.type("<Tab>")
        bench.write("18:00-20:30")
        bench.type("<Tab>2<F2>")
        #expect(bench.text.contains("not safe to call at that time"))
        #expect(!bench.text.contains("777") && bench.text.contains("\u{2022}\u{2022}\u{2022}"))
        bench.type("<C-u>")
        bench.write("1830")
        bench.type("<F2>")
        let call = try bench.lastCall()
        #expect(call.status == .final && call.content.callBackAt == Fixture.at("18:30"))
        #expect(call.content.callBack?.message == "no" && call.content.callBack?.safeTimes.count == 1)
        let number = try #require(call.content.callBack?.number)
        #expect(try bench.store.words(number)?.revealed == "069 777 888")
    }

    @Test("the number of a call-back is shown by name, and gone when the call is made")
    func unmask() throws {
        let bench = try bench()
        try agree(bench)
        #expect(bench.text.contains("call back, unsafe now"))
        bench.type("<Tab><Enter>")
        #expect(bench.text.contains("number \u{2022}"))
        bench.type("v")
        #expect(bench.text.contains("number 069 777 888"))
        let looked = try bench.store.audit(limit: 5).filter { $0.name == "unmasked" }
        #expect(try looked.map(\.subject.id) == [bench.lastCall().id.raw] && looked[0].stamp.by == "01")
        bench.type("b")
        #expect(!bench.text.contains("777"))
        let call = try bench.lastCall()
        #expect(call.calledBackAt != nil && call.content.callBack?.number == nil)
    }

    @Test("a call-back is withdrawn after one is asked, and is due no more")
    func withdrawn() throws {
        let bench = try bench()
        try agree(bench)
        bench.type("<Tab><Enter>w")
        #expect(bench.text.contains("Withdraw the call-back?"))
        bench.type("y")
        #expect(try bench.lastCall().content.callBackAt == nil)
        #expect(try bench.store.live(at: bench.now).callBacks.isEmpty)
    }

    private func agree(_ bench: Bench) throws {
        let id = bench.store.newID(Call.self, at: bench.now)
        let content = CallContent(
            callClass: .counselling, outcome: "call_back_agreed", callBackAt: Fixture.at("18:30"),
            callBack: CallBackTerms(consent: "yes", safeTimes: [OpeningHours("18:00-20:30")!], message: "no"))
        let number = bench.store.written("069 777 888", at: bench.now)
        try bench.store.perform(
            [
                .call(
                    id,
                    .enter(
                        line: "ru", started: bench.now - .minutes(10), ended: bench.now,
                        CallEntry(content, callBackNumber: number))), .call(id, .finalise),
            ], by: "01", at: bench.now)
        bench.pass(seconds: 1)
    }

    @Test(
        "a caller who is known, at the call, at the desk and with a call-back", arguments: ScreenTests.sizes,
        Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try bench(size.0, size.1, language)
        try agree(bench)
        bench.type("n<C-r>")
        bench.write("+7 495 555 01 02")
        bench.type("<Enter>2")
        try Golden.expect(bench.text, "caller-call-\(size.0)x\(size.1)-\(language)")
        bench.type("<Esc>")
        try Golden.expect(bench.text, "caller-desk-\(size.0)x\(size.1)-\(language)")
        bench.type("<Tab><Enter>")
        try Golden.expect(bench.text, "caller-call-back-\(size.0)x\(size.1)-\(language)")
    }
}
