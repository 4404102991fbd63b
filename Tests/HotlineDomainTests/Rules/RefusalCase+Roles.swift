@testable import HotlineDomain

extension RefusalCase {
    static let roles: [RefusalCase] = [
        RefusalCase("role.not_allowed", by: "20") { desk in .call(desk.id(), .hold) },
        RefusalCase("role.not_allowed") { desk in .case(try desk.openCase(), .triage) },
        RefusalCase("role.not_allowed") { desk in .hotline(.addOperator(Operator(code: "30", roles: [.operator]))) },
        RefusalCase("role.not_own_call", by: "02") { desk in
            .call(try desk.finalCall(), desk.amendment(revision: 1))
        },
        RefusalCase("role.not_own_call") { desk in
            let call = try desk.finalCall()
            desk.clock("2009-09-15", "09:00")
            return .call(call, desk.amendment(revision: 1))
        },
        RefusalCase("role.not_own_call", by: "02") { desk in .call(try desk.draft(), .discard(reason: "practice")) },
        RefusalCase("role.not_own_call", by: "02") { desk in .call(try desk.finalCall(), .callBackDone) },
        RefusalCase("role.not_own_call", by: "02") { desk in
            .escalation(desk.id(), .raise(call: try desk.draft(.sos)))
        },
        RefusalCase("role.not_readable", by: "02") { desk in
            .access(.view(Subject(.call, try desk.finalCall(.noCallBack).raw)))
        },
        RefusalCase("role.not_own_case") { desk in
            .access(.view(Subject(.case, try desk.openCase().raw)))
        },
        RefusalCase("role.not_case_worker", by: "02") { desk in
            .handover(try desk.handoverOfCaseTask(), .acknowledge(item: 1))
        },
        RefusalCase("role.last_admin", by: "09") { desk in
            try desk.does(.hotline(.disableOperator(code: "21")), by: "09")
            return .hotline(.disableOperator(code: "09"))
        },
        RefusalCase("role.last_admin", by: "09") { desk in
            try desk.does(.hotline(.changeOperator(code: "21", roles: [.operator])), by: "09")
            return .hotline(.changeOperator(code: "09", roles: [.supervisor]))
        },
    ]
}

extension Desk {
    func amendment(revision: Int, _ entry: CallEntry = .information) -> CallCommand {
        .amend(
            revision: revision, reason: "typing_error", started: now - .minutes(20), ended: now - .minutes(6), entry)
    }
}
