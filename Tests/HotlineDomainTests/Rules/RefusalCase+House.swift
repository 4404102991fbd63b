@testable import HotlineDomain

extension RefusalCase {
    static let directory: [RefusalCase] = [
        provider("provider.exists") { .addProvider($0.with { $0.code = "shelter" }, confidentialAddress: nil) },
        provider("provider.unknown") { .changeProvider($0, confidentialAddress: nil) },
        provider("provider.bad_code") { .addProvider($0.with { $0.code = "A house" }, confidentialAddress: nil) },
        provider("provider.bad_name") { .addProvider($0.with { $0.name = " " }, confidentialAddress: nil) },
        provider("provider.bad_name") {
            .addProvider($0.with { $0.aliases = ["two\nlines"] }, confidentialAddress: nil)
        },
        provider("provider.needs_service") { .addProvider($0.with { $0.services = [] }, confidentialAddress: nil) },
        provider("provider.unknown_territory") {
            .addProvider($0.with { $0.territories = ["sorroca"] }, confidentialAddress: nil)
        },
        provider("provider.bad_ages") {
            .addProvider($0.with { $0.ages = .init(from: 60, to: 18) }, confidentialAddress: nil)
        },
        provider("provider.bad_places") { .addProvider($0.with { $0.places = 0 }, confidentialAddress: nil) },
        provider("provider.ends_before_it_begins") {
            .addProvider(
                $0.with { ($0.since, $0.until) = (BusinessDate("2009-09-02"), BusinessDate("2009-09-01")) },
                confidentialAddress: nil)
        },
        territory("territory.exists") { .addTerritory($0.with { $0.code = "soroca" }) },
        territory("territory.unknown") { .changeTerritory($0) },
        territory("territory.bad_code") { .addTerritory($0.with { $0.code = "-" }) },
        territory("territory.bad_name") { .addTerritory($0.with { $0.name = "" }) },
        territory("territory.bad_coordinator") {
            .addTerritory($0.with { $0.coordinator = "The commission, 0 22 123 456" })
        },
        territory("territory.bad_coordinator") { .addTerritory($0.with { $0.coordinator = "office@example.org" }) },
        territory("territory.bad_place") { .addTerritory($0.with { $0.within = "nowhere" }) },
        territory("territory.bad_place") { _ in
            .changeTerritory(Territory(code: "soroca", name: "Soroca", within: "cosauti"))
        },
        territory("territory.ends_before_it_begins") {
            .addTerritory($0.with { ($0.since, $0.until) = (BusinessDate("2009-09-02"), BusinessDate("2009-09-01")) })
        },
    ]

    private static func provider(
        _ rule: String, _ command: @escaping @Sendable (Provider) -> HotlineCommand
    ) -> RefusalCase {
        RefusalCase(rule, by: "ringbuoy") { _ in
            .hotline(command(Provider(code: "house", name: "House", services: ["legal"])))
        }
    }

    private static func territory(
        _ rule: String, _ command: @escaping @Sendable (Territory) -> HotlineCommand
    ) -> RefusalCase {
        RefusalCase(rule, by: "ringbuoy") { _ in .hotline(command(Territory(code: "orhei", name: "Orhei"))) }
    }

    static let stays: [RefusalCase] = [
        RefusalCase("stay.unknown") { desk in .stay(desk.id(), .expect(until: nil)) },
        RefusalCase("stay.exists") { desk in
            let id = try desk.stay()
            return .stay(id, .admit(Admission(provider: "shelter", category: "man", at: desk.now)))
        },
        admission("stay.unknown_provider") { $0.provider = "castle" },
        admission("stay.no_places") { $0.provider = "centre" },
        RefusalCase("stay.provider_closed") { desk in
            try desk.shelter(places: 3, until: "2009-09-01")
            return .stay(desk.id(), .admit(Admission(provider: "shelter", category: "man", at: desk.now)))
        },
        RefusalCase("stay.full") { desk in
            try desk.shelter(places: 1)
            _ = try desk.stay()
            return .stay(desk.id(), .admit(Admission(provider: "shelter", category: "man", at: desk.now)))
        },
        admission("stay.needs_category") { $0.category = "" },
        admission("stay.case_unknown") { $0.case = ID(raw: 1) },
        admission("stay.referral_unknown") { $0.referral = ID(raw: 1) },
        admission("stay.unknown_donor") { $0.donor = "moon" },
        RefusalCase("stay.needs_donor") { desk in
            try desk.shelter(places: 3, donors: ["japan"])
            return .stay(desk.id(), .admit(Admission(provider: "shelter", category: "man", at: desk.now)))
        },
        admission("stay.in_the_future") { $0.at = $0.at + .hours(1) },
        admission("stay.leaves_before_admission") { $0.expectedUntil = BusinessDate("2009-09-13") },
        RefusalCase("stay.leaves_before_admission") { desk in
            .stay(try desk.stay(), .leave(at: desk.now - .days(1), because: "own_wish"))
        },
        RefusalCase("stay.has_left") { desk in
            let id = try desk.stay()
            try desk.does(.stay(id, .leave(at: desk.now, because: "own_wish")))
            return .stay(id, .expect(until: nil))
        },
        RefusalCase("stay.needs_reason") { desk in .stay(try desk.stay(), .leave(at: desk.now, because: "")) },
    ]

