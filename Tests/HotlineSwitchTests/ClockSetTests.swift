import HotlineDomain
import HotlineReports
import HotlineSwitch
import Testing

/// The clock of a switch is set while its lines are read: what spans it is not known.
@Suite("A clock that is set between two lines")
struct ClockSetTests {
    private func line(_ event: String, _ at: Int, _ call: String, _ more: String = "") -> String {
        #"{"event":"\#(event)","at":\#(at),"call":"\#(call)","line":"ru"\#(more)}"#
    }

    private func troubles(_ events: [SwitchEvent]) -> [Int] {
        events.compactMap { if case .trouble(.clockSet(_, let line), _) = $0 { line } else { nil } }
    }

    @Test("a wait and a talk over it have no length, those before and after it have theirs")
    func lengths() throws {
        var feed = JSONLinesFeed()
        let answered = #","agent":"01""#
        let events = [
            line("callWaiting", 7000, "before"), line("callAnswered", 7004, "before", answered),
            line("callEnded", 7050, "before"), line("callWaiting", 7100, "waits"), line("callWaiting", 7110, "talks"),
            line("callAnswered", 7115, "talks", answered),
            // Back by almost an hour, and for one of them only by less than it had waited.
            line("callAnswered", 3550, "waits", #","agent":"02""#), line("callEnded", 3600, "talks"),
            line("callWaiting", 3610, "after"), line("callAnswered", 3613, "after", answered),
            line("callEnded", 3700, "after"), line("callEnded", 3710, "waits"),
        ].flatMap { feed.take($0) }
        #expect(troubles(events) == [7])
        let kept = Kept(events)
        func visit(_ call: String) throws -> VisitFacts { try #require(kept.visit(of: call).first) }
        #expect(try visit("before").wait == .seconds(4) && visit("before").talkTime == .seconds(46))
        #expect(try visit("after").wait == .seconds(3) && visit("after").talkTime == .seconds(87))
        #expect(try visit("waits").wait == nil && visit("waits").talkTime == .seconds(160))
        #expect(try visit("talks").wait == .seconds(5) && visit("talks").talkTime == nil)
        #expect(kept.visits.values.allSatisfy { $0.isOver && $0.outcome == .answered })

        let counts = QueueCounts(
            kept.visits.values.map {
                QueueVisit(line: $0.line, offeredAt: $0.offered.at, outcome: .answered, wait: $0.wait)
            }, targets: QueueTargets())
        #expect(counts.answered == 4 && counts.waitUnknown == 1)
        #expect(counts.serviceLevel == Share(3, of: 3) && counts.waits.count == 3)
    }

    @Test("set back by less than somebody has waited: the wait would look right, and is not known")
    func little() {
        var feed = QueueLogFeed()
        let events = [
            "1000|1|q|NONE|ENTERQUEUE||5|1", "1060|2|q|NONE|ENTERQUEUE||5|1", "1030|1|q|Ana|CONNECT|30|leg|3",
            "1031|2|q|NONE|ABANDON|1|1|9",
        ].flatMap { feed.take($0) }
        let kept = Kept(events, isExact: false)
        #expect(troubles(events) == [3] && kept.count(.answered) == 1 && kept.count(.abandoned) == 1)
        #expect(kept.visits.values.allSatisfy { $0.wait == nil })
    }

    @Test("a second or two are nobody's clock: lines may stand in another order")
    func order() {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 1002, "1"), line("callWaiting", 1000, "2"), line("callAbandoned", 1009, "2"),
            line("callAbandoned", 1008, "1"),
        ].flatMap { feed.take($0) }
        #expect(troubles(events).isEmpty && Kept(events).visits.values.allSatisfy { $0.wait != nil })
    }

    @Test("a step forward is a clock that was set where lines come as they happen, and a quiet hour in a file")
    func forward() {
        func read(_ moments: [(told: Int, arrived: Int?)]) -> [SwitchEvent] {
            var feed = JSONLinesFeed()
            return moments.enumerated().flatMap { place, moment in
                feed.take(
                    line(place == 0 ? "callWaiting" : "callAbandoned", moment.told, "1"),
                    arrived: moment.arrived.map {
                        SwitchMoment(wall: Instant(seconds: Int64($0)), steady: .seconds(Int64($0) - 100))
                    })
            }
        }
        #expect(troubles(read([(5000, 5000), (8600, 5012)])) == [2])
        #expect(Kept(read([(5000, 5000), (8600, 5012)])).visits.values.first?.wait == nil)
        // An hour passed here too; a file; another day, as fast as it goes.
        let quiet: [[(told: Int, arrived: Int?)]] = [
            [(5000, 5000), (8600, 8600)], [(5000, nil), (8600, nil)], [(5000, 90_000), (8600, 90_000)],
        ]
        for quiet in quiet {
            #expect(troubles(read(quiet)).isEmpty)
            #expect(Kept(read(quiet)).visits.values.first?.wait == .seconds(3600))
        }
    }

    @Test("a recording whose clock goes back says so once, and what comes after is placed by the new one")
    func recording() throws {
        var recording = AMIRecording()
        let records = recording.take(try Recording.bytes("v22-day.amit"))
        let clean = Kept(try Recording.events("v22-day.amit"))
        for place in stride(from: 200, to: records.count, by: 211) {
            var replay = AsteriskReplay()
            var events: [SwitchEvent] = []
            for (number, record) in records.enumerated() {
                let back = number < place ? record.at : record.at - .hours(1)
                events += replay.take(AMIRecording.Record(at: back, bytes: record.bytes))
            }
            events += replay.finish()
            let (kept, moment) = (Kept(events), records[place].at)
            #expect(troubles(events) == [place + 1] && Set(kept.visits.keys) == Set(clean.visits.keys))
            for (id, visit) in kept.visits {
                let expected = try #require(clean.visits[id])
                #expect(visit.outcome == expected.outcome, "\(place) \(id)")
                if let wait = visit.wait { #expect(wait == expected.wait, "\(place) \(id)") }
                if expected.endedAt.map({ $0.at < moment }) ?? false { #expect(visit.wait == expected.wait) }
                if expected.offered.at > moment { #expect(visit.offered.at == expected.offered.at - .hours(1)) }
            }
        }
    }

    @Test("one that was heard better is not spoiled by a log whose clock was set, and doubt is told once for all")
    func merging() {
        let id = SwitchCallID(call: "1", queue: "q", stay: 1)
        func told(_ isExact: Bool, wasSet: Bool, at seconds: Int64 = 5) -> VisitFacts {
            var facts = VisitFacts(
                id: id, call: "1", line: "ru", offered: .init(at: Instant(seconds: 1), isExact: isExact))
            facts.ending = .abandoned
            facts.endedAt = .init(at: Instant(seconds: seconds), isExact: isExact, clockWasSet: wasSet)
            return facts
        }
        let tellings = [
            told(true, wasSet: false), told(true, wasSet: true), told(false, wasSet: true),
            told(false, wasSet: false),
            told(true, wasSet: true, at: 7), told(false, wasSet: true, at: 3),
        ]
        #expect(tellings[0].merged(with: tellings[2]).wait == .seconds(4))
        #expect(tellings[0].merged(with: tellings[1]).wait == nil)
        for a in tellings {
            #expect(a.merged(with: a) == a)
            for b in tellings {
                #expect(a.merged(with: b) == b.merged(with: a))
                for c in tellings { #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c))) }
            }
        }
    }
}
