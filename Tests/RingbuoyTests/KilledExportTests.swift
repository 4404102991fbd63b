import Foundation
import Testing

/// The power goes while a pack is written.
@Suite("A pack written by a program that is killed")
struct KilledExportTests {
    @Test("killed at any moment, the folder is whole or not there, and the same once more makes the same pack")
    func killed() throws {
        let pack = try PackDesk()
        #expect(try pack.desk.run(pack.arguments("whole")).status == 0)
        let whole = try pack.files("whole")
        var seen: Set<Int> = []
        // At the latest when so many files are written beside the folder; the last one when it is there.
        for files in 0...(whole.count + 1) {
            let process = try pack.desk.process(pack.arguments("out"))
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            while process.isRunning, try progress(pack) < files { usleep(200) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            seen.insert(try progress(pack))
            if FileManager.default.fileExists(atPath: pack.url("out").path) {
                #expect(try pack.files("out") == whole, "killed after \(files) files")
                try FileManager.default.removeItem(at: pack.url("out"))
            }
        }
        #expect(seen.count > 2, "killed at several moments")
        #expect(try pack.desk.run(pack.arguments("out")).status == 0)
        #expect(try pack.files("out") == whole)
        #expect(try pack.leftovers() == [])
        #expect(Set(try pack.ledger().compactMap { $0["manifest"] as? String }).count == 1)
        #expect(try pack.desk.run(["verify"]).output.hasPrefix("Sound: "))
    }

    /// How far an export has come: -1 before it has a folder of its own, the files in it, and 100 when it is done.
    private func progress(_ pack: PackDesk) throws -> Int {
        if FileManager.default.fileExists(atPath: pack.url("out").path) { return 100 }
        let made = try pack.leftovers().compactMap {
            try? FileManager.default.contentsOfDirectory(atPath: pack.url($0).path).count
        }
        return made.max() ?? -1
    }
}
