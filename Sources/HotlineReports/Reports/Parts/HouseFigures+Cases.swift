import HotlineDomain

/// From the SOS to what became of people.
extension HouseFigures {
    var cohortGroup: ReportGroup {
        func line(_ id: String, _ n: Int, _ share: Share?) -> ReportLine {
            ReportLine(
                "cohort.\(id)", .word("report.\(id)"), .count(n), share: share, formula: "report.formula.cohort")
        }
        return ReportGroup(
            .word("report.group.cohort"), .funnel,
            [
                line("calls", cohort.calls, nil), line("sos", cohort.sos, cohort.sosOfCalls),
                line("cases_opened", cohort.casesOpened, cohort.casesOfSOS),
                line("referred", cohort.referred, cohort.referredOfCases),
            ])
    }

    var reactionGroup: ReportGroup {
        guard reaction.raised > 0 else { return ReportGroup(nil, .none, []) }
        let times = reaction.times
        func time(_ id: String, _ span: Span?) -> ReportLine {
            ReportLine(
                id, .word("report.line.\(id)"), .time(span, of: times.count), formula: "report.formula.\(id)")
        }
        return ReportGroup(
            nil, .none,
            [
                ReportLine(
                    "acknowledged", .word("report.line.acknowledged"), .count(times.count),
                    share: reaction.acknowledged, formula: "report.formula.acknowledged"),
                ReportLine(
                    "in_target", .word("report.line.in_target"), .count(reaction.inTarget), share: reaction.inTime,
                    formula: "report.formula.in_target"),
                time("ack_mean", times.mean), time("ack_median", times.median), time("ack_p90", times.p90),
            ])
    }

    var caseGroups: [ReportGroup] {
        let steps = [
            ("open_at_start", balance.openAtStart), ("opened", balance.opened), ("reopened", balance.reopened),
            ("closed", balance.closed), ("merged", balance.merged), ("open_at_end", balance.openAtEnd),
        ]
        guard steps.contains(where: { $0.1 != 0 }) else { return [] }
        let lines = steps.map { id, n in
            ReportLine(id, .word("pack.balance.\(id)"), .count(n), formula: "report.formula.balance")
        }
        let closed = closedBecause.reduce(0) { $0 + $1.n }
        return [
            ReportGroup(.word("report.group.balance"), .none, lines),
            .codes(
                "closed_because", "case_closing", closedBecause, of: closed,
                formula: "report.formula.closed_because"),
        ]
    }

    var referralGroups: [ReportGroup] {
        guard referrals.made > 0 else { return [] }
        return [
            ReportGroup(
                nil, .none,
                [
                    ReportLine(
                        "made", .word("report.line.made"), .count(referrals.made),
                        formula: "report.formula.referrals"),
                    ReportLine(
                        "sent", .word("report.line.sent"), .count(referrals.sent),
                        share: Share(referrals.sent, of: referrals.made), formula: "report.formula.sent"),
                    ReportLine(
                        "late", .word("report.line.late"), .count(referrals.late),
                        share: Share(referrals.late, of: referrals.sent), formula: "report.formula.late"),
                ]),
            .codes(
                "service", "service", referrals.services, of: referrals.made,
                formula: "report.formula.referral_part"),
            .codes(
                "urgency", "urgency", referrals.urgencies.filter { $0.n > 0 }, of: referrals.made,
                formula: "report.formula.referral_part"),
            .codes(
                "outcome", "referral_outcome", referrals.outcomes, of: referrals.made,
                formula: "report.formula.referral_outcome"),
        ]
    }
}
