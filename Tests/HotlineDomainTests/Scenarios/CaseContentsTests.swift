import Testing

@testable import HotlineDomain

@Suite("What is known in a case")
struct CaseContentsTests {
    @Test("somebody new has a number, a pseudonym and what is known, in one act; words are sealed records")
    func addPerson() throws {
        var desk = Desk()
        let (file, name, town) = (try desk.openCase(), desk.written("Lilia"), desk.written("Bender"))
        let entries = [
            CaseEntry("gender", .codes(["Feminine"])), CaseEntry("citizenship", .codes(["MD", "UA"])),
            CaseEntry("city", .words(town)),
        ]
        try desk.does(.case(file, .addPerson(role: "beneficiary", pseudonym: name, entries)), by: "05")
        let person = try #require(desk.records.case(file)?.people.first)
        #expect(person.number == 1 && person.pseudonym == name.id)
        #expect(person.values["citizenship"] == .codes(codes: ["MD", "UA"]))
        #expect(person.values["city"] == .words(id: town.id))
        #expect(desk.records.words[name.id]?.field == .pseudonym)
        #expect(desk.records.words[town.id]?.field == .caseField)
        var dumped = ""
        for recorded in desk.journal { dump(recorded, to: &dumped) }
        #expect(!dumped.contains("Lilia") && !dumped.contains("Bender"))
    }

    @Test("what is filled in stays until it is changed or taken away, one by one")
    func change() throws {
        var desk = Desk()
        let file = try desk.fileWithPerson(
            "beneficiary", [CaseEntry("gender", .codes(["Feminine"])), CaseEntry("children", .number(2))])
        try desk.does(.case(file, .set(person: 1, [CaseEntry("children", .number(3))])), by: "06")
        try desk.does(.case(file, .set(person: 1, [CaseEntry("gender", nil)])), by: "05")
        #expect(desk.records.case(file)?.person(1)?.values == ["children": .number(number: 3)])
        let events = try desk.does(.case(file, .set(person: 1, [])), by: "05")
        #expect(events == [], "nothing said, nothing written")
    }

    /// What is known, and the contexts that follow.
    static let contexts: [(known: [String: String], contexts: [String])] = [
        ([:], []),
        (["gbv_type": "physical_assault", "aggressor": "intimate_partner"], ["intimate_partner_violence"]),
        (["gbv_type": "rape", "age_band": "9-17"], ["child_sexual_abuse"]),
        (["gbv_type": "rape", "age_band": "18-20"], []),
        (["gbv_type": "forced_marriage", "age_band": "9-17"], ["early_marriage"]),
        (["gbv_type": "sexual_assault", "goods_exchanged": "yes"], ["possible_sexual_exploitation"]),
        (["gbv_type": "rape", "abduction": "trafficked"], ["possible_sexual_slavery"]),
        (["gbv_type": "physical_assault", "abduction": "trafficked"], []),
        (["gbv_type": "physical_assault", "traditional_practice": "yes"], ["harmful_traditional_practice"]),
        (["gbv_type": "non_gbv", "aggressor": "intimate_partner"], []),
        (
            ["gbv_type": "rape", "age_band": "0-8", "aggressor": "intimate_partner", "goods_exchanged": "yes"],
            ["intimate_partner_violence", "child_sexual_abuse", "possible_sexual_exploitation"]
        ),
    ]

    @Test("contexts follow from what is known, and are codes of their list", arguments: contexts)
    func derived(known: [String: String], contexts: [String]) throws {
        var desk = Desk()
        let entries = known.sorted { $0.key < $1.key }.map { CaseEntry($0.key, .codes([$0.value])) }
        let file = try desk.fileWithPerson("beneficiary", entries)
        let found = try #require(desk.records.case(file)?.person(1)).contexts
        #expect(found == contexts)
        #expect(found.allSatisfy(CodeLists.list(.gbvContext).contains))
    }

