import HotlineDomain
import HotlineReports
import HotlineSwitch
import Testing

@Suite("Recordings of a real switch")
struct RecordingTests {
    /// Extensions of the operators, so that the truth's names fit.
    private static let names = SwitchNames(
        operators: Dictionary(uniqueKeysWithValues: (101...107).map { (String($0), String($0)) }))

    @Test(
        "every visit ends as the people who called wrote down, and waits are right to a twentieth of a second",
        arguments: ["v11.amit", "v11-asked.amit"])
    func truth(name: String) throws {
        let truth = try Truth.read("v11.truth.json")
        let kept = Kept(try Recording.events(name, names: RecordingTests.names))
        #expect(truth.count == 110 && kept.visits.count == 110)
        for expected in truth {
            let visit = try #require(kept.visit(of: expected.uniqueid).first, "\(expected.uniqueid)")
            #expect(visit.ending == expected.expected, "\(expected.uniqueid)")
            let wait = Double(visit.wait?.milliseconds ?? -1) / 1000
            #expect(abs(wait - expected.wait) <= 0.05, "\(expected.uniqueid) waited \(expected.wait), not \(wait)")
            if let talk = expected.talk {
                let told = Double(visit.talkTime?.milliseconds ?? -1) / 1000
                #expect(abs(told - talk) <= 0.1, "\(expected.uniqueid) talked \(talk), not \(told)")
            }
            if expected.outcome != "rejected-full" || name == "v11-asked.amit" {
                #expect(visit.line == expected.line)
            }
        }
    }

    @Test("the switch's own log gives the same outcomes, and waits to the second")
    func logTruth() throws {
        let kept = Kept(try Recording.logEvents("v11.queue_log"), isExact: false)
        // A full queue leaves no line in the log.
        let truth = try Truth.read("v11.truth.json").filter { $0.outcome != "rejected-full" }
        #expect(kept.visits.count == truth.count)
        for expected in truth {
            let visit = try #require(kept.visit(of: expected.uniqueid).first)
            switch (visit.ending, expected.expected) {
            case (.answered?, .answered?): break
            default: #expect(visit.ending == expected.expected, "\(expected.uniqueid)")
            }
            let wait = Double(visit.wait?.milliseconds ?? -1) / 1000
            #expect(abs(wait - expected.wait) < 1, "\(expected.uniqueid) waited \(expected.wait), not \(wait)")
        }
    }

