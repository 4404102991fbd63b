@testable import HotlineDomain

extension RefusalCase {
    static let cases: [RefusalCase] =
        exchange + [
            RefusalCase("case.unknown", by: "05") { desk in .case(desk.id(), .triage) },
            RefusalCase("case.exists", by: "05") { desk in .case(try desk.openCase(), .open(.walkIn)) },
            RefusalCase("case.needs_escalation", by: "05") { desk in
                .case(desk.id(), .open(.escalation(id: desk.id())))
            },
            RefusalCase("case.escalation_not_in_hand", by: "05") { desk in
                .case(desk.id(), .open(.escalation(id: try desk.escalation(in: .assigned))))
            },
            RefusalCase("case.already_triaged", by: "05") { desk in .case(try desk.file(in: .active), .triage) },
            RefusalCase("case.not_active", by: "05") { desk in .case(try desk.file(in: .opened), .followUp) },
            RefusalCase("case.not_on_hold", by: "05") { desk in .case(try desk.file(in: .active), .resume) },
            RefusalCase("case.not_closed", by: "05") { desk in
                .case(try desk.file(in: .active), .reopen(reason: "other", words: nil))
            },
            RefusalCase("case.nothing_proposed", by: "09") { desk in
                .case(try desk.file(in: .active), .approve(override: nil))
            },
            RefusalCase("case.approved_by_someone_else", by: "05") { desk in
                .case(try desk.file(in: .closureProposed), .approve(override: nil))
            },
            RefusalCase("case.open_escalation", by: "05") { desk in
                let file = try desk.openCase(.escalation(id: desk.escalation(in: .inHand)))
                try desk.does(.case(file, .triage), by: "05")
                return .case(file, .proposeClosing(reason: "other", asReferred: false, override: nil))
            },
            RefusalCase("case.unended_referral", by: "05") { desk in
                let file = try desk.file(in: .active)
                _ = try desk.sentReferral(.case(id: file))
                return .case(file, .proposeClosing(reason: "other", asReferred: true, override: nil))
            },
            RefusalCase("case.needs_reason", by: "05") { desk in
                .case(try desk.file(in: .active), .proposeClosing(reason: "", asReferred: false, override: nil))
            },
            RefusalCase("case.needs_reason", by: "05") { desk in
                let (file, blank) = (try desk.file(in: .active), desk.written(" \n"))
                return .case(file, .proposeClosing(reason: "other", asReferred: false, override: blank))
            },
            RefusalCase("case.merged_into_itself", by: "05") { desk in
                let file = try desk.openCase()
                return .case(file, .merge(into: file))
            },
            RefusalCase("case.merge_target_unknown", by: "05") { desk in
                .case(try desk.openCase(), .merge(into: desk.id()))
            },
            RefusalCase("case.merge_target_unknown", by: "05") { desk in
                .case(try desk.openCase(), .merge(into: try desk.file(in: .duplicate)))
            },
            RefusalCase("case.merge_target_closed", by: "05") { desk in
                .case(try desk.openCase(), .merge(into: try desk.file(in: .closed)))
            },
            RefusalCase("case.merge_target_closed", by: "05") { desk in
                let (file, words) = (try desk.file(in: .active), desk.written("agreed"))
                _ = try desk.sentReferral(.case(id: file))
                let propose = CaseCommand.proposeClosing(reason: "other", asReferred: false, override: words)
                try desk.does(.case(file, propose), by: "05")
                try desk.does(.case(file, .approve(override: desk.written("agreed"))), by: "09")
                return .case(file, .merge(into: try desk.file(in: .closed)))
            },
            RefusalCase("case.is_closed", by: "05") { desk in
                let what = desk.written("ring the consulate")
                return .case(try desk.file(in: .closed), .addTask(what, responsible: "05", due: nil))
            },
            RefusalCase("case.needs_pseudonym", by: "05") { desk in
                let blank = desk.written("  ")
                return .case(try desk.openCase(), .addPerson(role: "child", pseudonym: blank, []))
            },
            RefusalCase("case.needs_role", by: "05") { desk in
                let name = desk.written("Lilia")
                return .case(try desk.openCase(), .addPerson(role: "", pseudonym: name, []))
            },
            RefusalCase("case.unknown_person", by: "05") { desk in
                .case(try desk.openCase(), .set(person: 1, [CaseEntry("gender", .codes(["Feminine"]))]))
            },
            RefusalCase("case.unknown_field", by: "05") { desk in
                .case(try desk.openCase(), .set(person: nil, [CaseEntry("gendre", .codes(["Feminine"]))]))
            },
            RefusalCase("case.field_of_person", by: "05") { desk in
                .case(try desk.openCase(), .set(person: nil, [CaseEntry("gender", .codes(["Feminine"]))]))
            },
            RefusalCase("case.field_of_case", by: "05") { desk in
                .case(try desk.fileWithPerson(), .set(person: 1, [CaseEntry("case_type", .codes(["victim"]))]))
            },
            RefusalCase("case.one_code", by: "05") { desk in
                .case(
                    try desk.fileWithPerson(),
                    .set(person: 1, [CaseEntry("gender", .codes(["Feminine", "Masculine"]))]))
            },
            RefusalCase("case.one_code", by: "05") { desk in
                let sealed = desk.written("perhaps")
                return .case(
                    try desk.fileWithPerson(), .set(person: 1, [CaseEntry("irregular_status", .words(sealed))]))
            },
            RefusalCase("case.not_a_date", by: "05") { desk in
                let born = desk.written("in spring")
                return .case(try desk.fileWithPerson(), .set(person: 1, [CaseEntry("birthdate", .words(born))]))
            },
            RefusalCase("case.not_a_number", by: "05") { desk in
                .case(try desk.fileWithPerson(), .set(person: 1, [CaseEntry("children", .number(121))]))
            },
            RefusalCase("case.value_does_not_fit", by: "05") { desk in
                .case(try desk.fileWithPerson(), .set(person: 1, [CaseEntry("gender", .number(1))]))
            },
            RefusalCase("case.needs_task", by: "05") { desk in
                let blank = desk.written("\n")
                return .case(try desk.openCase(), .addTask(blank, responsible: "05", due: nil))
            },
            RefusalCase("case.cannot_take_task", by: "05") { desk in
                let what = desk.written("ring the consulate")
                return .case(try desk.openCase(), .addTask(what, responsible: "01", due: nil))
            },
            RefusalCase("case.unknown_task", by: "05") { desk in .case(try desk.openCase(), .giveTask(1, to: "06")) },
            RefusalCase("case.task_is_done", by: "05") { desk in
                let file = try desk.openCase()
                let what = desk.written("ring the consulate")
                try desk.does(
                    .case(file, .addTask(what, responsible: "05", due: nil)),
                    .case(file, .finishTask(1, result: nil)),
                    by: "05")
                return .case(file, .finishTask(1, result: nil))
            },
            RefusalCase("case.is_duplicate", by: "05") { desk in .case(try desk.file(in: .duplicate), .triage) },
        ]

