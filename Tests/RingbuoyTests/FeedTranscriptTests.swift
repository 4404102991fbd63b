import Foundation
import Testing

/// A switch's recordings, its log and its interface, fed to the built program.
@Suite("A switch on the command line")
struct FeedTranscriptTests {
    private static let recordings = TestDesk.root.appendingPathComponent("Tests/HotlineSwitchTests/Recordings")

    private static func recording(_ name: String) -> String { recordings.appendingPathComponent(name).path }

    /// What those who made the recorded calls wrote down: how many visits of a line ended so.
    private struct Truth: Decodable {
        struct Call: Decodable { let visits: [Visit] }
        struct Visit: Decodable {
            let line: String
            let outcome: String
            let wait: Double?
        }
        let calls: [Call]
    }

    private func truth() throws -> [Truth.Visit] {
        let data = try Data(contentsOf: URL(fileURLWithPath: FeedTranscriptTests.recording("v11.truth.json")))
        return try JSONDecoder().decode(Truth.self, from: data).calls.flatMap(\.visits)
    }

    private func lines(_ desk: TestDesk, _ options: String...) throws -> [String: [String: Any]] {
        let outcome = try desk.run(["queue", "--json"] + options)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let lines = try #require(answer?["lines"] as? [[String: Any]])
        return Dictionary(uniqueKeysWithValues: lines.map { ($0["line"] as? String ?? "-", $0) })
    }

