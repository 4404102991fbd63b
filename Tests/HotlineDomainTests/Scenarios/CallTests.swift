import Testing

@testable import HotlineDomain

@Suite("Calls")
struct CallTests {
    @Test("a silent call needs its code and nothing else: one key, at once", arguments: [false, true])
    func oneKey(held: Bool) throws {
        var desk = Desk()
        let call = try desk.startCall()
        if held { try desk.does(.call(call, .hold)) }
        let events = try desk.does(.call(call, .closeAs(code: "silent", at: desk.now)))
        #expect(events == [.call(call, .closedAs(code: "silent", ended: desk.now - .seconds(1)))])
        let final = desk.records.call(call)!
        #expect(final.status == .final && final.revision == 1 && final.content.callClass == .nonCounselling)
        #expect(desk.count(.calls, .code, "silent") == 1)
    }

    @Test(
        "every code of the list closes a call by itself", arguments: CodeLists.list(.nonCounselling).codes.map(\.code)
    )
    func everyCode(code: String) throws {
        var desk = Desk()
        try desk.does(.call(desk.startCall(), .closeAs(code: code, at: desk.now)))
        // A test call is a call of nobody.
        #expect(desk.count(.calls) == (code == "test" ? 0 : 1))
    }

    @Test(
        "a final call has its class and outcome; only the non-counselling one does without",
        arguments: zip(
            CallClass.allCases,
            [
                "call.needs_outcome", "call.needs_outcome", "call.sos_needs_escalation", "call.needs_outcome",
                "call.needs_outcome", "call.needs_code",
            ]))
    func complete(callClass: CallClass, rule: String) throws {
        var desk = Desk()
        let call = try desk.draft(CallEntry(CallContent(callClass: callClass)))
        #expect(try desk.refusal(of: .call(call, .finalise))?.rule == rule)
    }

    @Test("an amendment says which revision it saw; a second from the same revision is refused")
    func amended() throws {
        var desk = Desk()
        let call = try desk.finalCall()
        let old = desk.records.call(call)!
        var content = old.content
        content.callClass = .counselling
        content.language = "ru"
        let amendment = CallCommand.amend(
            revision: 1, reason: "wrong_class", started: old.started, ended: old.ended!, CallEntry(content))
        try desk.does(.call(call, amendment), by: "09")
        let new = desk.records.call(call)!
        #expect(new.revision == 2 && new.status == .final && new.number == old.number)
        #expect(desk.count(.calls, .class, "information") == 0 && desk.count(.calls, .class, "counselling") == 1)
        #expect(desk.count(.calls, .language, "ro") == 0 && desk.count(.calls) == 1)
        #expect(try desk.refusal(of: .call(call, amendment), by: "09")?.rule == "call.changed_meanwhile")
    }

    @Test("a transferred call stays one call with its number, and is the other operator's to write up")
    func transferred() throws {
        var desk = Desk()
        let call = try desk.startCall()
        let number = desk.records.call(call)!.number
        try desk.does(.call(call, .transfer(to: "02")))
        let transferred = desk.records.call(call)!
        #expect(transferred.operatorCode == "02" && transferred.number == number && transferred.status == .talking)
        #expect(desk.records.liveCall(of: "01") == nil)
        _ = try desk.startCall(by: "01")
    }

    @Test(
        "a call begun on the wrong line moves to the right one, with its hour on that line's clock, and keeps its number"
    )
    func lineChanged() throws {
        var desk = Desk()
        let call = try desk.startCall()
        let before = desk.records.call(call)!
        try desk.does(.call(call, .changeLine(to: "pt")))
        let moved = desk.records.call(call)!
        #expect(moved.line == "pt" && moved.number == before.number && moved.status == .talking)
        #expect(moved.placement.hour != before.placement.hour)
        #expect(try desk.does(.call(call, .changeLine(to: "pt"))) == [])
        #expect(try desk.refusal(of: .call(call, .changeLine(to: "us")))?.rule == "call.unknown_line")
        try desk.does(.call(call, .closeAs(code: "silent", at: desk.now)))
        #expect(desk.count(.calls, .line, "pt") == 1 && desk.count(.calls, .line, "md") == 0)
    }

    @Test("time on hold adds up, ends with the call, and is never less than nothing")
    func held() throws {
        var desk = Desk(at: "2009-09-14", "10:00")
        let call = try desk.startCall()
        for (time, command) in [("10:01", CallCommand.hold), ("10:03", .resume), ("10:05", .hold)] {
            desk.clock("2009-09-14", time)
            try desk.does(.call(call, command))
        }
        #expect(try desk.refusal(of: .call(call, .end(at: Desk.instant("2009-09-14", "10:04")))) != nil)
        desk.clock("2009-09-14", "10:06")
        try desk.does(.call(call, .end(at: desk.now)))
        #expect(desk.records.call(call)?.held == .minutes(3))
        #expect(desk.records.call(call)?.heldSince == nil)
    }

    @Test("a call-back is made once")
    func callBack() throws {
        var desk = Desk()
        let call = try desk.finalCall()
        #expect(desk.records.openWork(of: "01") == [.callBack(id: call)])
        try desk.does(.call(call, .callBackDone))
        #expect(desk.records.openWork(of: "01") == [])
        #expect(try desk.refusal(of: .call(call, .callBackDone))?.rule == "call.no_call_back")
    }

    @Test("a second call in one act finds the operator busy; after the first has ended it does not")
    func oneAct() throws {
        var desk = Desk()
        let (first, second): (CallID, CallID) = (desk.id(), desk.id())
        func start(_ id: CallID) -> Command {
            .call(id, .start(line: "md", at: desk.now, country: nil, language: nil))
        }
        #expect(try desk.refusal(of: start(first), start(second))?.rule == "call.operator_busy")
        try desk.does(start(first), .call(first, .closeAs(code: "hang_up", at: desk.now)), start(second))
    }
}