    static let referrals: [RefusalCase] = [
        RefusalCase("referral.unknown") { desk in .referral(desk.id(), .send) },
        RefusalCase("referral.exists") { desk in
            .referral(try desk.referral(in: .draft), added(.case(id: try desk.openCase())))
        },
        RefusalCase("referral.origin_unknown") { desk in .referral(desk.id(), added(.call(id: desk.id()))) },
        RefusalCase("referral.origin_unknown") { desk in
            .referral(desk.id(), added(.call(id: try desk.call(in: .discarded))))
        },
        RefusalCase("referral.case_closed") { desk in
            .referral(desk.id(), added(.case(id: try desk.file(in: .closed))))
        },
        RefusalCase("referral.case_closed") { desk in
            .referral(desk.id(), added(.escalation(id: try desk.escalationOfClosedCase())))
        },
        RefusalCase("referral.case_closed") { desk in
            let escalation = try desk.escalationOfClosedCase()
            return .referral(desk.id(), added(.call(id: desk.records.escalation(escalation)!.call)))
        },
        RefusalCase("referral.unknown_provider") { desk in
            .referral(desk.id(), added(.case(id: try desk.openCase()), provider: "embassy"))
        },
        RefusalCase("referral.needs_service") { desk in
            .referral(desk.id(), added(.case(id: try desk.openCase()), service: ""))
        },
        RefusalCase("referral.needs_consent") { desk in .referral(try desk.referral(in: .draft), .send) },
        RefusalCase("referral.not_draft") { desk in .referral(try desk.referral(in: .ready), .consent(.refused)) },
        RefusalCase("referral.not_sent") { desk in .referral(try desk.referral(in: .ready), .accept) },
        RefusalCase("referral.not_accepted") { desk in
            .referral(try desk.referral(in: .sent), .end(outcome: "provided", source: .provider))
        },
        RefusalCase("referral.has_ended") { desk in .referral(try desk.referral(in: .ended), .chase) },
        RefusalCase("referral.already_sent") { desk in
            .referral(try desk.referral(in: .sent), .drop(outcome: "not_applicable"))
        },
        RefusalCase("referral.needs_reason") { desk in
            .referral(try desk.referral(in: .sent), .reject(reason: "", outcome: "service_unavailable"))
        },
        RefusalCase("referral.needs_outcome") { desk in
            .referral(try desk.referral(in: .accepted), .end(outcome: "", source: .client))
        },
        RefusalCase("referral.outcome_does_not_fit") { desk in
            .referral(try desk.referral(in: .sent), .reject(reason: "full", outcome: "provided"))
        },
        RefusalCase("referral.needs_chase") { desk in
            let referral = try desk.sentReferral(.case(id: desk.openCase()))
            return .referral(referral, .giveUp(outcome: "no_response", source: .none))
        },
    ]

    /// Where a referral meets the directory: its days, its places, its funds.
    static let placements: [RefusalCase] = [
        RefusalCase("referral.provider_closed") { desk in
            try desk.shelter(places: 3, until: "2009-09-01")
            return .referral(
                desk.id(), added(.case(id: try desk.openCase()), provider: "shelter", service: "safe_accommodation"))
        },
        RefusalCase("referral.full") { desk in
            try desk.shelter(places: 1)
            _ = try desk.stay()
            let id = try desk.addReferral(.case(id: desk.openCase()), to: "shelter", service: "safe_accommodation")
            try desk.does(.referral(id, .consent(.given)))
            return .referral(id, .send)
        },
        RefusalCase("referral.unknown_donor") { desk in
            .referral(try desk.referral(in: .accepted), .deliver(service: nil, donor: "moon"))
        },
        RefusalCase("referral.needs_donor") { desk in
            try desk.shelter(places: 3, donors: ["japan"])
            return .referral(try desk.referral(in: .accepted), .deliver(service: nil, donor: nil))
        },
        RefusalCase("referral.needs_delivery") { desk in
            try desk.shelter(places: 3, donors: ["japan"])
            return .referral(try desk.referral(in: .accepted), .end(outcome: "provided", source: .provider))
        },
    ]

    private static func added(
        _ origin: ReferralOrigin, provider: String = "centre", service: String = "legal"
    ) -> ReferralCommand {
        .add(origin, provider: provider, service: service, urgency: .threeDays)
    }
}
