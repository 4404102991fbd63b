import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The admin's screen")
struct AdminScreenTests {
    private func admin(_ bench: Bench) throws -> AdminScreen { try #require(bench.console.top as? AdminScreen) }
    private func person(_ code: String, _ bench: Bench) throws -> Operator? {
        try bench.store.hotline().operatorNamed(code)
    }

    /// What is typed on the desk of a sealed store to get there.
    static let screens: [(name: String, keys: String)] = [
        ("admin-people", "d"), ("admin-add", "dnzz<Enter>4"), ("admin-slot", "d<Down>pab<Enter>"),
        ("admin-lines", "d<Tab>"), ("admin-settings", "d<Tab><Tab><Down><Down>"),
        ("admin-setting", "d<Tab><Tab><Enter><Backspace>x<Enter>"), ("admin-providers", "d<Tab><Tab><Tab>"),
    ]

    @Test("each part, small and large, in each language", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        for (columns, rows) in ScreenTests.sizes {
            let bench = try Bench.sealedOffice(columns: columns, rows: rows, language: language)
            bench.type(screen.keys)
            try Golden.expect(bench.text, "\(screen.name)-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("no size is too small or too large for any of them", arguments: screens)
    func sizes(screen: (name: String, keys: String)) throws {
        let bench = try Bench.sealedOffice()
        bench.type(screen.keys)
        let before = bench.text
        for (columns, rows) in [(1, 1), (20, 5), (60, 16), (99, 24), (100, 24), (400, 120), (80, 24)] {
            bench.resize(columns, rows)
        }
        #expect(bench.text == before)
    }

    @Test("a form that was left by a kill is offered at the next sign-in and opens as it was")
    func draftOfForm() throws {
        let memory = DraftMemory()
        let killed = try Bench(store: Fixture.openOffices(), memory: memory)
        killed.type("92<Enter>")
        if killed.console.top is SignInScreen { killed.type("w") }
        killed.type("dn")
        killed.write("zz9")
        let next = try Bench("14:40", store: killed.store, memory: memory)
        next.type("92<Enter>")
        if case .shift? = (next.console.top as? SignInScreen)?.stage { next.type("w") }
        next.type("c")
        guard case .form(let form)? = try admin(next).work else {
            Issue.record("the list, not the form: \(next.text)")
            return
        }
        #expect(form.task == .addPerson && form.fields.text(.code) == "zz9")
    }

    @Test("every form an admin may leave is known again by the name of its draft")
    func draftNames() {
        let tasks: [AdminForm.Task] = [
            .addPerson, .roles(of: "01"), .setting(.retention), .addLine, .line("ru"), .addProvider, .provider("a.b"),
            .addDonor, .donor("sdc"),
        ]
        for task in tasks { #expect(AdminForm.Task(draft: task.draftKey.form) == task) }
        #expect(AdminForm.Task(draft: "admin.none") == nil && AdminForm.Task(draft: "call") == nil)
    }

    @Test("who has not the duty is told so, by the key and from the palette")
    func duty() throws {
        let bench = try Bench.onDesk()
        bench.type("d")
        #expect(bench.console.top is DeskScreen && bench.text.contains("Only a supervisor or an admin can do that"))
        bench.type("<C-p>")
        bench.write("people and their ways")
        bench.type("<Enter>")
        #expect(bench.console.top is DeskScreen && bench.text.contains("Only a supervisor or an admin can do that"))
    }

    @Test("an operator is added with a code and roles, and can sign in")
    func add() throws {
        let bench = try Bench.office()
        bench.type("dn")
        bench.write("05")
        bench.type("<Enter>12<F2>")
        #expect(try person("05", bench) == Operator(code: "05", roles: [.operator, .specialist]))
        #expect(bench.text.contains("Operator 05 is added"))
        #expect(try admin(bench).work == nil)
    }

    @Test("what is typed into a form is on disk; left with Esc it is there again, saved or typed back it is gone")
    func draft() throws {
        let bench = try Bench.office()
        bench.type("dn")
        bench.write("05")
        #expect(bench.drafts.memory.drafts.values.first?.fields["code"] == "05")
        bench.type("<Esc>n")
        #expect(try admin(bench).isWriting && bench.text.contains("05"))
        bench.type("<BS><BS>")
        #expect(bench.drafts.memory.drafts.isEmpty)
        bench.write("06")
        bench.type("<Enter>1<F2>")
        #expect(try person("06", bench) != nil)
        #expect(bench.drafts.memory.drafts.isEmpty)
    }

    @Test("what is missing is said beside its field, and a code that is taken keeps the form open")
    func addRefused() throws {
        let bench = try Bench.office()
        bench.type("dn<F2>")
        #expect(bench.text.contains("a code is missing") && bench.text.contains("at least one role"))
        bench.write("01")
        bench.type("<Enter>1<F2>")
        #expect(bench.text.contains("There is an operator 01 already"))
        #expect(try admin(bench).work != nil)
        bench.type("<Esc>")
        #expect(try admin(bench).work == nil)
    }

    @Test("roles are changed, and the last admin stays one")
    func roles() throws {
        let bench = try Bench.office()
        bench.type("d<Enter>2<F2>")
        #expect(try person("01", bench)?.roles == [.operator, .specialist])
        bench.type("<End>")
        while try admin(bench).person?.code != "92" { bench.type("<Up>") }
        bench.type("<Enter><Backspace>6<F2>")
        #expect(bench.text.contains("92 is the last admin"))
        #expect(try person("92", bench)?.roles == [.admin])
    }

    @Test("disabling is asked about first, and the code can come back")
    func disable() throws {
        let bench = try Bench.office()
        bench.type("dd")
        #expect(bench.text.contains("Disable this operator?"))
        bench.type("n")
        #expect(try person("01", bench)?.active == true)
        bench.type("dy")
        #expect(try person("01", bench)?.active == false)
        bench.type("d")
        #expect(bench.text.contains("This operator is disabled"))
        bench.type("e")
        #expect(try person("01", bench)?.active == true)
    }

    @Test("in an open store there are no slots, and the screen says so")
    func openStore() throws {
        let bench = try Bench.office()
        bench.type("d")
        #expect(bench.text.contains("there are no slots"))
        bench.type("p")
        #expect(bench.text.contains("there are no slots and no passphrases"))
        #expect(try admin(bench).work == nil)
    }

    @Test("a new passphrase is typed twice, is never seen, and opens the slot")
    func slot() throws {
        let bench = try Bench.sealedOffice()
        bench.type("d<Down>")
        #expect(try admin(bench).person?.code == "02" && bench.text.contains("cannot sign in"))
        bench.type("p")
        bench.write("short")
        // Before it is typed once more.
        bench.type("<Enter>")
        #expect(bench.text.contains("at least 12") && !bench.text.contains("short"))
        for _ in 0..<5 { bench.type("<Backspace>") }
        bench.write("lantern under the old pier")
        bench.type("<Enter>")
        bench.write("lantern under the old peer")
        bench.type("<Enter>")
        #expect(bench.text.contains("The two are not the same"))
        bench.write("lantern under the old pier")
        #expect(!bench.text.contains("lantern") && !"\(bench.console)".contains("lantern"))
        bench.type("<Enter>")
        #expect(bench.text.contains("02: the passphrase opens the slot from now on"))
        #expect(try bench.store.slotOwners() == ["01", "02", "92"])
        #expect(bench.drafts.memory.drafts.isEmpty)
        try bench.store.signIn("02", Passphrase("lantern under the old pier"), at: bench.now)
        #expect(bench.store.opensWords)
    }

    @Test("a slot is taken away after a question, but not the last admin's")
    func removeSlot() throws {
        let bench = try Bench.sealedOffice()
        bench.type("dxy")
        #expect(try bench.store.slotOwners() == ["92"])
        #expect(bench.text.contains("01: the slot is gone"))
        bench.type("/92<Enter>xy")
        #expect(try bench.store.slotOwners() == ["92"])
        #expect(bench.text.contains("is the last admin with a slot"))
    }

    @Test("disabling takes the slot with it, and the list shows it")
    func disabledSlot() throws {
        let bench = try Bench.sealedOffice()
        bench.type("ddye")
        #expect(try bench.store.slotOwners() == ["92"])
        #expect(try admin(bench).slots == ["92"])
        #expect(bench.text.contains("no slot"))
    }

    @Test("a setting is changed within its range, and a number outside it is refused beside the field")
    func setting() throws {
        let bench = try Bench.office()
        bench.type("d<Tab><Tab>")
        #expect(bench.text.contains("Answer within"))
        bench.type("<Enter><Backspace><Backspace>")
        bench.write("9999")
        bench.type("<Enter>")
        #expect(bench.text.contains("answer_target_seconds is a number from 1 to 3600"))
        #expect(try bench.store.hotline().settings.answerTargetSeconds == 20)
        bench.type("<Backspace><Backspace><F2>")
        #expect(try bench.store.hotline().settings.answerTargetSeconds == 99)
        #expect(bench.text.contains("The setting is changed"))
    }

    @Test("who is on call is picked from the people there are")
    func onCall() throws {
        let bench = try Bench.office()
        bench.type("d<Tab><Tab>")
        while try admin(bench).list.selected?.id != "on_call" { bench.type("<Down>") }
        bench.type("<Enter><Backspace>")
        bench.write("01")
        bench.type("<Enter><F2>")
        #expect(try bench.store.hotline().settings.onCall == ["41", "01"])
    }

    @Test("a list narrows as one types, and Esc brings it back before it leaves")
    func filter() throws {
        let bench = try Bench.office()
        bench.type("d/")
        bench.write("супервизор")
        #expect(try admin(bench).list.window.rows.map(\.id) == ["91"])
        bench.type("<Esc>")
        #expect(try admin(bench).list.window.rows.count == 10)
        bench.type("<Esc>")
        #expect(bench.console.top is OfficeScreen)
    }

    @Test("an SOS from the middle of a form leaves the form as it is")
    func sosFromForm() throws {
        let bench = try Bench(store: Fixture.openOffices())
        try bench.store.perform(
            [.hotline(.changeOperator(code: "92", roles: [.admin, .supervisor]))], by: Stamp.systemCode, at: bench.now
        )
        bench.type("92<Enter>wdn")
        bench.write("05")
        bench.type("<F9>")
        #expect(try bench.store.escalations(limit: 5).count == 1)
        #expect(try admin(bench).work != nil && bench.text.contains("05"))
    }
}
