import Foundation
import HotlineConsole
import HotlineDomain
import Testing

@testable import ringbuoy

/// What the console hands its packs to, with a store, a thread and a disk.
@Suite("Packs written for the screen")
struct ScreenPacksTests {
    private func errand(_ pack: PackDesk, _ folder: String, period: String = "2009-09", draft: Bool = false)
        throws -> PackErrand
    {
        PackErrand(
            donor: "sdc", period: try #require(Period(period)), folder: pack.url(folder).path, isDraft: draft,
            actor: "71")
    }

    /// Looks until it is done; every step on the way.
    private func finish(_ packs: ScreenPacks) throws -> (done: PackDone, steps: Set<PackStep>) {
        var steps: Set<PackStep> = []
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            let step = try packs.look()
            if case .done(let done) = step { return (done, steps) }
            steps.insert(step)
            usleep(1_000)
        }
        throw CancellationError()
    }

    @Test("what is given from the screen is byte for byte what export writes, with the same line in the ledger")
    func same() throws {
        let pack = try PackDesk()
        // A hotline of its own that knows nothing of the other pack.
        let copy = pack.url("copy.db").path
        for name in try FileManager.default.contentsOfDirectory(atPath: pack.desk.folder.path)
        where name.hasPrefix("hotline.db") {
            try FileManager.default.copyItem(atPath: pack.url(name).path, toPath: copy + name.dropFirst(10))
        }
        #expect(try pack.desk.run(pack.arguments("exported") + ["--store", copy]).status == 0)
        let desk = try Desk(opening: pack.desk.store)
        let packs = ScreenPacks(desk)
        try packs.begin(errand(pack, "given"))
        let (done, steps) = try finish(packs)
        #expect(!steps.isEmpty)
        #expect(done.earlier == nil)
        #expect(try pack.files("given") == pack.files("exported"))
        #expect(try pack.leftovers() == [])
        let line = try #require(try pack.ledger().first)
        #expect(line["operator"] as? String == "71" && line["manifest"] as? String == done.manifest)
        // Given once more: the same, and it says who gave it first.
        try packs.begin(errand(pack, "again"))
        #expect(try finish(packs).done.earlier?.by == "71")
        #expect(try pack.files("again") == pack.files("exported"))
        #expect(try pack.ledger().count == 2)
        #expect(try pack.desk.run(["verify"]).output.hasPrefix("Sound: "))
    }

    @Test("a draft is the one of the command line, and in no ledger")
    func draft() throws {
        let pack = try PackDesk(closed: false)
        #expect(throws: Refusal.self) { try ScreenPacks(Desk(opening: pack.desk.store)).begin(errand(pack, "given")) }
        let packs = ScreenPacks(try Desk(opening: pack.desk.store))
        try packs.begin(errand(pack, "draft", draft: true))
        _ = try finish(packs)
        let files = try pack.files("draft")
        #expect(try pack.desk.run(pack.arguments("exported") + ["--draft"]).status == 0)
        #expect(try Set(files.keys) == Set(pack.files("exported").keys))
        #expect(try pack.ledger().isEmpty)
    }

    @Test("tables are made and files are written beside the console's thread, and open months one at a look")
    func besideTheLoop() throws {
        let pack = try PackDesk(closed: false)
        try pack.log("2009-08-20", "ro")
        let packs = ScreenPacks(try Desk(opening: pack.desk.store))
        packs.thread.suspend()
        try packs.begin(errand(pack, "draft", draft: true))
        #expect(try packs.look() == .counting(done: 1, of: 2))
        #expect(try packs.look() == .making)
        // Nothing is made on this thread, however often one looks.
        for _ in 0..<5 { #expect(try packs.look() == .making) }
        #expect(try pack.leftovers() == [])
        packs.thread.resume()
        _ = try finish(packs)
        #expect(try !pack.files("draft").isEmpty)
    }

    @Test("what stands in the way has its name, and leaves nothing behind")
    func refused() throws {
        let pack = try PackDesk()
        try FileManager.default.createDirectory(at: pack.url("taken/mine"), withIntermediateDirectories: true)
        let packs = ScreenPacks(try Desk(opening: pack.desk.store))
        #expect(throws: PackFault("cli.export.taken", ["folder": pack.url("taken").path])) {
            try packs.begin(errand(pack, "taken"))
        }
        #expect(throws: PackFault("cli.export.no_parent", ["folder": pack.url("no/where").path])) {
            try packs.begin(errand(pack, "no/where"))
        }
        #expect(throws: Refusal.self) {
            try packs.begin(
                PackErrand(
                    donor: "sdc", period: #require(Period("2009-09")), folder: pack.url("out").path, isDraft: false,
                    actor: "01"))
        }
        // Somebody puts something there while it is written.
        try packs.begin(errand(pack, "out"))
        try FileManager.default.createDirectory(at: pack.url("out/mine"), withIntermediateDirectories: true)
        #expect(throws: PackFault.self) { try finish(packs) }
        #expect(try pack.leftovers() == [])
    }

    @Test("whoever gives up leaves no file and no line in the ledger")
    func givenUp() throws {
        let pack = try PackDesk()
        let packs = ScreenPacks(try Desk(opening: pack.desk.store))
        try packs.begin(errand(pack, "out"))
        packs.giveUp()
        #expect(try packs.look() == .making)
        #expect(try pack.leftovers() == [])
        #expect(!FileManager.default.fileExists(atPath: pack.url("out").path))
        #expect(try pack.ledger().isEmpty)
    }
}
