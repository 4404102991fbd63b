import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

// Months for scripts and for people. Names and order of members are a promise to scripts.

extension MonthState {
    func json(_ zone: ZoneRules) -> JSONValue {
        let state: JSONValue = ["month": .text(month.name), "state": .text(status.code)]
        guard case .closed(let digest, let definitions, let stamp) = status else { return state }
        return state + [
            "closed_by": .text(stamp.by), "closed_at": .time(stamp.at, zone), "definitions": .number(definitions),
            "digest": .text(digest),
        ]
    }
}

extension MonthClosing {
    /// What is kept can be read, or the store is damaged.
    var counted: ClosedMonth {
        get throws {
            do { return try ClosedMonth(canonicalText: figures) } catch {
                throw StoreError.damaged(detail: "month_closing \(period.name): \(error.line)")
            }
        }
    }
}

extension ClosedMonth {
    var headlineJSON: JSONValue {
        [
            "calls": .number(count(.calls)), "sos": .number(count(.sos)),
            "cases_opened": .number(count(.casesOpened)), "referred": .number(count(.referred)),
            "balance": balance.json,
            "corrections": .array(
                corrections.map { ["month": .text($0.month.name), "reason": .text($0.reason)] }),
        ]
    }
}

extension Sheet {
    mutating func addHeadline(of month: ClosedMonth) {
        add("cli.month.calls", say.integer(month.count(.calls)))
        add("cli.month.sos", say.integer(month.count(.sos)))
        add("cli.month.cases_opened", say.integer(month.count(.casesOpened)))
        add("cli.month.referred", say.integer(month.count(.referred)))
        add("cli.month.balance", month.balance.formula)
        guard !month.corrections.isEmpty else { return }
        add(
            "cli.month.corrections",
            month.corrections.map { "\($0.month.name) \($0.label(say.language.rawValue))" }.joined(separator: "\n"))
    }
}

extension MonthBalance {
    fileprivate var json: JSONValue {
        [
            "open_at_start": .number(openAtStart), "opened": .number(opened), "reopened": .number(reopened),
            "closed": .number(closed), "merged": .number(merged), "open_at_end": .number(openAtEnd),
            "reconciles": .flag(reconciles),
        ]
    }

    /// `3 + 2 + 0 - 1 - 0 = 4`
    fileprivate var formula: String {
        "\(openAtStart) + \(opened) + \(reopened) - \(closed) - \(merged) \(reconciles ? "=" : "≠") \(openAtEnd)"
    }
}

extension MonthCheck {
    var json: JSONValue {
        [
            "month": .text(month.name), "state": .text(MonthState.Status(isOver: isOver).code),
            "may_close": .flag(inTheWay == nil),
            "in_the_way": .string(inTheWay?.rule), "drafts": .strings(unended.calls),
            "escalations_open": .strings(unended.escalations), "referrals_open": .strings(unended.referrals),
            "unstaffed_minutes": .number(unstaffed.n), "open_minutes": .number(unstaffed.of),
            "below_plan_minutes": .number(belowPlan), "returns_missing": .strings(returnsMissing),
            "late": .number(late),
            "recorded": .object(
                recorded.map { attribute in
                    let parts: JSONValue = ["n": .number(attribute.share.n), "of": .number(attribute.share.of)]
                    return (name: attribute.dimension.rawValue, value: parts)
                }),
        ] + figures.headlineJSON
    }

    func print() throws {
        var sheet = Sheet(say("cli.month.\(MonthState.Status(isOver: isOver).code)", ["month": month.spoken]))
        sheet.add("cli.month.drafts", listed(unended.calls))
        sheet.add("cli.month.escalations_open", listed(unended.escalations))
        sheet.add("cli.month.referrals_open", listed(unended.referrals))
        sheet.add("cli.month.unstaffed", "\(say.integer(unstaffed.n)) / \(say.integer(unstaffed.of))")
        sheet.add("cli.month.below_plan", say.integer(belowPlan))
        sheet.add("cli.month.returns_missing", listed(returnsMissing))
        sheet.add("cli.month.late", say.integer(late))
        for attribute in recorded {
            sheet.add("cli.month.recorded.\(attribute.dimension.rawValue)", attribute.share.fraction)
        }
        sheet.addHeadline(of: figures)
        try sheet.print()
        try Output.line(inTheWay.map { say($0.sentence, $0.details) } ?? say("cli.month.may_close"))
    }

    /// How many, and the first of them by name.
    private func listed(_ names: [String]) -> String {
        guard !names.isEmpty else { return say.integer(0) }
        let shown = names.prefix(10).joined(separator: ", ")
        return "\(say.integer(names.count)): \(shown)\(names.count > 10 ? ", …" : "")"
    }
}
