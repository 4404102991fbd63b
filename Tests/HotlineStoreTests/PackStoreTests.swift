import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("The ledger of packs in the store")
struct PackStoreTests {
    private let september = Period("2009-09")!

    /// With a closed September.
    private func store() throws -> Store {
        let store = try Sample.store()
        try store.log(.information, at: Sample.at("2009-09-14", "10:00"))
        try store.close(september, by: "91", at: Sample.at("2009-10-02", "09:00")) { _ in
            (1, "calls\t2009-09\t1\n", MonthBalance())
        }
        return store
    }

    private func contents(_ store: Store, for donor: String = "sdc") throws -> PackContents {
        let closing = try #require(try store.closings().first)
        let terms = PackTerms(
            hotlineCode: "sample", hotlineName: "Sample line", projectYearStartMonth: 10,
            donor: Donor(
                code: donor, name: "Donor", language: "ro",
                indicators: [
                    DonorIndicator(
                        code: "calls", wording: ["ro": "Apeluri", "en": "Calls"], target: 9,
                        source: .counted(.calls, of: .init(.country, "MD")))
                ]),
            since: closing.month, thresholds: Thresholds(),
            families: [Family(.country, tree: CodeTree(["MD", "RU"], parents: ["MD": "md"], isOpen: true))],
            answerTargetSeconds: 20, shortAbandonSeconds: 5)
        return PackContents(
            period: september, terms: terms,
            months: [PackContents.Month(month: closing.month, digest: closing.digest)],
            tables: [Release(recipient: donor, window: "2009-Q3", family: "country", grouping: ["MD/sos", "OTHER"])],
            manifest: String(repeating: "0", count: 64))
    }

    @discardableResult
    private func give(_ contents: PackContents, _ store: Store, _ time: String) throws -> [Event] {
        let now = Sample.at("2009-10-03", time)
        return try store.perform(
            [.pack(store.newID(PackRelease.self, at: now), .release(contents))], by: "71", at: now)
    }

    @Test("a pack comes back out of the store as it was given, with everybody who signed for it")
    func comesBack() throws {
        let store = try store()
        let contents = try contents(store)
        try give(contents, store, "10:00")
        try give(contents, store, "11:00")
        let pack = try #require(try store.pack(of: "sdc", september))
        #expect(pack.contents == contents)
        #expect(pack.given == ["10:00", "11:00"].map { Stamp(by: "71", at: Sample.at("2009-10-03", $0)) })
        #expect(try store.pack(of: "iom", september) == nil)
    }

    @Test("the ledger is in the order in which packs were first given, and a rebuild gives the same")
    func ledger() throws {
        let store = try store()
        for (donor, time) in [("sida", "10:00"), ("iom", "11:00"), ("sida", "12:00")] {
            try give(contents(store, for: donor), store, time)
        }
        let before = try store.packs()
        #expect(before.map(\.donor) == ["sida", "iom"])
        #expect(try store.verify().isSound)
        try store.engine.write { try $0.run("DELETE FROM pack_release WHERE donor = 'iom'", []) }
        #expect(try store.verify().findings.map(\.name) == ["row_missing"])
        try store.rebuild()
        #expect(try store.packs() == before)
        #expect(try store.verify().isSound)
    }

    @Test("who changes the ledger by hand is found")
    func tampered() throws {
        let store = try store()
        try give(contents(store), store, "10:00")
        try store.engine.write {
            try $0.run("UPDATE pack_release SET contents = replace(contents, 'MD/sos', 'MD')", [])
        }
        #expect(try store.verify().findings.map(\.name) == ["row_differs"])
    }
}
