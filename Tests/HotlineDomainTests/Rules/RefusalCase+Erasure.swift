@testable import HotlineDomain

extension RefusalCase {
    static let erasures: [RefusalCase] = [
        RefusalCase("erasure.unknown", by: "09") { desk in
            let nowhere: CallID = desk.id()
            return .erasure(Subject(.call, nowhere.raw), .hold(because: "complaint"))
        },
        erasing("erasure.needs_reason") { desk in
            .erasure(Subject(.call, try desk.toldCall().raw), .erase(because: "", person: nil, onlyIt: false))
        },
        erasing("erasure.programs_reason") { desk in
            .erasure(
                Subject(.call, try desk.toldCall().raw), .erase(because: "retention", person: nil, onlyIt: false))
        },
        erasing("erasure.only_of_case") { desk in .erase(try desk.toldCall(), person: 1) },
        erasing("erasure.unknown_person") { desk in .erase(try desk.toldCase(), person: 7) },
        erasing("erasure.is_open") { desk in .erase(try desk.fileWithPerson()) },
        erasing("erasure.is_open") { desk in
            let call = try desk.draft(CallEntry(CallEntry.noCallBack.content, note: desk.written("She waits.")))
            return .erase(call)
        },
        erasing("erasure.is_open") { desk in
            let call = try desk.toldCall()
            _ = try desk.sentReferral(.call(id: call))
            return .erase(call)
        },
        erasing("erasure.is_held") { desk in
            let call = try desk.toldCall()
            try desk.does(.erasure(Subject(.call, call.raw), .hold(because: "court_order")), by: "09")
            return .erase(call)
        },
        erasing("erasure.nothing_left") { desk in .erase(try desk.finalCall(.silent)) },
        erasing("erasure.not_due") { desk in
            .erasure(Subject(.call, try desk.toldCall().raw), .retire(listed: desk.now))
        },
        erasing("erasure.newer_activity") { desk in
            let call = try desk.toldCall()
            let listed = desk.now + .days(731)
            desk.now = listed + .days(1)
            try desk.does(.call(call, desk.amendment(revision: 1)), by: "09")
            return .erasure(Subject(.call, call.raw), .retire(listed: listed))
        },
        erasing("erasure.already_held") { desk in
            let subject = Subject(.call, try desk.toldCall().raw)
            try desk.does(.erasure(subject, .hold(because: "court_order")), by: "09")
            return .erasure(subject, .hold(because: "complaint"))
        },
        erasing("erasure.not_held") { desk in
            .erasure(Subject(.call, try desk.toldCall().raw), .release(because: "no_longer_needed"))
        },
        erasing("retention.listed_later") { desk in
            .erasure(Subject(.call, try desk.toldCall().raw), .retire(listed: desk.now + .days(4000)))
        },
    ]

    private static func erasing(
        _ rule: String, _ arrange: @escaping @Sendable (inout Desk) throws -> Command
    ) -> RefusalCase {
        RefusalCase(rule, by: "09", arrange)
    }
}

extension Command {
    static func erase(_ call: CallID, person: Int? = nil, because: String = "caller_asked") -> Command {
        .erasure(Subject(.call, call.raw), .erase(because: because, person: person, onlyIt: false))
    }

    static func erase(_ file: CaseID, person: Int? = nil, only: Bool = false) -> Command {
        .erasure(Subject(.case, file.raw), .erase(because: "caller_asked", person: person, onlyIt: only))
    }
}

extension Desk {
    /// A call that is final, with a note.
    mutating func toldCall() throws -> CallID {
        let note = written("She waits at the station.")
        return try finalCall(CallEntry(CallEntry.noCallBack.content, note: note))
    }

    /// An SOS whose case is closed, with words in every part of it.
    mutating func toldCase(people: Int = 2) throws -> CaseID {
        let (call, escalation, file): (CallID, EscalationID, CaseID) = (id(), id(), id())
        let entry = CallEntry(
            CallContent(callClass: .sos, country: "TR", language: "ru", outcome: "escalated"),
            region: written("Soroca"), note: written("She was followed."))
        try does(
            .call(call, .enter(line: "md", started: now - .minutes(20), ended: now - .minutes(5), entry)),
            .escalation(escalation, .raise(call: call)), .call(call, .finalise))
        try does(.escalation(escalation, .assign(to: "05")), by: "09")
        try does(.escalation(escalation, .acknowledge), .case(file, .open(.escalation(id: escalation))), by: "05")
        try does(.escalation(escalation, .assess([:], place: written("the bus station"))), by: "05")
        try does(
            .escalation(escalation, .resolve(outcome: "case_opened", reason: written("taken"), openedCase: file)),
            .case(file, .triage), by: "05")
        for number in 1...people {
            let name = CaseEntry("first_name", .words(written("Name \(number)")))
            try does(
                .case(file, .addPerson(role: "beneficiary", pseudonym: written("Person \(number)"), [name])), by: "05"
            )
        }
        try does(
            .case(file, .note(written("Came by train."))),
            .case(file, .addTask(written("Ask the consulate."), responsible: "05", due: nil)),
            .case(file, .finishTask(1, result: written("Done by phone."))), by: "05")
        let referral = try addReferral(.case(id: file), service: "legal")
        try does(.referral(referral, .consent(.given)), .referral(referral, .send), by: "05")
        try does(.referral(referral, .revoke(reason: written("Another came."), outcome: "not_applicable")), by: "05")
        try does(
            .case(file, .proposeClosing(reason: "plan_completed", asReferred: false, override: nil)), by: "05")
        try does(.case(file, .approve(override: nil)), by: "09")
        return file
    }
}
