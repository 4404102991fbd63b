import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Handing over")
struct HandoverTests {
    /// 01 at the end of the day with a draft, an SOS nobody took and a call-back, on the way off shift.
    private func leaving(
        with colleagues: [String] = ["02"], time: String = "19:40", columns: Int = 80, rows: Int = 24,
        language: Language = .en, memory: DraftMemory = DraftMemory()
    ) throws -> Bench {
        let bench = try Bench.onDesk(
            time, with: colleagues, columns: columns, rows: rows, language: language, memory: memory)
        let store = bench.store
        let draft = store.newID(Call.self, at: bench.now)
        let sos = store.newID(Call.self, at: bench.now)
        let back = store.newID(Call.self, at: bench.now)
        let agreed = CallContent(
            callClass: .counselling, country: "RU", topics: ["documents"], outcome: "call_back_agreed",
            callBackAt: bench.now + .hours(14), callBack: CallBackTerms(consent: "yes"))
        let ended = bench.now - .minutes(10)
        try store.perform(
            [
                .call(
                    draft, .enter(line: "ru", started: ended - .minutes(30), ended: ended, CallEntry(CallContent()))),
                .call(sos, .enter(line: "ru", started: ended - .minutes(9), ended: ended, CallEntry(CallContent()))),
                .escalation(store.newID(Escalation.self, at: bench.now), .raise(call: sos)),
                .call(sos, .save(CallEntry(CallContent(callClass: .sos, outcome: "escalated")))),
                .call(sos, .finalise),
                .call(back, .enter(line: "ru", started: ended - .minutes(60), ended: ended, CallEntry(agreed))),
                .call(back, .finalise),
            ], by: "01", at: bench.now)
        bench.pass(seconds: 1)
        bench.type("tx")
        return bench
    }

