import Foundation
import HotlineDomain
import HotlineProfiles
import HotlineReports
import Testing

/// What donors of a profile under `shifts/` are told.
@Suite("Packs of the donors of a profile")
struct DonorPackTests {
    private static let months = ["2009-07", "2009-08", "2009-09"]
    /// Services received by the fund that paid, month by month: 358, of which 161 on Japanese
    /// funds, which come through the Trust Fund for Human Security.
    private static let received: [[String: Int]] = [
        ["untfhs": 60, "sdc": 40, "german-embassy": 30], ["untfhs": 50, "sdc": 35, "german-embassy": 25],
        ["untfhs": 51, "sdc": 37, "german-embassy": 30],
    ]

    private func hotline(_ change: (inout Settings) -> Void = { _ in }) throws -> Hotline {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("shifts/transnistria-migration.toml").path
        var hotline = try HotlineProfile.read(path: path).hotline
        hotline.settings.donors = ["german-embassy"]
        change(&hotline.settings)
        return hotline
    }

    private func month(_ place: Int) throws -> ClosedMonth {
        let period = try #require(Period(Self.months[place]))
        var rows: [MonthRow] = []
        func add(_ n: Int, _ keys: TidyKey...) { rows.append(MonthRow(.delivered, period, keys, .exact(n))) }
        add(Self.received[place].values.reduce(0, +))
        for (fund, n) in Self.received[place] {
            // The embassy pays for legal help and nothing else; of the others a third is.
            let legal = fund == "german-embassy" ? n : n / 3
            add(n, TidyKey("donor", fund))
            add(legal, TidyKey("service", "legal"), TidyKey("donor", fund))
            if n > legal { add(n - legal, TidyKey("service", "medical"), TidyKey("donor", fund)) }
        }
        for service in ["legal", "medical"] {
            let n = rows.filter { $0.keys.count == 2 && $0["service"] == service }.compactMap(\.value.number)
            add(n.reduce(0, +), TidyKey("service", service))
        }
        return ClosedMonth(period: period, rows: rows, closedAt: Instant(seconds: 0), closedBy: "91")
    }

    private func pack(_ hotline: Hotline, _ donor: String) throws -> Pack {
        let months = try (0..<3).map { try month($0) }
        return try Pack(
            PackInput(
                hotlineCode: hotline.code, hotlineName: hotline.name,
                projectYearStartMonth: hotline.projectYearStartMonth, donor: try #require(hotline.donor(donor)),
                period: try #require(Period("2009-Q3")), months: months, since: months[0].period.first,
                thresholds: hotline.settings.thresholds, families: Family.standard(for: hotline)))
    }

    @Test("358 assisted, 161 on Japanese funds, as the profile's indicators ask for it")
    func japanese() throws {
        let pack = try pack(try hotline(), "untfhs")
        let told = Dictionary(pack.indicators.map { ($0.indicator.code, $0) }) { $1 }
        #expect(told["services_received"]?.cumulative == .exact(358))
        #expect(told["services_funded"]?.cumulative == .exact(161))
        #expect(told["services_funded"]?.ofTarget == Share(161, of: 160))
        #expect(told["admitted"]?.cumulative == .exact(0))
        #expect(pack.funded?.total == 358 && pack.funded?.funded == 161)
        #expect(pack.families.map(\.family.name) == [.service, .fund, .admitted])
    }

    @Test("crossed with the service instead, the funds say the same, and the two single tables are not there")
    func crossed() throws {
        let hotline = try hotline { $0.families = [.topic, .serviceFund] }
        let place = try #require(hotline.donors.firstIndex { $0.code == "untfhs" })
        var changed = hotline
        changed.donors[place].families = []
        let pack = try pack(changed, "untfhs")
        #expect(pack.families.map(\.family.name) == [.topic, .serviceFund])
        #expect(pack.funded?.total == 358 && pack.funded?.funded == 161)
        let told = Dictionary(pack.indicators.map { ($0.indicator.code, $0) }) { $1 }
        #expect(told["services_received"]?.cumulative == .exact(358))
        #expect(told["services_funded"]?.cumulative == .exact(161))
        let lines = pack.rows.filter { $0["service_fund"] != nil }
        #expect(lines.contains { $0["service_fund"] == "legal/untfhs" && $0.value == .exact(20 + 16 + 17) })
        #expect(!pack.rows.contains { $0["service"] != nil || $0["fund"] != nil })
        #expect(pack.domains.contains { $0.column == "service_fund" && $0.codes.contains("police/sida") })
    }

    @Test("whoever published services by fund publishes neither by itself")
    func linked() throws {
        let hotline = try hotline { $0.families = [.serviceFund, .fund] }
        let refusal = #expect(throws: Refusal.self) { try pack(hotline, "sdc") }
        #expect(refusal?.rule == "pack.linked_families")
    }

    @Test("every donor of the profile asks for what its pack can tell")
    func told() throws {
        let hotline = try hotline()
        for donor in hotline.donors {
            let pack = try pack(hotline, donor.code)
            #expect(!pack.indicators.contains { $0.comment == .noTable }, "\(donor.code)")
        }
    }
}
