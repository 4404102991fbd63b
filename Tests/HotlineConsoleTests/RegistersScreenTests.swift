import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The registers in the console")
struct RegistersScreenTests {
    /// A task, a mission, two indicators and three returns, one of which never came.
    private func registers() throws -> Casework {
        let work = try Casework()
        let at = Fixture.at("09:00")
        var hotline = try work.store.hotline()
        hotline.territories = [
            Territory(code: "hincesti", name: "Hîncești", aliases: ["Hâncești", "Хынчешты"]),
            Territory(code: "balti", name: "Bălți"), Territory(code: "cahul", name: "Cahul"),
        ]
        try work.store.perform([.hotline(.apply(hotline))], by: Stamp.systemCode, at: at)
        func add(_ content: EntryContent, what: String? = nil) throws -> EntryID {
            let id = work.store.newID(Entry.self, at: at)
            try work.store.perform(
                [.entry(id, .add(content, what: what.map { work.store.written($0, at: at) }))], by: "41", at: at)
            return id
        }
        let (first, last) = (BusinessDate("2009-07-01")!, BusinessDate("2009-09-30")!)
        _ = try add(.task(.init(responsible: "41", due: Fixture.date - 1)), what: "Print the posters")
        _ = try add(
            .mission(
                .init(
                    date: BusinessDate("2009-09-21")!, country: "AE",
                    persons: [.init(category: "victim_of_trafficking", count: 2)])))
        _ = try add(.indicator(.init(code: "dv_women", first: first, last: last, target: 300)))
        let convictions = try add(.indicator(.init(code: "convictions", first: first, last: last, target: nil)))
        try work.store.perform(
            [
                .entry(
                    convictions,
                    .done(.measured(actual: 12, source: "Ministry of Interior", asOf: Fixture.date - 3)))
            ], by: "41", at: at)
        for (place, code) in ["hincesti", "balti", "cahul"].enumerated() {
            let id = try add(
                .return(.init(territory: code, subject: "sessions", first: first, last: last, due: Fixture.date - 4)))
            let results: [EntryResult] = [
                .received(on: Fixture.date - 2, figures: [.init(name: "sessions", value: 2)]), .notReceived,
            ]
            if place < 2 { try work.store.perform([.entry(id, .done(results[place]))], by: "41", at: at) }
        }
        return work
    }

    /// Missions of a year: done ones, two that are planned, and one with many people.
    private func missions() throws -> Casework {
        let work = try Casework()
        let at = Fixture.at("09:00")
        let people: [PersonCount] = [
            .init(category: "victim_of_trafficking", count: 7), .init(category: "unaccompanied_child", count: 4),
            .init(category: "stranded_migrant", count: 1),
        ]
        for (day, persons) in [("2009-03-02", 1), ("2009-10-20", 1), ("2009-08-11", 3), ("2009-09-30", 2)] {
            let id = work.store.newID(Entry.self, at: at)
            let date = BusinessDate(day)!
            var commands = [
                Command.entry(
                    id,
                    .add(
                        .mission(.init(date: date, country: "AE", persons: Array(people.prefix(persons)))), what: nil)
                )
            ]
            if date < Fixture.date {
                commands.append(.entry(id, .done(.carriedOut(on: date, persons: Array(people.prefix(persons))))))
            }
            try work.store.perform(commands, by: "41", at: at)
        }
        return work
    }

