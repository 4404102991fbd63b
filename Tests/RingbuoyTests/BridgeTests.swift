import Foundation
import Glibc
import Testing

@Suite("The bridge to a switch")
struct BridgeTests {
    private func join(_ call: String, _ queue: String) -> String {
        """
        Event: QueueCallerJoin
        Channel: SIP/trunk-\(call)
        CallerIDNum: 0037377712345
        Uniqueid: \(call)
        Queue: \(queue)
        Position: 1
        Count: 1


        """
    }

    private func giveUp(_ call: String, _ queue: String) -> String {
        """
        Event: QueueCallerAbandon
        Channel: SIP/trunk-\(call)
        Uniqueid: \(call)
        Queue: \(queue)
        Position: 1
        OriginalPosition: 1
        HoldTime: 1

        Event: Hangup
        Channel: SIP/trunk-\(call)
        Uniqueid: \(call)
        Cause: 16


        """
    }

    @Test("it logs in by challenge, writes what is told, comes back when the line is cut, and is one at a time")
    func bridge() throws {
        let desk = try TestDesk()
        let told = join("1.1", "line-ru") + giveUp("1.1", "line-ru")
        let small = try SmallSwitch(told: [told, join("2.1", "line-ru") + giveUp("2.1", "line-ru")])
        try desk.write("only the bridge knows\n", to: "secret")
        let secret = desk.folder.appendingPathComponent("secret").path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        let arguments = [
            "feed", "asterisk", "--port", "\(small.port)", "--user", "ringbuoy", "--secret-file", secret,
            "--line", "line-ru=tn",
        ]
        let process = try desk.process(arguments)
        let errors = try desk.file("bridge")
        process.standardError = errors.handle
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        defer {
            // The runner's threads may have every other signal blocked, and hand that on.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        var abandoned = 0
        for _ in 0..<100 where abandoned < 2 {
            usleep(100_000)
            let answer = try desk.json("queue", "--short", "0") as? [String: Any]
            let line = (answer?["lines"] as? [[String: Any]])?.first { $0["line"] as? String == "tn" }
            abandoned = line?["abandoned"] as? Int ?? 0
        }
        #expect(abandoned == 2)
        // The digest of the challenge and the secret, as md5sum gives it.
        #expect(small.keys == Array(repeating: "d227e66ad547d2e228904e0439fa8e49", count: 2))
        let second = try desk.run(arguments)
        #expect(second.status == 75 && second.errors.hasPrefix("error: feed.taken: "), "\(second.errors)")
        let said = try String(contentsOf: errors.url, encoding: .utf8)
        #expect(said.contains("The connection to 127.0.0.1 was lost.") && !said.contains("only the bridge"))
        for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
            let bytes = try Data(contentsOf: desk.folder.appendingPathComponent(name))
            #expect(bytes.range(of: Data("37377712345".utf8)) == nil, "the caller's number is in \(name)")
        }
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a secret that others may read, and a port that is none, are refused before anything is tried")
    func refused() throws {
        let desk = try TestDesk()
        try desk.write("open\n", to: "secret")
        try Transcript(
            """
            $ ringbuoy feed asterisk --user ringbuoy --secret-file secret
            ! error: input.passphrase_file_shared: …
            ? 65
            $ ringbuoy feed asterisk --user ringbuoy --secret-file secret --port 70000
            ! …
            ? 64
            """
        ).play(at: desk)
    }
}
