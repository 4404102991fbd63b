import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("Logging calls")
struct CallScenarioTests {
    @Test("an information call takes at most eight keys beside its text")
    func informationCall() throws {
        let bench = try Bench.onDesk()
        bench.type("n")
        bench.pass(seconds: 252)
        // Information, employment abroad, a relative; the note; save.
        bench.type("115")
        bench.write("asks whether a contract from an agency in Rostov is safe")
        bench.type("<F2>")
        #expect(bench.pressed <= 8)
        let call = try bench.lastCall()
        #expect(call.status == .final)
        #expect(call.content.callClass == .information)
        #expect(call.content.topics == ["employment_abroad"])
        #expect(call.content.caller == "relative")
        #expect(call.content.outcome == "information_given")
        #expect(call.content.country == "RU" && call.content.language == "ru" && call.line == "ru")
        #expect(call.ended == bench.now)
        #expect(try bench.note(of: call) == "asks whether a contract from an agency in Rostov is safe")
        #expect(bench.drafts.memory.drafts.isEmpty)
    }

    @Test("letters find a code in any language, and it is still eight keys")
    func typeAhead() throws {
        let bench = try Bench.onDesk()
        bench.type("ni<Enter>д<Enter>r<Enter>")
        bench.write("which papers")
        bench.type("<F2>")
        #expect(bench.pressed == 8)
        let call = try bench.lastCall()
        #expect(call.status == .final)
        #expect(call.content.callClass == .information)
        #expect(call.content.caller == "relative")
    }

    @Test("a silent call takes one key, without a call in progress")
    func silentCall() throws {
        let bench = try Bench.onDesk()
        bench.type("1")
        #expect(bench.pressed == 1)
        let call = try bench.lastCall()
        #expect(call.status == .final)
        #expect(call.content.code == "silent")
        #expect(call.ended == bench.now)
        #expect(bench.text.contains("Closed: Silent call"))
    }

