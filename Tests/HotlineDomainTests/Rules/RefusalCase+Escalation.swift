@testable import HotlineDomain

extension RefusalCase {
    static let escalations: [RefusalCase] = [
        RefusalCase("escalation.unknown", by: "05") { desk in .escalation(desk.id(), .acknowledge) },
        RefusalCase("escalation.exists") { desk in
            .escalation(try desk.escalation(in: .inHand), .raise(call: try desk.draft()))
        },
        RefusalCase("escalation.call_unknown") { desk in .escalation(desk.id(), .raise(call: desk.id())) },
        RefusalCase("escalation.call_closed") { desk in
            .escalation(desk.id(), .raise(call: try desk.call(in: .discarded)))
        },
        RefusalCase("escalation.call_has_one") { desk in
            let first = try desk.escalation(in: .assigned)
            return .escalation(desk.id(), .raise(call: desk.records.escalation(first)!.call))
        },
        RefusalCase("escalation.cannot_take", by: "09") { desk in
            .escalation(try desk.escalation(in: .assigned), .assign(to: "02"))
        },
        RefusalCase("escalation.cannot_take", by: "09") { desk in
            .escalation(try desk.escalation(in: .inHand), .reassign(to: "99"))
        },
        RefusalCase("escalation.already_in_hand", by: "06") { desk in
            .escalation(try desk.escalation(in: .inHand), .acknowledge)
        },
        RefusalCase("escalation.not_in_hand", by: "05") { desk in
            .escalation(try desk.escalation(in: .assigned), .reassign(to: "06"))
        },
        RefusalCase("escalation.already_resolved", by: "05") { desk in
            .escalation(try desk.escalation(in: .resolved), .acknowledge)
        },
        RefusalCase("escalation.needs_answer", by: "05") { desk in
            .escalation(try desk.escalation(in: .assigned), .assess([:], place: nil))
        },
        RefusalCase("escalation.needs_answer", by: "05") { desk in
            .escalation(try desk.escalation(in: .assigned), .assess(["children": ""], place: nil))
        },
        RefusalCase("escalation.not_resolved", by: "05") { desk in
            .escalation(try desk.escalation(in: .inHand), .reopen(reason: "new_information", words: nil))
        },
        RefusalCase("escalation.needs_outcome", by: "05") { desk in
            .escalation(try desk.escalation(in: .inHand), .resolve(outcome: "", reason: nil, openedCase: nil))
        },
        RefusalCase("call.unknown_code", by: "05") { desk in
            .escalation(try desk.escalation(in: .inHand), .resolve(outcome: "lost", reason: nil, openedCase: nil))
        },
        RefusalCase("escalation.outcome_needs_case", by: "05") { desk in
            let escalation = try desk.escalation(in: .inHand)
            return .escalation(
                escalation, .resolve(outcome: "linked_to_existing_case", reason: nil, openedCase: nil))
        },
        RefusalCase("escalation.outcome_opens_no_case", by: "05") { desk in
            let (escalation, file) = (try desk.escalation(in: .inHand), try desk.openCase())
            return .escalation(escalation, .resolve(outcome: "duplicate", reason: nil, openedCase: file))
        },
        RefusalCase("escalation.case_unknown", by: "05") { desk in
            let escalation = try desk.escalation(in: .inHand)
            return .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: desk.id()))
        },
        RefusalCase("escalation.case_opened_elsewhere", by: "05") { desk in
            let (escalation, file) = (try desk.escalation(in: .inHand), try desk.openCase())
            return .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file))
        },
        RefusalCase("escalation.needs_reason", by: "05") { desk in
            .escalation(try desk.escalation(in: .resolved), .reopen(reason: "", words: nil))
        },
    ]
}
