import HotlineDomain

extension InternalReport {
    /// Names and order are a promise to scripts.
    public var json: JSONValue {
        let own = now.counts.members + now.house.members + [("completeness", now.recorded.json)]
        return .object(
            own + [
                (
                    "steps",
                    .array(
                        steps.map { step in
                            .object([
                                ("period", .text(step.period.name)), ("calls", .number(step.calls)),
                                ("sos", .number(step.sos)),
                            ])
                        })
                ),
                ("before", before?.compared ?? .null), ("year_before", yearBefore?.compared ?? .null),
                ("hotline", .text(hotlineCode)), ("so_far", .flag(isSoFar)), ("internal", .flag(true)),
            ])
    }
}

extension PeriodFigures {
    /// Of the period something is compared with: its calls by class, and everything else.
    fileprivate var compared: JSONValue {
        .object(
            counts.members.filter { $0.name != "by" } + [("class", counts[.class]?.json ?? .array([]))]
                + house.members + [("completeness", recorded.json)])
    }
}

extension PeriodReport {
    fileprivate var members: [(name: String, value: JSONValue)] {
        [
            ("period", .text(period.name)),
            ("first", .text("\(period.first)")), ("last", .text("\(period.last)")),
            ("calls", .number(funnel.calls)), ("sos", .number(funnel.sos)),
            ("cases_opened", .number(funnel.casesOpened)), ("referred", .number(funnel.referred)),
            ("escalations", escalations.json),
            ("by", .object(breakdowns.map { ($0.dimension.rawValue, $0.json) })),
        ]
    }
}

extension [Recorded] {
    fileprivate var json: JSONValue {
        .object(
            map { recorded in
                (
                    recorded.dimension.rawValue,
                    .object([
                        ("n", .number(recorded.share.n)), ("of", .number(recorded.share.of)),
                        ("unknown", .number(recorded.unknown)),
                    ])
                )
            })
    }
}

extension [CodeCount] {
    fileprivate var json: JSONValue { .object(map { ($0.code, .number($0.n)) }) }
}

extension HouseFigures {
    fileprivate var members: [(name: String, value: JSONValue)] {
        [
            (
                "cohort",
                .object([
                    ("calls", .number(cohort.calls)), ("sos", .number(cohort.sos)),
                    ("cases_opened", .number(cohort.casesOpened)), ("referred", .number(cohort.referred)),
                ])
            ),
            ("reaction", reaction.json), ("balance", balance.json), ("closed_because", closedBecause.json),
            ("referrals", referrals.json),
            (
                "delivered",
                .object([
                    ("total", .number(delivered.total)), ("donor", delivered.donors.json),
                    ("service", delivered.services.json), ("provider", delivered.providers.json),
                ])
            ),
            ("stays", stays.json), ("missions", missions.json), ("indicators", .array(indicators.map(\.json))),
            ("returns", .array(returns.map(\.json))), ("queue", queue?.json ?? .null), ("staffing", staff.json),
            ("quality", quality.json),
        ]
    }
}

extension ReactionTimes {
    fileprivate var json: JSONValue {
        .object([
            ("raised", .number(raised)), ("acknowledged", .number(times.count)), ("in_target", .number(inTarget)),
            ("target_s", .seconds(target)), ("mean_s", .orNull(times.mean)), ("median_s", .orNull(times.median)),
            ("p90_s", .orNull(times.p90)),
        ])
    }
}

extension MonthBalance {
    fileprivate var json: JSONValue {
        .object([
            ("open_at_start", .number(openAtStart)), ("opened", .number(opened)), ("reopened", .number(reopened)),
            ("closed", .number(closed)), ("merged", .number(merged)), ("open_at_end", .number(openAtEnd)),
            ("reconciles", .flag(reconciles)),
        ])
    }
}

extension ReferralFigures {
    fileprivate var json: JSONValue {
        .object([
            ("made", .number(made)), ("sent", .number(sent)), ("late", .number(late)), ("service", services.json),
            ("urgency", urgencies.json), ("outcome", outcomes.json),
        ])
    }
}

extension StayFigures {
    fileprivate var json: JSONValue {
        .object([
            ("at_start", .number(atStart)), ("admitted", .number(admitted)), ("left", .number(left)),
            ("at_end", .number(atEnd)), ("nights", .number(nights)), ("occupancy", .orNull(occupancy)),
            ("category", categories.json), ("donor", donors.json), ("left_because", reasons.json),
        ])
    }
}

extension MissionFigures {
    fileprivate var json: JSONValue {
        .object([
            ("done", .number(done)), ("planned", .number(planned)), ("persons", .number(persons)),
            ("category", categories.json), ("country", countries.json),
        ])
    }
}

extension EntryContent.Indicator {
    fileprivate var json: JSONValue {
        .object([
            ("code", .text(code)), ("first", .text("\(first)")), ("last", .text("\(last)")),
            ("target", .orNull(target)), ("actual", .orNull(actual)), ("cumulative", .flag(cumulative)),
            ("source", source.map { .text($0) } ?? .null), ("as_of", asOf.map { .text("\($0)") } ?? .null),
        ])
    }
}

extension ReturnsAsked {
    fileprivate var json: JSONValue {
        .object([
            ("subject", .text(subject)), ("received", .number(received)), ("none", .number(none)),
            ("missing", .number(missing)), ("none_from", .array(refused.map { .text($0) })),
            ("missing_from", .array(silent.map { .text($0) })), ("figures", figures.json),
        ])
    }
}

extension HouseFigures.Queue {
    fileprivate var json: JSONValue {
        .object([
            (
                "lines",
                .array(lines.map { QueueLine(line: $0.code, counts: $0.counts, longestWait: nil).json })
            ),
            ("all", QueueLine(line: nil, counts: all, longestWait: nil).json),
            ("short_s", .seconds(all.targets.shortAbandon)),
        ])
    }
}

extension StaffFigures {
    fileprivate var json: JSONValue {
        .object([
            ("staffed_min", .number(coverage.staffed.n)), ("open_min", .number(coverage.staffed.of)),
            ("unstaffed_min", .number(coverage.unstaffed.n)), ("below_plan_min", .number(coverage.belowPlan)),
            ("shifts_worked", .number(worked)), ("shifts_unplanned", .number(unplanned)),
            ("shifts_absent", .number(absent)), ("shifts_missed", .number(missed)),
        ])
    }
}

extension CallQuality {
    fileprivate var json: JSONValue {
        .object([
            ("counted", .number(counted)), ("amended", .number(amended)), ("off_shift", .number(offShift)),
            ("entered_late", .number(late)), ("with_visit", .number(withVisit)),
            ("unfinished", .number(unfinished)), ("discarded", .number(discarded)), ("tests", .number(tests)),
        ])
    }
}
