@testable import HotlineDomain

extension RefusalCase {
    static let donors: [RefusalCase] = [
        RefusalCase("donor.unknown", by: "09") { _ in .hotline(.changeDonor(.example)) },
        RefusalCase("donor.exists", by: "09") { desk in
            try desk.does(.hotline(.addDonor(.example)), by: "09")
            return .hotline(.addDonor(.example))
        },
        donor("donor.bad_code") { $0.code = "The donor" },
        donor("donor.bad_name") { $0.name = " " },
        donor("donor.bad_name") { $0.projects = ["7F\n1"] },
        donor("donor.bad_name") { $0.iatiActivity = "XM\u{202E}1" },
        donor("call.unknown_code") { $0.services = ["legall"] },
        donor("donor.bad_due_day") { $0.dueDay = 0 },
        donor("donor.bad_due_day") { $0.dueDay = 29 },
        donor("donor.unknown_language") { $0.language = "ja" },
        donor("donor.family_not_published") { $0.families = [.country, .line] },
        donor("donor.ends_before_it_begins") {
            ($0.since, $0.until) = (BusinessDate("2009-10-01"), BusinessDate("2009-09-30"))
        },
        donor("donor.indicator_twice") { $0.indicators.append($0.indicators[0]) },
        indicator("donor.indicator_bad_code") { $0.code = "Calls!" },
        indicator("donor.indicator_needs_wording") { $0.wording = [:] },
        indicator("donor.indicator_needs_wording") { $0.wording = ["en": " "] },
        indicator("donor.indicator_needs_wording") { $0.wording = ["ja": "Calls"] },
        indicator("donor.indicator_needs_wording") { $0.wording["en"] = "Calls\nanswered" },
        indicator("donor.indicator_out_of_range") { $0.target = -1 },
        indicator("donor.indicator_out_of_range") { $0.baseline = 2_000_000_000 },
        indicator("donor.indicator_has_no_table") { $0.source = .counted(.delivered, of: .init(.country, "MD")) },
        indicator("donor.indicator_has_no_table") { $0.source = .counted(.calls, of: .init(.operator, "01")) },
        indicator("donor.indicator_has_no_table") { $0.source = .counted(.referred, of: .init(.service, "legal")) },
        indicator("donor.indicator_unknown_code") { $0.source = .counted(.calls, of: .init(.country, "ZZ")) },
        indicator("donor.indicator_unknown_code") { $0.source = .counted(.delivered, of: .init(.donor, "untfhs")) },
    ]

    private static func donor(
        _ rule: String, _ change: @escaping @Sendable (inout Donor) -> Void
    ) -> RefusalCase {
        RefusalCase(rule, by: "09") { _ in
            var donor = Donor.example
            change(&donor)
            return .hotline(.addDonor(donor))
        }
    }

    private static func indicator(
        _ rule: String, _ change: @escaping @Sendable (inout DonorIndicator) -> Void
    ) -> RefusalCase {
        donor(rule) { change(&$0.indicators[0]) }
    }
}

extension Donor {
    static let example = Donor(
        code: "sdc", name: "Swiss Agency", services: ["legal"], projects: ["7F-1"], families: [.country, .service],
        indicators: [
            DonorIndicator(
                code: "calls", wording: ["en": "Calls answered"], unit: .calls, source: .counted(.calls, of: nil))
        ])
}
