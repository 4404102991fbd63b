import Testing

@testable import HotlineDomain

@Suite("Referrals")
struct ReferralTests {
    static let reintegration = "social_reintegration"

    @Test("a case counts as referred once, on the day of its first sent referral to a service that counts")
    func countsOnce() throws {
        var desk = Desk()
        let file = try desk.openCase()
        let referral = try desk.addReferral(.case(id: file), service: Self.reintegration)
        try desk.does(.referral(referral, .consent(.given)))
        #expect(desk.count(.referred) == 0, "ready is not sent")
        desk.clock("2009-09-20", "10:00")
        try desk.does(.referral(referral, .send))
        #expect(desk.records.case(file)?.referredOn?.description == "2009-09-20")
        desk.clock("2009-09-25", "10:00")
        _ = try desk.sentReferral(.case(id: file), service: Self.reintegration)
        #expect(desk.records.case(file)?.referredOn?.description == "2009-09-20")
        #expect(desk.count(.referred) == 1)
    }

    @Test("any other service, however often, does not count as referred")
    func otherService() throws {
        var desk = Desk()
        let file = try desk.openCase()
        for _ in 1...3 { _ = try desk.sentReferral(.case(id: file), service: "legal") }
        #expect(desk.count(.referred) == 0)
    }

    @Test("from its SOS or its call a case counts as referred just as from itself", arguments: [false, true])
    func fromItsOrigin(fromCall: Bool) throws {
        var desk = Desk()
        let (escalation, file): (EscalationID, CaseID) = (try desk.escalation(in: .inHand), desk.id())
        try desk.does(
            .case(file, .open(.escalation(id: escalation))),
            .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file)), by: "05")
        let call = desk.records.escalation(escalation)!.call
        let origin: ReferralOrigin = fromCall ? .call(id: call) : .escalation(id: escalation)
        _ = try desk.sentReferral(origin, service: Self.reintegration)
        #expect(desk.count(.referred) == 1)
    }

    @Test("a referral from a call without a case counts nowhere")
    func withoutCase() throws {
        var desk = Desk()
        _ = try desk.sentReferral(.call(id: desk.finalCall()), service: Self.reintegration)
        #expect(desk.count(.referred) == 0)
    }

    /// What each end may be, of everything the list holds.
    static let ends: [(state: Referral.Status, end: @Sendable (String) -> ReferralCommand, fitting: [String])] = [
        (.sent, { .reject(reason: "full", outcome: $0) }, ["service_unavailable", "rejected_by_provider"]),
        (.sent, { .giveUp(outcome: $0, source: .none) }, ["no_response", "client_unreachable"]),
        (
            .inService, { .revoke(reason: nil, outcome: $0) },
            ["already_received_elsewhere", "provided_by_own_agency", "not_applicable"]
        ),
        (.ready, { .drop(outcome: $0) }, ["already_received_elsewhere", "provided_by_own_agency", "not_applicable"]),
        (.accepted, { .end(outcome: $0, source: .provider) }, CodeLists.list(.referralOutcome).codes.map(\.code)),
    ]

    @Test("each end has the outcomes that fit it, and no others", arguments: ends.indices)
    func outcomes(index: Int) throws {
        let (state, end, fitting) = Self.ends[index]
        var desk = Desk()
        let referral = try desk.referral(in: state)
        let allowed = try CodeLists.list(.referralOutcome).codes.map(\.code).filter {
            try desk.refusal(of: .referral(referral, end($0))) == nil
        }
        #expect(Set(allowed) == Set(fitting))
    }

    @Test(
        "what was not sent yet is dropped with the reason somebody wrote", arguments: [Referral.Status.draft, .ready])
    func droppedBecause(status: Referral.Status) throws {
        var desk = Desk()
        let (referral, reason) = (try desk.referral(in: status), desk.written("She found a place herself."))
        let events = try desk.does(.referral(referral, .drop(reason: reason, outcome: "not_applicable")))
        #expect(events == [.referral(referral, .revoked(reason: reason.id, outcome: "not_applicable"))])
        #expect(desk.records.words[reason.id]?.text == reason.text)
    }

    @Test("whatever ends a referral leaves its outcome and from whom it is known")
    func ended() throws {
        var desk = Desk()
        for status in [Referral.Status.declined, .rejected, .revoked, .ended] {
            let id = try desk.referral(in: status)
            let referral = desk.records.referral(id)!
            #expect(referral.outcome != nil && referral.source != nil, "\(status)")
        }
    }

    @Test("consent refused declines for the client; overriding it says why, from the list")
    func consent() throws {
        var desk = Desk()
        let declined = try desk.referral(in: .declined)
        #expect(desk.records.referral(declined)?.outcome == "declined_by_client")
        #expect(desk.records.referral(declined)?.source == .client)
        let draft = try desk.referral(in: .draft)
        #expect(try desk.refusal(of: .referral(draft, .consent(.overridden(because: "in_a_hurry")))) != nil)
        try desk.does(.referral(draft, .consent(.overridden(because: "child_at_risk"))))
        #expect(desk.records.referral(draft)?.consent == .overridden(because: "child_at_risk"))
    }

    @Test("no answer in time is a condition of the clock, and leaves every way open")
    func noResponse() throws {
        var desk = Desk()
        let id = try desk.referral(in: .sent)
        let referral = desk.records.referral(id)!
        #expect(!referral.hasNoResponse(at: referral.sentAt! + .days(1)))
        #expect(referral.hasNoResponse(at: referral.sentAt! + .days(1) + .seconds(1)))
        desk.now = desk.now + .days(30)
        try desk.does(.referral(id, .accept))
        #expect(desk.records.referral(id)?.hasNoResponse(at: desk.now) == false)
    }
}