    @Test("each key of the code list closes a call as its code", arguments: CodeLists.list(.nonCounselling).codes)
    func oneKey(code: Code) throws {
        let bench = try Bench.onDesk()
        bench.type(String(try #require(code.key)))
        #expect(try bench.lastCall().content.code == code.code)
    }

    @Test("a call in progress is closed as a prank with one key, and what was typed about it is kept")
    func prankInProgress() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("laughter")
        bench.type("<Esc>5")
        let call = try bench.lastCall()
        #expect(call.status == .final && call.content.code == "prank")
        #expect(try bench.note(of: call) == "laughter")
        #expect(bench.drafts.memory.drafts.isEmpty)
        #expect(try bench.calls().count == 1)
    }

    @Test("what is missing is said beside its field, and what there is becomes a draft")
    func missing() throws {
        let bench = try Bench.onDesk()
        bench.type("n<F4><F2>")
        #expect(bench.text.contains("! choose the class"))
        #expect(try bench.lastCall().status == .draft)
        bench.type("4<F2>")
        #expect(bench.text.contains("! choose the outcome"))
        bench.type("n<Enter><F2>")
        #expect(try bench.lastCall().status == .final)
    }

    @Test("the clock is held, goes on and ends; wrap-up is counted")
    func clock() throws {
        let bench = try Bench.onDesk()
        bench.type("n")
        bench.pass(seconds: 60)
        bench.type("<F3>")
        bench.pass(seconds: 30)
        #expect(bench.text.contains("held 0:30"))
        bench.type("<F3>")
        bench.pass(seconds: 10)
        #expect(bench.text.contains("● 1:40"))
        bench.type("<F4>")
        bench.pass(seconds: 70)
        #expect(bench.text.contains("wrap-up 1:10 of 2:00"))
        bench.pass(seconds: 70)
        #expect(bench.text.contains("! wrap-up 2:20 of 2:00"))
        #expect(try bench.lastCall().held == .seconds(30))
    }

    @Test("a call that ended earlier is entered with typed times")
    func backEntry() throws {
        let bench = try Bench.onDesk()
        bench.type("b")
        bench.write("13:05")
        bench.type("<Enter>")
        bench.write("1312")
        bench.type("<Enter>11<F2>")
        let call = try bench.lastCall()
        #expect(call.status == .final)
        #expect(call.started == Fixture.at("13:05") && call.ended == Fixture.at("13:12"))
        #expect(bench.text.contains("Call of 13:05 is entered"))
    }

    @Test(
        "times that cannot be are refused beside their field with the rule's own sentence",
        arguments: [
            ("2009-09-14 13:05", "2009-09-14 12:00", CallField.ended),
            ("1999-01-01 10:00", "1999-01-01 10:05", .started),
            ("2009-09-14 13:05", "2009-09-14 16:00", .ended), ("25:00", "13:05", .started), ("", "13:05", .started),
        ])
    func badTimes(started: String, ended: String, field: CallField) throws {
        let bench = try Bench.onDesk()
        bench.type("b")
        bench.write(started)
        bench.type("<Tab>")
        bench.write(ended)
        bench.type("<Tab>11<F2>")
        let screen = try #require(bench.console.top as? CallScreen)
        #expect(screen.form?.fields.faults[field] != nil)
        #expect(try bench.calls().isEmpty)
        // Nothing typed is lost by it.
        #expect(bench.drafts.memory.drafts.count == 1)
    }

    @Test("off shift the reason is asked for, except where the call is non-counselling")
    func offShift() throws {
        let bench = try Bench("14:32")
        bench.type("02<Enter>wn1<F2>")
        #expect(bench.text.contains("! say why"))
        bench.type("2<F2>")
        #expect(try bench.lastCall().content.offShiftReason == "covering")
        bench.pass(seconds: 300)
        bench.type("1")
        #expect(try bench.lastCall().content.code == "silent")
        #expect(try bench.lastCall().status == .final)
    }

    @Test("a final call is amended with a reason, from the revision one saw")
    func amend() throws {
        let bench = try Bench.onDesk()
        bench.type("n11<F2>")
        bench.type("<Enter>a")
        #expect(bench.text.contains("Why is the call amended?"))
        bench.type("<Enter>")
        #expect(bench.text.contains("Amending: Typing error"))
        bench.type("2<F2>")
        let call = try bench.lastCall()
        #expect(call.revision == 2 && call.content.callClass == .counselling)
        #expect(call.content.outcome == "consultation_given")
    }

    @Test("a draft is discarded with a reason and leaves a trace")
    func discard() throws {
        let bench = try Bench.onDesk()
        bench.type("n<F8>")
        #expect(bench.text.contains("Why is the call discarded?"))
        bench.type("<Enter>")
        #expect(try bench.lastCall().status == .discarded)
    }

    @Test("a call-back has a time, is due on the desk, and is made")
    func callBack() throws {
        let bench = try Bench.onDesk()
        bench.type("n11<Tab><Tab><Tab>")
        bench.write("1500")
        bench.type("<F2>")
        #expect(bench.text.contains("agreed? only yes"))
        bench.type("1<F2>")
        #expect(try bench.lastCall().content.callBackAt == Fixture.at("15:00"))
        #expect(bench.text.contains("15:00 call back"))
        bench.type("<Tab><Enter>b")
        #expect(try bench.lastCall().calledBackAt == bench.now)
    }

    @Test("an information call without a topic is said to have none, beside the field and when it is final")
    func noTopic() throws {
        let bench = try Bench.onDesk()
        bench.type("n1")
        #expect(bench.text.contains("no topic yet"))
        bench.type("<F2>")
        #expect(try bench.lastCall().status == .final)
        #expect(bench.text.contains("is final, without a topic"))
        bench.type("n11")
        #expect(!bench.text.contains("no topic yet"))
    }
}
