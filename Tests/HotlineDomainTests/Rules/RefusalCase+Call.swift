@testable import HotlineDomain

extension RefusalCase {
    static let calls: [RefusalCase] = [
        RefusalCase("call.unknown") { desk in .call(desk.id(), .hold) },
        RefusalCase("call.exists") { desk in
            .call(try desk.startCall(), .start(line: "md", at: desk.now, country: nil, language: nil))
        },
        RefusalCase("call.unknown_code") { desk in
            .call(try desk.startCall(), .save(CallEntry(CallContent(country: "Moldova"))))
        },
        RefusalCase("call.not_talking") { desk in .call(try desk.call(in: .held), .transfer(to: "02")) },
        RefusalCase("call.not_held") { desk in .call(try desk.startCall(), .resume) },
        RefusalCase("call.not_in_progress") { desk in .call(try desk.draft(), .end(at: desk.now)) },
        RefusalCase("call.still_talking") { desk in .call(try desk.startCall(), .finalise) },
        RefusalCase("call.already_final") { desk in .call(try desk.finalCall(), .save(.information)) },
        RefusalCase("call.not_final") { desk in .call(try desk.draft(), amendment(desk)) },
        RefusalCase("call.discarded") { desk in .call(try desk.call(in: .discarded), .finalise) },
        RefusalCase("call.needs_class") { desk in
            .call(try desk.draft(CallEntry(CallContent(outcome: "unknown"))), .finalise)
        },
        RefusalCase("call.needs_outcome") { desk in
            .call(try desk.draft(CallEntry(CallContent(callClass: .counselling))), .finalise)
        },
        RefusalCase("call.needs_code") { desk in
            .call(try desk.draft(CallEntry(CallContent(callClass: .nonCounselling))), .finalise)
        },
        RefusalCase("call.code_without_class") { desk in
            .call(try desk.startCall(), .save(CallEntry(CallContent(callClass: .information, code: "prank"))))
        },
        RefusalCase("call.sos_needs_escalation") { desk in .call(try desk.draft(.sos), .finalise) },
        RefusalCase("call.escalated_is_sos") { desk in
            let escalation = try desk.escalation(in: .assigned)
            return .call(desk.records.escalation(escalation)!.call, .discard(reason: "entered_by_mistake"))
        },
        RefusalCase("call.not_escalated") { desk in
            let entry = CallEntry(CallContent(callClass: .information, outcome: "escalated"))
            return .call(try desk.draft(entry), .finalise)
        },
        RefusalCase("call.changes_nothing") { desk in
            let call = try desk.finalCall()
            let known = desk.records.call(call)!
            return .call(
                call,
                .amend(
                    revision: 1, reason: "typing_error", started: known.started, ended: known.ended!,
                    CallEntry(known.content)))
        },
        RefusalCase("call.changed_meanwhile") { desk in
            let call = try desk.finalCall()
            try desk.does(.call(call, amendment(desk)), by: "09")
            return .call(call, amendment(desk))
        },
        RefusalCase("call.needs_reason") { desk in .call(try desk.draft(), .discard(reason: "")) },
        RefusalCase("call.unknown_operator") { desk in .call(try desk.startCall(), .transfer(to: "04")) },
        RefusalCase("call.already_theirs") { desk in .call(try desk.startCall(), .transfer(to: "01")) },
        RefusalCase("call.no_call_back") { desk in .call(try desk.draft(.silent), .callBackDone) },
        RefusalCase("call.operator_busy") { desk in
            _ = try desk.startCall()
            return .call(desk.id(), .start(line: "md", at: desk.now, country: nil, language: nil))
        },
        RefusalCase("call.operator_busy") { desk in
            _ = try desk.startCall(by: "02")
            return .call(try desk.startCall(), .transfer(to: "02"))
        },
    ]

    static let times: [RefusalCase] = [
        RefusalCase("call.unknown_line") { desk in entered(&desk, on: "us", .minutes(-9), .minutes(-1)) },
        RefusalCase("call.in_the_future") { desk in entered(&desk, .minutes(-9), .minutes(2)) },
        RefusalCase("call.ends_before_it_starts") { desk in entered(&desk, .minutes(-9), .minutes(-10)) },
        RefusalCase("call.ends_before_it_starts") { desk in
            let call = try desk.call(in: .held)
            return .call(call, .end(at: desk.now - .minutes(1)))
        },
        RefusalCase("call.too_long") { desk in entered(&desk, .hours(-25), .minutes(-1)) },
        RefusalCase("call.call_back_before_call") { desk in
            var content = CallContent(callClass: .information, outcome: "call_back_agreed")
            content.callBackAt = desk.now - .hours(1)
            return .call(
                desk.id(),
                .enter(line: "md", started: desk.now - .minutes(9), ended: desk.now, CallEntry(content)))
        },
        RefusalCase("call.call_back_before_call") { desk in
            .call(try desk.startCall(), .save(CallEntry(CallContent(callBackAt: desk.now - .minutes(30)))))
        },
        RefusalCase("call.number_unreadable") { desk in
            .call(try desk.startCall(), .recognise(by: .number(Private("withheld"))))
        },
        RefusalCase("call.call_back_number_unreadable") { desk in
            let number = desk.written("ask for the aunt")
            let entry = CallEntry(CallEntry.information.content, callBackNumber: number)
            return .call(try desk.startCall(), .save(entry))
        },
        RefusalCase("call.codename_blank") { desk in
            .call(try desk.startCall(), .recognise(by: .codename(desk.written(" - "))))
        },
        RefusalCase("call.not_recognised") { desk in .call(try desk.startCall(), .unrecognise(.number)) },
        RefusalCase("call.call_back_needs_consent") { desk in
            .call(try desk.startCall(), .save(calledBack(desk, nil)))
        },
        RefusalCase("call.call_back_needs_consent") { desk in
            .call(try desk.startCall(), .save(calledBack(desk, CallBackTerms(consent: "not_asked"))))
        },
        RefusalCase("call.call_back_needs_time") { desk in
            .call(try desk.startCall(), .save(CallEntry(CallContent(callBack: CallBackTerms(consent: "yes")))))
        },
        RefusalCase("call.call_back_not_safe_then") { desk in
            .call(
                try desk.startCall(),
                .save(
                    calledBack(desk, CallBackTerms(consent: "yes", safeTimes: [OpeningHours("20:00-21:30")!]))))
        },
        RefusalCase("call.before_line_existed") { desk in
            desk.clock("2008-10-01", "00:10")
            return entered(&desk, .minutes(-11), .minutes(-1))
        },
        RefusalCase("call.after_line_closed") { desk in
            try desk.closeLine(on: "2009-09-13")
            return entered(&desk, .minutes(-11), .minutes(-1))
        },
    ]

    /// At ten the next day.
    private static func calledBack(_ desk: Desk, _ terms: CallBackTerms?) -> CallEntry {
        CallEntry(CallContent(callBackAt: Desk.instant("2012-01-02", "10:00"), callBack: terms))
    }

    private static func amendment(_ desk: Desk) -> CallCommand {
        .amend(
            revision: 1, reason: "typing_error", started: desk.now - .minutes(8), ended: desk.now, .information)
    }

    private static func entered(_ desk: inout Desk, on line: String = "md", _ from: Span, _ to: Span) -> Command {
        .call(desk.id(), .enter(line: line, started: desk.now + from, ended: desk.now + to, .information))
    }
}
