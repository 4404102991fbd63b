import Testing

@testable import HotlineDomain

/// What becomes of a caller the switch tells of: one call, by the switch's clock.
@Suite("A call of the switch's")
struct AnswerTests {
    @Test("the clock runs since the answer, however late the call is opened, on the line called")
    func sinceTheAnswer() throws {
        var desk = Desk()
        var facts = desk.visit("1", line: "pt")
        facts.country = "br"
        facts.language = "PT"
        let answered = desk.now + .seconds(8)
        let visit = try desk.told(facts.answered(by: "01", after: 8))
        desk.now = desk.now + .seconds(90)
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(visit)))
        let call = try #require(desk.records.call(id))
        #expect(call.started == answered && call.status == .talking && call.operatorCode == "01")
        #expect(call.line == "pt" && call.content.country == "BR" && call.content.language == "pt")
        #expect(call.visit == visit && !call.numberKnown)
    }

    @Test("what the switch does not tell is the line's, and a queue mapped to no line is the first one's")
    func defaults() throws {
        var desk = Desk()
        var facts = desk.visit("1", line: "line-xx")
        facts.country = "Atlantis"
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(try desk.told(facts.answered(by: "01", after: 1)))))
        let call = try #require(desk.records.call(id))
        #expect(call.line == "md" && call.content.country == "MD" && call.content.language == "ro")
    }

    @Test("taken while it rings, its clock is put right by the answer, and the end is the switch's")
    func whileItRings() throws {
        var desk = Desk()
        let facts = desk.visit("1")
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(try desk.told(facts))))
        desk.now = desk.now + .seconds(20)
        try desk.does(.call(id, .save(.information)))
        try desk.told(facts.answered(by: "01", after: 15))
        #expect(desk.records.call(id)?.started == facts.offered.at + .seconds(15))
        try desk.told(facts.answered(by: "01", after: 15).hungUp(after: 185, held: 20))
        let call = try #require(desk.records.call(id))
        #expect(call.status == .wrapUp && call.operatorCode == "01")
        #expect(call.ended == facts.offered.at + .seconds(200) && call.held == .seconds(20))
        #expect(call.content.callClass == .information, "what was written stays")
    }

    @Test("a caller who gives up after the call was taken leaves it to be written up or discarded")
    func gaveUp() throws {
        var desk = Desk()
        let facts = desk.visit("1")
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(try desk.told(facts))))
        try desk.told(facts.ending(.abandoned, after: 30))
        let call = try #require(desk.records.call(id))
        #expect(call.status == .wrapUp && call.ended == facts.offered.at + .seconds(30))
    }

    @Test("taken after the caller hung up it is to be written up at once, also beside a caller on the line")
    func afterwards() throws {
        var desk = Desk()
        let visit = try desk.told(desk.visit("1").answered(by: "01", after: 5).hungUp(after: 60))
        desk.now = desk.now + .minutes(3)
        _ = try desk.startCall()
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(visit)))
        let call = try #require(desk.records.call(id))
        #expect(call.status == .wrapUp && call.ended.map { $0 - call.started } == .seconds(60))
    }

    @Test("what is final is final, whatever the switch says later; and another's clock is not touched")
    func final() throws {
        var desk = Desk()
        let facts = desk.visit("1").answered(by: "01", after: 5)
        let visit = try desk.told(facts)
        let (id, other): (CallID, CallID) = (desk.id(), try desk.startCall(by: "02"))
        try desk.does(.call(id, .answer(visit)), .call(id, .closeAs(code: "silent", at: desk.now)))
        let before = (desk.records.call(id), desk.records.call(other))
        try desk.told(facts.hungUp(after: 400))
        #expect(desk.records.call(id) == before.0 && desk.records.call(other) == before.1)
    }

    @Test("end and answer told twice, in one act, or the wrong way round make the same call")
    func again() throws {
        var desk = Desk()
        let facts = desk.visit("1")
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(try desk.told(facts))))
        let (answered, over) = (
            facts.answered(by: "01", after: 5), facts.answered(by: "01", after: 5).hungUp(after: 9)
        )
        try desk.does(
            .visit(desk.id(), .observe(source: "switch", over)),
            .visit(desk.id(), .observe(source: "switch", answered)),
            by: "23")
        let call = try #require(desk.records.call(id))
        #expect(call.started == facts.offered.at + .seconds(5) && call.ended == facts.offered.at + .seconds(14))
        try desk.told(answered)
        try desk.told(over)
        #expect(desk.records.call(id) == call)
    }

    @Test("a transfer to another operator's line hands the one call over, clock and words with it")
    func transfer() throws {
        var desk = Desk()
        let first = desk.visit("1").answered(by: "01", after: 5)
        let id: CallID = desk.id()
        desk.now = desk.now + .seconds(10)
        try desk.does(.call(id, .answer(try desk.told(first))), .call(id, .save(.information)))
        let started = try #require(desk.records.call(id)).started
        desk.now = desk.now + .minutes(2)
        try desk.told(first.hungUp(after: 100, by: .transfer))
        #expect(desk.records.call(id)?.status == .talking, "the caller has not hung up")
        let second = desk.visit("1", line: "pt").answered(by: "02", after: 4)
        let visit = try desk.told(second)
        try desk.does(.call(id, .answer(visit)), by: "02")
        let taken = try #require(desk.records.call(id))
        #expect(taken.operatorCode == "02" && taken.status == .talking && taken.started == started)
        #expect(taken.content.callClass == .information)
        try desk.told(second.hungUp(after: 50))
        let call = try #require(desk.records.call(id))
        #expect(call.status == .wrapUp && call.ended == second.endedAt!.at + .seconds(50))
        #expect(desk.records.calls.count == 1)
    }

    @Test("a caller who comes back to the queue and gives up there has hung up")
    func transferredAndGone() throws {
        var desk = Desk()
        let first = desk.visit("1").answered(by: "01", after: 5)
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(try desk.told(first))))
        try desk.told(first.hungUp(after: 100, by: .transfer))
        let second = desk.visit("1", line: "pt")
        try desk.told(second)
        #expect(desk.records.call(id)?.status == .talking)
        try desk.told(second.ending(.abandoned, after: 300))
        #expect(desk.records.call(id)?.status == .wrapUp)
    }

    @Test("of one that died with the switch nobody says when it ended")
    func lost() throws {
        var desk = Desk()
        var facts = desk.visit("1").answered(by: "01", after: 5)
        let id: CallID = desk.id()
        try desk.does(.call(id, .answer(try desk.told(facts))))
        facts.talk?.isLost = true
        try desk.told(facts)
        #expect(desk.records.call(id)?.status == .talking)
    }

    @Test("a number is told of, and in no event; of who has gone or came long ago it is not kept")
    func numbers() throws {
        var desk = Desk()
        let visit = try desk.told(desk.visit("1").answered(by: "01", after: 2), number: "+373 533 12345")
        #expect(desk.records.keepsNumber(of: visit))
        let id: CallID = desk.id()
        let events = try desk.does(.call(id, .answer(visit)))
        #expect(events.contains(.call(id, .recognised(by: .number, codename: nil))))
        #expect(!"\(desk.journal)".contains("12345"))
        for (place, facts) in [desk.visit("2").ending(.abandoned, after: 9), desk.visit("3")].enumerated() {
            if place == 1 { desk.now = desk.now + .hours(1) }
            #expect(!desk.records.keepsNumber(of: try desk.told(facts, number: "+373 533 12345")))
        }
        #expect(!desk.records.keepsNumber(of: try desk.told(desk.visit("4"), number: "anonymous")))
    }
}

