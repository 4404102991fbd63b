import HotlineDomain
import HotlineSwitch
import Testing

@Suite("Lines of JSON from any switch")
struct JSONLinesTests {
    private let at = Instant(milliseconds: 1_795_233_566_210)

    private func events(_ lines: String..., names: SwitchNames = SwitchNames()) -> [SwitchEvent] {
        var feed = JSONLinesFeed(names: names)
        return lines.flatMap { feed.take($0) }
    }

    @Test("a visit from its first word to its last")
    func visit() {
        let names = SwitchNames(lines: ["hotline": "ru"], operators: ["103": "OI"])
        let events = events(
            #"{"at": 1795233566.210, "event": "callWaiting", "call": "7", "line": "hotline", "number": "+7 9", "country": "RU"}"#,
            #"{"at": 1795233570.210, "event": "callAnswered", "call": "7", "line": "hotline", "agent": "SIP/103"}"#,
            #"{"at": "2026-11-21T05:59:40.210+02:00", "event": "callEnded", "call": "7", "line": "hotline", "by": "caller"}"#,
            "", names: names)
        let visit = Kept(events).visit(of: "7")[0]
        #expect(visit.line == "ru" && visit.operator == "OI" && visit.country == "RU")
        #expect(visit.offered.at == at && visit.wait == .seconds(4))
        guard case .callWaiting(let caller)? = events.first else { return }
        #expect(caller.number == Private("+7 9") && !"\(events)".contains("+7 9"))
    }

