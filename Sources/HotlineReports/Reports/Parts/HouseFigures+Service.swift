import HotlineDomain

/// Who waited and who was there; how well it was written down.
extension HouseFigures {
    /// All lines together, then each by itself where there are several.
    var queueGroups: [ReportGroup] {
        guard let queue else { return [] }
        let each = queue.lines.count > 1 ? queue.lines.map { group($0.counts, $0.code) } : []
        return [group(queue.all, nil)] + each
    }

    private func group(_ counts: QueueCounts, _ line: String?) -> ReportGroup {
        func figure(_ id: String, _ value: ReportLine.Value, _ share: Share? = nil) -> ReportLine {
            ReportLine(
                [line, id].compactMap(\.self).joined(separator: "."), .word("board.figure.\(id)"), value,
                share: share, formula: "board.formula.\(id)")
        }
        func time(_ id: String, _ span: Span?, _ n: Int) -> ReportLine { figure(id, .time(span, of: n)) }
        let offered = counts.offered
        return ReportGroup(
            line.map { .code("line", $0) } ?? .word("queue.all"), .none,
            [figure("offered", .count(offered))]
                + counts.identity.map { figure($0.outcome.rawValue, .count($0.n), Share($0.n, of: offered)) } + [
                    figure("closed", .count(counts.closed)),
                    figure("service_level", .share(counts.serviceLevel)),
                    figure("answer_rate", .share(counts.answerRate)),
                    figure("abandon_rate", .share(counts.abandonRate)),
                    figure("unstaffed_rate", .share(counts.unstaffedRate)),
                    time("asa", counts.speedOfAnswerMean, counts.waits.count),
                    time("asa_median", counts.speedOfAnswerMedian, counts.waits.count),
                    time("asa_p90", counts.speedOfAnswerP90, counts.waits.count),
                    time("handle_time", counts.handleTime, counts.handled),
                ])
    }

    var coverageGroup: ReportGroup {
        let coverage = staff.coverage
        guard coverage.staffed.of > 0 else { return ReportGroup(nil, .none, []) }
        return ReportGroup(
            .word("report.group.minutes"), .none,
            [
                ReportLine(
                    "staffed", .word("report.line.staffed"), .minutes(coverage.staffed.n), share: coverage.staffed,
                    formula: "report.formula.staffed"),
                ReportLine(
                    "unstaffed", .word("report.line.unstaffed"), .minutes(coverage.unstaffed.n),
                    share: coverage.unstaffed, formula: "report.formula.unstaffed"),
                ReportLine(
                    "below_plan", .word("report.line.below_plan"), .minutes(coverage.belowPlan),
                    share: Share(coverage.belowPlan, of: coverage.staffed.of), formula: "report.formula.below_plan"),
            ])
    }

    var shiftGroup: ReportGroup {
        guard staff.worked + staff.absent + staff.missed > 0 else { return ReportGroup(nil, .none, []) }
        func line(_ id: String, _ n: Int, of whole: Int?) -> ReportLine {
            ReportLine(
                "shifts.\(id)", .word("report.line.shifts_\(id)"), .count(n), share: whole.map { Share(n, of: $0) },
                formula: "report.formula.shifts_\(id)")
        }
        return ReportGroup(
            .word("report.group.shifts"), .none,
            [
                line("worked", staff.worked, of: nil), line("unplanned", staff.unplanned, of: staff.worked),
                line("absent", staff.absent, of: nil), line("missed", staff.missed, of: nil),
            ])
    }

    var qualityGroup: ReportGroup {
        func line(_ id: String, _ n: Int, of whole: Int? = nil) -> ReportLine {
            ReportLine(
                id, .word("report.line.\(id)"), .count(n), share: whole.map { Share(n, of: $0) },
                formula: "report.formula.quality_\(id)")
        }
        let counted = quality.counted
        guard counted + quality.unfinished + quality.discarded + quality.tests > 0 else {
            return ReportGroup(nil, .none, [])
        }
        var lines = [
            line("amended", quality.amended, of: counted), line("off_shift", quality.offShift, of: counted),
            line("entered_late", quality.late, of: counted),
        ]
        if queue != nil { lines.append(line("with_visit", quality.withVisit, of: counted)) }
        return ReportGroup(
            nil, .none,
            lines + [
                line("unfinished", quality.unfinished), line("discarded", quality.discarded),
                line("tests", quality.tests),
            ])
    }
}
