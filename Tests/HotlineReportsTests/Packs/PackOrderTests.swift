import HotlineDomain
import Testing

@testable import HotlineReports

@Suite("Ordering a pack from what the store has")
struct PackOrderTests {
    private let year: PackYear

    init() {
        var dice = Dice(20)
        year = PackYear(&dice)
    }

    private var hotline: Hotline {
        var hotline = PackYear.hotline
        hotline.donors = [PackYear.donor, Donor(code: "iom", name: "IOM", calendar: .month, dueDay: 10)]
        return hotline
    }

    /// As many months of the year as are closed.
    private func closings(_ count: Int) -> [MonthClosing] {
        year.months.prefix(count).enumerated().map { place, month in
            MonthClosing(
                id: MonthClosingID(raw: Int64(place + 1)), month: month.period.first, definitions: 1,
                figures: month.canonicalText, digest: ByteText.hex(PackYear.digest(month.canonicalBytes)),
                lastChanged: Stamp(by: "91", at: Instant(seconds: Int64(place))))
        }
    }

    private func shelf(_ closed: Int, _ ledger: [PackRelease] = [], _ hotline: Hotline? = nil) -> PackShelf {
        PackShelf(
            hotline: hotline ?? self.hotline, closings: closings(closed), ledger: ledger,
            firstCall: PackYear.period.first)
    }

    /// The ledger's line of a pack that is given now.
    private func given(_ made: MadePack, _ place: Int64 = 1) throws -> PackRelease {
        let files = [PackFile(.manifest, "manifest")]
        return PackRelease(
            id: PackReleaseID(raw: place), period: made.pack.period,
            contents: made.contents(files, digest: PackYear.digest),
            given: [Stamp(by: "71", at: Instant(seconds: place))],
            lastChanged: Stamp(by: "71", at: Instant(seconds: place)))
    }

    @Test("a pack that was given is made by its own terms, whatever was set since")
    func terms() throws {
        let period = try #require(Period("2009-09"))
        let first = try shelf(12).order("sdc", period).pack()
        var later = hotline
        later.settings.thresholdCalls = 9
        later.settings.answerTargetSeconds = 99
        later.donors[0].language = "ro"
        later.name = "Another name"
        let again = try shelf(12, [given(first)], later).order("sdc", period)
        #expect(again.earlier != nil)
        #expect(try again.pack().pack == first.pack)
        // Another donor's would stand against it, and is refused by name.
        #expect(throws: Refusal.self) { try shelf(12, [given(first)], later).order("iom", period).pack() }
    }

