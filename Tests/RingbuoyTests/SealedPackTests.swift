import Foundation
import Testing

/// The whole way on the screen of a sealed hotline, with the program, its store,
/// its thread and the disk.
@Suite("A pack given from the screen of a sealed hotline")
struct SealedPackTests {
    private static let admin = "harbour lamp seven ropes"
    private static let own = "five quiet words here now"

    /// The Transnistria line, sealed, with a September that is closed, and slots for 01, 71 and 91.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isSetUp: false)
        for (name, text) in [("admin", Self.admin), ("own", Self.own)] {
            try desk.write(text + "\n", to: name)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: desk.folder.appendingPathComponent(name).path)
        }
        #expect(try desk.run(["init", "--profile", desk.profile, "--passphrase-file", "admin"]).status == 0)
        for code in ["01", "71"] {
            let slot = ["operator", "slot", code, "--operator", "91", "--passphrase-file", "admin"]
            #expect(try desk.run(slot + ["--new-passphrase-file", "own"]).status == 0)
        }
        for place in 0..<2 {
            let log = [
                "call", "log", "--operator", "01", "--passphrase-file", "own", "--class", "information",
                "--outcome", "information_given", "--topic", "documents", "--language", "ro",
                "--started", "2009-09-\(14 + place)T10:00", "--minutes", "5",
            ]
            let outcome = try desk.run(log)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let close = ["month", "close", "2009-09", "--operator", "91", "--passphrase-file", "admin"]
        #expect(try desk.run(close).status == 0)
        return desk
    }

    private func ledger(_ desk: TestDesk) throws -> String {
        try desk.run(["export", "list", "--as", "71", "--passphrase-file", "own", "--json"]).output
    }

    @Test("who signs in with a passphrase looks at it, gives it, and the ledger says who")
    func wholeWay() throws {
        let desk = try desk()
        let screen = try ScreenOfProgram(desk, ["console", "--as", "71"])
        #expect(screen.shows("Passphrase"), "\(screen.rest)")
        screen.type(Self.own + "\r")
        // A reporting officer has no desk: the months are two keys away from the packs.
        for (keys, seen) in [
            ("p", "September 2009"), ("d", "PACKS FOR DONORS"), ("\r", "Withheld, and other notes"),
            ("g", "Give a pack to a donor"), ("\u{13}", "Signed by 71"),
        ] {
            screen.type(keys)
            #expect(screen.shows(seen), "\(seen): \(screen.rest)")
        }
        #expect(try ledger(desk) == "[]\n")
        // A letter right after a form is no answer.
        usleep(1_500_000)
        screen.type("y")
        #expect(screen.shows("given, and in the ledger"), "\(screen.rest)")
        let made = desk.folder.appendingPathComponent("iom-2009-09")
        let names = try FileManager.default.contentsOfDirectory(atPath: made.path)
        #expect(names.contains("workbook.xlsx") && names.contains("manifest.json"))
        let line = try ledger(desk)
        #expect(line.contains("\"operator\":\"71\"") && line.contains("\"donor\":\"iom\""), "\(line)")
        #expect(try desk.run(["verify"]).output.hasPrefix("Sound: "))
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!left.contains { $0.hasPrefix(".ringbuoy-pack-") })
    }
}