    @Test("a replayed recording gives the figures that were written down beside it")
    func figures() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy feed replay \(FeedTranscriptTests.recording("v11.amit"))
            Events: …
            """
        ).play(at: desk)
        let lines = try lines(desk, "--period", "2026-11", "--short", "0")
        for (line, visits) in Dictionary(grouping: try truth(), by: \.line) {
            let shown = try #require(lines[line], "an unmapped queue goes by its own name")
            func count(_ outcome: String) -> Int { visits.filter { $0.outcome == outcome }.count }
            #expect(shown["answered"] as? Int == count("answered"), "\(line)")
            #expect(shown["abandoned"] as? Int == count("abandoned"), "\(line)")
            let waits = visits.filter { $0.outcome == "answered" }.compactMap(\.wait)
            let mean = waits.reduce(0, +) / Double(waits.count)
            #expect(abs((shown["asa_s"] as? Double ?? -1) - mean) < 0.05, "\(line)")
        }
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a recording that is fed twice changes nothing, and its log adds nothing to it")
    func twice() throws {
        let desk = try TestDesk()
        let replay = ["feed", "replay", FeedTranscriptTests.recording("v11.amit")]
        #expect(try desk.run(replay).status == 0)
        let before = try desk.run(["queue", "--json", "--period", "2026-11"]).output
        let again = try desk.run(replay + ["--json"])
        #expect(again.output.contains(#""visits_new":0,"visits_changed":0"#))
        #expect(try desk.run(["queue", "--json", "--period", "2026-11"]).output == before)
        let log = try desk.run(["feed", "queue-log", FeedTranscriptTests.recording("v11.queue_log"), "--json"])
        #expect(log.output.contains(#""visits_new":0"#), "\(log.output)")
    }

    @Test("the profile says what queues and agents are called; what it does not name keeps its own name")
    func profileNames() throws {
        let desk = try TestDesk(isSetUp: false)
        let profile = TestDesk.root.appendingPathComponent("shifts/angel-coalition.toml").path
        #expect(try desk.run(["init", "--profile", profile, "--open"]).status == 0)
        let replay = ["feed", "replay", FeedTranscriptTests.recording("v11.amit")]
        #expect(try desk.run(replay + ["--agent", "107=51"]).status == 0)
        let lines = try lines(desk, "--period", "2026-11", "--short", "0")
        let codes = ["line-ru": "ru", "line-eu": "eu", "line-us": "us"]
        for (line, visits) in Dictionary(grouping: try truth(), by: \.line) {
            let shown = try #require(lines[codes[line] ?? line])
            func count(_ outcome: String) -> Int { visits.filter { $0.outcome == outcome }.count }
            #expect(shown["answered"] as? Int == count("answered") && lines[line] == nil, "\(line)")
            #expect(shown["abandoned"] as? Int == count("abandoned"), "\(line)")
        }
        let answer = try desk.json("queue") as? [String: Any]
        let people = (answer?["operators"] as? [[String: Any]] ?? []).compactMap { $0["operator"] as? String }
        #expect(Set(people).isSubset(of: ["01", "02", "03", "04", "05", "06", "51"]) && people.contains("51"))
        try Transcript(
            """
            $ ringbuoy settings set 'switch_lines=line ru=ru, q/1=eu' --operator 91
            …switch_lines…line-ru=ru…line ru=ru, q/1=eu…
            $ ringbuoy settings show
            …
            …switch_lines …line ru=ru, q/1=eu…
            …
            $ ringbuoy settings set switch_lines=line-ru --operator 91
            ! refused: settings.bad_pair: …
            ? 1
            $ ringbuoy settings set switch_lines=q=ru,q=eu --operator 91
            ! refused: settings.listed_twice: …
            ? 1
            $ ringbuoy settings set switch_lines=q=nowhere --operator 91
            ! refused: call.unknown_line: …
            ? 1
            $ ringbuoy settings set switch_agents=103=99 --operator 91
            ! refused: operator.unknown: …
            ? 1
            $ ringbuoy settings set switch_lines= --operator 91
            …
            $ ringbuoy profile apply \(profile)
            …switch_lines…-…line-eu=eu, line-ru=ru, line-us=us…
            …
            $ ringbuoy verify
            …
            """
        ).play(at: desk)
    }

    @Test("queues and agents go by the hotline's names where they are mapped")
    func names() throws {
        let desk = try TestDesk()
        let mapped = try desk.run([
            "feed", "replay", FeedTranscriptTests.recording("v11.amit"), "--line", "line-ru=tn",
        ])
        #expect(mapped.status == 0, "\(mapped.errors)")
        let lines = try lines(desk, "--period", "2026-11")
        #expect(lines["line-ru"] == nil)
        #expect(lines["tn"]?["offered"] as? Int ?? 0 > 0)
        try Transcript(
            """
            $ ringbuoy feed replay x.amit --line line-ru=nowhere
            ! refused: call.unknown_line: …
            ? 1
            $ ringbuoy feed replay x.amit --line line-ru
            ! error: usage: line-ru is no pair: write it as queue=line.
            ? 64
            $ ringbuoy feed replay x.amit --agent 103
            ! error: usage: 103 is no pair: write it as name=code.
            ? 64
            $ ringbuoy feed replay x.amit
            ! error: feed.unreadable: x.amit …
            ? 65
            $ ringbuoy feed replay x.amit --speed 0
            ! …
            ? 64
            """
        ).play(at: desk)
    }

    @Test("lines of JSON are the same feed, and a line that cannot be used is named and left out")
    func jsonLines() throws {
        let desk = try TestDesk()
        let text = """
            {"event":"callWaiting","at":1258200000,"call":"a","line":"tn"}
            {"event":"callWaiting","at":1258200001,"call":"b","line":"tn"}
            {"event":"callAnswerd","at":1258200004,"call":"a","line":"tn","agent":"01"}
            {"event":"callAnswered","at":1258200004,"call":"a","line":"tn","agent":"01"}
            {"event":"callAbandoned","at":1258200041,"call":"b","line":"tn"}
            not json
            """
        let outcome = try desk.run(["feed", "json-lines", "--json"], input: Data(text.utf8))
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("callAnswered") && outcome.errors.contains("6"), "\(outcome.errors)")
        let tn = try #require(try lines(desk, "--period", "2009-11")["tn"])
        #expect(tn["answered"] as? Int == 1 && tn["abandoned"] as? Int == 1)
        #expect(tn["asa_s"] as? Double == 4)
        let level = tn["service_level"] as? [String: Any]
        #expect(level?["n"] as? Int == 1 && level?["of"] as? Int == 2)
    }

    @Test("a file of another kind is refused by name, and an empty one is a day without calls")
    func otherKind() throws {
        let desk = try TestDesk()
        let log = FeedTranscriptTests.recording("v11.queue_log")
        let recording = FeedTranscriptTests.recording("v11.amit")
        let short = desk.folder.appendingPathComponent("short")
        try Data("hello".utf8).write(to: short)
        for (file, kind) in [
            (log, "replay"), (recording, "queue-log"), (desk.profile, "replay"), (desk.profile, "queue-log"),
            (short.path, "replay"), (short.path, "queue-log"), (TestDesk.program.path, "replay"),
        ] {
            let outcome = try desk.run(["feed", kind, file])
            #expect(outcome.status == 65, "\(kind) \(file)")
            #expect(outcome.errors.contains("error: feed.not_understood: "), "\(kind) \(file): \(outcome.errors)")
        }
        let lines = try desk.run(["feed", "json-lines"], input: try Data(contentsOf: URL(fileURLWithPath: log)))
        #expect(lines.status == 65 && lines.errors.contains("standard input"), "\(lines.errors)")
        for kind in ["queue-log", "replay"] { #expect(try desk.run(["feed", kind, "/dev/null"]).status == 0) }
        #expect(try desk.run(["feed", "json-lines"], input: Data("\n \n".utf8)).status == 0)
        #expect(try desk.run(["queue", "--json"]).output.contains("\"offered\":null"))
        // A line of the log that no visit comes of is one all the same.
        try Data("1795231513|NONE|NONE|NONE|CONFIGRELOAD|\nnot this\n".utf8).write(to: short)
        #expect(try desk.run(["feed", "queue-log", short.path]).status == 0)
    }

    @Test("a name that is mapped twice is refused, whichever was meant")
    func mappedTwice() throws {
        try Transcript(
            """
            $ ringbuoy feed replay x.amit --line line-ru=tn --line line-md=tn --line line-ru=tn
            ! error: usage: --line gives line-ru twice, as tn and as tn. …
            ? 64
            $ ringbuoy feed json-lines --agent 101=01 --agent 101=02
            ! error: usage: --agent gives 101 twice, as 01 and as 02. …
            ? 64
            $ ringbuoy feed queue-log --line a=tn --line b=tn --agent 101=01 --agent 102=01 /dev/null
            …
            """
        ).play(at: TestDesk())
    }

    @Test("an odd name of the switch's is shown as well as it can be: whoever came to it is counted")
    func oddName() throws {
        let desk = try TestDesk()
        let long = String(repeating: "x", count: 5000)
        let text = ["tn", "tn\\u001b[31m", long, "tn\\u0007[31m"].enumerated().map { place, line in
            #"{"event":"callWaiting","at":12582000"# + "\(place)0" + #","call":"c"# + "\(place)" + line
                + #"","line":""# + line + #"","country":""# + line + "\"}\n"
                + #"{"event":"callAnswered","at":12582000"# + "\(place)4" + #","call":"c"# + "\(place)" + line
                + #"","line":""# + line + #"","agent":""# + line + "\"}\n"
                + #"{"event":"agentPaused","at":12582000"# + "\(place)8" + #","agent":""# + line
                + #"","reason":""# + line + "\"}\n"
        }.joined()
        let outcome = try desk.run(["feed", "json-lines", "--json"], input: Data(text.utf8))
        #expect(outcome.status == 0 && outcome.output.contains(#""visits_new":4"#), "\(outcome)")
        #expect(outcome.output.contains(#""trouble":{}"#) && outcome.errors.isEmpty, "\(outcome)")
        let lines = try lines(desk, "--period", "2009-11")
        let odd = lines.keys.filter { $0 != "tn" && $0.hasPrefix("tn?[31m~") }
        #expect(lines["tn"]?["answered"] as? Int == 1 && odd.count == 2, "\(lines.keys)")
        #expect(lines.values.allSatisfy { $0["answered"] as? Int == 1 } && lines.count == 4)
        #expect(try desk.run(["verify"]).status == 0)
        try Transcript(
            """
            $ ringbuoy feed json-lines --source 'a\u{7}b'
            ! error: usage: …
            ? 64
            """
        ).play(at: desk)
    }

    @Test("a target of any length is taken")
    func longTarget() throws {
        let desk = try TestDesk()
        #expect(try desk.run(["queue", "--json", "--target", "9223372036854775807"]).status == 0)
    }

    @Test("a line without a switch says so, and has no figures that nobody measured")
    func noSwitch() throws {
        let desk = try TestDesk()
        let tn = try #require(try lines(desk)["tn"])
        #expect(tn["offered"] is NSNull && tn["service_level"] is NSNull)
        #expect(try desk.run(["queue"]).output.contains("tn  no switch: 0 calls logged"))
    }

    @Test("only a bridge, or the program of an open store, tells of visits")
    func roles() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy feed json-lines --as 01
            ! refused: role.not_allowed: …
            ? 77
            """
        ).play(at: desk)
    }
}