    @Test(
        "times with an offset are the same moment as seconds",
        arguments: [
            ("2026-11-21T03:59:26.210Z", true), ("2026-11-21T05:59:26.21+02:00", true),
            ("2026-11-20T23:29:26.21-04:30", true),
            ("2026-11-21T03:59:26.21", false), ("2026-11-21", false), ("2026-13-21T03:59:26Z", false),
            ("soon", false),
        ])
    func times(text: String, isRight: Bool) {
        let events = events(#"{"event": "linkUp", "at": "\#(text)"}"#)
        #expect((events == [.linkUp(at: at)]) == isRight)
    }

    @Test(
        "a line that cannot be used is told with its number and what would mend it",
        arguments: [
            (#"{"event": "callWaiting""#, ["rule": "feed.malformed", "column": "24"]),
            (#"["event"]"#, ["rule": "feed.malformed", "column": "1"]),
            (#"{"event": "linkUp"}"#, ["rule": "feed.missing", "field": "at"]),
            (#"{"at": 1}"#, ["rule": "feed.missing", "field": "event"]),
            (#"{"at": 1, "event": "callWating"}"#, ["rule": "feed.unknown", "nearest": "callWaiting"]),
            (#"{"at": 1, "event": "weather"}"#, ["rule": "feed.unknown_alone", "value": "weather"]),
            (
                #"{"at": 1, "event": "callLeft", "call": "1", "reason": "timeOut"}"#,
                ["rule": "feed.unknown", "nearest": "timedOut"]
            ),
            (#"{"at": true, "event": "linkUp"}"#, ["rule": "feed.wrong", "field": "at"]),
            (
                #"{"at": 1, "event": "callWaiting", "call": "1", "visit": "x"}"#,
                ["rule": "feed.wrong", "field": "visit"]
            ),
            (#"{"at": 1, "event": "callAnswered", "call": "1"}"#, ["rule": "feed.missing", "field": "agent"]),
        ] as [(String, [String: String])])
    func bad(line: String, expected: [String: String]) {
        let told = events(#"{"at": 1, "event": "linkUp"}"#, line, #"{"at": 2, "event": "linkDown"}"#)
        #expect(told.count == 3 && told.last == .linkDown(at: Instant(seconds: 2)))
        guard case .trouble(.badLine(let bad), _)? = told.dropFirst().first else {
            Issue.record("\(told)")
            return
        }
        #expect(bad.number == 2)
        for (key, value) in expected {
            #expect(key == "rule" ? bad.rule == value : bad.details[key] == value, "\(bad)")
        }
    }

    @Test("a snapshot says who waits: whoever is not in it is gone, whoever is new in it waits since then")
    func snapshot() {
        let names = SwitchNames(lines: ["hotline": "ru"])
        let events = events(
            #"{"at": 100, "event": "callWaiting", "call": "1", "line": "hotline"}"#,
            #"{"at": 101, "event": "callWaiting", "call": "2", "line": "hotline"}"#,
            #"{"at": 110, "event": "snapshot", "waiting": [{"call": "2", "line": "hotline"}, {"call": 3, "line": "hotline", "queuedAt": 104}]}"#,
            #"{"at": 120, "event": "snapshot", "waiting": [ ]}"#, names: names)
        let kept = Kept(events)
        #expect(kept.visit(of: "1")[0].ending == .lost && kept.visit(of: "1")[0].wait == .seconds(10))
        #expect(kept.visit(of: "2")[0].wait == .seconds(19) && kept.visit(of: "3")[0].wait == .seconds(16))
        #expect(kept.visits.values.allSatisfy { $0.line == "ru" && $0.isOver })
        for (bad, rule) in [
            (#"{"at": 1, "event": "snapshot"}"#, "feed.missing"),
            (#"{"at": 1, "event": "snapshot", "waiting": "nobody"}"#, "feed.wrong"),
            (#"{"at": 1, "event": "snapshot", "waiting": [{"call": "1"}, 2]}"#, "feed.wrong"),
            (#"{"at": 1, "event": "snapshot", "waiting": [{"line": "hotline"}]}"#, "feed.missing"),
            (#"{"at": 1, "event": "snapshot", "waiting": [{"call": "1"}}"#, "feed.malformed"),
        ] {
            guard case .trouble(.badLine(let line), _)? = self.events(bad).first else {
                Issue.record("\(bad)")
                continue
            }
            #expect(line.rule == rule, "\(bad)")
        }
    }

    @Test("what else stands in a line is no matter, names may be written either way")
    func lenient() {
        #expect(
            events(
                #"{"at": 1, "event": "callWaiting", "call": "1"}"#,
                #"{"x": {"a": [1, {"b": null}]}, "at": 1, "event": "callLeftQueue", "call": "1", "reason": "nobody_on_duty", "y": "é😀\n"}"#
            ).dropFirst()
                == [.callLeft(SwitchCallID(call: "1", queue: "", stay: 1), .nobodyOnDuty, at: Instant(seconds: 1))])
    }

    @Test("nothing that arrives can bring it down", arguments: 1...20 as ClosedRange<UInt64>)
    func noise(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let line = Array(
            #"{"at": 1795233566.21, "event": "callWaiting", "call": "7", "line": "ru", "number": "1"}"#.utf8)
        var feed = JSONLinesFeed()
        for _ in 0..<200 {
            var bytes = line
            for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if next(3) == 0 { bytes.removeLast(next(bytes.count)) }
            // The event, and that its time goes back.
            #expect(feed.take(String(decoding: bytes, as: UTF8.self)).count <= 2)
        }
        #expect(feed.take(String(repeating: "[", count: 60_000)).count == 1)
        #expect(feed.take("{\"a\":" + String(repeating: "[", count: 5000)).count == 1)
    }

    @Test("a checked translation is read as it stands")
    func translation() throws {
        let lines = try Recording.lines("v11.events.jsonl")
        var feed = JSONLinesFeed()
        let events = lines.flatMap { feed.take($0) }
        let bad = events.filter { if case .trouble = $0 { true } else { false } }
        #expect(bad.count == lines.filter { $0.contains("\"agentDevice\"") }.count)
        let kept = Kept(events)
        #expect(kept.visits.count == 110 && kept.count(.answered) == 83 && kept.count(.abandoned) == 25)
        #expect(kept.count(.overflowed) == 1 && kept.count(.refused) == 1)
    }
}
