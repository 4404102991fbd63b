import HotlineDomain

/// How the house's own report is said.
extension PackWords {
    /// What a line of it is called.
    public func name(_ name: ReportLine.Name) -> String {
        switch name {
        case .word(let key): say(key)
        case .text(let text): text
        case .period(let period): self.name(period)
        case .code(let column, let code): codeName(column, code)
        }
    }

    private func codeName(_ column: String, _ code: String) -> String {
        if code == CountKey.notRecorded { return say("pack.not_recorded") }
        if code == EscalationOutcomes.open, column.hasSuffix("outcome") { return say("pack.open") }
        switch column {
        case "weekday": return say("pack.weekday.\(code)")
        case "hour": return "\(code):00"
        case "urgency": return say("urgency.\(code)")
        case "category":
            let found = CodeLists.list(.resident).code(code) ?? CodeLists.list(.beneficiary).code(code)
            return found?.label(language) ?? code
        default: return PackWords.lists[column]?.code(code)?.label(language) ?? code
        }
    }

    private static let lists: [String: CodeList] = [
        "class": CodeLists.list(.callClass), "code": CodeLists.list(.nonCounselling),
        "country": CodeLists.list(.country), "language": CodeLists.list(.language), "topic": CodeLists.list(.topic),
        "caller": CodeLists.list(.caller), "heard": CodeLists.list(.heard),
        "outcome": CodeLists.list(.callOutcome), "escalation_outcome": CodeLists.list(.escalationOutcome),
        "case_closing": CodeLists.list(.caseClosing), "service": CodeLists.list(.service),
        "referral_outcome": CodeLists.list(.referralOutcome), "left_because": CodeLists.list(.leftBecause),
    ]

    /// The value alone; nil for a share, which is said with both its numbers.
    public func text(_ value: ReportLine.Value) -> String? {
        switch value {
        case .count(let n): number(n)
        case .minutes(let n): say("report.minutes", ["n": number(n)])
        case .time(let span, _): time(span)
        case .reached(let actual, let target):
            "\(actual.map(number) ?? "-") / \(target.map(number) ?? "-")"
        case .share: nil
        }
    }

    /// Beside another one in a column: a share as its percentage with both numbers.
    public func compared(_ value: ReportLine.Value?) -> String {
        guard let value else { return "-" }
        if case .share(let share) = value { return parts(of: share).joined(separator: " ") }
        return text(value) ?? "-"
    }

    /// The two halves of a share, what leads first: of a small whole the count.
    public func parts(of share: Share) -> [String] {
        guard share.percentage != .undefined else { return ["-"] }
        let parts = [percentage(share), fraction(share)]
        return share.isSmall ? [parts[1], parts[0]] : parts
    }

    /// Over how many a length is a mean; nil for what is no length.
    public func basis(_ value: ReportLine.Value) -> String? {
        if case .time(_, let n) = value { return "n = \(number(n))" }
        return nil
    }
}