    /// 03 signs on for the night on the same store.
    private func follower(_ bench: Bench, columns: Int = 80, rows: Int = 24) throws -> Bench {
        try Fixture.signOn(["03"], bench.store, at: bench.now)
        let other = try Bench("19:45", store: bench.store, columns: columns, rows: rows)
        other.type("03<Enter>th")
        return other
    }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try leaving(columns: size.0, rows: size.1, language: language)
        bench.write("The door code has changed, ask 91.")
        bench.type("<Enter>")
        bench.write("Rază calls again at nine")
        try Golden.expect(bench.text, "handover-building-\(size.0)x\(size.1)-\(language)")
        bench.type("<F2>")
        try Golden.expect(bench.text, "handover-offered-\(size.0)x\(size.1)-\(language)")
    }

    @Test("what is open is listed, notes are added, and all of it is offered; until then nothing has ended")
    func offer() throws {
        let bench = try leaving()
        #expect(bench.console.top is HandoverScreen)
        #expect(bench.text.contains("SOS 09-0002") && bench.text.contains("finish call 09-0001"))
        #expect(bench.text.contains("call back 09-0003"))
        bench.write("The door code has changed.")
        bench.type("<Enter>")
        bench.write("Tea is out.")
        bench.type("<F2>")
        let handover = try #require(try bench.store.openHandovers().first)
        #expect(handover.items.count == 5)
        #expect(try bench.store.currentShift(of: "01")?.status == .handingOver)
        #expect(bench.text.contains("01 stays responsible: 5 of 5 items wait"))
        #expect(bench.drafts.memory.drafts.isEmpty)
        bench.type("<Esc>")
        #expect(bench.text.contains("01 hands over and stays responsible: 5 items wait"))
    }

    @Test(
        "a task says its day before its words, and the free places stand there before it is offered",
        arguments: Language.allCases)
    func taskAndPlaces(language: Language) throws {
        let bench = try leaving(language: language)
        let store = bench.store
        var hotline = try store.hotline()
        hotline.providers.append(
            Provider(
                code: "shelter", name: "Centrul de asistență și protecție", services: ["safe_accommodation"],
                places: 24))
        let what = store.written(
            "Ask the embassy in Ankara whether the papers of the two sisters have come, and tell the centre.",
            at: bench.now)
        try store.perform([.hotline(.apply(hotline))], by: Stamp.systemCode, at: bench.now)
        try store.perform(
            [
                .entry(
                    store.newID(Entry.self, at: bench.now),
                    .add(.task(.init(responsible: "01", due: Fixture.date)), what: what))
            ], by: "01", at: bench.now)
        bench.pass(seconds: 1)
        let say = Say(language)
        let task = say("handover.task", ["what": "", "date": bench.console.situation.shortDay(Fixture.date)])
        let places = say("handover.places", ["free": "24", "places": "24", "provider": ""])
        for text in [task, places] { #expect(bench.text.contains(text.dropLast()), "\(bench.text)") }
        try Golden.expect(bench.text, "handover-task-80x24-\(language)")
        bench.type("<F2>")
        for text in [task, places] { #expect(bench.text.contains(text.dropLast()), "\(bench.text)") }
    }

    @Test("each letter of a note is on disk, and after a kill the next start goes on with it")
    func drafts() throws {
        let memory = DraftMemory()
        let bench = try leaving(memory: memory)
        bench.write("first")
        bench.type("<Enter>")
        bench.write("sec")
        #expect(memory.drafts.values.first?.fields == ["note": "sec", "note.1": "first"])
        let next = try Bench("19:50", store: bench.store, memory: memory)
        next.type("01<Enter>")
        #expect(next.text.contains("Notes for a handover"))
        next.type("c")
        #expect(next.console.top is HandoverScreen)
        next.write("ond")
        #expect(next.text.contains("note: first") && next.text.contains("second"))
    }

    @Test("Esc keeps the notes, and a note that is ready can be written on")
    func escape() throws {
        let bench = try leaving()
        bench.write("first")
        bench.type("<Enter><Esc>h")
        #expect(bench.text.contains("note: first"))
        bench.type("<Backspace>")
        bench.write("!")
        #expect(bench.text.contains("first!") && !bench.text.contains("note: first"))
    }

    @Test("whoever follows acknowledges with one key an item, and the last one ends the shift")
    func acknowledge() throws {
        let bench = try leaving()
        bench.type("<F2>")
        bench.type("a")
        #expect(bench.text.contains("Whoever follows acknowledges it"))
        let other = try follower(bench)
        #expect(other.console.top is HandoverScreen)
        other.type("aa")
        #expect(try bench.store.currentShift(of: "01")?.status == .handingOver)
        other.type("a")
        #expect(try bench.store.currentShift(of: "01") == nil)
        #expect(other.text.contains("Everything is taken over; the shift of 01 is ended"))
        #expect(try bench.store.openWork(of: "03", at: bench.now).count == 3)
        #expect(try bench.store.openWork(of: "01", at: bench.now).isEmpty)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("Every item is acknowledged"))
    }

    @Test("while somebody follows nothing is parked; when nobody does, one key parks all after a question")
    func park() throws {
        let followed = try leaving()
        followed.type("<F2>Py")
        #expect(try followed.store.openHandovers().first?.items.allSatisfy { $0.state == .open } ?? false)
        let alone = try leaving(with: [], time: "14:00")
        alone.type("<F2>P<Esc>")
        #expect(try alone.store.currentShift(of: "01") != nil)
        alone.type("Py")
        #expect(try alone.store.currentShift(of: "01") == nil)
        #expect(alone.text.contains("parked: the supervisor answers for them"))
    }

    @Test("a note is read in full over the list at 80 columns")
    func look() throws {
        let bench = try leaving()
        bench.write("one two three")
        bench.type("<F2><End><Enter>")
        #expect(bench.text.contains("one two three"))
        bench.type("<Esc>")
        #expect(bench.console.top is HandoverScreen)
    }

    @Test("a call begun after the offer joins it: the last item does not end the shift under the caller")
    func joins() throws {
        let bench = try leaving()
        bench.type("<F2><Esc><Esc>n<Esc>")
        let other = try follower(bench)
        other.type("a")
        #expect(other.text.contains("1 item opened since the offer; it joins the handover"))
        #expect(other.text.contains("● call 09-0004, on the line with 01"))
        other.type("aa")
        #expect(try bench.store.currentShift(of: "01")?.status == .handingOver)
        other.type("a")
        #expect(other.text.contains("Call 09-0004 is still on the line with operator 01. Item"))
        bench.type("e")
        other.pass(seconds: 1)
        other.type("a")
        #expect(try bench.store.currentShift(of: "01") == nil)
        #expect(other.text.contains("Everything is taken over; the shift of 01 is ended"))
    }

    @Test("what was typed into a call and not saved goes with it, and is not left in the drafts of who leaves")
    func typedGoesAlong() throws {
        let bench = try leaving()
        bench.type("<Esc><Esc>n1<Tab><Tab>")
        bench.write("Rază asks for the lawyer")
        bench.type("<Esc>e<Esc>tx<F2>")
        #expect(bench.drafts.memory.drafts.isEmpty)
        let call = try #require(try bench.store.call(number: "09-0004"))
        #expect(call.status == .draft && call.content.callClass == .information)
        let note = try #require(call.content.note)
        #expect(try bench.store.words(note)?.revealed == "Rază asks for the lawyer")
    }

    @Test("a refusal that is longer than the line is said whole")
    func longNotice() throws {
        let bench = try leaving(with: ["02"])
        bench.type("<F2>py")
        let words = bench.text.split { $0.isWhitespace || $0 == "─" }
        #expect(words.joined(separator: " ").contains("Hand the item over to them; only a supervisor parks it."))
    }
}
