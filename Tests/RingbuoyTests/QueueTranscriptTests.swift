import Foundation
import HotlineDomain
import HotlineStore
import Testing

@testable import ringbuoy

/// The board's figures as text, as JSON and on a wall, from the built program.
@Suite("The queue on the command line")
struct QueueTranscriptTests {
    /// Ten visits of the test vector (DOMAIN.md section 6), told of now.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        let start = Int(Date().timeIntervalSince1970) - 3000
        var lines: [String] = []
        func tell(_ call: String, _ at: Int, _ wait: Int, answered: Bool) {
            lines.append(#"{"event":"callWaiting","at":\#(at),"call":"\#(call)","line":"tn"}"#)
            let end = answered ? #""callAnswered","agent":"01""# : #""callAbandoned""#
            lines.append(#"{"event":\#(end),"at":\#(at + wait),"call":"\#(call)","line":"tn"}"#)
            if answered {
                lines.append(#"{"event":"callEnded","at":\#(at + wait + 60),"call":"\#(call)","line":"tn"}"#)
            }
        }
        for (place, wait) in [3, 5, 8, 10, 15, 20, 25, 45].enumerated() {
            tell("a\(place)", start + place * 120, wait, answered: true)
        }
        tell("b1", start + 1000, 3, answered: false)
        tell("b2", start + 1100, 40, answered: false)
        let outcome = try desk.run(
            ["feed", "json-lines", "--json"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(outcome.status == 0, "\(outcome)")
        return desk
    }

    @Test("the text fits eighty columns in every language", arguments: ["en", "ro", "ru"])
    func width(language: String) throws {
        let desk = try desk()
        for options in [[], ["--period", "2026"]] {
            let outcome = try desk.run(["queue", "--lang", language] + options)
            #expect(outcome.status == 0, "\(outcome)")
            for line in outcome.lines { #expect(line.count <= 80, "\(line.count): \(line)") }
            #expect(outcome.output.contains("6/9"), "\(outcome.output)")
        }
    }

    @Test("the JSON begins with what scripts depend on, in its order; more stands behind it")
    func shape() throws {
        let desk = try desk()
        let text = try desk.run(["queue", "--json"]).output
        #expect(
            text.hasPrefix(
                #"{"lines":[{"line":"tn","offered":10,"answered":8,"abandoned":1,"short_abandoned":1,"overflowed":0,"#
                    + #""unstaffed":0,"refused":0,"lost":0,"waiting":0,"longest_wait_s":null,"#
                    + #""service_level":{"n":6,"of":9,"target_s":20},"asa_s":16.375,"asa_median_s":12.5,"#
                    + #""asa_p90_s":45,"#), "\(text)")
        let answer = try #require(try desk.json("queue") as? [String: Any])
        for key in ["operators", "all", "hours", "waits", "links", "coverage", "sos", "abandoned_calls"] {
            #expect(answer[key] != nil, "\(key)")
        }
        let abandoned = try #require(answer["abandoned_calls"] as? [[String: Any]])
        #expect(abandoned.count == 1 && abandoned[0]["call_back"] as? String == "open")
        #expect((answer["hours"] as? [Any])?.count == 24)
    }

    @Test("on a wall it goes on until it is interrupted, and then ends as done")
    func watch() async throws {
        let desk = try desk()
        for signal in [SIGINT, SIGTERM] {
            let (url, handle) = try desk.file("wall")
            let process = try desk.process(["queue", "--watch", "--json"])
            process.standardOutput = handle
            try process.run()
            while try Data(contentsOf: url).count(where: { $0 == 10 }) < 2 {
                try await Task.sleep(for: .milliseconds(50))
            }
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 0)
            let lines = String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
            for line in lines { #expect(line.hasPrefix(#"{"lines":["#) && line.hasSuffix("}"), "\(line)") }
        }
    }

    @Test("a wall that is too low says how many lines it leaves out")
    func lowWall() throws {
        let all = (1...30).map { "line \($0)" }
        let seen = all.shortened(to: 23)
        #expect(seen.count == 23 && seen[21] == "line 22" && seen[22].contains("8"))
        #expect(all.shortened(to: 30) == all && all.shortened(to: 1).count == 1)
        let desk = try desk()
        let wall = try ScreenOfProgram(desk, ["queue", "--watch"], columns: 80, rows: 9)
        #expect(wall.shows("they need a higher window"), "\(wall.rest)")
    }

    @Test("operators stand by their numbers, and lengths are rounded in the text")
    func order() throws {
        let desk = try desk()
        let store = try Desk(opening: desk.store).store
        let at = Instant(seconds: Int64(Date().timeIntervalSince1970) - 600)
        for code in ["10", "2"] {
            let begin = OperatorStateCommand.begin(
                operator: code, source: "switch", state: "available", reason: nil, at: at)
            try store.perform([.operatorState(store.newID(at: at), begin)], by: Stamp.systemCode, at: at)
        }
        let answer = try #require(try desk.json("queue") as? [String: Any])
        let codes = try #require(answer["operators"] as? [[String: Any]]).compactMap { $0["operator"] as? String }
        let (two, ten) = (codes.firstIndex(of: "2"), codes.firstIndex(of: "10"))
        #expect(two != nil && ten != nil && two! < ten!, "\(codes)")
        #expect(try desk.run(["queue"]).output.contains("0:13"), "the median of 10 and 15 seconds")
    }

    @Test("a wall that nobody reads any more ends as done")
    func closedPipe() throws {
        let desk = try desk()
        let pipe = Pipe()
        let process = try desk.process(["queue", "--watch"])
        process.standardOutput = pipe
        try process.run()
        _ = try pipe.fileHandleForReading.read(upToCount: 200)
        try pipe.fileHandleForReading.close()
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    }
}
