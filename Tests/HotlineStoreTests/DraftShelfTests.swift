import Foundation
import HotlineDomain
import HotlineStore
import Testing

@Suite("Drafts")
struct DraftShelfTests {
    private func shelf() throws -> (DraftShelf, String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return (try DraftShelf(try Sample.store(in: folder + "/hotline.db")), folder)
    }

    private func draft(_ note: String) -> Draft {
        Draft(
            form: "call", subject: 7, fields: ["note": note], operatorCode: "01",
            startedAt: Sample.at("2009-09-14", "14:32"))
    }

    @Test("what was typed is there after the console died")
    func survives() throws {
        let (shelf, folder) = try shelf()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let slot = try shelf.open(for: "01")
            for length in 1...200 { try slot.write(draft(String(repeating: "ж", count: length))) }
        }
        let left = try shelf.leftOver(of: "01")
        #expect(left.map { $0.draft.fields["note"]?.count } == [200])
        #expect(try shelf.leftOver(of: "02").isEmpty)
    }

    @Test("a living console's draft is nobody else's")
    func locked() throws {
        let (shelf, folder) = try shelf()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try shelf.open(for: "01")
        try first.write(draft("first"))
        #expect(try shelf.leftOver(of: "01").isEmpty)
        let second = try shelf.open(for: "01")
        try second.write(draft("second"))
        second.close()
        // A program that another test begins in this moment has the file too, until it is itself.
        var left = try shelf.leftOver(of: "01")
        for _ in 0..<400 where left.isEmpty {
            usleep(5_000)
            left = try shelf.leftOver(of: "01")
        }
        #expect(left.map { $0.draft.fields["note"] } == ["second"])
        first.close()
    }

    @Test("a cleared draft leaves nothing in the file")
    func cleared() throws {
        let (shelf, folder) = try shelf()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let slot = try shelf.open(for: "01")
        try slot.write(draft("somebody's words"))
        try slot.clear()
        for name in try FileManager.default.contentsOfDirectory(atPath: shelf.folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.folder + "/" + name))
            #expect(bytes.allSatisfy { $0 == 0 })
        }
        slot.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder).isEmpty)
    }

    @Test("a place that was half written gives way to the one before")
    func halfWritten() throws {
        let (shelf, folder) = try shelf()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let slot = try shelf.open(for: "01")
            try slot.write(draft("the one before"))
            try slot.write(draft("the last one"))
        }
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: shelf.folder).first)
        let handle = try #require(FileHandle(forUpdatingAtPath: shelf.folder + "/" + name))
        // The second write went to the first place.
        try handle.seek(toOffset: 60)
        try handle.write(contentsOf: Data("XXXX".utf8))
        try handle.close()
        #expect(try shelf.leftOver(of: "01").map { $0.draft.fields["note"] } == ["the one before"])
    }

    @Test("a draft prints as a mask")
    func masked() {
        #expect(!"\(draft("secret"))".contains("secret"))
        #expect(!String(reflecting: draft("secret")).contains("secret"))
    }
}
