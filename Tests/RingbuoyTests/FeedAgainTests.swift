import Foundation
import Glibc
import HotlineDomain
import HotlineStore
import Testing

@testable import ringbuoy

/// A feed of lines that is killed, ended and begun anew: nobody is counted
/// twice, nobody waits for ever, and the board says whether anybody listens.
@Suite("A feed that is ended and begun anew")
struct FeedAgainTests {
    private static let recordings = TestDesk.root.appendingPathComponent("Tests/HotlineSwitchTests/Recordings")

    private func feed(_ desk: TestDesk, _ lines: [String]) throws {
        let text = lines.map { $0 + "\n" }.joined()
        let outcome = try desk.run(["feed", "json-lines"], input: Data(text.utf8))
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    }

    private func line(_ event: String, _ at: Int, _ call: String, _ more: String = "") -> String {
        #"{"event":"\#(event)","at":\#(at),"call":"\#(call)","line":"tn"\#(more)}"#
    }

    private func store(_ desk: TestDesk) throws -> Store { try Desk(opening: desk.store).store }

    /// Lines for a feed that runs as long as it is given any.
    private final class Running {
        let process: Process
        private let pipe = Pipe()
        let errors = Pipe()

        init(_ desk: TestDesk) throws {
            process = try desk.process(["feed", "json-lines"])
            process.standardInput = pipe
            process.standardOutput = FileHandle.nullDevice
            process.standardError = errors
            try process.run()
        }

        deinit { end(SIGKILL) }

        func tell(_ lines: [String]) throws {
            try pipe.fileHandleForWriting.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        }

