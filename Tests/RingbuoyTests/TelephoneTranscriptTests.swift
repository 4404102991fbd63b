import Foundation
import Testing

/// A feed and a console are two programs on one store: what the one is told
/// comes up in the other while somebody types.
@Suite("A ring in the built program")
struct TelephoneTranscriptTests {
    /// Lines for a feed that runs as long as it is given any.
    private final class Feed {
        private let pipe = Pipe()
        private let process: Process

        init(_ desk: TestDesk) throws {
            process = try desk.process(["feed", "json-lines"])
            process.standardInput = pipe
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
        }

        deinit {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }

        func tell(_ event: String, _ more: String = "") throws {
            let at = Date().timeIntervalSince1970
            let line = #"{"event":"\#(event)","at":\#(at),"call":"1795.1","line":"tn"\#(more)}"# + "\n"
            try pipe.fileHandleForWriting.write(contentsOf: Data(line.utf8))
        }
    }

    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        _ = try desk.json("shift", "sign-on", "--operator", "01", "--reason", "covering")
        return desk
    }

    @Test("it rings while somebody types: every letter stays, one key takes the call, the switch has the clock")
    func rings() throws {
        let desk = try desk()
        let before = ["call", "log", "--operator", "02", "--class", "information", "--number", "-"]
        #expect(try desk.run(before, input: Data("+373 533 12345".utf8)).status == 0)
        let screen = try ScreenOfProgram(desk, ["console", "--as", "01"])
        #expect(screen.shows("TODAY"), "\(screen.rest)")
        let feed = try Feed(desk)
        screen.type("b")
        #expect(screen.shows("A call that ended earlier"), "\(screen.rest)")
        screen.type("\t\t\t\t\tasks about ")
        try feed.tell("callWaiting", #","number":"0037353312345","country":"MD","language":"ro""#)
        try feed.tell("callOffered", #","agent":"01""#)
        #expect(screen.shows("rings 0:0"), "\(screen.rest)")
        screen.type("papers")
        try feed.tell("callAnswered", #","agent":"01""#)
        #expect(screen.shows("on the line for"), "\(screen.rest)")
        screen.type(" in Moscow")
        let waiting = try #require(try desk.json("call", "visits") as? [[String: Any]])
        #expect(waiting.map { $0["state"] as? String } == ["on_line"])
        // Ctrl-N
        screen.type("\u{0E}")
        #expect(screen.shows("Call ") && screen.shows("second call"), "\(screen.rest)")
        try feed.tell("callEnded", #","by":"caller""#)
        #expect(screen.shows("has hung up after"), "\(screen.rest)")
        screen.type("\u{1B}")
        #expect(screen.shows("A call that ended earlier"), "\(screen.rest)")
        #expect(screen.shows("asks about papers in Moscow"), "\(screen.rest)")
        let calls = try #require(try desk.json("call", "list", "--unfinished") as? [[String: Any]])
        #expect(calls.map { $0["status"] as? String } == ["wrap_up"])
        let id = try #require(calls.first?["id"] as? String)
        let call = try #require(try desk.json("call", "show", id) as? [String: Any])
        #expect(call["visit"] as? String == waiting.first?["id"] as? String)
        #expect(call["started"] as? String == waiting.first?["answered"] as? String)
        #expect((call["recognised"] as? [String: Any])?["calls"] as? Int == 2)
        for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
            guard let bytes = try? Data(contentsOf: desk.folder.appendingPathComponent(name)) else { continue }
            #expect(bytes.range(of: Data("37353312345".utf8)) == nil, "the caller's number is in \(name)")
        }
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a caller who hung up is written up from the command line, once, with the times of the switch")
    func byVisit() throws {
        let desk = try desk()
        let now = Int(Date().timeIntervalSince1970)
        let text = """
            {"event":"callWaiting","at":\(now - 200),"call":"a","line":"tn","number":"0037353312345","country":"ru"}
            {"event":"callAnswered","at":\(now - 190),"call":"a","line":"tn","agent":"01"}
            {"event":"callEnded","at":\(now - 70),"call":"a","line":"tn","by":"caller"}
            {"event":"callWaiting","at":\(now - 60),"call":"b","line":"tn"}
            """
        #expect(try desk.run(["feed", "json-lines"], input: Data(text.utf8)).status == 0)
        let visits = try #require(try desk.json("call", "visits") as? [[String: Any]])
        #expect(visits.map { $0["state"] as? String } == ["over", "waiting"])
        let over = try #require(visits.first?["id"] as? String)
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --visit \(over) --json
            {"id":"<call>"…}
            $ ringbuoy call show <call> --json
            {…"country":"RU"…"visit":"\(over)"…}
            $ ringbuoy call log --operator 02 --class information --visit \(over)
            ! refused: call.visit_taken: …
            ? 1
            $ ringbuoy call log --operator 01 --class information --visit \(over) --minutes 3
            ! error: usage: --visit brings line and times; leave out --line, --started and --minutes.
            ? 64
            $ ringbuoy call log --operator 01 --class information --visit nothing
            ! refused: call.unknown_visit: …
            ? 1
            """
        ).play(at: desk)
        let calls = try #require(try desk.json("call", "list") as? [[String: Any]])
        #expect(calls.count == 1 && calls.first?["status"] as? String == "final")
        #expect(calls.first?["started"] as? String == visits.first?["answered"] as? String)
        #expect(calls.first?["ended"] as? String == visits.first?["ended"] as? String)
        #expect((try desk.json("call", "visits") as? [[String: Any]])?.count == 1)
        #expect(try desk.run(["verify"]).status == 0)
    }
}
