import Testing

@testable import HotlineDomain

@Suite("Whatever anybody did")
struct EndsInReach {
    @Test(
        "every open SOS and every unended referral has somebody responsible and a way to its end",
        arguments: Seeded.seeds)
    func everythingEnds(seed: UInt64) throws {
        var seeds = Seeded(seed)
        for _ in 0..<50 {
            let seed = seeds.next()
            var night = try RandomDesk(seed: seed)
            for _ in 0..<80 { try night.step() }
            var desk = night.desk
            for escalation in desk.records.escalations.values where escalation.isOpen {
                #expect(escalation.assignee != nil || !escalation.keptBy.isEmpty, "seed \(seed)")
                try end(escalation, &desk)
                #expect(desk.records.escalation(escalation.id)?.outcome == "not_confirmed", "seed \(seed)")
            }
            for referral in desk.records.referrals.values where !referral.status.hasEnded {
                #expect(!referral.keptBy.isEmpty, "seed \(seed)")
                try desk.does(.referral(referral.id, Self.end(of: referral)), by: "09")
                let ended = desk.records.referral(referral.id)
                #expect(
                    ended?.status.hasEnded == true && ended?.outcome != nil && ended?.source != nil, "seed \(seed)")
            }
            for stay in desk.records.stays.values where stay.isNow {
                try desk.does(.stay(stay.id, .leave(at: desk.now, because: "own_wish")), by: "09")
            }
            for entry in desk.records.entries.values where entry.status == .open {
                try desk.does(.entry(entry.id, .withdraw(reason: "entered_twice")), by: "09")
            }
            // Nothing is left that a case could not be closed over.
            for file in desk.records.cases.values where file.status.isOpen { try close(file, &desk) }
            let open = desk.records.cases.values.filter(\.status.isOpen)
            #expect(open.isEmpty, "seed \(seed): \(open.map(\.number))")
        }
    }

    @Test("no case is closed over something open unless somebody wrote why", arguments: Seeded.seeds)
    func neverClosedOver(seed: UInt64) throws {
        var seeds = Seeded(seed)
        for _ in 0..<50 {
            let seed = seeds.next()
            var night = try RandomDesk(seed: seed)
            for _ in 0..<80 {
                let before = night.desk.journal.count
                try night.step()
                for recorded in night.desk.journal[before...] {
                    guard case .case(let id, .closed(_, nil)) = recorded.event,
                        let file = night.desk.records.case(id), !file.status.isOpen
                    else { continue }
                    let records = night.desk.records
                    let left = file.whole.map { records.unendedReferrals(of: $0) + records.openEscalations(of: $0) }
                    #expect(left.allSatisfy { $0 == 0 }, "seed \(seed): case \(file.number)")
                }
            }
        }
    }

    private func end(_ escalation: Escalation, _ desk: inout Desk) throws {
        if !escalation.isAcknowledged { try desk.does(.escalation(escalation.id, .acknowledge), by: "09") }
        try desk.does(
            .escalation(escalation.id, .resolve(outcome: "not_confirmed", reason: nil, openedCase: nil)), by: "09")
    }

    private static func end(of referral: Referral) -> ReferralCommand {
        switch referral.status {
        case .draft, .ready: .drop(outcome: "not_applicable")
        case .sent: .revoke(reason: nil, outcome: "not_applicable")
        default: .end(outcome: "unknown", source: .none)
        }
    }

    private func close(_ file: Case, _ desk: inout Desk) throws {
        if file.status == .opened { try desk.does(.case(file.id, .triage), by: "09") }
        if file.status != .closureProposed {
            let propose = CaseCommand.proposeClosing(reason: "other", asReferred: false, override: nil)
            try desk.does(.case(file.id, propose), by: "09")
        }
        let other = desk.records.case(file.id)?.closing?.proposedBy == "09" ? "05" : "09"
        try desk.does(.case(file.id, .approve(override: nil)), by: other)
    }
}
