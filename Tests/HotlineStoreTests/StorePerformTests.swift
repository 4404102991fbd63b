import HotlineDomain
import HotlineStore
import Testing

@Suite("Writing through the store")
struct StorePerformTests {
    @Test("a logged call is listed, counted and kept word for word")
    func aLoggedCall() throws {
        let store = try Sample.store()
        let started = Sample.at("2009-09-14", "14:00")
        let id = try store.log(
            .information, at: started, country: "MD", topic: "documents", region: "Slobozia",
            note: "asks about papers")
        let call = try #require(try store.call(id))
        #expect(call.status == .final)
        #expect(call.number == "09-0001")
        #expect(try store.calls(limit: 10).calls.map(\.id) == [id])
        #expect(try store.count(.calls, Period("2009-09")!) == 1)
        #expect(try store.counts(.calls, by: .topic, Period("2009-09-14")!) == ["documents": 1])
        #expect(try store.words(#require(call.content.note))?.revealed == "asks about papers")
    }

    @Test("what somebody said stands in no event")
    func wordsAreBesideTheJournal() throws {
        let store = try Sample.store()
        let id = try store.log(
            .counselling, at: Sample.at("2009-09-14", "14:00"), region: "Slobozia", note: "secret words")
        let history = try store.history(of: Subject(.call, id.raw))
        #expect(history.count == 2)
        #expect(!"\(history)".contains("secret words") && !"\(history)".contains("Slobozia"))
    }

    @Test("an act that is refused half way changes nothing")
    func allOrNothing() throws {
        let store = try Sample.store()
        let started = Sample.at("2009-09-14", "14:00")
        let id = store.newID(Call.self, at: started)
        let entry = CallEntry(CallContent(callClass: .sos, outcome: "escalated"))
        #expect(throws: Refusal(CallRule.sosNeedsEscalation, ["number": "09-0001"])) {
            try store.perform(
                [.call(id, .enter(line: "md", started: started, ended: started, entry)), .call(id, .finalise)],
                by: "01", at: started)
        }
        #expect(try store.call(id) == nil)
        #expect(try store.verify().events == 1)
        // Nor is a number lost.
        let next = try store.log(.information, at: started)
        #expect(try store.call(next)?.number == "09-0001")
    }

    @Test("an SOS becomes a case and a referral, and each is counted on its day")
    func theFunnel() throws {
        let store = try Sample.store()
        let start = Sample.at("2009-09-14", "23:50")
        let call = try store.log(.sos, at: start, by: "02")
        let escalation = try #require(try store.call(call)?.escalation)
        let later = start + .hours(1)
        let file = store.newID(Case.self, at: later)
        try store.perform([.escalation(escalation, .acknowledge)], by: "51", at: later)
        try store.perform(
            [
                .case(file, .open(.escalation(id: escalation))),
                .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file)),
            ], by: "51", at: later)
        let referral = store.newID(Referral.self, at: later)
        let sent = later + .days(3)
        try store.perform(
            [
                .referral(
                    referral,
                    .add(.case(id: file), provider: "capc", service: "social_reintegration", urgency: .day)),
                .referral(referral, .consent(.given)), .referral(referral, .send),
            ], by: "51", at: sent)
        let month = Period("2009-09")!
        #expect(try store.count(.sos, month) == 1)
        #expect(try store.counts(.escalations, by: .outcome, Period("2009-09-14")!) == ["case_opened": 1])
        // Opened at 00:50: the night shift of the fourteenth still.
        #expect(try store.count(.casesOpened, Period("2009-09-14")!) == 1)
        #expect(try store.count(.referred, Period("2009-09-17")!) == 1)
        #expect(try store.case(file)?.number == "09-01")
        #expect(try store.verify().isSound)
    }

    @Test("a case does not close over an SOS that was linked to it and is open again")
    func reopenedLink() throws {
        let store = try Sample.store()
        let start = Sample.at("2009-09-14", "14:00")
        let call = try store.log(.sos, at: start)
        let escalation = try #require(try store.call(call)?.escalation)
        let file = store.newID(Case.self, at: start)
        try store.perform(
            [
                .case(file, .open(.walkIn)), .case(file, .triage), .escalation(escalation, .acknowledge),
                .escalation(
                    escalation, .resolve(outcome: "linked_to_existing_case", reason: nil, openedCase: file)),
                .escalation(escalation, .reopen(reason: "contacted_again", words: nil)),
            ], by: "51", at: start + .hours(1))
        let close = CaseCommand.proposeClosing(reason: "plan_completed", asReferred: false, override: nil)
        let refusal = #expect(throws: Refusal.self) {
            try store.perform([.case(file, close)], by: "51", at: start + .hours(2))
        }
        #expect(refusal?.rule == "case.open_escalation")
        #expect(try store.verify().isSound)
    }

    @Test("an amended call moves from one count to another")
    func amending() throws {
        let store = try Sample.store()
        let started = Sample.at("2009-09-14", "14:00")
        let id = try store.log(.information, at: started, country: "MD")
        let entry = CallEntry(CallContent(callClass: .counselling, country: "RU", outcome: "consultation_given"))
        try store.perform(
            [
                .call(
                    id,
                    .amend(
                        revision: 1, reason: "wrong_class", started: started, ended: started + .minutes(5), entry))
            ], by: "01", at: started + .hours(1))
        let day = Period("2009-09-14")!
        #expect(try store.counts(.calls, by: .class, day) == ["counselling": 1])
        #expect(try store.counts(.calls, by: .country, day) == ["RU": 1])
        #expect(try store.count(.calls, day) == 1)
        #expect(try store.verify().isSound)
    }

    @Test("a call at ten past two belongs to the night shift before")
    func businessDate() throws {
        let store = try Sample.store()
        let id = try store.log(.information, at: Sample.at("2009-09-15", "02:10"))
        let placement = try #require(try store.call(id)?.placement)
        #expect(placement.businessDate == BusinessDate("2009-09-14"))
        #expect(placement.hour == 2)
        #expect(placement.offShift)
    }

    @Test("shifts are planned from the roster once, and a new roster replaces only what nobody touched")
    func planning() throws {
        let store = try Sample.store()
        let now = Sample.at("2009-09-14", "10:00")
        let first = try store.planShifts(by: "91", at: now)
        #expect(first.planned > 50)
        #expect(try store.planShifts(by: "91", at: now) == (0, 0))
        let shift = try #require(try store.shiftToSignOn("01", at: now))
        try store.perform([.shift(shift.id, .signOn)], by: "01", at: now)
        var hotline = Sample.hotline
        hotline.roster[0].operators = ["02"]
        hotline.roster[1].operators = ["01"]
        try store.perform([.hotline(.apply(hotline))], by: Stamp.systemCode, at: now)
        let second = try store.planShifts(by: "91", at: now, replacing: true)
        #expect(second.cancelled > 40 && second.planned > 40)
        #expect(try store.currentShift(of: "01")?.id == shift.id)
        #expect(try store.planShifts(by: "91", at: now, replacing: true) == (0, 0))
        #expect(try store.verify().isSound)
    }
}
