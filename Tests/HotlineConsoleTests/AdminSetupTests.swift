import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Lines and providers on the admin's screen")
struct AdminSetupTests {
    private func form(_ bench: Bench) throws -> AdminForm? {
        if case .form(let form)? = (try #require(bench.console.top as? AdminScreen)).work { form } else { nil }
    }

    private func line(_ code: String, _ bench: Bench) throws -> Line? { try bench.store.hotline().line(code) }
    private func provider(_ code: String, _ bench: Bench) throws -> Provider? {
        try bench.store.hotline().provider(code)
    }

    /// The hotline with territories, at the admin's desk.
    private func office(
        as code: String = "92", columns: Int = 80, rows: Int = 24, language: Language = .en
    ) throws -> Bench {
        let store = try Fixture.openOffices()
        for territory in [Territory(code: "hincesti", name: "Hîncești"), Territory(code: "balti", name: "Bălți")] {
            try store.perform([.hotline(.addTerritory(territory))], by: Stamp.systemCode, at: Fixture.at("08:00"))
        }
        let bench = try Bench(store: store, columns: columns, rows: rows, language: language)
        bench.type("\(code)<Enter>")
        if bench.console.top is SignInScreen { bench.type("w") }
        return bench
    }

    /// A new line as far as its hours; the rest is there.
    private func fillInLine(_ bench: Bench, code: String = "it") {
        bench.type("n")
        bench.write(code)
        bench.type("<Enter>")
        bench.write("Italy")
        bench.type("<Enter>")
        bench.write("800-000-001")
        bench.type("<Enter>")
        bench.write("italy")
        bench.type("<Enter><Enter>")
        bench.write("italian")
        bench.type("<Enter><Enter>")
        bench.write("18-2")
    }

    private func fillInProvider(_ bench: Bench, code: String = "house") {
        bench.type("n")
        bench.write(code)
        bench.type("<Enter>")
        bench.write("House")
        bench.type("<Enter>")
        bench.write("Dom; Acasă, Bălți")
        bench.type("<Enter>")
        bench.write("safe")
        bench.type("<Enter><Enter>")
        bench.write("hincesti")
        bench.type("<Enter><Enter>")
        bench.write("romanian")
        bench.type("<Enter><Enter>")
        bench.write("8-20")
        bench.type("<Enter>")
        bench.write("18-65")
        bench.type("<Enter>")
        bench.write("12")
        bench.type("<Enter><Enter>")
        bench.write("12 Linden Street")
        bench.type("<Enter>")
        bench.write("2009-01-01")
        bench.type("<Enter>")
    }

    @Test("a line is added with all there is to say of it, and calls are taken on it")
    func addLine() throws {
        let bench = try office()
        bench.type("d<Tab>")
        fillInLine(bench)
        bench.type("<F2>")
        #expect(
            try line("it", bench)
                == Line(
                    code: "it", name: "Italy", dialled: "800-000-001", countries: ["IT"], languages: ["it"],
                    zone: "Europe/Moscow", hours: OpeningHours("18:00-02:00")!, since: Fixture.date))
        #expect(try form(bench) == nil && bench.text.contains("Line it is saved"))
        #expect(bench.text.contains("Italy") && bench.drafts.memory.drafts.isEmpty)
        let call: CallID = bench.store.newID(at: bench.now)
        try bench.store.perform(
            [.call(call, .start(line: "it", at: bench.now, country: nil, language: nil))], by: "01", at: bench.now)
    }

    @Test("a line is changed in one field, and every other stays as it was")
    func changeLine() throws {
        let bench = try office()
        var wanted = try #require(try line("eu", bench))
        bench.type("d<Tab><Down><Enter>")
        #expect(bench.text.contains("LINE eu") && bench.text.contains("00-800-455-05-555"))
        bench.write(" and its islands")
        bench.type("<F2>")
        wanted.name = "Europe and its islands"
        #expect(try line("eu", bench) == wanted)
    }

    @Test("a last day closes a line: it is not offered any more, and the last open one cannot be closed")
    func closeLine() throws {
        let bench = try office()
        func close(_ keys: String) {
            bench.type(keys)
            while (try? form(bench)?.fields.focus) != .until { bench.type("<Tab>") }
            bench.write("2009-09-10")
            bench.type("<F2>")
        }
        close("d<Tab><Down><Enter>")
        #expect(try line("eu", bench)?.until == BusinessDate("2009-09-10"))
        #expect(bench.text.contains("– closed"))
        #expect(bench.console.situation.lineChoices.map(\.id) == ["ru"])
        close("<Up><Enter>")
        #expect(bench.text.contains("Without line ru none is left open"))
        #expect(try line("ru", bench)?.until == nil)
        #expect(try form(bench)?.fields.focus == .until)
    }

