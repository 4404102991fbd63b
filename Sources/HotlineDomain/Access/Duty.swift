/// What people of a hotline do, in the groups that a role may do or not
/// (DOMAIN.md section 7). The one table of who may do what.
public enum Duty: String, CaseIterable, Sendable, Hashable {
    /// Calls of one's own: answer, write up, amend within the shift, raise an SOS.
    case answerCalls = "answer_calls"
    /// Calls of others, and of shifts that are over.
    case amendCalls = "amend_calls"
    /// Assign, acknowledge and resolve an escalation.
    case takeSOS = "take_sos"
    /// Open a case from an escalation one resolves.
    case openCases = "open_cases"
    /// Everything that happens to a case afterwards; walk-ins too.
    case workCases = "work_cases"
    case refer
    /// One's own shift: sign on, hand over, acknowledge.
    case workShifts = "work_shifts"
    /// Anybody's: plan, cancel, replace, end.
    case planShifts = "plan_shifts"
    /// Missions, indicators and returns by territory.
    case keepRegisters = "keep_registers"
    /// Lines, roster, settings, providers.
    case setUp = "set_up"
    /// Operators, their roles and their slots.
    case staff
    /// Lists of calls, and the words of one's own.
    case readCalls = "read_calls"
    /// The words of others' calls.
    case readOthersCalls = "read_others_calls"
    case readCases = "read_cases"
    case readCounts = "read_counts"
    /// Counts operator by operator; one's own are everybody's who answers.
    case readOperatorCounts = "read_operator_counts"
    case readJournal = "read_journal"
    /// How the hotline is set up and who works when: lines, settings, operators, directory, roster.
    case readSetup = "read_setup"
    /// What leaves the house: packs, exports, printing.
    case export
    /// Say that a month's figures are final.
    case closeMonths = "close_months"
    /// A case with the people in it, to another house: theirs who work on it.
    case exportCases = "export_cases"
    /// A call-back number, a confidential address.
    case unmask
    /// Take people's words away for good, and hold them against it.
    case erase
    /// Visits and operator states of a switch.
    case feed

    /// The roles whose duty it is.
    public var roles: [Role] {
        switch self {
        case .answerCalls, .takeSOS, .openCases, .refer, .workShifts, .readCalls, .unmask:
            [.operator, .specialist, .supervisor]
        case .workCases, .readCases, .exportCases, .readOthersCalls: [.specialist, .supervisor]
        case .amendCalls, .closeMonths, .readOperatorCounts: [.supervisor]
        case .planShifts, .erase: [.supervisor, .admin]
        case .keepRegisters: [.specialist, .supervisor, .reportingOfficer]
        case .setUp, .staff: [.admin]
        case .readCounts, .readSetup: [.operator, .specialist, .supervisor, .reportingOfficer, .admin]
        case .readJournal: [.supervisor, .admin, .auditor]
        case .export: [.reportingOfficer, .supervisor]
        case .feed: [.bridge]
        }
    }
}

extension Operator {
    public func may(_ duty: Duty) -> Bool { duty.roles.contains(where: has) }

    /// Refuses by the rule's name what is not this person's duty.
    public func require(_ duty: Duty) throws(Refusal) {
        guard may(duty) else {
            throw Refusal(
                RoleRule.notAllowed,
                [
                    "operator": code, "duty": duty.rawValue, "roles": Role.list(roles),
                    "allowed": Role.list(duty.roles),
                ])
        }
    }
}

extension Role {
    static func list(_ roles: [Role]) -> String { roles.map(\.rawValue).joined(separator: ", ") }
}

/// The rules of who may do what.
public enum RoleRule: String, RuleName {
    case notAllowed = "role.not_allowed"
    /// An operator changes own calls of the shift; a supervisor amends the others.
    case notOwnCall = "role.not_own_call"
    /// An operator reads the words of own calls of the shift, of what was handed over, and of own cases.
    case notReadable = "role.not_readable"
    /// A case is read by specialists and supervisors, and by who holds its escalation.
    case notOwnCase = "role.not_own_case"
    /// A task in a case is taken over in a handover by who works on cases.
    case notCaseWorker = "role.not_case_worker"
    /// Somebody must be able to give roles and slots.
    case lastAdmin = "role.last_admin"
}
