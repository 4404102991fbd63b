@testable import HotlineDomain

// What happens beside the calls: shelters, registers, the directory, and who looks.
extension RandomDesk {
    mutating func stayCommand() -> StayCommand {
        let admission = Admission(
            provider: pick(["shelter", "shelter", "shelter", "centre", "gone"]),
            category: pick(["woman", "child", "teenager", "man", "ghost"]),
            at: desk.now - .minutes(.random(in: -2...300, using: &random)),
            case: pick([nil, known(\.cases)]), referral: pick([nil, known(\.referrals)]), donor: nil,
            expectedUntil: pick([nil, BusinessDate("2010-01-05"), BusinessDate("2001-01-01")]),
            overriddenBecause: pick([nil, nil, nil, "extra_bed", "because"]))
        return pick([
            .admit(admission), .admit(admission), .expect(until: pick([nil, BusinessDate("2010-02-01")])),
            .leave(at: desk.now - .minutes(.random(in: -3...600, using: &random)), because: pick(["own_wish", ""])),
        ])
    }

    mutating func entryCommand() -> EntryCommand {
        let today = BusinessDate("2009-12-30")!
        let persons = [PersonCount(category: pick(["victim_of_trafficking", "ghost"]), count: pick([0, 1, 3]))]
        let (code, territory) = (pick(["dv_women", "Not A Code"]), pick(["soroca", "cosauti", "atlantis"]))
        let contents: [EntryContent] = [
            .task(.init(responsible: person(), due: today)),
            .mission(.init(date: today, country: pick(["AE", "XX"]), persons: persons)),
            .indicator(
                .init(code: code, first: today, last: pick([today, today - 40]), target: pick([nil, 3, -1]))),
            .return(.sessions(territory)),
        ]
        let content = pick(contents)
        let words = pick([nil, desk.written("ring the consulate"), desk.written(" ")])
        return pick([
            .add(content, what: content.kind == .task ? words : nil), .assign(to: person()), .done(.did), .done(.did),
            .done(
                .measured(actual: pick([2, -2]), source: pick(["Ministry", ""]), asOf: pick([today, today + 300]))),
            .done(.carriedOut(on: today, persons: persons)), .done(.notReceived),
            .done(
                .received(on: today, figures: [NamedFigure(name: pick(["sessions", "?"]), value: pick([0, -1]))])),
            .withdraw(reason: pick(["entered_twice", ""])),
        ])
    }

    /// A line that is likely to be taken.
    mutating func fittingAdd() -> EntryCommand {
        let today = BusinessDate("2009-12-30")!
        return pick([
            .add(.task(.init(responsible: pick(["01", "05", "09"]), due: today)), what: desk.written("ring them")),
            .add(.mission(.init(date: today, country: "AE", persons: [])), what: nil),
            .add(.indicator(.init(code: "dv_women", first: today, last: today, target: 3)), what: nil),
            .add(.return(.sessions(pick(["soroca", "cosauti"]))), what: nil),
        ])
    }

    /// Of a register's line by what it is, so that something comes of it now and then.
    mutating func fittingDone(_ id: EntryID) -> EntryCommand {
        switch desk.records.entry(id)?.content.kind {
        case .task: .done(.did)
        case .mission:
            .done(
                .carriedOut(
                    on: BusinessDate("2009-12-30")!,
                    persons: [PersonCount(category: "victim_of_trafficking", count: 2)]))
        case .indicator: .done(.measured(actual: 4, source: "Ministry", asOf: BusinessDate("2009-12-30")!))
        case .return: pick([.done(.notReceived), .withdraw(reason: "entered_twice")])
        case nil: entryCommand()
        }
    }

    /// Only of an operator: who ends the nights' work must not be sent home.
    mutating func hotlineCommand() -> HotlineCommand {
        var centre = Provider(code: "centre", name: "Centre", services: ["legal", "social_reintegration"])
        centre.until = pick([nil, nil, BusinessDate("2009-12-31")])
        return pick([
            .disableOperator(code: pick(["03", "07"])), .enableOperator(code: "03"),
            .changeOperator(code: "03", roles: pick([[.operator], [.specialist], []])),
            .addOperator(Operator(code: pick(["30", "01"]), roles: [.operator])),
            .changeProvider(centre, confidentialAddress: nil), .addTerritory(Territory(code: "orhei", name: "Orhei")),
            .addLine(.spare), .changeLine(Line.spare.with { $0.until = BusinessDate("2009-12-31") }),
        ])
    }

    mutating func accessCommand() -> AccessCommand {
        let subjects = [
            Subject(.call, known(\.calls).raw), Subject(.escalation, known(\.escalations).raw),
            Subject(.case, known(\.cases).raw),
        ]
        return pick([
            .view(pick(subjects)), .view(pick(subjects)), .search(found: 2), .signIn, .unmask(pick(subjects)),
        ])
    }
}
