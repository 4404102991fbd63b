import Testing

@testable import HotlineDomain

@Suite("Packs that were given")
struct PackReleaseTests {
    /// By the reporting officer, of a September that is closed.
    private func desk() throws -> Desk {
        var desk = Desk()
        try desk.closeSeptember()
        return desk
    }

    @Test("a pack that is given again is the same pack, whatever id was made for it, and each giving is signed")
    func again() throws {
        var desk = try desk()
        let first: PackReleaseID = desk.id()
        try desk.does(.pack(first, .release(.september)), by: "24")
        let events = try desk.does(.pack(desk.id(), .release(.september)), by: "24")
        #expect(events == [.pack(first, .releasedAgain)])
        let pack = try #require(desk.records.packRelease(of: "sdc", period: "2009-09"))
        #expect(pack.id == first)
        #expect(pack.given.map(\.by) == ["24", "24"])
        #expect(pack.given.map(\.at).sorted() == pack.given.map(\.at))
        #expect(desk.records.packs.count == 1)
    }

    @Test("settings of a later day change nothing in a pack that was given")
    func terms() throws {
        var desk = try desk()
        try desk.does(.pack(desk.id(), .release(.september)), by: "24")
        // Asked for with other limits, and with what they came to: the first ones are kept.
        let later = PackContents(of: "2009-09", thresholds: Thresholds(calls: 7))
        try desk.does(.pack(desk.id(), .release(later)), by: "24")
        let pack = try #require(desk.records.packRelease(of: "sdc", period: "2009-09"))
        #expect(pack.contents == .september)
    }

    @Test("the very same table goes to another donor as well")
    func sameTable() throws {
        var desk = try desk()
        try desk.does(.pack(desk.id(), .release(.september)), by: "24")
        try desk.does(.pack(desk.id(), .release(PackContents(of: "2009-09", for: "iom"))), by: "24")
        #expect(desk.records.releases().map(\.recipient).sorted() == ["iom", "sdc"])
    }

    @Test("two packs in one act stand against each other like two in a row")
    func oneAct() throws {
        var desk = try desk()
        let other = PackContents(of: "2009-09", for: "iom", lines: ["MD", "RU", "OTHER"])
        let refusal = try desk.refusal(
            of: .pack(desk.id(), .release(.september)), .pack(desk.id(), .release(other)), by: "24")
        #expect(refusal?.rule == "pack.released_otherwise")
        #expect(refusal?.details["donor"] == "sdc")
    }

    @Test("a month with another digest than the pack was made from is not the month that was closed")
    func otherMonth() throws {
        var desk = try desk()
        let terms = PackContents.september.terms
        let contents = PackContents(
            period: Period("2009-09")!, terms: terms,
            months: [PackContents.Month(month: terms.since, digest: "ff")], tables: [], manifest: "00")
        #expect(try desk.refusal(of: .pack(desk.id(), .release(contents)), by: "24")?.rule == "pack.month_open")
    }
}