    private static func admission(
        _ rule: String, _ change: @escaping @Sendable (inout Admission) -> Void
    ) -> RefusalCase {
        RefusalCase(rule) { desk in
            try desk.shelter(places: 3)
            var admission = Admission(provider: "shelter", category: "woman", at: desk.now)
            change(&admission)
            return .stay(desk.id(), .admit(admission))
        }
    }

    static let registers: [RefusalCase] = [
        RefusalCase("entry.unknown") { desk in .entry(desk.id(), .done(.did)) },
        RefusalCase("entry.exists") { desk in
            .entry(try desk.task(), .add(.task(.init(responsible: "01", due: .september)), what: nil))
        },
        RefusalCase("entry.other_kind", by: "09") { desk in .entry(try desk.task(), .done(.notReceived)) },
        added("entry.needs_country", .mission(.init(date: .september, country: "", persons: []))),
        added(
            "entry.unknown_donor",
            .mission(.init(date: .september, country: "AE", persons: [], donor: "moon"))),
        RefusalCase("entry.needs_persons", by: "09") { desk in
            let id: EntryID = desk.id()
            try desk.does(
                .entry(id, .add(.mission(.init(date: .september, country: "AE", persons: [])), what: nil)), by: "09")
            return .entry(id, .done(.carriedOut(on: .september, persons: [])))
        },
        added(
            "entry.bad_figure",
            .mission(
                .init(date: .september, country: "AE", persons: [PersonCount(category: "refugee", count: 0)]))),
        added("entry.bad_name", .indicator(.init(code: "DV women", first: .september, last: .september, target: 1))),
        added(
            "entry.ends_before_it_begins",
            .indicator(.init(code: "dv", first: .september, last: .september - 1, target: 1))),
        RefusalCase("entry.needs_source", by: "09") { desk in
            .entry(try desk.indicator(), .done(.measured(actual: 1, source: " ", asOf: .september)))
        },
        RefusalCase("entry.in_the_future", by: "09") { desk in
            .entry(try desk.indicator(), .done(.measured(actual: 1, source: "x", asOf: .september + 30)))
        },
        added("entry.unknown_territory", .return(.sessions("sorocca"))),
        RefusalCase("entry.already_asked", by: "09") { desk in
            try desk.does(.entry(desk.id(), .add(.return(.sessions("soroca")), what: nil)), by: "09")
            return .entry(desk.id(), .add(.return(.sessions("soroca")), what: nil))
        },
        RefusalCase("entry.unknown_operator") { desk in
            .entry(desk.id(), .add(.task(.init(responsible: "04", due: .september)), what: desk.written("x")))
        },
        RefusalCase("entry.needs_words") { desk in
            .entry(desk.id(), .add(.task(.init(responsible: "01", due: .september)), what: desk.written(" ")))
        },
        RefusalCase("entry.not_a_task") { desk in .entry(try desk.indicator(), .assign(to: "01")) },
        RefusalCase("entry.needs_reason", by: "09") { desk in .entry(try desk.task(), .withdraw(reason: "")) },
        RefusalCase("entry.not_open") { desk in
            let id = try desk.task()
            try desk.does(.entry(id, .done(.did)))
            return .entry(id, .done(.did))
        },
    ]

    private static func added(_ rule: String, _ content: EntryContent) -> RefusalCase {
        RefusalCase(rule, by: "09") { desk in .entry(desk.id(), .add(content, what: nil)) }
    }
}

extension Provider {
    func with(_ change: (inout Provider) -> Void) -> Provider {
        var changed = self
        change(&changed)
        return changed
    }
}

extension Territory {
    func with(_ change: (inout Territory) -> Void) -> Territory {
        var changed = self
        change(&changed)
        return changed
    }
}
