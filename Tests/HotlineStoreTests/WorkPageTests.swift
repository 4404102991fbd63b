import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("Pages of SOS, cases and referrals")
struct WorkPageTests {
    /// 30 SOS; every second one a case with a referral, and of these every third at its end.
    private func filled() throws -> Store {
        let store = try Sample.store()
        for n in 0..<30 {
            // Two at every moment, so that the key needs its id.
            let now = Sample.at("2009-09-02", "08:00") + .hours(Int64(n / 2))
            let (call, sos) = (store.newID(Call.self, at: now), store.newID(Escalation.self, at: now))
            let entry = CallEntry(CallContent(callClass: .sos, outcome: "escalated"))
            try store.perform(
                [
                    .call(call, .enter(line: "md", started: now - .minutes(9), ended: now, entry)),
                    .escalation(sos, .raise(call: call)), .call(call, .finalise),
                ], by: "01", at: now)
            guard n % 2 == 0 else { continue }
            try work(on: sos, isEnded: n % 6 == 0, store, at: now)
        }
        return store
    }

    private func work(on sos: EscalationID, isEnded: Bool, _ store: Store, at now: Instant) throws {
        let (file, referral) = (store.newID(Case.self, at: now), store.newID(Referral.self, at: now))
        try store.perform(
            [
                .escalation(sos, .acknowledge), .case(file, .open(.escalation(id: sos))),
                .escalation(sos, .resolve(outcome: "case_opened", reason: nil, openedCase: file)),
                .referral(
                    referral, .add(.case(id: file), provider: "capc", service: "safe_accommodation", urgency: .day)),
            ], by: "51", at: now)
        guard isEnded else { return }
        try store.perform(
            [
                .referral(referral, .consent(.refused)), .case(file, .triage),
                .case(file, .proposeClosing(reason: "client_request", asReferred: false, override: nil)),
            ], by: "51", at: now)
        try store.perform([.case(file, .approve(override: nil))], by: "91", at: now)
    }

    /// Read from the top to the bottom and from the bottom to the top, a page at a time.
    private func agree<Row: Hashable>(
        _ all: [Row], _ read: (_ from: Row?, _ newer: Bool, _ limit: Int) throws -> [Row]
    ) throws {
        var (down, up): ([Row], [Row]) = ([], [])
        repeat { down += try read(down.last, false, 4) } while down.count % 4 == 0 && down.count < all.count
        repeat { up = try read(up.first, true, 4) + up } while up.count % 4 == 0 && up.count < all.count
        #expect(down == all)
        #expect(up == all)
    }

    @Test("hold each once, newest first, in both directions", arguments: Standing.allCases)
    func pages(standing: Standing) throws {
        let store = try filled()
        let escalations = try store.escalations(limit: 100).filter { standing.holds($0.isOpen) }
        #expect(zip(escalations, escalations.dropFirst()).allSatisfy { ($0.raisedAt, $0.id) > ($1.raisedAt, $1.id) })
        try agree(escalations) { try store.escalations(standing, from: $0, newer: $1, limit: $2) }
        let cases = try store.cases(limit: 100).filter { standing.holds($0.status.isOpen) }
        try agree(cases) { try store.cases(standing, from: $0, newer: $1, limit: $2) }
        let referrals = try store.referrals(limit: 100).filter { standing.holds(!$0.status.hasEnded) }
        try agree(referrals) { try store.referrals(standing, from: $0, newer: $1, limit: $2) }
        #expect(!escalations.isEmpty && !cases.isEmpty && !referrals.isEmpty)
    }

    @Test(
        "are stretches of an index: nothing is sorted and no table walked through",
        .notOnServer("it reads SQLite's plans"), arguments: Standing.allCases)
    func plans(standing: Standing) throws {
        let store = try filled()
        let lists = [
            ("escalation", standing.escalations), ("case_file", standing.cases), ("referral", standing.referrals),
        ]
        for (table, stretch) in lists {
            for (hasKey, newer) in [(false, false), (false, true), (true, false), (true, true)] {
                let condition = stretch.condition(hasKey: hasKey, newer: newer, limit: 60)
                let key: [SQLValue] = hasKey ? stretch.columns.map { _ in .integer(1) } : []
                let steps = try store.engine.read {
                    try $0.all(
                        "EXPLAIN QUERY PLAN SELECT * FROM \(table) WHERE \(condition)", [.integer(1)] + key
                    ) { $0.text(3) }
                }
                #expect(steps.count == 1 && steps[0].hasPrefix("SEARCH \(table) USING INDEX"), "\(steps)")
                if standing == .open { #expect(steps[0].contains("_open") || steps[0].contains("_unended")) }
            }
        }
    }
}

extension Standing {
    fileprivate func holds(_ isOpen: Bool) -> Bool { self == .any || (self == .open) == isOpen }
}
