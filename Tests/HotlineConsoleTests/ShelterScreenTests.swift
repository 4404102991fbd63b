import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Providers, shelters and unanswered referrals in the console")
struct ShelterScreenTests {
    /// CAPC with three places, two of them taken, and a district team that serves Hîncești.
    private func shelter(donors: [String] = []) throws -> Casework {
        let work = try Casework()
        var hotline = try work.store.hotline()
        hotline.territories = [Territory(code: "hincesti", name: "Hîncești", aliases: ["Hâncești", "Хынчешты"])]
        hotline.providers[0].places = 3
        hotline.providers[0].address = .open(text: "Chișinău")
        hotline.providers.append(
            Provider(
                code: "team", name: "Echipa", services: ["social_reintegration"], territories: ["hincesti"],
                languages: ["ro"], ages: .init(from: 18, to: 65)))
        hotline.settings.donors = donors
        let at = Fixture.at("09:00")
        try work.store.perform([.hotline(.apply(hotline))], by: Stamp.systemCode, at: at)
        for category in ["woman", "child"] {
            let admission = Admission(
                provider: "capc", category: category, at: at, donor: donors.first,
                expectedUntil: BusinessDate("2009-09-20"))
            try work.store.perform([.stay(work.store.newID(Stay.self, at: at), .admit(admission))], by: "41", at: at)
        }
        return work
    }

    static let screens: [(name: String, keys: String)] = [
        ("providers-places", "rp"), ("stays", "rb"), ("stay-admit", "rba"),
    ]

    @Test("each screen, small and large, in each language", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let bench = try shelter().desk("17:40", columns: columns, rows: rows, language: language)
            bench.type(screen.keys)
            try Golden.expect(bench.text, "\(screen.name)-\(columns)x\(rows)-\(language)")
        }
    }

    @Test(
        "a full shelter whose day has passed says so, small and large, in each language", arguments: Language.allCases
    )
    func overdue(language: Language) throws {
        let work = try shelter()
        let admission = Admission(
            provider: "capc", category: "woman", at: Fixture.at("09:00", BusinessDate("2009-09-01")!),
            expectedUntil: BusinessDate("2009-09-10"))
        let stay = Command.stay(work.store.newID(Stay.self, at: Fixture.at("09:30")), .admit(admission))
        try work.store.perform([stay], by: "41", at: Fixture.at("09:30"))
        for (name, keys) in [("stays", "rb"), ("providers", "rpcapc"), ("stay-admit", "rbacapc")] {
            for (columns, rows) in [(80, 24), (160, 50)] {
                let bench = try work.desk("17:40", columns: columns, rows: rows, language: language)
                bench.type(keys)
                try Golden.expect(bench.text, "\(name)-overdue-\(columns)x\(rows)-\(language)")
            }
        }
    }

    @Test("a list that is open is said in the next language with F7, and keeps what was typed")
    func otherLanguage() throws {
        let bench = try shelter().desk("17:40")
        bench.type("rbacapc<Enter>wo")
        #expect(bench.text.contains("Woman"))
        bench.type("<F7>")
        #expect(bench.text.contains("Femeie") && !bench.text.contains("Woman"))
        let directory = try shelter().desk("17:40")
        directory.type("rp<F7>")
        #expect(directory.text.contains("libere") && !directory.text.contains("free"))
    }

    @Test("a provider is found by the place it serves, in another spelling than its own")
    func byPlace() throws {
        let bench = try shelter().desk("17:40")
        bench.type("rphancesti")
        #expect(bench.text.contains("Echipa") && !bench.text.contains("Amicul"))
    }

    @Test("the last place is given; then the form asks why, and takes the reason")
    func admit() throws {
        let work = try shelter()
        let bench = try work.desk("17:40")
        bench.type("rbacapc<Enter>wom<Enter><F2>")
        #expect(try work.store.staysNow(at: "capc").count == 3)
        #expect(bench.text.contains("0 of 3"))
        bench.type("acapc<Enter>wom<Enter><F2>")
        #expect(try work.store.staysNow(at: "capc").count == 3)
        #expect(bench.text.contains("although full"))
        bench.type("extra<Enter><F2>")
        #expect(try work.store.staysNow(at: "capc").count == 4)
    }

    @Test("the one under the cursor leaves, with a reason")
    func leave() throws {
        let work = try shelter()
        let bench = try work.desk("17:40")
        bench.type("rblreturned<Enter><F2>")
        #expect(try work.store.staysNow(at: "capc").map(\.category) == ["child"])
        #expect(bench.text.contains("2 of 3"))
    }

    @Test("n shows only the referrals that nobody answered in time")
    func late() throws {
        let work = try shelter()
        try work.refer(try work.openCase())
        let bench = try work.desk("15:00")
        bench.type("rn")
        #expect(bench.text.contains("Everybody answered in time."))
        bench.pass(seconds: 3 * 3600)
        bench.type("nn")
        #expect(!bench.text.contains("Everybody answered in time."))
        #expect(bench.text.contains("no response"))
    }
}