        @discardableResult
        func end(_ signal: Int32) -> Int32 {
            if process.isRunning { kill(process.processIdentifier, signal) }
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    @Test("who was told to wait by one run is answered by the next, and talks till the one after that")
    func across() throws {
        let desk = try TestDesk()
        let now = Int(Date().timeIntervalSince1970) - 600
        try feed(desk, [line("callWaiting", now, "a"), line("callWaiting", now + 1, "b")])
        #expect(try store(desk).visitsNow().count == 2)
        try feed(
            desk,
            [line("callAnswered", now + 8, "a", #","agent":"01""#), line("callAbandoned", now + 31, "b")])
        try feed(desk, [line("callEnded", now + 60, "a")])
        #expect(try store(desk).visitsNow().isEmpty)
        let board = try desk.board()
        #expect(board.count("answered") == 1 && board.count("abandoned") == 1 && board.count("waiting") == 0)
        #expect(board.line["asa_s"] as? Double == 8 && board.line["handle_s"] as? Double == 52)
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("who was told to wait by one run is known by the call alone in the next, and one who was not is named")
    func acrossByCall() throws {
        let desk = try TestDesk()
        let now = Int(Date().timeIntervalSince1970) - 600
        func bare(_ event: String, _ at: Int, _ call: String, _ more: String = "") -> String {
            line(event, at, call, more).replacing(#","line":"tn""#, with: "")
        }
        let agent = #","agent":"01""#
        try feed(
            desk,
            [
                line("callWaiting", now, "a"), line("callWaiting", now + 1, "b"),
                bare("callOffered", now + 5, "a", agent),
            ])
        try feed(desk, [bare("callAnswered", now + 8, "a", agent), bare("callAbandoned", now + 31, "b")])
        try feed(desk, [bare("callEnded", now + 60, "a")])
        let board = try desk.board()
        #expect(board.count("answered") == 1 && board.count("abandoned") == 1 && board.count("waiting") == 0)
        #expect(board.line["asa_s"] as? Double == 8 && board.line["handle_s"] as? Double == 52)
        let unknown = [bare("callAnswered", now + 70, "zz", agent), bare("callEnded", now + 80, "zz")]
        let outcome = try desk.run(
            ["feed", "json-lines", "--json"], input: Data(unknown.map { $0 + "\n" }.joined().utf8))
        #expect(outcome.status == 0 && outcome.output.contains(#""trouble":{"bad_line":1}"#), "\(outcome)")
        #expect(outcome.errors.hasPrefix("Line 1: ") && outcome.errors.contains("zz"), "\(outcome)")
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("as long as it runs it gives a sign of life; ended in order it says so, killed it is found out")
    func life() throws {
        let desk = try TestDesk()
        let now = Int(Date().timeIntervalSince1970)
        let first = try Running(desk)
        try first.tell([
            line("callWaiting", now - 9, "a"), line("callOffered", now - 8, "a", #","agent":"01""#),
            line("callAnswered", now - 5, "a", #","agent":"01""#),
        ])
        let then = try desk.board { $0.operators["01"] == "on_call" && $0.link == "up" }
        #expect(then.operators == ["01": "on_call"] && then.link == "up")
        let mark = try #require(try store(desk).feedMemory("json-lines").mark)
        #expect(abs(mark.heardAt.seconds - Int64(now)) < 60 && abs(mark.toldUntil.seconds - Int64(now)) < 60)
        first.end(SIGKILL)
        let later = Instant(seconds: Int64(now)) + .minutes(5)
        #expect(try store(desk).linksNow(at: later).map(\.trouble) == [LinkState.bridgeGone])

        let second = try Running(desk)
        try second.tell([line("callWaiting", now + 1, "b")])
        let again = try desk.board { $0.count("waiting") == 1 }
        #expect(again.link == "up" && again.operators == ["01": "on_call"], "who talked talks on")
        #expect(second.end(SIGTERM) == 0)
        let board = try desk.board()
        #expect(board.link == "bridge_stopped" && board.operators.isEmpty)
        #expect(try store(desk).visitsNow().count == 2, "nobody knows what became of them")
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a line that cannot be used is named as soon as it comes: a feed may run for weeks")
    func named() throws {
        let desk = try TestDesk()
        let running = try Running(desk)
        try running.tell([line("callWating", 1_258_200_000, "a"), line("callEnded", 1_258_200_001, "b")])
        var told = ""
        while !told.contains("Line 2") {
            let more = running.errors.fileHandleForReading.availableData
            try #require(!more.isEmpty, "\(told)")
            told += String(decoding: more, as: UTF8.self)
        }
        #expect(told.contains("callWaiting") && told.contains("call b"), "\(told)")
        #expect(running.process.isRunning)
    }

    @Test("lines of another year say nothing of today: what operators do ends where the lines end")
    func otherYear() throws {
        let desk = try TestDesk()
        try feed(
            desk,
            [
                line("agentLoggedIn", 1_258_200_000, "", #","agent":"01""#), line("callWaiting", 1_258_200_060, "a"),
                line("callAnswered", 1_258_200_064, "a", #","agent":"01""#),
            ])
        let day = Instant(seconds: 1_258_200_000)
        let states = try store(desk).operatorStates(in: day..<(day + .days(1)))
        #expect(states.map(\.state) == ["available", "on_call", "signed_off"])
        #expect((states.last?.beganAt).map { $0 < day + .seconds(180) } == true, "\(states)")
        #expect(try desk.board().link == "bridge_stopped")
    }

    @Test("a feed that was ended in order a week ago is none any more, unless it left somebody on the line")
    func weekAgo() throws {
        let desk = try TestDesk()
        try feed(desk, [line("callWaiting", 1_258_200_000, "a"), line("callAbandoned", 1_258_200_040, "a")])
        #expect(try desk.board().links.isEmpty)
        try feed(desk, [line("callWaiting", 1_258_200_100, "b")])
        #expect(try desk.board().link == "bridge_stopped")
    }

    @Test("what was told is told again and changes nothing, operators and links included")
    func twice() throws {
        let desk = try TestDesk()
        let source = FeedAgainTests.recordings
        for feed in [
            ["queue-log", source.appendingPathComponent("v11.queue_log").path],
            ["replay", source.appendingPathComponent("v11.amit").path],
            ["replay", source.appendingPathComponent("v22-day.amit").path, "--source", "other"],
        ] {
            #expect(try desk.run(["feed"] + feed).status == 0)
            let before = try store(desk).heads()
            let again = try desk.run(["feed"] + feed + ["--json"])
            #expect(again.output.contains(#""visits_new":0,"visits_changed":0"#), "\(again.output)")
            #expect(try store(desk).heads() == before, "\(feed)")
        }
    }

    @Test(
        "killed whenever, begun anew from its first line: as if nothing had happened",
        arguments: [UInt64(7), UInt64.random(in: 0...UInt64.max)])
    func killed(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let text = try String(
            contentsOf: FeedAgainTests.recordings.appendingPathComponent("v11.events.jsonl"), encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        func figures(_ desk: TestDesk) throws -> String {
            try desk.run(["queue", "--json", "--period", "2026-11"]).output
        }
        let whole = try TestDesk()
        let told = try whole.run(["feed", "json-lines"], input: Data(text.utf8))
        #expect(told.status == 0)
        let desk = try TestDesk()
        for _ in 0..<4 {
            let running = try Running(desk)
            var rest = lines[..<Int.random(in: 1...lines.count, using: &dice)]
            while !rest.isEmpty {
                let part = rest.prefix(Int.random(in: 1...60, using: &dice))
                rest = rest.dropFirst(part.count)
                try running.tell(Array(part))
                usleep(UInt32.random(in: 0...40_000, using: &dice))
            }
            running.end(SIGKILL)
        }
        #expect(try desk.run(["feed", "json-lines"], input: Data(text.utf8)).status == 0)
        #expect(try figures(desk) == figures(whole), "seed \(seed)")
        #expect(try store(desk).visitsNow().map(\.facts) == store(whole).visitsNow().map(\.facts))
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a clock that goes back is said once, with its line, and no wait over it is counted")
    func clock() throws {
        let desk = try TestDesk()
        let agent = #","agent":"01""#
        let text = [
            line("callWaiting", 1_258_200_000, "a"), line("callWaiting", 1_258_200_010, "b"),
            line("callAnswered", 1_258_196_415, "a", agent), line("callEnded", 1_258_196_500, "a"),
            line("callAbandoned", 1_258_196_505, "b"), line("callWaiting", 1_258_196_510, "c"),
            line("callAnswered", 1_258_196_514, "c", agent), line("callEnded", 1_258_190_000, "c"),
        ].map { $0 + "\n" }.joined()
        let outcome = try desk.run(["feed", "json-lines", "--json"], input: Data(text.utf8))
        #expect(outcome.status == 0 && outcome.output.contains(#""trouble":{"clock_set":2}"#), "\(outcome)")
        #expect(outcome.errors.hasPrefix("Line 3: ") && outcome.errors.split(separator: "\n").count == 1)
        let answer = try desk.json("queue", "--period", "2009-11") as? [String: Any]
        let tn = try #require((answer?["lines"] as? [[String: Any]])?.first { $0["line"] as? String == "tn" })
        #expect(tn["answered"] as? Int == 2 && tn["abandoned"] as? Int == 1 && tn["short_abandoned"] as? Int == 0)
        let level = tn["service_level"] as? [String: Any]
        #expect(level?["n"] as? Int == 1 && level?["of"] as? Int == 2 && tn["wait_unknown"] as? Int == 1)
        #expect(tn["asa_s"] as? Double == 4 && tn["handled"] as? Int == 1 && tn["handle_s"] as? Double == 85)
        let said = try desk.run(["queue", "--period", "2009-11"]).output
        #expect(said.contains("1 answered whose wait nobody could tell: left out"), "\(said)")
        #expect(try desk.run(["verify"]).status == 0)
    }
}

/// The same throws for the same seed.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
