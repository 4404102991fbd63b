import Foundation
import Testing

/// The power goes while the hotline's key is turned over.
@Suite("A key turned over by a program that is killed")
struct KilledRotationTests {
    /// A sealed line with an operator who has a way in and a few calls with notes.
    private struct Line {
        let desk: TestDesk
        let calls: [String]

        /// As it lies on the disk, to be tried again and again.
        func copy() throws -> TestDesk {
            let other = try TestDesk(isSetUp: false)
            for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
                guard ["hotline.db", "admin", "own", "printed"].contains(name) else { continue }
                try FileManager.default.copyItem(
                    at: desk.folder.appendingPathComponent(name), to: other.folder.appendingPathComponent(name))
            }
            return other
        }
    }

    private func line() throws -> Line {
        let desk = try TestDesk(isSetUp: false)
        try desk.writePrivate("harbour lamp seven ropes\n", to: "admin")
        try desk.writePrivate("five quiet words here now\n", to: "own")
        let made = try desk.run(["init", "--profile", desk.profile, "--passphrase-file", "admin"])
        try #require(made.status == 0, "\(made.errors)")
        let printed = try #require(made.errors.firstMatch(of: /[0-9a-z]{4}(-[0-9a-z]{4}){8}/)?.output.0)
        try desk.writePrivate("\(printed)\n", to: "printed")
        #expect(
            try desk.run([
                "operator", "slot", "01", "--operator", "91", "--passphrase-file", "admin", "--new-passphrase-file",
                "own",
            ]).status == 0)
        #expect(try desk.run(["sign-in", "--operator", "01", "--passphrase-file", "own"]).status == 0)
        let calls = try (1...4).map { number in
            let logged = try desk.json(
                "call", "log", "--operator", "01", "--class", "information", "--outcome", "information_given",
                "--note", "note \(number)")
            return try #require((logged as? [String: Any])?["id"] as? String)
        }
        #expect(try desk.run(["sign-out"]).status == 0)
        return Line(desk: desk, calls: calls)
    }

    private static let rotate = ["key", "rotate", "--operator", "91", "--passphrase-file", "admin"]

    @Test("killed at several moments, the old ways in open everything or the new one does, and the store is sound")
    func killed() throws {
        let line = try line()
        let whole = try line.copy()
        let begun = ContinuousClock.now
        try #require(try whole.run(KilledRotationTests.rotate).status == 0)
        let length = ContinuousClock.now - begun
        #expect(try isTurned(whole, line.calls))
        for part in [0.6, 0.9, 0.97] {
            let desk = try line.copy()
            let process = try desk.process(KilledRotationTests.rotate)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(useconds_t(length / .microseconds(1) * part))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            _ = try isTurned(desk, line.calls)
        }
    }

    /// Which of the two it is; that it is one of them in everything is expected.
    private func isTurned(_ desk: TestDesk, _ calls: [String]) throws -> Bool {
        let own = try desk.run(["sign-in", "--operator", "01", "--passphrase-file", "own"])
        let isTurned = own.status != 0
        if isTurned {
            #expect(own.errors.contains("sign_in.no_slot"), "\(own.errors)")
            let admin = try desk.run(["sign-in", "--operator", "91", "--passphrase-file", "admin"])
            #expect(admin.status == 0, "\(admin.errors)")
        }
        for (place, call) in calls.enumerated() {
            let shown = try desk.run(["call", "show", call, "--json"])
            #expect(shown.output.contains("note \(place + 1)"), "\(shown)")
        }
        // With the key, so that every seal is tried.
        let verified = try desk.run(["verify"])
        #expect(verified.status == 0, "\(verified)")
        // The old printed key opens it exactly where the old slots do.
        let recovered = try desk.run([
            "operator", "slot", "91", "--operator", "91", "--recovery-file", "printed", "--new-passphrase-file",
            "admin",
        ])
        #expect(recovered.status == (isTurned ? 77 : 0), "\(recovered.errors)")
        if isTurned { #expect(recovered.errors.contains("sign_in.wrong_recovery_key"), "\(recovered.errors)") }
        return isTurned
    }
}

extension TestDesk {
    fileprivate func writePrivate(_ text: String, to name: String) throws {
        try write(text, to: name)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.appendingPathComponent(name).path)
    }
}
