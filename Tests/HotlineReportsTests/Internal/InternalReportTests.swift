import HotlineDomain
import HotlineReports
import Testing

@Suite("Everything the house counts about a period")
struct InternalReportTests {
    private func report(
        _ source: HouseSource = HouseSource(), showing operators: OperatorRows = .all
    ) throws -> InternalReport {
        try InternalReport(source, of: HouseSource.hotline, showing: operators) { _ in HouseSource.zone }
    }

    private func line(_ part: ReportPartName, _ id: String, _ report: InternalReport) throws -> ReportLine {
        try #require(report.part(part).lines.first { $0.id == id })
    }

    @Test("the funnel stands there twice, by event date and as a cohort, each with its shares")
    func funnel() throws {
        let part = try report().part(.funnel)
        #expect(part.groups.map(\.title) == [.word("report.group.event_date"), .word("report.group.cohort")])
        let values = part.lines.map(\.value)
        #expect(values == [1346, 126, 19, 3, 1346, 126, 18, 2].map { .count($0) })
        #expect(
            part.lines.compactMap(\.share).map(\.fraction) == [
                "126/1346", "19/126", "3/19", "126/1346", "18/126", "2/18",
            ])
    }

    @Test("an SOS is in time by all that were raised, its times by those acknowledged")
    func reaction() throws {
        let report = try report()
        #expect(try line(.reaction, "acknowledged", report).share == Share(4, of: 5))
        #expect(try line(.reaction, "in_target", report).share == Share(3, of: 5))
        #expect(try line(.reaction, "ack_mean", report).value == .time(.seconds(240), of: 4))
        #expect(try line(.reaction, "ack_median", report).value == .time(.seconds(150), of: 4))
        #expect(try line(.reaction, "ack_p90", report).value == .time(.seconds(600), of: 4))
    }

    @Test("a referral is late only of those sent, and open where it has no end")
    func referrals() throws {
        let report = try report()
        #expect(try line(.referrals, "sent", report).share == Share(23, of: 25))
        #expect(try line(.referrals, "late", report).share == Share(3, of: 23))
        #expect(try line(.referrals, "outcome.open", report).value == .count(3))
        #expect(try line(.referrals, "urgency.1d", report).value == .count(22))
    }

    @Test("358 services, 161 of them on one fund")
    func services() throws {
        let funded = try line(.services, "donor.japan", try report())
        #expect(funded.value == .count(161) && funded.share == Share(161, of: 358))
    }

    @Test("who was in a shelter adds up, and its nights are those of the period")
    func stays() throws {
        let stays = try report().now.house.stays
        #expect(stays.atStart == 1 && stays.admitted == 2 && stays.left == 2 && stays.atEnd == 1)
        #expect(stays.nights == 10 + 30 + 10)
        #expect(stays.occupancy == Share(50, of: 24 * 365))
    }

    @Test("a return has its silence beside it, and its sums are of those who answered")
    func returns() throws {
        let asked = try #require(try report().now.house.returns.first)
        #expect(asked.ofAsked == Share(1, of: 3) && asked.none == 1 && asked.missing == 1)
        #expect(asked.silent == ["orhei"] && asked.refused == ["soroca"])
        #expect(asked.figures.map(\.n) == [29])
    }

    @Test("the field's own queue: 6/9 and 1/9, and those who came while it was closed apart")
    func queue() throws {
        let queue = try #require(try report().now.house.queue)
        #expect(queue.all.serviceLevel == Share(6, of: 9) && queue.all.abandonRate == Share(1, of: 9))
        #expect(queue.all.offered == 10 && queue.all.closed == 4 && queue.all.waiting == 1)
        #expect(queue.all.speedOfAnswerMean == .seconds(15) && queue.all.speedOfAnswerP90 == .seconds(30))
        var without = HouseSource()
        without.isFed = false
        #expect(try report(without).now.house.queue == nil)
        #expect(try report(without).part(.queue).groups.isEmpty)
        #expect(try report(without).part(.queue).note == "report.no_switch")
    }

    @Test("minutes without anybody, shifts that nobody came to")
    func staffing() throws {
        let staff = try report().now.house.staff
        #expect(staff.coverage.staffed.n == 14 * 60 && staff.coverage.staffed.of == 365 * 15 * 60)
        #expect(staff.worked == 2 && staff.unplanned == 1 && staff.absent == 1 && staff.missed == 1)
    }

    @Test("what is not recorded is not what is recorded as unknown")
    func recorded() throws {
        let report = try report()
        #expect(try line(.completeness, "recorded.topic", report).share == Share(1200, of: 1346))
        #expect(try line(.completeness, "recorded.caller", report).share == Share(1346, of: 1346))
        #expect(try line(.completeness, "unknown.caller", report).share == Share(346, of: 1346))
    }

    @Test("each figure has what it was before beside it, and nothing where nobody knows")
    func compared() throws {
        let report = try report()
        #expect(report.before == nil && report.yearBefore == nil, "the line began with this year")
        #expect(try line(.topic, "documents", report).before == nil)
        var month = HouseSource()
        month.period = try #require(Period("2009-08"))
        let other = try self.report(month)
        #expect(other.before?.counts.period.name == "2009-07" && other.yearBefore == nil)
        #expect(try line(.funnel, "calls", other).before == .count(112))
        month.period = try #require(Period("2009-10/2010-09"))
        let next = try self.report(month)
        #expect(next.before?.counts.period == HouseSource.year && next.yearBefore == nil && next.isSoFar)
        #expect(try line(.funnel, "sos", next).before == .count(126))
        #expect(other.steps.count == 31 && !other.isSoFar)
    }

    @Test("a table of operators is for who leads them; others see their own line, or none")
    func operators() throws {
        func rows(_ roles: [Role]) throws -> [String] {
            let reader = Operator(code: "02", roles: roles)
            return try report(showing: OperatorRows(for: reader)).part(.operator).lines.map(\.id)
        }
        #expect(try rows([.supervisor]) == ["01", "02"])
        #expect(try rows([.operator]) == ["02"])
        #expect(try rows([.reportingOfficer]) == [])
        let json = try report(showing: .none).json.compact
        #expect(!json.contains("\"operator\""))
    }

    @Test("no percentage without its whole, and no id twice in a part")
    func lines() throws {
        for part in try report().parts {
            #expect(Set(part.lines.map(\.id)).count == part.lines.count, "\(part.name)")
            for line in part.lines {
                if case .share = line.value { continue }
                if let share = line.share, let n = line.value.length { #expect(share.n == n, "\(line.id)") }
                #expect(line.formula.contains(".formula."))
            }
        }
    }

    @Test(
        "knows the same a year before",
        arguments: [
            ("2009-09-01", "2008-09-01"), ("2008-02-29", "2007-02-28"), ("2009-01", "2008-01"),
            ("2009-Q1", "2008-Q1"), ("2009", "2008"), ("2009-07/2009-08", "2008-07/2008-08"),
        ])
    func yearBefore(name: String, before: String) throws {
        #expect(try #require(Period(name)).yearBefore?.name == before)
    }
}
