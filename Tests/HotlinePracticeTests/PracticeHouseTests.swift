import HotlineDomain
import HotlinePractice
import HotlineStore
import Testing

@Suite("The house in the practice year")
struct PracticeHouseTests {
    @Test("ends with 23 of 24 places taken, and never takes in more", arguments: WrittenYear.seeds)
    func shelter(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let now = try #require(try store.occupancies(on: BusinessDate("2009-09-14")!)["capc-chisinau"])
        #expect(now.places == 24 && now.taken == 23)
        #expect(
            now.composition.map { "\($0.count) \($0.category)" } == ["1 man", "14 woman", "2 teenager", "6 child"])
        let stays = try store.stays(at: "capc-chisinau", limit: 1000)
        #expect((60...220).contains(stays.count), "\(stays.count)")
        let moves = stays.flatMap { stay in
            [(stay.admittedAt, 1)] + (stay.leftAt.map { [($0, -1)] } ?? [])
        }.sorted { $0.0 < $1.0 }
        var taken = 0
        for (_, move) in moves {
            taken += move
            #expect(taken <= 24)
        }
        #expect(stays.allSatisfy { $0.donor != nil && $0.overriddenBecause == nil })
        #expect(try store.count(.admitted, PracticeYear.period) <= stays.count)
    }

    @Test(
        "brings 26 children home in twelve missions, eleven of them in three in September",
        arguments: WrittenYear.seeds)
    func missions(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let entries = try store.entries(.mission)
        let missions = entries.compactMap { entry in
            if case .mission(let mission) = entry.content, entry.status == .done { mission } else { nil }
        }
        #expect(missions.count == 12 && entries.count { $0.status == .open } == 1)
        func children(_ missions: [EntryContent.Mission]) -> Int {
            missions.flatMap(\.persons).filter { $0.category == "unaccompanied_child" }.reduce(0) { $0 + $1.count }
        }
        let september = missions.filter { Period("2009-09")?.contains($0.date) == true }
        #expect(september.count == 3 && children(september) == 11)
        #expect(children(missions) == 26)
        #expect(missions.allSatisfy { Period("2009-01/2009-09")?.contains($0.date) == true })
        #expect(try store.count(.repatriated, PracticeYear.period) == 34)
    }

    @Test("measures what it promised, beside what others count", arguments: WrittenYear.seeds)
    func indicators(seed: UInt64) async throws {
        let indicators = try await WrittenYear.shared.store(seed).entries(.indicator).compactMap { entry in
            if case .indicator(let indicator) = entry.content { indicator } else { nil }
        }
        let known = Dictionary(uniqueKeysWithValues: indicators.map { ($0.code, $0) })
        #expect(known["adult_victims"]?.target == 800 && known["mother_and_child"]?.target == 150)
        #expect(known["dv_women"]?.target == 300 && known["investigations"]?.target == nil)
        #expect(indicators.count == 5 && indicators.allSatisfy { $0.actual ?? 0 > 0 && $0.source != nil })
    }

    @Test("has a return of every district for every month, and some that never came", arguments: WrittenYear.seeds)
    func returns(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let entries = try store.entries(.return)
        #expect(entries.count == 11 * 12)
        let answers = entries.map { entry -> String in
            guard case .return(let asked) = entry.content else { return "-" }
            return switch asked.answer {
            case .received: "received"
            case EntryContent.TerritoryReturn.Answer.none?: "none"
            case nil: "open"
            }
        }
        let counts = Dictionary(grouping: answers) { $0 }.mapValues(\.count)
        #expect(counts["received"] ?? 0 > 70, "\(counts)")
        #expect(counts["open"] ?? 0 >= 11, "\(counts)")
        #expect(counts["-"] == nil)
        let missing = entries.filter { $0.status == .open && $0.isOverdue(on: PracticeYear.lastDate) }
        #expect(!missing.isEmpty || counts["none"] ?? 0 > 0, "seed \(seed)")
    }

    @Test("names the fund of every service received", arguments: WrittenYear.seeds)
    func services(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let referrals = try store.referrals(limit: 500)
        let delivered = referrals.flatMap(\.delivered)
        #expect(delivered.count > 15 && delivered.allSatisfy { $0.donor != nil })
        #expect(Set(delivered.compactMap(\.donor)).count > 1)
        for referral in referrals where ["provided", "partly_provided"].contains(referral.outcome) {
            #expect(!referral.delivered.isEmpty)
        }
    }

    @Test("is the same with the same seed")
    func same() async throws {
        let first = try await WrittenYear.shared.store(2009)
        let again = try WrittenYear.fresh(2009)
        #expect(try first.stays(limit: 500) == again.stays(limit: 500))
        for kind in EntryKind.allCases { #expect(try first.entries(kind) == again.entries(kind)) }
    }
}