    @Test("a code that is taken is refused at the code, twice, and nothing typed is lost")
    func lineRefused() throws {
        let bench = try office()
        bench.type("d<Tab>")
        fillInLine(bench, code: "eu")
        for _ in 0..<2 {
            bench.type("<F2>")
            #expect(bench.text.contains("There is a line eu already"))
            #expect(try form(bench)?.fields.focus == .code && form(bench)?.fields.text(.dialled) == "800-000-001")
        }
        bench.type("<Backspace><Backspace>")
        bench.write("it")
        bench.type("<F2>")
        #expect(try line("it", bench) != nil && line("eu", bench)?.name == "Europe")
    }

    @Test("a clock that nobody knows is refused at its field, and so is a day before the first")
    func zoneRefused() throws {
        let bench = try office()
        bench.type("d<Tab>")
        fillInLine(bench)
        bench.type("<Enter>")
        for _ in 0..<6 { bench.type("<Backspace>") }
        bench.write("Atlantis")
        bench.type("<F2>")
        #expect(try form(bench)?.fields.focus == .zone && bench.text.contains("is no time zone"))
        for _ in 0..<8 { bench.type("<Backspace>") }
        bench.write("Rome")
        bench.type("<Tab><Tab>")
        bench.write("2001-01-01")
        bench.type("<F2>")
        #expect(try form(bench)?.fields.focus == .until && bench.text.contains("closes before it opens"))
    }

    @Test("what is missing or cannot be read is said at each field")
    func missing() throws {
        let bench = try office()
        bench.type("d<Tab>n<F2>")
        let faults = try #require(try form(bench)).fields.faults
        #expect(Set(faults.keys) == [.code, .name, .countries, .languages, .hours])
        bench.type("<Esc><Tab><Tab>n<F2>")
        #expect(Set(try #require(try form(bench)).fields.faults.keys) == [.code, .name, .services])
    }

