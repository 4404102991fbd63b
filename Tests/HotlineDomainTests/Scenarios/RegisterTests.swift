import Testing

@testable import HotlineDomain

@Suite("Registers")
struct RegisterTests {
    @Test("twelve were brought home: seven victims, four unaccompanied children, one stranded migrant")
    func mission() throws {
        var desk = Desk()
        let id: EntryID = desk.id()
        let planned = EntryContent.Mission(date: BusinessDate("2009-09-10")!, country: "AE", persons: [])
        try desk.does(.entry(id, .add(.mission(planned), what: nil)), by: "05")
        #expect(desk.count(.repatriated) == 0, "a planned mission brought nobody home")
        let persons = [("victim_of_trafficking", 7), ("unaccompanied_child", 4), ("stranded_migrant", 1)].map {
            PersonCount(category: $0.0, count: $0.1)
        }
        try desk.does(
            .entry(id, .done(.carriedOut(on: BusinessDate("2009-09-11")!, persons: persons))), by: "05")
        #expect(desk.count(.repatriated) == 12)
        #expect(desk.count(.repatriated, .category, "unaccompanied_child") == 4)
        #expect(desk.count(.repatriated, .country, "AE") == 12)
        try desk.does(.entry(id, .withdraw(reason: "entered_twice")), by: "09")
        #expect(desk.count(.repatriated) == 0)
    }

    @Test("an indicator keeps the source and the day of its figure, and a later one replaces it")
    func indicator() throws {
        var desk = Desk()
        let id = try desk.indicator()
        for (actual, date) in [(12, "2009-09-01"), (14, "2009-09-14")] {
            try desk.does(
                .entry(id, .done(.measured(actual: actual, source: "Ministry", asOf: BusinessDate(date)!))), by: "09")
        }
        guard case .indicator(let indicator)? = desk.records.entry(id)?.content else { return }
        #expect(indicator.actual == 14 && indicator.source == "Ministry" && indicator.target == 300)
        #expect(indicator.asOf == .september)
    }

    @Test("a territory that did not report is recorded as such, and may still report")
    func returns() throws {
        var desk = Desk()
        let id: EntryID = desk.id()
        try desk.does(.entry(id, .add(.return(.sessions("soroca")), what: nil)), by: "09")
        try desk.does(.entry(id, .done(.notReceived)), by: "09")
        guard case .return(let silent)? = desk.records.entry(id)?.content else { return }
        #expect(silent.answer == .some(.none))
        let figures = [NamedFigure(name: "sessions", value: 2)]
        try desk.does(.entry(id, .done(.received(on: .september, figures: figures))), by: "09")
        guard case .return(let late)? = desk.records.entry(id)?.content else { return }
        #expect(late.answer == .received(on: .september, figures: figures))
    }

    @Test("a task due today is handed over, and whoever takes it is responsible")
    func task() throws {
        var desk = Desk()
        let shift = try desk.signOn("01")
        let (today, tomorrow) = (try desk.task(), try desk.task(due: .september + 1))
        #expect(try desk.refusal(of: .shift(shift, .end))?.rule == "shift.needs_handover")
        let follows = try desk.signOn("02")
        let id: HandoverID = desk.id()
        try desk.does(.handover(id, .offer(shift: shift, notes: [])))
        #expect(desk.records.handover(id)?.items.map(\.content) == [.task(id: today)])
        try desk.does(.handover(id, .acknowledge(item: 1)), by: "02")
        #expect(desk.records.tasksDue(of: "02", by: .september).map(\.id) == [today])
        #expect(desk.records.tasksDue(of: "01", by: .september + 1).map(\.id) == [tomorrow])
        #expect(desk.records.shift(follows)?.status == .started)
        let words = try #require(desk.records.entry(today)?.what)
        #expect(desk.records.words[words]?.text.revealed == "Ask the consulate.")
        #expect(!"\(desk.journal)".contains("consulate"))
    }

    @Test("a reporting officer keeps figures; an operator does not")
    func duties() throws {
        var desk = Desk()
        var hotline = try #require(desk.hotline)
        hotline.operators.append(Operator(code: "71", roles: [.reportingOfficer]))
        try desk.does(.hotline(.apply(hotline)), by: "ringbuoy")
        let content = EntryContent.indicator(.init(code: "dv", first: .september, last: .september, target: 1))
        #expect(
            try desk.refusal(of: .entry(desk.id(), .add(content, what: nil)), by: "01")?.rule == "role.not_allowed")
        try desk.does(.entry(desk.id(), .add(content, what: nil)), by: "71")
    }
}
