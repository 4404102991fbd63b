import HotlineDomain

extension PeriodFigures {
    public func part(_ name: ReportPartName) -> ReportPart {
        switch name {
        case .funnel: ReportPart(name, [counts.funnelGroup, house.cohortGroup])
        case .time: ReportPart(name, [])
        case .reaction: ReportPart(name, [house.reactionGroup])
        case .cases: ReportPart(name, house.caseGroups)
        case .referrals: ReportPart(name, house.referralGroups)
        case .services: ReportPart(name, house.serviceGroups)
        case .stays: ReportPart(name, house.stayGroups)
        case .missions: ReportPart(name, house.missionGroups)
        case .indicators: ReportPart(name, [house.indicatorGroup])
        case .returns: ReportPart(name, house.returnGroups)
        case .queue:
            ReportPart(name, house.queueGroups, note: house.queue == nil ? "report.no_switch" : nil)
        case .staffing: ReportPart(name, [house.coverageGroup, house.shiftGroup])
        case .completeness: ReportPart(name, recordedGroups)
        case .quality: ReportPart(name, [house.qualityGroup])
        default: counts.part(name)
        }
    }

    private var recordedGroups: [ReportGroup] {
        guard counts.funnel.calls > 0 else { return [] }
        return [
            ReportGroup(
                .word("report.group.recorded"), .bars,
                recorded.map { recorded in
                    ReportLine(
                        "recorded.\(recorded.dimension.rawValue)",
                        .word("report.attribute.\(recorded.dimension.rawValue)"), .count(recorded.share.n),
                        share: recorded.share, formula: "report.formula.recorded")
                }),
            ReportGroup(
                .word("report.group.unknown"), .none,
                recorded.filter { $0.unknown > 0 }.map { recorded in
                    ReportLine(
                        "unknown.\(recorded.dimension.rawValue)",
                        .word("report.attribute.\(recorded.dimension.rawValue)"),
                        .count(recorded.unknown), share: Share(recorded.unknown, of: recorded.share.n),
                        formula: "report.formula.unknown",
                        behind: .init(.calls, recorded.dimension, "unknown"))
                }),
        ]
    }
}

extension ReportGroup {
    /// Codes of one whole, each with its part of it.
    static func codes(
        _ prefix: String, _ column: String, _ counts: [CodeCount], of whole: Int, formula: String
    ) -> ReportGroup {
        ReportGroup(
            .word("report.group.\(prefix)"), .bars,
            counts.map { count in
                ReportLine(
                    "\(prefix).\(count.code)", .code(column, count.code), .count(count.n),
                    share: Share(count.n, of: whole), formula: formula)
            })
    }
}