    @Test("a provider is added with all the directory holds; its confidential address is sealed")
    func addProvider() throws {
        let bench = try office()
        bench.type("d<Tab><Tab><Tab>")
        fillInProvider(bench)
        bench.type("<F2>")
        let made = try #require(try provider("house", bench))
        #expect(made.hasConfidentialAddress)
        var plain = made
        plain.address = nil
        #expect(
            plain
                == Provider(
                    code: "house", name: "House", services: ["safe_accommodation"],
                    aliases: ["Dom", "Acasă, Bălți"], territories: ["hincesti"], languages: ["ro"],
                    hours: OpeningHours("08:00-20:00")!, ages: .init(from: 18, to: 65), places: 12,
                    since: BusinessDate("2009-01-01")))
        guard case .confidential(let words)? = made.address else { return }
        #expect(try bench.store.words(words)?.revealed == "12 Linden Street")
        #expect(bench.text.contains("house is in the directory") && !bench.text.contains("Linden"))
        #expect(bench.drafts.memory.drafts.isEmpty)
    }

    @Test("a provider is changed: what is emptied is gone, the sealed address stays until another is typed")
    func changeProvider() throws {
        let bench = try office()
        bench.type("d<Tab><Tab><Tab>")
        fillInProvider(bench)
        bench.type("<F2>")
        let sealed = try provider("house", bench)?.address
        bench.type("<Down><Enter>")
        #expect(bench.text.contains("PROVIDER house") && !bench.text.contains("Linden"))
        bench.write(" by the river")
        while try form(bench)?.fields.focus != .places { bench.type("<Tab>") }
        bench.type("<Backspace><Backspace>")
        while try form(bench)?.fields.focus != .until { bench.type("<Tab>") }
        bench.write("31.12.2009")
        bench.type("<F2>")
        let changed = try provider("house", bench)
        #expect(changed?.name == "House by the river" && changed?.places == nil && changed?.address == sealed)
        #expect(changed?.until == BusinessDate("2009-12-31"))
        bench.type("<Enter>")
        while try form(bench)?.fields.focus != .confidentialAddress { bench.type("<Tab>") }
        #expect(bench.text.contains("There is one, sealed"))
        bench.write("7 Poplar Lane")
        bench.type("<F2>")
        #expect(try provider("house", bench)?.address != sealed)
    }

    @Test("a provider's code that is taken is refused at the code, twice; two addresses are one too many")
    func providerRefused() throws {
        let bench = try office()
        bench.type("d<Tab><Tab><Tab>")
        fillInProvider(bench, code: "capc")
        for _ in 0..<2 {
            bench.type("<F2>")
            #expect(bench.text.contains("The directory has capc already"))
            #expect(try form(bench)?.fields.focus == .code)
        }
        while try form(bench)?.fields.focus != .address { bench.type("<Tab>") }
        bench.write("1 Main Square")
        bench.type("<F2>")
        #expect(try form(bench)?.fields.faults[.confidentialAddress] == FieldFault(says: "admin.two_addresses"))
        #expect(try provider("capc", bench)?.name == "CAPC")
    }

    @Test("a confidential address with a mark that turns the writing is refused at its field")
    func wordsRefused() throws {
        let bench = try office()
        var form = AdminForm(.addProvider, bench.console.situation)
        form.refuse(Refusal(WordsRule.directionMark))
        #expect(form.fields.focus == .confidentialAddress)
    }

    @Test("what is typed is there again after Esc, each line's and provider's its own")
    func drafts() throws {
        let bench = try office()
        bench.type("d<Tab><Enter>")
        bench.write(" and Kazakhstan")
        bench.type("<Esc><Down><Enter>")
        #expect(!bench.text.contains("Kazakhstan"))
        bench.type("<Esc><Up><Enter>")
        #expect(bench.text.contains("Kazakhstan"))
    }

    @Test("funds are typed as the hotline calls them, and shown so")
    func donors() throws {
        let bench = try office()
        bench.type("d<Tab><Tab>")
        while (try #require(bench.console.top as? AdminScreen)).list.selected?.id != "donors" { bench.type("<Down>") }
        bench.type("<Enter>")
        #expect(bench.text.contains("donors"))
        bench.write("japan, legal")
        bench.type("<F2>")
        #expect(try bench.store.hotline().settings.donors == ["japan", "legal"])
        #expect(bench.text.contains("japan, legal"))
    }

    // MARK: - Who may

    @Test(
        "each role finds of it what is theirs: nothing, or what they may see, with what they may change first",
        arguments: [("01", ""), ("41", ""), ("91", "retention"), ("92", "people"), ("93", ""), ("94", "")])
    func roles(code: String, first: String) throws {
        let bench = try office(as: code)
        bench.type("d")
        let screen = bench.console.top as? AdminScreen
        #expect(screen?.part.rawValue ?? "" == first)
    }

    @Test("a supervisor erases what is due, reads the set-up and is told by a sentence what an admin changes")
    func supervisor() throws {
        let bench = try office(as: "91")
        bench.type("d")
        #expect(bench.text.contains("RETENTION"))
        bench.type("x")
        #expect(bench.text.contains("Nothing's time is over"))
        for keys in [["n", "<Enter>"], ["n", "<Enter>"], ["<Enter>"], ["n", "<Enter>"]] {
            bench.type("<Tab>")
            for key in keys {
                bench.type(key)
                #expect(try form(bench) == nil && bench.text.contains("Only an admin can do that"))
            }
        }
        #expect(bench.runner.answer(.slotOwners) == nil)
    }

    @Test("in a sealed store a supervisor is told nothing of anybody's slot")
    func supervisorSealed() throws {
        let store = try Fixture.sealedOffices()
        try store.signIn("92", Passphrase(Fixture.adminsOwn), at: Fixture.at("08:00"))
        let own = Passphrase("quiet harbour seven lamps")
        try store.issueSlot(for: "91", own, by: "92", at: Fixture.at("08:00"), cost: Slot.Cost(rounds: 16))
        try store.signOut(at: Fixture.at("08:00"))
        let bench = try Bench(store: store)
        bench.type("91<Enter>")
        bench.write("quiet harbour seven lamps")
        bench.type("<Enter>")
        if bench.console.top is SignInScreen { bench.type("w") }
        bench.type("d<Tab>")
        #expect(bench.text.contains("OPERATOR 01") && bench.text.contains("active"))
        #expect(!bench.text.contains("no slot") && !bench.text.contains("Has "))
    }

    @Test("SOS is offered to who may raise one, on every screen, and to nobody else")
    func sos() throws {
        for (code, isOffered) in [("92", false), ("93", false), ("94", false), ("91", true)] {
            let bench = try office(as: code, columns: 160, rows: 50)
            #expect(bench.surface.lines.last?.contains("SOS") == isOffered, "\(code)")
            guard !isOffered else { continue }
            bench.type("<F1>")
            #expect(!bench.text.contains("F9") && !bench.text.contains("Ctrl-N"), "\(code): help")
        }
    }

    // MARK: - Screens

    static let screens: [(name: String, keys: String)] = [
        ("admin-line", "<Tab><Down><Enter>"), ("admin-provider", "<Tab><Tab><Tab><Enter>"),
        ("admin-provider-add", "<Tab><Tab><Tab>n"),
        ("admin-line-refused", "<Tab>nru<Enter>x<Enter><Enter>1<Enter>1<Enter>8-20<F2>"),
    ]

    @Test("each form, small and large, in each language", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        for (columns, rows) in ScreenTests.sizes {
            let bench = try office(columns: columns, rows: rows, language: language)
            bench.type("d" + screen.keys)
            try Golden.expect(bench.text, "\(screen.name)-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("what a supervisor sees of it, in each language", arguments: Language.allCases)
    func supervisorScreen(language: Language) throws {
        for (columns, rows) in ScreenTests.sizes {
            let bench = try office(as: "91", columns: columns, rows: rows, language: language)
            bench.type("d")
            try Golden.expect(bench.text, "admin-supervisor-\(columns)x\(rows)-\(language)")
        }
    }
}