    @Test("a log fills the gaps of what was heard and spoils nothing that was heard better")
    func backfill() throws {
        let heard = try Recording.events("v11.amit")
        let whole = Kept(heard)
        // Half a minute is not heard at all.
        let from = Instant(seconds: 1_795_233_600)
        let to = Instant(seconds: 1_795_233_630)
        let cut = heard.filter { $0.at < from || to < $0.at }
        var kept = Kept(cut)
        #expect(kept.visits.values.filter(\.isOver).count < 110)
        var backfill = QueueLogBackfill(from: from, to: to)
        for line in try Recording.lines("v11.queue_log") { backfill.take(line) }
        kept.merge(backfill.over)
        #expect(Set(kept.visits.keys) == Set(whole.visits.keys))
        for (id, visit) in whole.visits {
            let filled = try #require(kept.visits[id])
            #expect(filled.ending == visit.ending, "\(id)")
            #expect(
                abs((filled.wait ?? .seconds(99)).milliseconds - (visit.wait ?? .seconds(0)).milliseconds) < 1000)
            if cut.contains(where: { $0.at == visit.offered.at }), visit.endedAt.map({ $0.at < from }) ?? false {
                #expect(filled.offered == visit.offered && filled.endedAt == visit.endedAt)
            }
        }
    }

    @Test(
        "an orderly restart and a killed switch leave no visit unaccounted for",
        arguments: ["v22-restarts.amit", "v22-asked.amit"])
    func restarts(name: String) throws {
        let events = try Recording.events(name)
        let kept = Kept(events)
        #expect(kept.count(.answered) == 45)
        #expect(kept.count(.lost) == 2)
        #expect(kept.count(.unstaffed) == 3)
        // Three timed out, one was withdrawn, two were thrown out by the switch that stopped.
        #expect(kept.count(.overflowed) == 6)
        #expect(kept.count(.abandoned) == 21)
        #expect(kept.visits.count == 77)
        #expect(kept.visits.values.filter { $0.ending == .left(.switchStopping) }.count == 2)
        #expect(kept.visits.values.filter { $0.talk?.isLost == true }.count == 4)
        #expect(events.filter { if case .linkUp = $0 { true } else { false } }.count == 3)
        #expect(events.filter { if case .gap = $0 { true } else { false } }.count == 2)
        #expect(events.filter { if case .callLost = $0 { true } else { false } }.count == 6)
    }

    @Test("waits agree with a checked translation, also where nobody wrote down the truth")
    func translation() throws {
        let kept = Kept(try Recording.events("v22-restarts.amit"))
        var feed = JSONLinesFeed()
        let checked = Kept(try Recording.lines("v22-restarts.events.jsonl").flatMap { feed.take($0) })
        #expect(checked.visits.count == 77)
        for (id, visit) in checked.visits {
            let ours = try #require(kept.visits[id], "\(id)")
            if visit.outcome != .lost {
                #expect(abs((visit.wait?.milliseconds ?? 0) - (ours.wait?.milliseconds ?? 0)) <= 50, "\(id)")
            }
            if ours.ending != .left(.switchStopping) { #expect(ours.outcome == visit.outcome, "\(id)") }
        }
    }

    @Test("the log of the restarts tells the same story")
    func logRestarts() throws {
        let log = Kept(try Recording.logEvents("v22-restarts.queue_log"), isExact: false)
        let heard = Kept(try Recording.events("v22-restarts.amit"))
        #expect(Set(log.visits.keys) == Set(heard.visits.keys))
        for (id, visit) in log.visits { #expect(visit.outcome == heard.visits[id]?.outcome, "\(id)") }
    }

    @Test("a day without restarts: nobody is lost, whoever waits at its end still waits")
    func today() throws {
        let kept = Kept(try Recording.events("v22-day.amit"))
        #expect(kept.visits.count == 27)
        #expect(kept.count(.answered) == 24 && kept.count(.abandoned) == 1 && kept.count(.overflowed) == 1)
        #expect(kept.count(nil) == 1 && kept.count(.lost) == 0)
        #expect(kept.visits.values.contains { $0.ending == .left(.withdrawn) })
    }

    @Test(
        "feeding a recording twice changes nothing",
        arguments: ["v11.amit", "v11-asked.amit", "v22-day.amit", "v22-restarts.amit", "v22-asked.amit"])
    func twice(name: String) throws {
        let events = try Recording.events(name)
        let once = Kept(events)
        var again = once
        again.apply(events)
        #expect(again.visits == once.visits)
        // One fold that hears everything twice, too.
        var fold = Visits()
        var kept = Kept()
        for event in events + events { kept.merge(fold.apply(event)) }
        #expect(kept.visits.mapValues(\.ending) == once.visits.mapValues(\.ending))
        #expect(kept.visits.mapValues(\.talkTime) == once.visits.mapValues(\.talkTime))
    }

    @Test("bytes may arrive cut anywhere", arguments: [1, 7, 61, 4096])
    func pieces(size: Int) throws {
        #expect(try Recording.events("v22-day.amit", piece: size) == Recording.events("v22-day.amit"))
    }

    @Test("who is asked for again and again is told of once: lists agree with what was heard")
    func lists() throws {
        for event in try Recording.events("v11-asked.amit") {
            if case .trouble(let trouble, _) = event { Issue.record("\(trouble)") }
        }
    }

    @Test("operators' stretches of time follow each other without a hole")
    func operators() throws {
        var states = OperatorStates()
        var ends: [String: Instant] = [:]
        for event in try Recording.events("v11.amit", names: RecordingTests.names) {
            for stretch in states.apply(event) {
                #expect(stretch.from < stretch.to)
                if let end = ends[stretch.operator] { #expect(end == stretch.from) }
                ends[stretch.operator] = stretch.to
            }
        }
        #expect(states.current.count == 7)
        #expect(states.current.values.allSatisfy { $0.state != .ringing && $0.state != .onCall })
    }

    @Test("the identity holds over every recording", arguments: ["v11.amit", "v22-day.amit", "v22-restarts.amit"])
    func identity(name: String) throws {
        let kept = Kept(try Recording.events(name))
        let visits = kept.visits.values.map { visit in
            QueueVisit(
                line: visit.line, offeredAt: visit.offered.at,
                outcome: visit.outcome.flatMap { QueueVisit.Outcome(rawValue: $0.rawValue) }, wait: visit.wait,
                handled: visit.talkTime)
        }
        let counts = QueueCounts(visits, targets: QueueTargets())
        #expect(counts.offered + counts.waiting + counts.closed == kept.visits.count)
        #expect(counts.identity.reduce(0) { $0 + $1.n } == counts.offered)
    }
}
