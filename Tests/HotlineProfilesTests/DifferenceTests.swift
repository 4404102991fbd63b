import HotlineDomain
import HotlineProfiles
import Testing

@Suite("What a profile would change")
struct DifferenceTests {
    private func changes(_ change: (inout Hotline) -> Void) throws -> [String] {
        let old = try Sample.hotline()
        var new = old
        change(&new)
        return HotlineProfile.difference(from: old, to: new).map {
            [$0.kind.rawValue, $0.part.rawValue, $0.subject, $0.field, $0.old, $0.new].filter { !$0.isEmpty }
                .joined(separator: " | ")
        }
    }

    @Test("nothing, where nothing changed")
    func nothing() throws { #expect(try changes { _ in } == []) }

    @Test("a new roster in place of an open-ended one")
    func roster() throws {
        let found = try changes {
            $0.roster[1].last = BusinessDate("2026-11-30")
            $0.roster.append(
                RosterEntry(pattern: "night", operators: ["02"], first: BusinessDate("2026-12-01")!, days: [.monday]))
        }
        #expect(
            found == [
                "changed | roster | night 2026-11-01 | last | 2026-11-30",
                "added | roster | night 2026-12-01 mon",
            ])
    }

    @Test("a line, an operator, a pattern, a provider and a setting")
    func everything() throws {
        let found = try changes {
            $0.name = "Another name"
            $0.lines[0].dialled = "0-800-11111"
            $0.operators[1].active = false
            $0.operators.append(Operator(code: "04", roles: [.operator, .specialist]))
            $0.patterns[0].staff = 3
            $0.providers = []
            $0.settings.wrapUpSeconds = 60
            $0.settings.switchLines = ["q": "md", "line, md": "md"]
        }
        #expect(
            found == [
                "changed | hotline | name | Sample | Another name",
                "changed | line | md | dialled | 0-800-00000 | 0-800-11111",
                "changed | operator | 02 | active | true | false", "added | operator | 04",
                "changed | pattern | day | staff | 2 | 3", "removed | provider | shelter",
                "changed | settings | wrap_up_seconds | 120 | 60",
                "changed | settings | switch_lines | line, md=md, q=md",
            ])
    }

    @Test("a donor, its indicators, and what packs show; a new donor brings its own without a word for each")
    func donors() throws {
        let calls = DonorIndicator(
            code: "calls", wording: ["en": "Calls"], target: 1200, source: .counted(.calls, of: nil))
        var donor = Donor(code: "sdc", name: "SDC", indicators: [calls])
        var old = try Sample.hotline()
        old.donors = [donor]
        donor.dueDay = 20
        donor.indicators[0].source = .counted(.calls, of: .init(.class, "information"))
        donor.indicators.append(
            DonorIndicator(code: "trials", wording: ["en": "Trials"], source: .register("trials")))
        var new = old
        new.donors = [donor, Donor(code: "iom", name: "IOM", indicators: [calls])]
        new.settings.thresholdPeople = 15
        new.settings.windows = [.topic: .month]
        let found = HotlineProfile.difference(from: old, to: new).map {
            [$0.kind.rawValue, $0.part.rawValue, $0.subject, $0.field, $0.old, $0.new].filter { !$0.isEmpty }
                .joined(separator: " | ")
        }
        #expect(
            found == [
                "changed | donor | sdc | due_day | 15 | 20", "added | donor | iom",
                "changed | indicator | sdc calls | filter | class = information", "added | indicator | sdc trials",
                "changed | settings | packs_threshold_people | 11 | 15",
                "changed | settings | packs_windows | topic=month",
            ])
    }

    @Test("two entries alike but for their people are told apart by their order")
    func alike() throws {
        let found = try changes {
            $0.roster.append($0.roster[0])
            $0.roster[2].operators = ["03"]
        }
        #expect(found == ["added | roster | day 2026-11-01 (2)"])
    }
}