    @Test(
        "what is planned comes first, the soonest at the top, then the latest that is done",
        arguments: Language.allCases)
    func order(language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let bench = try missions().desk("17:40", columns: columns, rows: rows, language: language)
            bench.type("g<Tab><Tab>")
            let screen = try #require(bench.console.top as? RegistersScreen)
            #expect(
                screen.list.window.rows.compactMap { row -> String? in
                    if case .entry(let file) = row { file.entry.content.due?.description } else { nil }
                } == ["2009-09-30", "2009-10-20", "2009-08-11", "2009-03-02"])
            bench.type("<Down><Down>")
            try Golden.expect(bench.text, "registers-missions-year-\(columns)x\(rows)-\(language)")
        }
    }

    static let screens: [(name: String, keys: String)] = [
        ("registers-tasks", "g"), ("registers-missions", "g<Tab><Tab>"), ("registers-indicators", "g<Tab><Tab><Tab>"),
        ("registers-returns", "g<S-Tab>"), ("registers-mission", "g<Tab><Tab>n25<Enter>ae<Enter>"),
    ]

    @Test("each register, small and large, in each language", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let bench = try registers().desk("17:40", columns: columns, rows: rows, language: language)
            bench.type(screen.keys)
            try Golden.expect(bench.text, "\(screen.name)-\(columns)x\(rows)-\(language)")
        }
    }

    private func entries(_ work: Casework, _ kind: EntryKind) throws -> [Entry] { try work.store.entries(kind) }

    @Test("a task is due on the desk of who is responsible, is handed on, and done with one key")
    func task() throws {
        let work = try registers()
        let bench = try work.desk("17:40")
        #expect(bench.text.contains("Print the posters"))
        bench.type("gg")
        bench.fill("91")
        bench.type("<F2>")
        #expect(try entries(work, .task).first.map { $0.isTask(of: "91") } == true)
        bench.type("<Enter>")
        #expect(try entries(work, .task).first?.status == .done)
        bench.type("<Esc>")
        #expect(!bench.text.contains("Print the posters"))
    }

    @Test("a mission is written down with its people, found by the beginnings of their words, and took place")
    func mission() throws {
        let work = try registers()
        let bench = try work.desk("17:40")
        bench.type("g<Tab><Tab>n")
        bench.fill("+7")
        bench.fill("AE")
        bench.write("4 unacc, 7 oops")
        bench.type("<F2>")
        #expect(bench.text.contains("! how many, and whom?"))
        bench.type("<C-u>")
        bench.write("4 unacc, 1 stranded")
        bench.type("<F2>")
        let missions = try entries(work, .mission)
        #expect(missions.count == 2)
        guard case .mission(let mission)? = missions.last?.content else { return }
        #expect(mission.country == "AE" && mission.date == Fixture.date + 7)
        #expect(mission.persons.map(\.category) == ["unaccompanied_child", "stranded_migrant"])
        // The first one, of a week ahead, is said to have taken place today.
        bench.type("<Up><Up><Enter><C-u>14<Enter><F2>")
        #expect(try entries(work, .mission).contains { $0.status == .done })
    }

    @Test("an indicator has its figure with source and day; a later figure replaces it")
    func indicator() throws {
        let work = try registers()
        let bench = try work.desk("17:40")
        bench.type("g<Tab><Tab><Tab>")
        bench.type("/conv<Enter><Enter>")
        bench.type("<C-u>")
        bench.fill("14")
        bench.type("<C-u>")
        bench.fill("General Prosecutor")
        bench.type("<F2>")
        let found = try entries(work, .indicator).compactMap { entry -> EntryContent.Indicator? in
            if case .indicator(let indicator) = entry.content, indicator.code == "convictions" {
                indicator
            } else {
                nil
            }
        }
        #expect(found.first?.actual == 14 && found.first?.source == "General Prosecutor")
        #expect(found.first?.asOf == Fixture.date)
    }

    @Test("a return is asked of every territory at once; which never came is a finding that is counted")
    func returns() throws {
        let work = try registers()
        let bench = try work.desk("17:40")
        bench.type("g<S-Tab>")
        #expect(bench.text.contains("1/3 received, 1 known not to come"))
        bench.type("n")
        bench.fill("Commission sessions")
        bench.fill("2009-Q4")
        bench.fill("+3")
        bench.type("<F2>")
        let asked = try entries(work, .return)
        #expect(asked.count == 6)
        bench.type("/cahul sess<Enter>o")
        #expect(bench.text.contains("2 known not to come"))
    }

    @Test("a provider's confidential address is masked until it is unmasked, and the journal has it first")
    func unmask() throws {
        let work = try Casework()
        let at = Fixture.at("09:00")
        var provider = Casework.providers[0]
        provider.address = nil
        let admin = Operator(code: "92", roles: [.admin])
        try work.store.perform([.hotline(.addOperator(admin))], by: Stamp.systemCode, at: at)
        try work.store.perform(
            [
                .hotline(
                    .changeProvider(provider, confidentialAddress: work.store.written("12 Linden Street", at: at)))
            ], by: "92", at: at)
        let bench = try work.desk("17:40")
        bench.type("rpcapc")
        #expect(bench.text.contains("••• confidential") && !bench.text.contains("Linden"))
        bench.type("<F5>")
        #expect(bench.text.contains("12 Linden Street"))
        let journal = try work.store.audit(.init(accessOnly: true), limit: 1)
        #expect(journal.first?.name == "unmasked" && journal.first?.stamp.by == "41")
        bench.type("<C-u>")
        #expect(!bench.text.contains("Linden"))
    }

    @Test("whom to refer to: those that fit first, a full one with the day of its next free place")
    func suggest() throws {
        let work = try Casework()
        let at = Fixture.at("09:00")
        var hotline = try work.store.hotline()
        hotline.providers[0].places = 1
        hotline.providers.append(
            Provider(
                code: "haven", name: "Haven", services: ["safe_accommodation"], ages: .init(from: 18, to: 65),
                places: 2))
        try work.store.perform([.hotline(.apply(hotline))], by: Stamp.systemCode, at: at)
        let admission = Admission(
            provider: "capc", category: "woman", at: at, donor: nil, expectedUntil: BusinessDate("2009-09-20"))
        try work.store.perform([.stay(work.store.newID(Stay.self, at: at), .admit(admission))], by: "41", at: at)
        try work.openCase()
        let bench = try work.desk("17:40", columns: 160, rows: 50)
        bench.type("f<Enter>f")
        bench.fill("safe")
        bench.type("<Tab>")
        bench.write("30")
        bench.type("<Tab>")
        let lines = bench.surface.lines
        let place = { (name: String) in try #require(lines.firstIndex { $0.contains(name) }) }
        #expect(try place("Haven  2/2") < place("0/1 ! full, next 20 Sep"))
        #expect(try place("0/1 ! full") < place("Amicul  (not for this)"))
    }

    @Test("until when somebody may stay is typed like every other day, and said where it is none")
    func until() throws {
        let work = try Casework()
        var hotline = try work.store.hotline()
        hotline.providers[0].places = 3
        try work.store.perform([.hotline(.apply(hotline))], by: Stamp.systemCode, at: Fixture.at("09:00"))
        let bench = try work.desk("17:40")
        bench.type("rba")
        bench.fill("capc")
        bench.fill("wom")
        bench.write("soon")
        #expect(bench.text.contains("A day that comes"))
        bench.type("<F2>")
        #expect(bench.text.contains("! no such day"))
        bench.type("<C-u>")
        bench.write("20.9")
        bench.type("<F2>")
        #expect(try work.store.staysNow(at: "capc").first?.expectedUntil == BusinessDate("2009-09-20"))
    }

    @Test("the case says who has read it, the last ones in a line, all with a key")
    func readers() throws {
        let work = try Casework()
        let file = try work.openCase()
        for (code, minute) in [("91", 1), ("01", 2), ("41", 3)] as [(String, Int64)] {
            try work.store.perform(
                [.access(.view(Subject(.case, file.raw)))], by: code, at: Fixture.at("15:00") + .minutes(minute))
        }
        let bench = try work.desk("17:40")
        bench.type("f<Enter>")
        #expect(bench.text.contains("41 17:40, 01 15:02 +1"))
        bench.type("v")
        #expect(bench.text.contains("WHO HAS READ IT") && bench.text.contains("91 supervisor"))
        #expect(bench.text.contains("2 times, last 17:40"))
        bench.type("<Esc>")
        #expect(bench.console.top is CaseScreen)
    }

    @Test("a due task of a case stands on the desk of who is responsible; closing over it is asked about")
    func caseTask() throws {
        let work = try Casework()
        let file = try work.openCase()
        try work.fill(file)
        let bench = try work.desk("17:40")
        #expect(bench.text.contains("case 09-01, task 1"))
        try work.store.perform([.case(file, .triage)], by: "41", at: bench.now)
        try work.store.perform(
            [.case(file, .proposeClosing(reason: "plan_completed", asReferred: false, override: nil))], by: "41",
            at: bench.now)
        let other = try work.desk("17:41", as: "91")
        other.type("f<Enter>a")
        #expect(other.text.contains("Ring the consulate"))
        other.type("y")
        #expect(try work.store.case(file)?.status == .closed)
    }

    @Test("who ends another's shift is told what is open, and has it from then on")
    func endOfAnother() throws {
        let work = try Casework()
        let bench = try work.desk("17:40", as: "91")
        bench.type("t")
        while !(bench.console.top as! ShiftScreen).isMet(.shiftOn, bench.console.situation) { bench.type("<Down>") }
        while (bench.console.top as! ShiftScreen).selectedShift?.operatorCode != "01" { bench.type("<Down>") }
        bench.type("e1")
        #expect(bench.text.contains("SOS") && bench.text.contains("09-0001"))
        bench.type("y")
        #expect(try work.theEscalation().keptBy == "91")
        #expect(bench.text.contains("1 item is yours now"))
    }
}
