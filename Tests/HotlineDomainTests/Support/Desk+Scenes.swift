@testable import HotlineDomain

/// How things come to be where a test begins: by allowed commands only.
extension Desk {
    mutating func startCall(by actor: String = "01") throws -> CallID {
        let id: CallID = id()
        try does(.call(id, .start(line: "md", at: now, country: "MD", language: "ro")), by: actor)
        return id
    }

    mutating func draft(_ entry: CallEntry = .information, by actor: String = "01") throws -> CallID {
        let id: CallID = id()
        try does(
            .call(id, .enter(line: "md", started: now - .minutes(20), ended: now - .minutes(5), entry)), by: actor)
        return id
    }

    mutating func finalCall(_ entry: CallEntry = .information, by actor: String = "01") throws -> CallID {
        let id = try draft(entry, by: actor)
        try does(.call(id, .finalise), by: actor)
        return id
    }

    mutating func call(in status: Call.Status) throws -> CallID {
        switch status {
        case .final: return try finalCall(.information)
        case .draft: return try draft(.information)
        case .discarded:
            let id = try draft()
            try does(.call(id, .discard(reason: "practice")))
            return id
        case .talking, .held, .wrapUp:
            let id = try startCall()
            try does(.call(id, .save(.information)))
            if status == .held { try does(.call(id, .hold)) }
            if status == .wrapUp { try does(.call(id, .end(at: now))) }
            return id
        }
    }

    mutating func escalation(in status: Escalation.Status, by actor: String = "01") throws -> EscalationID {
        let (call, id): (CallID, EscalationID) = (try draft(.sos, by: actor), id())
        try does(.escalation(id, .raise(call: call)), by: actor)
        // Where somebody is on duty or on call it is assigned at once, and a test asks for no `raised`.
        if status == .raised { return id }
        try does(.escalation(id, .assign(to: "05")), by: "09")
        if status == .assigned { return id }
        try does(.escalation(id, .acknowledge), by: "05")
        if status == .inHand { return id }
        try does(.escalation(id, .resolve(outcome: "not_confirmed", reason: nil, openedCase: nil)), by: "05")
        return id
    }

    mutating func openCase(_ origin: CaseOrigin = .walkIn) throws -> CaseID {
        let id: CaseID = id()
        try does(.case(id, .open(origin)), by: "05")
        return id
    }

    /// A case of somebody who agreed that it is shared.
    mutating func consentingCase() throws -> CaseID {
        let id = try openCase()
        let agreed = CaseEntry("consent", .codes(["yes"]))
        try does(.case(id, .addPerson(role: "beneficiary", pseudonym: written("Lighthouse"), [agreed])), by: "05")
        return id
    }

    mutating func file(in status: Case.Status) throws -> CaseID {
        let id = try openCase()
        if status == .opened { return id }
        if status == .duplicate {
            try does(.case(id, .merge(into: openCase())), by: "05")
            return id
        }
        try does(.case(id, .triage), by: "05")
        switch status {
        case .onHold: try does(.case(id, .hold(reason: nil)), by: "05")
        case .followUp: try does(.case(id, .followUp), by: "05")
        case .closureProposed, .closed, .closedReferred:
            let asReferred = status == .closedReferred
            try does(
                .case(id, .proposeClosing(reason: "plan_completed", asReferred: asReferred, override: nil)), by: "05")
            if status != .closureProposed { try does(.case(id, .approve(override: nil)), by: "09") }
        case .opened, .active, .duplicate: break
        }
        return id
    }

    /// A case with one person in it.
    mutating func fileWithPerson(_ role: String = "beneficiary", _ entries: [CaseEntry] = []) throws -> CaseID {
        let (file, name) = (try file(in: .active), written("Lilia"))
        try does(.case(file, .addPerson(role: role, pseudonym: name, entries)), by: "05")
        return file
    }

    /// An SOS whose case is closed again.
    mutating func escalationOfClosedCase() throws -> EscalationID {
        let (escalation, file): (EscalationID, CaseID) = (try escalation(in: .inHand), id())
        try does(
            .case(file, .open(.escalation(id: escalation))),
            .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file)),
            .case(file, .triage),
            .case(file, .proposeClosing(reason: "other", asReferred: false, override: nil)), by: "05")
        try does(.case(file, .approve(override: nil)), by: "09")
        return escalation
    }

    mutating func addReferral(_ origin: ReferralOrigin, to provider: String = "centre", service: String) throws
        -> ReferralID
    {
        let id: ReferralID = id()
        try does(.referral(id, .add(origin, provider: provider, service: service, urgency: .day)))
        return id
    }

    mutating func sentReferral(_ origin: ReferralOrigin, service: String = "legal") throws -> ReferralID {
        let id = try addReferral(origin, service: service)
        try does(.referral(id, .consent(.given)), .referral(id, .send))
        return id
    }

    mutating func referral(in status: Referral.Status) throws -> ReferralID {
        let id = try addReferral(.case(id: openCase()), service: "legal")
        let way: [ReferralCommand] =
            switch status {
            case .draft: []
            case .ready: [.consent(.given)]
            case .declined: [.consent(.refused)]
            case .sent: [.consent(.given), .send, .chase]
            case .rejected:
                [.consent(.given), .send, .reject(reason: "full", outcome: "service_unavailable")]
            case .accepted: [.consent(.given), .send, .accept]
            case .inService: [.consent(.given), .send, .accept, .start]
            case .revoked: [.drop(outcome: "not_applicable")]
            case .ended: [.consent(.given), .send, .accept, .end(outcome: "provided", source: .provider)]
            }
        for command in way { try does(.referral(id, command)) }
        return id
    }
}

extension CallEntry {
    static let information = CallEntry(
        CallContent(
            callClass: .information, country: "MD", language: "ro", topics: ["employment_abroad"],
            outcome: "information_given", callBackAt: Desk.instant("2012-01-02", "10:00"),
            callBack: CallBackTerms(consent: "yes")))
    static let noCallBack = CallEntry(
        CallContent(
            callClass: .information, country: "MD", language: "ro", topics: ["employment_abroad"],
            outcome: "information_given"))
    static let sos = CallEntry(CallContent(callClass: .sos, country: "TR", language: "ru", outcome: "escalated"))
    static let silent = CallEntry(CallContent(callClass: .nonCounselling, code: "silent"))
}