    @Test("what the hotline's codes stand for is called as it was when the pack was first given")
    func names() throws {
        let period = try #require(Period("2008-10/2009-09"))
        var named = hotline
        named.lines[0].name = "Russian line"
        named.territories = [Territory(code: "rezina", name: "Rezina")]
        let first = try shelf(12, [], named).order("sdc", period).pack()
        #expect(first.pack.names.lines["ru"] == "Russian line")
        #expect(first.pack.names.funds == ["sdc": "SDC", "iom": "IOM"])
        #expect(first.pack.names.shifts == ["day": "08:00\u{2013}20:00", "night": "20:00\u{2013}08:00"])
        #expect(first.pack.names.territories == ["rezina": "Rezina"])
        var later = named
        later.lines[0].name = "Another name"
        later.donors[1].name = "Another donor"
        let again = try shelf(12, [given(first)], later).order("sdc", period).pack()
        #expect(
            again.pack.files(PackYear.words, digest: PackYear.digest)
                == first.pack.files(PackYear.words, digest: PackYear.digest))
        #expect(again.pack.workbook(PackYear.words) == first.pack.workbook(PackYear.words))
    }

    @Test("a line that came since leaves a window as it was given, in every later pack")
    func laterLine() throws {
        let quarter = try #require(Period("2008-Q4"))
        let first = try shelf(12).order("sdc", quarter).pack()
        var later = hotline
        later.lines[1].countries = ["BE", "NL"]
        later.lines[2].countries = ["US", "DE", "CH"]
        later.donors.append(Donor(code: "new", name: "New"))
        let whole = try shelf(12, [given(first)], later).order("iom", PackYear.period).pack()
        for release in first.pack.releases {
            let same = whole.pack.releases.first { $0.family == release.family && $0.window == release.window }
            #expect(same?.grouping == release.grouping, "\(release.family) \(release.window)")
        }
    }

    @Test("a donor nobody knows and a part of a month are refused by name")
    func refused() throws {
        for (donor, period, rule) in [
            ("nobody", "2009-09", "donor.unknown"), ("sdc", "2009-09-14", "pack.not_months"),
        ] {
            let period = try #require(Period(period))
            #expect { try shelf(12).order(donor, period) } throws: { ($0 as? Refusal)?.rule == rule }
        }
    }

    @Test("a month that is open refuses the pack and is named, and a draft counts it")
    func open() throws {
        let order = try shelf(11).order("sdc", #require(Period("2009-Q3")))
        #expect(order.openMonths.map(\.name) == ["2009-09"])
        #expect { try order.pack() } throws: { ($0 as? Refusal)?.rule == "pack.month_open" }
        let draft = try order.draft { _ in year.months[11] }
        #expect(draft.pack.isDraft && draft.pack.releases.isEmpty)
        #expect(draft.pack.rows == (try shelf(12).order("sdc", #require(Period("2009-Q3"))).pack().pack.rows))
    }

    @Test("a preview stands the period beside the one before, and tells what is new and what was given last")
    func preview() throws {
        let (august, september) = (try #require(Period("2009-08")), try #require(Period("2009-09")))
        let last = try given(shelf(12).order("sdc", august).pack())
        let today = try #require(BusinessDate("2009-10-02"))
        let preview = try PackPreview(shelf(12, [last]).order("sdc", september), on: today) { _ in year.months[0] }
        #expect(preview.openMonths.isEmpty && preview.earlier == nil)
        #expect(preview.last?.period == august)
        #expect(preview.before?.period == august)
        #expect(preview.before?.funnel.calls == year.months[10].count(.calls))
        #expect(!preview.newTables.isEmpty)
        #expect(preview.newTables.allSatisfy { Period($0.window)?.last == september.last })
        let later = try given(shelf(12).order("sdc", september).pack(), 2)
        let july = try #require(Period("2009-07"))
        #expect(
            try PackPreview(shelf(12, [last, later]).order("sdc", july), on: today) { _ in year.months[0] }.last
                == nil)
        let both = [later, last]
        #expect(
            try PackPreview(shelf(12, both).order("sdc", september), on: today) { _ in year.months[0] }.last?.period
                == august)
        let open = try PackPreview(shelf(11).order("sdc", september), on: today) { _ in year.months[11] }
        #expect(open.openMonths == [september])
        #expect(open.pack.isDraft)
    }
}

@Suite("What is due to donors")
struct PackDueTests {
    private func due(_ donor: Donor, _ today: String, given: [String] = []) throws -> [String] {
        var hotline = PackYear.hotline
        hotline.donors = [donor]
        let since = try #require(BusinessDate("2009-05-01"))
        let shelf = PackShelf(
            hotline: hotline, closings: [],
            ledger: try given.map { try release(donor, #require(Period($0))) }, firstCall: since + 13)
        let today = try #require(BusinessDate(today))
        return shelf.due(on: today).map { due in
            let state = due.isOverdue(on: today) ? "overdue" : due.isOver(on: today) ? "ready" : "running"
            return "\(due.period.name) \(due.due) \(state)"
        }
    }

    private func release(_ donor: Donor, _ period: Period) -> PackRelease {
        let stamp = Stamp(by: "71", at: Instant(seconds: 0))
        let terms = PackTerms(PackYear.hotline, donor: donor, since: period.first)
        return PackRelease(
            id: PackReleaseID(raw: 1), period: period,
            contents: PackContents(period: period, terms: terms, months: [], tables: [], manifest: ""),
            given: [stamp], lastChanged: stamp)
    }

    @Test("every period of the donor's calendar since the first call, by its day of the month after")
    func calendar() throws {
        func donor(_ calendar: WindowLength) -> Donor { Donor(code: "d", name: "D", calendar: calendar, dueDay: 15) }
        #expect(
            try due(donor(.month), "2009-07-16") == [
                "2009-05 2009-06-15 overdue", "2009-06 2009-07-15 overdue", "2009-07 2009-08-15 running",
            ])
        #expect(
            try due(donor(.quarter), "2009-07-15") == ["2009-Q2 2009-07-15 ready", "2009-Q3 2009-10-15 running"])
        #expect(try due(donor(.projectYear), "2009-07-15") == ["2008-10/2009-09 2009-10-15 running"])
    }

    @Test("what was given is not due, and a donor is told about no day before its first or after its last")
    func ends() throws {
        var donor = Donor(code: "d", name: "D", calendar: .month, dueDay: 1)
        #expect(try due(donor, "2009-07-20", given: ["2009-05", "2009-06"]) == ["2009-07 2009-08-01 running"])
        donor.since = BusinessDate("2009-06-10")
        donor.until = BusinessDate("2009-06-30")
        #expect(try due(donor, "2009-08-20") == ["2009-06 2009-07-01 overdue"])
    }
}
