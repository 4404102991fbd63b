@testable import HotlineDomain

extension RefusalCase {
    /// Giving a donor its pack.
    static let packs: [RefusalCase] = [
        RefusalCase("pack.month_open", by: "24") { desk in
            _ = try desk.finalCall()
            desk.clock("2009-10-02", "09:00")
            return .pack(desk.id(), .release(.september))
        },
        RefusalCase("pack.released_otherwise", by: "24") { desk in
            try desk.closeSeptember()
            try desk.does(.pack(desk.id(), .release(.september)), by: "24")
            return .pack(desk.id(), .release(PackContents(of: "2009-09", for: "iom", lines: ["MD", "RU", "OTHER"])))
        },
        RefusalCase("pack.changed", by: "24") { desk in
            try desk.closeSeptember()
            try desk.does(.pack(desk.id(), .release(.september)), by: "24")
            return .pack(desk.id(), .release(PackContents(of: "2009-09", manifest: "01")))
        },
    ]
}

extension PackContents {
    static let september = PackContents(of: "2009-09")

    /// Made from September as `MonthFigures.september` has it.
    init(
        of period: String, for donor: String = "sdc", lines: [String] = ["MD", "OTHER"], manifest: String = "00",
        thresholds: Thresholds = Thresholds()
    ) {
        let month = BusinessDate("2009-09-01")!
        let terms = PackTerms(
            hotlineCode: "example", hotlineName: "Example", projectYearStartMonth: 10,
            donor: Donor(code: donor, name: donor), since: month, thresholds: thresholds,
            families: [Family(.country, tree: CodeTree(["MD", "RU", "PT"]))], answerTargetSeconds: 20,
            shortAbandonSeconds: 5)
        self.init(
            period: Period(period)!, terms: terms, months: [Month(month: month, digest: "00")],
            tables: [Release(recipient: donor, window: "2009-Q3", family: "country", grouping: lines)],
            manifest: manifest)
    }
}
