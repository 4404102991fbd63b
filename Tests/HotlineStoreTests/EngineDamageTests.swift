import Foundation
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("a damaged file")
struct EngineDamageTests {
    /// A closed store of some dozen pages.
    private static func store(_ folder: TemporaryFolder) throws -> String {
        let path = folder.path("hotline.db")
        let engine = try SQLiteEngine.open(path: path, create: .new).withNotes()
        try engine.write { connection in
            try connection.script("CREATE TABLE place (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT")
            for id in 1...400 {
                let body = "\(id) " + String(repeating: "a call about work abroad, ", count: 8)
                try connection.run("INSERT INTO note (id, body) VALUES ($1, $2)", [.integer(Int64(id)), .text(body)])
                try connection.run(
                    "INSERT INTO place (id, name) VALUES ($1, $2)", [.integer(Int64(id)), .text("Bender \(id)")])
            }
        }
        engine.close()
        return path
    }

    private static let page = 4096

    @Test("a sound one has no findings")
    func sound() throws {
        try TemporaryFolder.with { folder in
            let path = try Self.store(folder)
            let engine = try SQLiteEngine.open(path: path)
            #expect(try engine.integrityFindings() == [])
            engine.close()
            let found = try SQLiteEngine.inspect(path: path)
            #expect(found.findings == [])
            #expect(
                found.tables.map { "\($0.name) \($0.rows) \($0.isWhole)" } == ["note 400 true", "place 400 true"])
        }
    }

    @Test("tells which pages are bad and what can still be read")
    func brokenPage() throws {
        try TemporaryFolder.with { folder in
            let path = try Self.store(folder)
            let leaf = try #require(try Self.leaves(path).dropFirst(3).first)
            try FileBytes.overwrite(path, at: leaf * Self.page, with: Array(repeating: 0xAA, count: 64))
            let engine = try SQLiteEngine.open(path: path)
            let direct = try engine.integrityFindings()
            #expect(direct != [])
            engine.close()
            let found = try SQLiteEngine.inspect(path: path)
            #expect(found.findings != [])
            let note = try #require(found.tables.first { $0.name == "note" })
            #expect(!note.isWhole)
            #expect((300..<400).contains(note.rows))
            #expect(found.tables.contains { $0.name == "place" && $0.isWhole && $0.rows == 400 })
        }
    }

    /// Pages that are leaves of the table of notes: a text of the notes on a
    /// page that begins with a leaf's sign.
    private static func leaves(_ path: String) throws -> [Int] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        return (1..<bytes.count / page).filter { number in
            let content = bytes[number * page..<(number + 1) * page]
            return content.first == 0x0D && content.range(of: Data("work abroad".utf8)) != nil
        }
    }

    @Test("a page that cannot be read is damage, not a crash, in every reader")
    func reading() throws {
        try TemporaryFolder.with { folder in
            let path = try Self.store(folder)
            for leaf in try Self.leaves(path) {
                try FileBytes.overwrite(path, at: leaf * Self.page, with: Array(repeating: 0xAA, count: 64))
            }
            let engine = try SQLiteEngine.open(path: path)
            let error = #expect(throws: StoreError.self) {
                try engine.read { try $0.all("SELECT body FROM note NOT INDEXED") { $0.text(0) } }
            }
            #expect(error?.name == "damaged")
            engine.close()
        }
    }

    @Test("one that lost its beginning is told from what never was a store")
    func header() throws {
        try TemporaryFolder.with { folder in
            let path = try Self.store(folder)
            try FileBytes.overwrite(path, at: 0, with: Array("lost".utf8))
            let error = #expect(throws: StoreError.self) { try SQLiteEngine.open(path: path) }
            #expect(error?.name == "damaged")
            let found = try SQLiteEngine.inspect(path: path)
            #expect(found.findings != [])
            #expect(found.tables == [])
        }
    }

    @Test("one cut short is found")
    func truncated() throws {
        try TemporaryFolder.with { folder in
            let path = try Self.store(folder)
            truncate(path, off_t(try FileBytes.size(path) / 2))
            #expect(try SQLiteEngine.inspect(path: path).findings != [])
        }
    }

    @Test("any flipped bit is either found or harmless to the structure, and never a crash")
    func flippedBits() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededBits(seed: seed)
        try TemporaryFolder.with { folder in
            let path = try Self.store(folder)
            let size = try FileBytes.size(path)
            var found = 0
            for _ in 0..<60 {
                let place = Int(random.next() % UInt64(size))
                let bit = Int(random.next() % 8)
                try FileBytes.flip(path, at: place, bit: bit)
                do {
                    let inspection = try SQLiteEngine.inspect(path: path)
                    if !inspection.findings.isEmpty { found += 1 }
                } catch is StoreError {
                    found += 1
                }
                try FileBytes.flip(path, at: place, bit: bit)
            }
            #expect(found > 0, "seed \(seed)")
            #expect(try SQLiteEngine.inspect(path: path).findings == [], "seed \(seed)")
        }
    }

    private struct SeededBits: RandomNumberGenerator {
        var seed: UInt64
        mutating func next() -> UInt64 {
            seed &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (seed ^ (seed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
