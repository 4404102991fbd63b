import HotlineDomain
import HotlineSwitch
import Testing

/// A feed that is begun anew: its lines say once more what was told before, or
/// go on behind it; nobody says which.
@Suite("A feed that is begun anew")
struct AgainTests {
    private let start = Instant(seconds: 1_795_000_000)
    private let id = SwitchCallID(call: "1", queue: "q", stay: 1)
    private func at(_ seconds: Int64) -> Instant { start + .seconds(seconds) }
    private func waiting(_ id: SwitchCallID, _ seconds: Int64 = 0) -> SwitchEvent {
        .callWaiting(WaitingCaller(id: id, call: "1", line: "ru", queuedAt: at(seconds)))
    }

    /// What is kept, when a fold is killed after so many events and another goes on from what was kept.
    private func kept(_ events: [SwitchEvent], cutAt place: Int, fromTheBeginning: Bool) -> Kept {
        var kept = Kept(Array(events[..<place]))
        var fold = Visits(
            open: kept.visits.values.filter { !$0.isOver }, over: kept.visits.values.filter(\.isOver))
        for event in fromTheBeginning ? events[...] : events[place...] { kept.merge(fold.apply(event)) }
        return kept
    }

    @Test(
        "wherever a recording is cut, and whether it is told again or goes on: the visits are the same",
        arguments: ["v11.amit", "v22-day.amit", "v22-restarts.amit"], [true, false])
    func everywhere(name: String, fromTheBeginning: Bool) throws {
        let events = try Recording.events(name)
        let whole = Kept(events)
        for place in stride(from: 0, to: events.count, by: 97) {
            let cut = kept(events, cutAt: place, fromTheBeginning: fromTheBeginning)
            #expect(cut.visits.mapValues(\.ending) == whole.visits.mapValues(\.ending), "\(place)")
            #expect(cut.visits.mapValues(\.wait) == whole.visits.mapValues(\.wait), "\(place)")
            #expect(cut.visits.mapValues(\.talk?.ended) == whole.visits.mapValues(\.talk?.ended), "\(place)")
            #expect(cut.visits.values.filter { !$0.isOver }.count == whole.visits.values.filter { !$0.isOver }.count)
        }
    }

    @Test("hold and wrap-up are counted once, told again or not")
    func holdAndWrap() {
        let events: [SwitchEvent] = [
            waiting(id), .callAnswered(id, by: "a", at: at(4)), .callHeld(id, at: at(10)),
            .callResumed(id, at: at(20)), .callEnded(id, by: .caller, at: at(60)), .agentWrapUp("a", at: at(60)),
            .agentUnpaused("a", at: at(90)),
        ]
        for place in 0...events.count where place != 3 && place != 6 {
            for again in [true, false] {
                let talk = kept(events, cutAt: place, fromTheBeginning: again).visits[id]?.talk
                #expect(talk?.held == .seconds(10) && talk?.wrap == .seconds(30), "\(place), \(again)")
            }
        }
    }

    @Test("an operator who answers another caller has let go of the one before, whose end nobody heard")
    func letGo() {
        let other = SwitchCallID(call: "2", queue: "q", stay: 1)
        var kept = Kept([waiting(id), .callAnswered(id, by: "a", at: at(4))])
        var fold = Visits(open: Array(kept.visits.values))
        for event: SwitchEvent in [waiting(other, 100), .callAnswered(other, by: "a", at: at(103))] {
            kept.merge(fold.apply(event))
        }
        #expect(kept.visits[id]?.talk?.isLost == true && kept.visits[id]?.outcome == .answered)
        #expect(kept.visits[other]?.isTalking == true)
    }

    @Test("a list of those who wait says nothing of who came after it")
    func snapshot() {
        var fold = Visits(open: Kept([waiting(id, 50)]).visits.values.map(\.self))
        #expect(fold.apply(.snapshot(waiting: [], at: at(40))).isEmpty)
        #expect(fold.apply(.snapshot(waiting: [], at: at(60))).map(\.ending) == [.lost])
    }

    @Test("a log that was rotated in between ends the visits that the one before it began", arguments: 1...8)
    func rotated(place: Int) {
        let lines = [
            "100|1|q|NONE|ENTERQUEUE||5|1", "101|2|q|NONE|ENTERQUEUE||5|1", "104|1|q|Ana|CONNECT|4|leg|3",
            "110|2|q|NONE|ABANDON|1|1|9", "150|1|q|Ana|COMPLETECALLER|4|46|1", "160|1|q|NONE|ENTERQUEUE||5|1",
            "170|1|q|NONE|EXITWITHTIMEOUT|1|1|10", "180|1|r|NONE|ENTERQUEUE||5|1", "190|1|r|NONE|ABANDON|1|1|10",
        ]
        func read(_ lines: some Sequence<String>, after kept: Kept) -> Kept {
            var kept = kept
            var feed = QueueLogFeed(after: Array(kept.visits.values))
            var fold = Visits(
                isExact: false, open: kept.visits.values.filter { !$0.isOver },
                over: kept.visits.values.filter(\.isOver))
            for line in lines { for event in feed.take(line) { kept.merge(fold.apply(event)) } }
            return kept
        }
        let whole = read(lines, after: Kept())
        #expect(whole.visits.count == 4 && whole.visits.values.allSatisfy(\.isOver))
        let cut = read(lines[..<place], after: Kept())
        #expect(read(lines[place...], after: cut).visits == whole.visits)
        #expect(read(lines, after: cut).visits == whole.visits)
        #expect(read(lines, after: whole).visits == whole.visits)
    }

    @Test(
        "a recording in two parts is one", arguments: ["v11.amit", "v22-day.amit"], [0.2, 0.35, 0.5, 0.65, 0.8])
    func parts(name: String, share: Double) throws {
        var recording = AMIRecording()
        let records = recording.take(try Recording.bytes(name))
        func read(_ records: some Sequence<AMIRecording.Record>, after kept: Kept) -> Kept {
            var kept = kept
            var replay = AsteriskReplay(after: Array(kept.visits.values))
            var fold = Visits(
                open: kept.visits.values.filter { !$0.isOver }, over: kept.visits.values.filter(\.isOver))
            for record in records { for event in replay.take(record) { kept.merge(fold.apply(event)) } }
            return kept
        }
        let whole = read(records, after: Kept())
        // Between two messages a quarter of a second apart: nothing waits to be explained there.
        let from = Int(Double(records.count) * share)
        let place =
            try #require(
                (from..<records.count - 1).first { (records[$0 + 1].at - records[$0].at).milliseconds > 250 }) + 1
        let first = read(records[..<place], after: Kept())
        let both = read(records[place...], after: first)
        #expect(Set(both.visits.keys) == Set(whole.visits.keys))
        #expect(both.visits.mapValues(\.outcome) == whole.visits.mapValues(\.outcome))
        #expect(both.visits.values.filter { !$0.isOver }.count == whole.visits.values.filter { !$0.isOver }.count)
        #expect(read(records, after: whole).visits == whole.visits)
        #expect(read(records, after: first).visits == whole.visits)
    }
}
