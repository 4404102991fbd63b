import Foundation
import HotlineDomain
import HotlineSwitch
import Testing

/// A feed of JSON may leave out of an event which line, and which visit, it is of.
@Suite("Lines that leave out which visit they are of")
struct ToldVisitsTests {
    private func line(_ event: String, _ at: Int, _ call: String, _ more: String = "") -> String {
        #"{"event":"\#(event)","at":\#(at),"call":"\#(call)"\#(more)}"#
    }

    private let tn = #","line":"tn""#
    private let us = #","line":"us""#
    private let agent = #","agent":"01""#

    private func id(_ call: String, _ queue: String = "tn", _ stay: Int = 1) -> SwitchCallID {
        SwitchCallID(call: call, queue: queue, stay: stay)
    }

    private func badLines(_ events: [SwitchEvent]) -> [BadLine] {
        events.compactMap { if case .trouble(.badLine(let line), _) = $0 { line } else { nil } }
    }

    @Test("without a line every event is of the visit that its call began")
    func whole() throws {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 100, "a", tn), line("callWaiting", 101, "b", tn), line("callWaiting", 102, "c", tn),
            line("callOffered", 103, "a", agent), line("callAnswered", 104, "a", agent), line("callHeld", 110, "a"),
            line("callResumed", 120, "a"), line("callAbandoned", 131, "b"),
            line("callLeft", 140, "c", #","reason":"timedOut""#), line("callEnded", 164, "a", #","by":"caller""#),
        ].flatMap { feed.take($0) }
        #expect(badLines(events).isEmpty)
        let kept = Kept(events)
        let a = try #require(kept.visits[id("a")])
        #expect(a.wait == .seconds(4) && a.talkTime == .seconds(50) && a.talk?.held == .seconds(10))
        #expect(events.contains(.callOffered(id("a"), to: "01", at: Instant(seconds: 103))))
        #expect(a.isOver && a.line == "tn" && a.operator == "01")
        #expect(kept.visits[id("b")]?.ending == .abandoned && kept.visits[id("c")]?.ending == .left(.timedOut))
        #expect(kept.visits.count == 3)
    }

    @Test("of several visits of a call the latest that goes on is meant, and over ones only where none does")
    func several() {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 100, "a", tn), line("callAnswered", 104, "a", agent),
            line("callWaiting", 150, "a", us),
            // Of the second; then only the first goes on.
            line("callAbandoned", 160, "a"), line("callEnded", 170, "a"),
            line("callWaiting", 200, "a", tn + #","visit":2"#), line("callAnswered", 203, "a", tn + agent),
            line("callEnded", 210, "a", #","visit":2"#),
            // More is said of the latest when all are over.
            line("callEnded", 211, "a"),
        ].flatMap { feed.take($0) }
        #expect(badLines(events).isEmpty)
        let kept = Kept(events)
        #expect(kept.visits[id("a")]?.talkTime == .seconds(66))
        #expect(kept.visits[id("a", "us")]?.ending == .abandoned)
        #expect(kept.visits[id("a", "tn", 2)]?.wait == .seconds(3))
        #expect(kept.visits[id("a", "tn", 2)]?.talkTime == .seconds(7) && kept.visits.count == 3)
    }

    @Test("a call that came without a line is answered with one, whatever slashes there are in its name")
    func lineLater() {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 100, "SIP/103-1"), line("callAnswered", 104, "SIP/103-1", tn + agent),
            line("callEnded", 110, "SIP/103-1"),
        ].flatMap { feed.take($0) }
        #expect(badLines(events).isEmpty)
        let visit = Kept(events).visits[id("SIP/103-1", "")]
        #expect(visit?.talkTime == .seconds(6) && visit?.line == SwitchNames.unknownLine)
    }

    @Test("a snapshot knows its callers by their calls, begins those it names first, and ends whom it leaves out")
    func snapshot() {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 100, "a", tn), line("callWaiting", 101, "b", tn), line("callWaiting", 102, "c", tn),
            line("callAnswered", 103, "c", agent),
            #"{"event":"snapshot","at":110,"waiting":[{"call":"a"},{"call":"d","line":"us","queuedAt":108}]}"#,
            line("callAnswered", 112, "a", agent), line("callAbandoned", 120, "d"), line("callEnded", 130, "c"),
        ].flatMap { feed.take($0) }
        #expect(badLines(events).isEmpty)
        let kept = Kept(events)
        #expect(kept.visits[id("a")]?.wait == .seconds(12) && kept.visits[id("b")]?.ending == .lost)
        #expect(kept.visits[id("d", "us")]?.wait == .seconds(12) && kept.visits[id("c")]?.talkTime == .seconds(27))
        #expect(kept.visits.count == 4)
    }

    @Test("a call that nothing began is named once, with or without a line, and what its operator does is told")
    func unknown() {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 100, "a", tn), line("callAnswered", 104, "x", agent), line("callEnded", 110, "x"),
            line("callAnswered", 111, "a", us + agent), line("callAnswered", 112, "a", tn + agent),
            line("callRefused", 120, "full", #","reason":"full""#), line("callEnded", 121, "full"),
        ].flatMap { feed.take($0) }
        let bad = badLines(events)
        #expect(bad.map(\.number) == [2, 4] && bad.map(\.rule) == ["feed.unknown_visit", "feed.unknown_visit"])
        #expect(bad.map { $0.details["call"] } == ["x", "a"])
        #expect(events.contains(.callAnswered(id("x", ""), by: "01", at: Instant(seconds: 104))))
        #expect(Kept(events).visits[id("a")]?.wait == .seconds(12))
        #expect(feed.understood == 7)
    }

    @Test("a line that cannot be used leaves what is known of its call as it was")
    func badLine() {
        var feed = JSONLinesFeed()
        let events = [
            line("callWaiting", 100, "a", tn), line("callWaiting", 101, "a", us + #","country":[]"#),
            line("callAbandoned", 109, "a", #","visit":0"#), line("callAnswered", 110, "a", agent),
        ].flatMap { feed.take($0) }
        #expect(badLines(events).map(\.rule) == ["feed.wrong", "feed.wrong"])
        #expect(Kept(events).visits[id("a")]?.wait == .seconds(10))
    }

    @Test("a feed goes on with the visits of the one before it, open ones first, those of one call in their order")
    func after() {
        var before = JSONLinesFeed()
        let told = Kept(
            [
                line("callWaiting", 100, "a/1", us), line("callAbandoned", 101, "a/1"),
                line("callWaiting", 110, "a/1", tn), line("callWaiting", 111, "b", tn),
                line("callAnswered", 113, "b", agent),
            ].flatMap { before.take($0) })
        var feed = JSONLinesFeed(after: Array(told.visits.values))
        let events = [line("callAnswered", 120, "a/1", agent), line("callEnded", 130, "b")].flatMap { feed.take($0) }
        #expect(
            events == [
                .callAnswered(id("a/1"), by: "01", at: Instant(seconds: 120)),
                .callEnded(id("b"), by: .unknown, at: Instant(seconds: 130)),
            ])
        // All of it told again: nothing is another visit.
        var again = JSONLinesFeed(after: Array(told.visits.values))
        let twice = [
            line("callWaiting", 100, "a/1", us), line("callAbandoned", 101, "a/1"),
            line("callWaiting", 110, "a/1", tn), line("callAbandoned", 119, "a/1"),
        ].flatMap { again.take($0) }
        #expect(
            twice.filter { if case .callAbandoned = $0 { true } else { false } } == [
                .callAbandoned(id("a/1", "us"), at: Instant(seconds: 101)),
                .callAbandoned(id("a/1"), at: Instant(seconds: 119)),
            ])
    }

    @Test("a checked translation tells the same visits without lines", arguments: ["v11", "v22-restarts"])
    func translation(name: String) throws {
        let lines = try Recording.lines("\(name).events.jsonl")
        var whole = JSONLinesFeed()
        var bare = JSONLinesFeed()
        let expected = Kept(lines.flatMap { whole.take($0) })
        let told = lines.flatMap { bare.take(ToldVisitsTests.withoutLine($0)) }
        #expect(!badLines(told).contains { $0.rule == "feed.unknown_visit" }, "\(badLines(told).map(\.number))")
        #expect(Kept(told).visits == expected.visits)
    }

    /// As one that says line and visit only where a call begins to wait.
    private static func withoutLine(_ text: String) -> String {
        guard var object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let event = object["event"] as? String, event.hasPrefix("call") || event == "offerEnded",
            !["callWaiting", "callTurnedAway", "callRefused"].contains(event)
        else { return text }
        object["line"] = nil
        object["visit"] = nil
        guard let data = try? JSONSerialization.data(withJSONObject: object) else { return text }
        return String(decoding: data, as: UTF8.self)
    }

    @Test("however many calls there were, few are held: those that go on, and the last of those that are over")
    func bounded() {
        var feed = JSONLinesFeed()
        _ = feed.take(line("callWaiting", 1, "stays", tn))
        for call in 0..<5000 {
            _ = feed.take(line("callWaiting", call, "\(call)", tn))
            _ = feed.take(
                line(call % 2 == 0 ? "callAbandoned" : "callHeld", call, call % 2 == 0 ? "\(call)" : "x\(call)"))
            if call % 2 == 1 { _ = feed.take(#"{"event":"snapshot","at":\#(call),"waiting":[{"call":"stays"}]}"#) }
        }
        #expect(feed.held < 2000)
        #expect(
            feed.take(line("callAbandoned", 5001, "stays")) == [
                .callAbandoned(id("stays"), at: Instant(seconds: 5001))
            ])
    }
}
