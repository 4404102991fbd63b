import Foundation
import Testing

/// No file of the program may grow, which any user can set for a program; and
/// the room kept for such a day is gone as well.
@Suite("A full disk on the command line")
struct FullDiskTranscriptTests {
    /// Everything it says, on both outputs: they go through a pipe, since a file could not grow either.
    private func onFullDisk(_ desk: TestDesk, _ arguments: [String]) throws -> (text: String, status: Int32) {
        unlink(desk.store + ".reserve")
        let script = "set -o pipefail; { trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"; } 2>&1 | cat"
        let process = try desk.process(arguments)
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script, TestDesk.program.path] + arguments
        let output = try desk.file("output")
        process.standardOutput = output.handle
        process.standardError = output.handle
        try process.run()
        process.waitUntilExit()
        return (String(decoding: try Data(contentsOf: output.url), as: UTF8.self), process.terminationStatus)
    }

    @Test("lists and figures are read, what the journal must tell of is not, and nothing is written")
    func reading() throws {
        let desk = try TestDesk()
        let call = try #require(
            try desk.json(
                "call", "log", "--operator", "01", "--class", "information", "--outcome", "information_given",
                "--note", "the blue kiosk") as? [String: Any])
        let id = try #require(call["id"] as? String)
        let file = try #require(
            try desk.json("case", "open", "--origin", "walk_in", "--operator", "51") as? [String: Any])
        let events = try desk.run(["audit", "--json"]).output
        for (arguments, expected) in [
            (["call", "list", "--json"], "\"class\":\"information\""), (["stats", "--json"], "\"calls\""),
            (["verify"], "Sound: "), (["queue", "--json"], "\"lines\""), (["case", "list", "--json"], "\"status\""),
        ] {
            let (text, status) = try onFullDisk(desk, arguments)
            #expect(status == 0 && text.contains(expected), "\(arguments): \(text)")
            #expect(text.contains("The disk is full: "), "\(text)")
        }
        let number = try #require(file["id"] as? String)
        for arguments in [
            ["call", "show", id, "--as", "01"], ["case", "show", number, "--as", "51"],
            ["call", "log", "--operator", "01", "--code", "silent"], ["queue", "--watch"], ["feed", "json-lines"],
        ] {
            let (text, status) = try onFullDisk(desk, arguments)
            #expect(status == 75 && text.contains("store.disk_full: "), "\(arguments): \(text)")
            #expect(!text.contains("kiosk"), "\(arguments)")
        }
        #expect(try onFullDisk(desk, ["backup", "copy.db"]).status != 0)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appendingPathComponent("copy.db").path))
        #expect(try desk.run(["audit", "--json"]).output == events)
        #expect(try desk.run(["call", "show", id, "--as", "01"]).output.contains("the blue kiosk"))
    }

    @Test("a pack that finds no room is named so, leaves nothing, and is made once there is room")
    func pack() throws {
        let pack = try PackDesk()
        let (text, status) = try onFullDisk(pack.desk, pack.arguments("out"))
        #expect(status == 75 && text.contains("export.disk_full: "), "\(status): \(text)")
        #expect(!FileManager.default.fileExists(atPath: pack.url("out").path))
        #expect(try pack.leftovers() == [] && pack.ledger().isEmpty)
        #expect(try pack.desk.run(pack.arguments("out")).status == 0)
    }
}
