import HotlineDomain
import HotlineReports
import Testing

@testable import HotlineStore

@Suite("Closed months in the store")
struct MonthStoreTests {
    private func at(_ date: String, _ time: String = "10:00") -> Instant { Sample.at(date, time) }

    /// Two calls of August and one of September, August closed.
    private func august() throws -> Store {
        let store = try Sample.store()
        try store.enter(.information, of: at("2009-08-10"), now: at("2009-08-10", "11:00"))
        try store.enter(.sos, of: at("2009-08-11"), now: at("2009-08-11", "11:00"))
        try store.enter(.information, of: at("2009-09-01"), now: at("2009-09-01", "11:00"))
        try store.close("2009-08", at: at("2009-09-02"))
        return store
    }

    @Test("a digest is SHA-256 in sixty-four digits")
    func digest() {
        // FIPS 180-4, the example of "abc".
        #expect(
            Store.digest(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("what is kept is what was counted, under its digest, and in the list")
    func kept() throws {
        let store = try august()
        let closing = try #require(try store.closing(of: Period("2009-08")!))
        #expect(closing.digest == Store.digest(of: closing.figures))
        let month = try ClosedMonth(canonicalText: closing.figures)
        #expect(month.count(.calls) == 2 && month.count(.sos) == 1)
        #expect(month.closedBy == "91" && month.closedAt == closing.lastChanged.at)
        let states = try store.months(at: at("2009-10-15"))
        #expect(states.map(\.month.name) == ["2009-08", "2009-09", "2009-10"])
        #expect(states.map(\.status.code) == ["closed", "open", "running"])
        #expect(states[0] == closing.state)
    }

    @Test("a call that comes late counts once, in the first open month, with its codes and its SOS")
    func lateCall() throws {
        let store = try august()
        let before = try store.closing(of: Period("2009-08")!)
        try store.enter(.information, of: at("2009-08-20"), now: at("2009-09-04"), country: "BE")
        try store.enter(.sos, of: at("2009-08-21"), now: at("2009-09-04"))
        // Belongs to September and is told of in October: late for no closed month.
        try store.enter(.information, of: at("2009-09-30", "19:00"), now: at("2009-10-01"))
        #expect(try store.counted("2009-10", at: at("2009-10-02")).count(.calls) == 0, "not the first open one")
        let september = try store.close("2009-09", at: at("2009-10-02"))
        #expect(september.count(.calls) == 4 && september.count(.sos) == 1)
        #expect(september.counts(.calls, by: "country") == ["MD": 3, "BE": 1])
        #expect(september.counts(.escalations, by: "outcome") == ["open": 1])
        let october = try store.close("2009-10", at: at("2009-11-02"))
        #expect(october.count(.calls) == 0 && october.count(.sos) == 0)
        #expect(try store.closing(of: Period("2009-08")!) == before)
        let closed = try store.closings().map { try ClosedMonth(canonicalText: $0.figures) }
        let all = try store.count(.calls, Period("2009")!)
        #expect(closed.reduce(0) { $0 + $1.count(.calls) } == all)
        #expect(closed.allSatisfy { $0.corrections.isEmpty })
    }

    @Test("a draft for a closed month is late once it is final, not before")
    func lateDraft() throws {
        let store = try august()
        let draft = try store.enter(.information, of: at("2009-08-20"), now: at("2009-09-04"), isFinal: false)
        #expect(try store.close("2009-09", at: at("2009-10-02")).count(.calls) == 1)
        try store.perform([.call(draft, .finalise)], by: "01", at: at("2009-10-05"))
        #expect(try store.close("2009-10", at: at("2009-11-02")).count(.calls) == 1)
    }

    @Test("a call amended after its month was closed is a note in the next one, without a count, and no more")
    func amended() throws {
        let store = try august()
        let before = try store.closing(of: Period("2009-08")!)
        let call = try #require(try store.calls(limit: 9).calls.first { $0.content.callClass == .information })
        try store.amend(call.id, .counselling, because: "wrong_class", at: at("2009-09-03"))
        let old = try #require(try store.calls(limit: 9).calls.last)
        try store.amend(old.id, .counselling, because: "review", at: at("2009-09-04"))
        let september = try store.close("2009-09", at: at("2009-10-02"))
        #expect(september.corrections == [ClosedMonth.Correction(month: Period("2009-08")!, reason: "review")])
        #expect(september.counts(.calls, by: "class") == ["counselling": 1])
        #expect(try store.closing(of: Period("2009-08")!) == before)
        #expect(try store.close("2009-10", at: at("2009-11-02")).corrections == [])
    }

    @Test("what is amended before it counts anywhere is no correction")
    func lateAndAmended() throws {
        let store = try august()
        let late = try store.enter(.information, of: at("2009-08-20"), now: at("2009-09-04"))
        try store.amend(late, .counselling, because: "review", at: at("2009-09-05"))
        let september = try store.close("2009-09", at: at("2009-10-02"))
        #expect(september.corrections == [])
        #expect(september.counts(.calls, by: "class") == ["counselling": 1, "information": 1])
    }

    @Test("an outcome that is opened again after the month was closed is a note, too")
    func reopened() throws {
        let store = try Sample.store()
        try store.enter(.sos, of: at("2009-08-11"), now: at("2009-08-11", "11:00"))
        let id = try #require(try store.openEscalations().first?.id)
        let reason = store.written("a wrong number", at: at("2009-08-11", "12:00"))
        try store.perform([.escalation(id, .assign(to: "51"))], by: "91", at: at("2009-08-11", "11:10"))
        try store.perform(
            [
                .escalation(id, .acknowledge),
                .escalation(id, .resolve(outcome: "not_confirmed", reason: reason, openedCase: nil)),
            ], by: "51", at: at("2009-08-11", "12:00"))
        #expect(
            try store.close("2009-08", at: at("2009-09-02")).counts(.escalations, by: "outcome")
                == ["not_confirmed": 1])
        try store.perform(
            [.escalation(id, .reopen(reason: "wrong_outcome", words: nil))], by: "51", at: at("2009-09-03"))
        let september = try store.close("2009-09", at: at("2009-10-02"))
        #expect(september.corrections.map(\.reason) == ["wrong_outcome"])
        #expect(september.sum(.escalations) == 0)
    }

    @Test(
        "missions and figures of others that are told of late count in the first open month; a better one is a note")
    func lateEntries() throws {
        let store = try august()
        let (mission, known) = (
            store.newID(Entry.self, at: at("2009-09-03")), store.newID(Entry.self, at: at("2009-09-03"))
        )
        let content = EntryContent.mission(.init(date: BusinessDate("2009-08-15")!, country: "AE", persons: []))
        let figure = EntryContent.indicator(
            .init(code: "trials", first: BusinessDate("2009-08-01")!, last: BusinessDate("2009-08-31")!, target: 5))
        let persons = [PersonCount(category: "stranded_migrant", count: 2)]
        try store.perform(
            [
                .entry(mission, .add(content, what: nil)),
                .entry(mission, .done(.carriedOut(on: BusinessDate("2009-08-16")!, persons: persons))),
                .entry(known, .add(figure, what: nil)),
                .entry(known, .done(.measured(actual: 3, source: "GPO", asOf: BusinessDate("2009-09-01")!))),
            ], by: "91", at: at("2009-09-03"))
        let september = try store.close("2009-09", at: at("2009-10-02"))
        #expect(september.count(.repatriated) == 2)
        #expect(september.counts(.repatriated, by: "country") == ["AE": 2])
        #expect(september.sum(.indicator, where: [TidyKey("code", "trials")]) == 3)
        try store.perform(
            [
                .entry(known, .done(.measured(actual: 4, source: "GPO", asOf: BusinessDate("2009-10-01")!))),
                .entry(mission, .withdraw(reason: "entered_by_mistake")),
            ], by: "91", at: at("2009-10-03"))
        let october = try store.close("2009-10", at: at("2009-11-02"))
        #expect(october.count(.repatriated) == 0 && october.sum(.indicator) == 0)
        #expect(october.corrections.map(\.reason) == ["entered_by_mistake", "new_information"])
    }

    @Test("an outcome that comes after its month is in no figure but that of the year so far")
    func outcomesToDate() throws {
        let store = try august()
        let id = try #require(try store.openEscalations().first?.id)
        let reason = store.written("nobody answered", at: at("2009-09-05"))
        try store.perform([.escalation(id, .assign(to: "51"))], by: "91", at: at("2009-09-05"))
        try store.perform(
            [
                .escalation(id, .acknowledge),
                .escalation(id, .resolve(outcome: "caller_lost", reason: reason, openedCase: nil)),
            ], by: "51", at: at("2009-09-05"))
        #expect(try store.closed("2009-08").counts(.outcomesToDate, by: "outcome") == ["open": 1])
        let september = try store.close("2009-09", at: at("2009-10-02"))
        #expect(september.sum(.escalations) == 0)
        #expect(september.counts(.outcomesToDate, by: "outcome") == ["caller_lost": 1])
    }

    @Test("visits of a switch's log that is read too late count in the first open month")
    func lateVisits() throws {
        let store = try august()
        var visit = VisitFacts(
            id: SwitchCallID("late"), call: "late", line: "md", offered: .init(at: at("2009-08-20"), isExact: true))
        visit.ending = .abandoned
        visit.endedAt = .init(at: at("2009-08-20") + .seconds(30), isExact: true)
        try store.perform(
            [.visit(store.newID(Visit.self, at: at("2009-09-03")), .observe(source: "switch", visit))],
            by: Stamp.systemCode, at: at("2009-09-03"))
        #expect(try store.close("2009-09", at: at("2009-10-02")).sum(.visits) == 1)
        #expect(try store.close("2009-10", at: at("2009-11-02")).sum(.visits) == 0)
    }

    @Test("cases go over from one closed month into the next, and add up")
    func balance() throws {
        let store = try Sample.store()
        _ = try store.toldCase(at: at("2009-08-11"), "a")
        let file = try store.toldCase(at: at("2009-08-12"), "b")
        let august = try store.close("2009-08", at: at("2009-09-02")).balance
        #expect((august.opened, august.closed, august.openAtEnd) == (2, 2, 0) && august.reconciles)
        try store.perform(
            [.case(file, .reopen(reason: "new_information", words: nil))], by: "51", at: at("2009-09-05"))
        let september = try store.close("2009-09", at: at("2009-10-02")).balance
        #expect((september.openAtStart, september.reopened, september.openAtEnd) == (0, 1, 1))
        #expect(try store.close("2009-10", at: at("2009-11-02")).balance.openAtStart == 1)
    }
}