@Suite("Rings")
struct RingTests {
    private let start = Instant(seconds: 1_000_000)
    private func at(_ seconds: Int64) -> Instant { start + .seconds(seconds) }
    private var waiting: VisitFacts {
        VisitFacts(id: .init("1"), call: "1", line: "md", offered: .init(at: start, isExact: true))
    }

    private func ringing(_ edit: (inout VisitFacts) -> Void) -> VisitFacts {
        var facts = waiting
        edit(&facts)
        return facts
    }

    @Test("it rings from the beginning to the end, at one or at several, and never for hours")
    func since() {
        var facts = waiting
        facts.ring(at: "01", since: at(3))
        facts.ring(at: "02", since: at(3))
        facts.endRing(at: "02", at(9))
        #expect(facts.ringsSince(at: "01", now: at(10)) == at(3))
        #expect(facts.ringsSince(at: "02", now: at(10)) == nil && facts.ringsSince(at: "03", now: at(10)) == nil)
        facts.ring(at: "02", since: at(20))
        #expect(facts.ringsSince(at: "02", now: at(21)) == at(20))
        #expect(facts.ringsSince(at: "01", now: at(3) + VisitFacts.ringMax) == nil, "its end was not heard")
    }

    @Test("whoever was answered or gave up rings nowhere any more, and cannot begin to")
    func ended() {
        let ring = ringing { $0.ring(at: "01", since: at(3)) }
        for ending in [VisitFacts.Ending.abandoned, .answered(by: "02"), .lost, .left(.timedOut)] {
            var facts = ring.merged(with: waiting.ending(ending, after: 9))
            #expect(facts.rings.isEmpty)
            facts.ring(at: "01", since: at(12))
            #expect(facts.rings.isEmpty && facts == facts.merged(with: ring))
        }
    }

    @Test("tellings make the same rings in any order, and twice is once")
    func merging() {
        let tellings = [
            waiting, ringing { $0.ring(at: "01", since: at(3)) }, ringing { $0.ring(at: "02", since: at(3)) },
            ringing {
                $0.ring(at: "01", since: at(3)); $0.endRing(at: "01", at(8))
            },
            ringing { $0.ring(at: "01", since: at(12)) }, waiting.ending(.answered(by: "01"), after: 15),
            waiting.ending(.abandoned, after: 16),
        ]
        for a in tellings {
            #expect(a.merged(with: a) == a)
            for b in tellings {
                #expect(a.merged(with: b) == b.merged(with: a))
                for c in tellings { #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c))) }
            }
        }
    }
}
