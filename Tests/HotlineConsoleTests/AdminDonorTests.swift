import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Donors on the admin's screen")
struct AdminDonorTests {
    private static let trustFund = Donor(
        code: "untfhs", name: "United Nations Trust Fund for Human Security",
        services: ["safe_accommodation", "legal"], projects: ["UNTFHS-07-238"], calendar: .quarter, dueDay: 20,
        families: [.service, .fund],
        indicators: [
            DonorIndicator(
                code: "received", donorsCode: "A.1",
                wording: ["en": "Services received", "ro": "Servicii primite", "ru": "Полученные услуги"],
                unit: .services, target: 350, source: .counted(.delivered, of: nil)),
            DonorIndicator(
                code: "funded", donorsCode: "A.2", wording: ["en": "Services received on this fund"],
                unit: .services, source: .counted(.delivered, of: .init(.donor, "untfhs"))),
        ])

    private func office(columns: Int = 80, rows: Int = 24, language: Language = .en) throws -> Bench {
        let store = try Fixture.openOffices()
        let over = Donor(
            code: "old-fund", name: "A fund of earlier years", calendar: .projectYear,
            until: BusinessDate("2008-12-31"))
        try store.perform(
            [.hotline(.addDonor(Self.trustFund)), .hotline(.addDonor(over))], by: Stamp.systemCode,
            at: Fixture.at("08:00"))
        let bench = try Bench(store: store, columns: columns, rows: rows, language: language)
        bench.type("92<Enter>")
        if bench.console.top is SignInScreen { bench.type("w") }
        return bench
    }

    private func donor(_ code: String, _ bench: Bench) throws -> Donor? { try bench.store.hotline().donor(code) }

    static let screens: [(name: String, keys: String)] = [
        ("admin-donors", "d<Tab><Tab><Tab><Tab>"), ("admin-donor", "d<Tab><Tab><Tab><Tab><Enter>"),
        ("admin-donor-add", "d<Tab><Tab><Tab><Tab>n<F2>"),
    ]

    @Test("the list and the form, small and large, in each language", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        for (columns, rows) in ScreenTests.sizes {
            let bench = try office(columns: columns, rows: rows, language: language)
            bench.type(screen.keys)
            try Golden.expect(bench.text, "\(screen.name)-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("a donor is added with all there is to say of it, and its fund can be named at once")
    func add() throws {
        let bench = try office()
        bench.type("d<Tab><Tab><Tab><Tab>n")
        bench.write("embassy")
        bench.type("<Enter>")
        bench.write("An embassy")
        bench.type("<Enter>")
        bench.write("legal")
        bench.type("<Enter><Enter>")
        bench.write("K-1; K-2")
        bench.type("<F2>")
        #expect(
            try donor("embassy", bench)
                == Donor(code: "embassy", name: "An embassy", services: ["legal"], projects: ["K-1", "K-2"]))
        #expect(bench.text.contains("An embassy") && bench.drafts.memory.drafts.isEmpty)
        #expect(try bench.store.hotline().funds.contains("embassy"))
    }

    @Test("a donor is changed in one field, and its indicators stay as they were")
    func change() throws {
        let bench = try office()
        bench.type("d<Tab><Tab><Tab><Tab><Enter>")
        while bench.form?.fields.focus != .dueDay { bench.type("<Tab>") }
        bench.type("<BS><BS>")
        bench.write("25")
        bench.type("<F2>")
        var wanted = Self.trustFund
        wanted.dueDay = 25
        #expect(try donor("untfhs", bench) == wanted)
    }

    @Test("a rule that stands in the way is said beside the field it is about")
    func refused() throws {
        let bench = try office()
        bench.type("d<Tab><Tab><Tab><Tab><Enter>")
        while bench.form?.fields.focus != .dueDay { bench.type("<Tab>") }
        bench.type("<BS><BS>")
        bench.write("31")
        bench.type("<F2>")
        #expect(bench.form?.fields.focus == .dueDay && bench.form?.fields.faults[.dueDay] != nil)
        #expect(try donor("untfhs", bench) == Self.trustFund)
    }

    @Test("by what is published is picked from a list, and its windows are typed")
    func published() throws {
        let bench = try office()
        bench.type("d<Tab><Tab>/")
        bench.write("published")
        bench.type("<Enter><Enter>")
        while bench.form?.fields.codes(.families).isEmpty == false { bench.type("<BS>") }
        bench.write("language")
        bench.type("<Enter><F2>")
        #expect(try bench.store.hotline().settings.families == [.language])
    }
}

extension Bench {
    fileprivate var form: AdminForm? {
        if case .form(let form)? = (console.top as? AdminScreen)?.work { form } else { nil }
    }
}
