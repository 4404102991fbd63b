import HotlineDomain
import HotlinePractice
import HotlineReports
import HotlineStore
import Testing

@Suite("The work of the practice year")
struct PracticeWorkTests {
    @Test("leaves no SOS without acknowledgement and outcome", arguments: WrittenYear.seeds)
    func escalations(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let hotline = try store.hotline()
        let escalations = try store.escalations(limit: 500)
        #expect(escalations.count == 126)
        for escalation in escalations {
            #expect(escalation.outcome != nil && escalation.resolvedAt != nil)
            let assignee = try #require(escalation.assignee.flatMap(hotline.operatorNamed))
            #expect(assignee.has(.specialist) || assignee.has(.supervisor))
            let waited = try #require(escalation.acknowledgedAt) - escalation.raisedAt
            #expect(waited > .seconds(20) && waited < .minutes(90))
        }
        let inTime = escalations.filter { ($0.acknowledgedAt ?? $0.raisedAt) - $0.raisedAt <= .seconds(300) }
        #expect((15...99).contains(inTime.count * 100 / 126))
    }

    @Test("first answers every SOS by a specialist or the supervisor")
    func acknowledgedBy() async throws {
        let store = try await WrittenYear.shared.store(1)
        let hotline = try store.hotline()
        for escalation in try store.escalations(limit: 500) {
            let history = try store.history(of: Subject(.escalation, escalation.id.raw))
            let first = history.first { if case .escalation(_, .acknowledged) = $0.event { true } else { false } }
            let person = try #require(first.flatMap { hotline.operatorNamed($0.stamp.by) })
            #expect(person.has(.specialist) || person.has(.supervisor))
        }
    }

    @Test("closes most cases with a colleague's approval and leaves some open", arguments: WrittenYear.seeds)
    func cases(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let cases = try store.cases(limit: 100)
        #expect(cases.count == 19)
        let closed = cases.filter { !$0.status.isOpen }
        #expect((9...15).contains(closed.count))
        #expect(cases.contains { $0.status == .followUp })
        for file in closed {
            let approval = try store.history(of: Subject(.case, file.id.raw)).last {
                if case .case(_, .closed) = $0.event { true } else { false }
            }
            #expect(approval?.stamp.by != file.closing?.proposedBy)
        }
        #expect(cases.filter { $0.referredOn != nil }.count == 3)
    }

    @Test("brings every referral to its end, but for those in service", arguments: WrittenYear.seeds)
    func referrals(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let referrals = try store.referrals(limit: 500)
        #expect(referrals.count > 30)
        #expect(referrals.allSatisfy { $0.status.hasEnded || $0.status == .inService })
        #expect(referrals.filter { $0.status == .inService }.count <= 5)
        #expect(referrals.allSatisfy { !$0.status.hasEnded || ($0.outcome != nil && $0.source != nil) })
        #expect(referrals.filter { $0.service == "social_reintegration" && $0.sentAt != nil }.count == 3)
        let hotline = try store.hotline()
        #expect(referrals.allSatisfy { hotline.provider($0.provider)?.services.contains($0.service) == true })
    }

    @Test("ends every shift, with handovers, absences and substitutes among them", arguments: WrittenYear.seeds)
    func shifts(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let shifts = try store.shifts((PracticeYear.firstDate - 10)...(PracticeYear.lastDate + 60))
        #expect(shifts.allSatisfy { $0.status == .ended || $0.status == .absent })
        #expect(shifts.allSatisfy { !$0.endedBySupervisor })
        #expect(shifts.filter { $0.status == .absent }.count >= 8)
        #expect(shifts.contains { $0.substituteFor != nil })
        #expect(shifts.contains { $0.unplannedBecause != nil })
        #expect(shifts.filter { $0.handover != nil }.count > 50)
        #expect(try store.openHandovers().isEmpty)
        let live = try store.live(at: WrittenYear.dayAfter)
        #expect(live.escalations.isEmpty && live.shiftsOn.isEmpty && live.callBacks.isEmpty && live.liveCalls.isEmpty)
    }

    @Test("is in the file as the journal tells it", arguments: WrittenYear.seeds)
    func verified(seed: UInt64) async throws {
        let findings = try await WrittenYear.shared.store(seed).verify()
        #expect(findings.isSound)
    }
}

extension WrittenYear {
    static let dayAfter = Instant(seconds: (PracticeYear.lastDate + 1).days * 86_400)
}