    @Test("contexts are never typed: no field takes one")
    func neverTyped() { #expect(!CaseField.all.contains { $0.list == .gbvContext }) }

    @Test("irregular status is sealed, a person's, and leaves in nothing")
    func irregularStatus() throws {
        let field = try #require(CaseField.named("irregular_status"))
        #expect(field.isSealed && field.scope == .person && !field.mayLeave)
        var desk = Desk()
        let yes = desk.written("yes")
        let file = try desk.fileWithPerson("beneficiary", [CaseEntry("irregular_status", .words(yes))])
        #expect(desk.records.case(file)?.person(1)?.values["irregular_status"] == .words(id: yes.id))
    }

    @Test("tasks have somebody, a day, and are overdue the day after; several people work on one case")
    func tasks() throws {
        var desk = Desk()
        let (file, what, result) = (try desk.openCase(), desk.written("ring"), desk.written("spoke to the consul"))
        let due = BusinessDate("2009-09-16")!
        try desk.does(.case(file, .addTask(what, responsible: "05", due: due)), by: "06")
        let task = try #require(desk.records.case(file)?.task(1))
        #expect(!task.isOverdue(on: due) && task.isOverdue(on: due + 1))
        try desk.does(.case(file, .giveTask(1, to: "06")), by: "05")
        try desk.does(.case(file, .finishTask(1, result: result)), by: "09")
        let done = try #require(desk.records.case(file)?.task(1))
        #expect(done.responsible == "06" && done.doneBy == "09" && done.result == result.id)
        #expect(!done.isOverdue(on: due + 1))
    }

    @Test("data quality counts the core of the standard that this case is asked for")
    func dataQuality() throws {
        var desk = Desk()
        let file = try desk.fileWithPerson()
        let empty = try #require(desk.records.case(file)).dataQuality
        #expect(empty.known == 0 && empty.anonymous == 13 && empty.asked == 23)
        #expect(!empty.missing.map(\.field.name).contains("industry"), "nobody was forced to work")
        try desk.does(
            .case(
                file,
                .set(
                    person: 1,
                    [CaseEntry("exploitation", .codes(["ForcedLabour"])), CaseEntry("gender", .codes(["Feminine"]))])),
            by: "05")
        let filled = try #require(desk.records.case(file)).dataQuality
        #expect(filled.known == 2 && filled.asked == 24)
        #expect(filled.missing.map(\.field.name).contains("industry"))
        #expect(!filled.missing.map(\.field.name).contains("gender"))
    }

    @Test("an aggressor is asked for nothing that the standard asks of a victim")
    func aggressor() throws {
        var desk = Desk()
        let file = try desk.fileWithPerson("aggressor")
        #expect(desk.records.case(file)?.dataQuality.asked == 0)
        #expect(!CaseField.of(role: "aggressor").contains { $0.group == .trafficking })
        #expect(!CaseField.of(role: "beneficiary").contains { $0.group == .part })
    }
}

@Suite("Merged cases")
struct MergedCaseTests {
    private let close = CaseCommand.proposeClosing(reason: "plan_completed", asReferred: false, override: nil)

    @Test("what hangs on a duplicate hangs on the case it was merged into, however often that goes on")
    func openEnds() throws {
        var desk = Desk()
        let (first, second, third) = (try desk.openCase(), try desk.openCase(), try desk.file(in: .active))
        let referral = try desk.sentReferral(.case(id: first))
        try desk.does(.case(first, .merge(into: second)), by: "05")
        try desk.does(.case(second, .merge(into: third)), by: "05")
        #expect(desk.records.case(third)?.absorbed == [second, first])
        #expect(try desk.refusal(of: .case(third, close), by: "05")?.rule == "case.unended_referral")
        try desk.does(.referral(referral, .revoke(reason: nil, outcome: "not_applicable")), by: "05")
        try desk.does(.case(third, close), by: "05")
    }

    @Test("a referral counts once, in the case that stands", arguments: [true, false])
    func counts(bothWere: Bool) throws {
        var desk = Desk()
        let (file, other) = (try desk.openCase(), try desk.openCase())
        _ = try desk.sentReferral(.case(id: file), service: "social_reintegration")
        desk.clock("2009-09-20", "10:00")
        if bothWere { _ = try desk.sentReferral(.case(id: other), service: "social_reintegration") }
        #expect(desk.count(.referred) == (bothWere ? 2 : 1))
        try desk.does(.case(file, .merge(into: other)), by: "05")
        #expect(desk.count(.referred) == 1)
        #expect(desk.records.case(other)?.referredOn?.description == "2009-09-14", "the first of the two")
    }

    @Test("a referral drafted before the merge and sent after it counts where the case went")
    func sentAfterwards() throws {
        var desk = Desk()
        let (file, other) = (try desk.openCase(), try desk.openCase())
        let referral = try desk.addReferral(.case(id: file), service: "social_reintegration")
        try desk.does(.case(file, .merge(into: other)), by: "05")
        try desk.does(.referral(referral, .consent(.given)), .referral(referral, .send))
        #expect(desk.records.case(other)?.referredOn != nil && desk.count(.referred) == 1)
    }

    @Test("two closed ones merge; an open one does not disappear in a closed one")
    func closed() throws {
        var desk = Desk()
        let (closed, other) = (try desk.file(in: .closed), try desk.file(in: .closedReferred))
        try desk.does(.case(closed, .merge(into: other)), by: "05")
        let open = try desk.openCase()
        #expect(try desk.refusal(of: .case(open, .merge(into: other)), by: "05")?.rule == "case.merge_target_closed")
    }
}
