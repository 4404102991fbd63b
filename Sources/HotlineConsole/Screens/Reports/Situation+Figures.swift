import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

// How periods and figures are said.
extension Situation {
    /// `September 2009`; of several months the first and the last; a day as a date. As a heading or the
    /// beginning of a line; `within`: behind other words, where Romanian and Russian months are small.
    func title(of dates: ClosedRange<BusinessDate>) -> String { title(of: dates, isInside: false) }
    func within(_ dates: ClosedRange<BusinessDate>) -> String { title(of: dates, isInside: true) }

    private func title(of dates: ClosedRange<BusinessDate>, isInside: Bool) -> String {
        let (first, last) = (dates.lowerBound, dates.upperBound)
        if first == last { return say.date(year: first.year, month: first.month, day: first.day) }
        guard first.day == 1, Period(month: last).last == last else {
            return "\(shortDay(first)) \(Glyph.none) \(shortDay(last))"
        }
        let begin =
            isInside
            ? say.monthName(year: first.year, month: first.month)
            : say.monthTitle(year: first.year, month: first.month)
        if first.year == last.year, first.month == last.month { return begin }
        if first.year == last.year, first.month == 1, last.month == 12 { return String(first.year) }
        return "\(begin) \(Glyph.none) \(say.monthName(year: last.year, month: last.month))"
    }

    /// `Calls by topic: documents, September 2009`.
    func title(of behind: CallsBehind) -> String {
        let period = within(behind.dates)
        let measure = say("reports.measure.\(behind.measure.rawValue)")
        guard behind.dimension != .all else { return "\(measure), \(period)" }
        let label = label(of: behind.key, in: behind.dimension, isEscalation: behind.measure == .escalations)
        return "\(measure), \(label), \(period)"
    }

    /// What a figure of a report is called.
    func name(of name: ReportLine.Name) -> String {
        switch name {
        case .word(let key): say(key)
        case .text(let text): text
        case .period(let period): title(of: period.first...period.last)
        case .code(let column, let code): codeName(column, code)
        }
    }

    private func codeName(_ column: String, _ code: String) -> String {
        if let dimension = Dimension(rawValue: column), Dimension.ofCalls.contains(dimension) {
            return label(of: code, in: dimension)
        }
        if code == CountKey.notRecorded { return say("reports.not_recorded") }
        switch column {
        case "escalation_outcome": return label(of: code, in: .outcome, isEscalation: true)
        case "referral_outcome":
            return code == ReferralFigures.open ? say("reports.still_open") : label(.referralOutcome, code)
        case "case_closing": return label(.caseClosing, code)
        case "left_because": return label(.leftBecause, code)
        case "service": return label(.service, code)
        case "urgency": return say("urgency.\(code)")
        case "category":
            return CodeLists.list(.resident).contains(code) ? label(.resident, code) : label(.beneficiary, code)
        case "provider": return hotline.provider(code)?.name ?? code
        default: return code
        }
    }

    /// A figure's value alone; a share is said with both its numbers elsewhere.
    func text(of value: ReportLine.Value) -> String {
        switch value {
        case .count(let n): say.integer(n)
        case .minutes(let n): say("report.minutes", ["n": say.integer(n)])
        case .time(let span, _): span.map { length($0) } ?? "-"
        case .reached(let actual, let target):
            "\(actual.map(say.integer) ?? "-") / \(target.map(say.integer) ?? "-")"
        case .share: ""
        }
    }

    /// What a figure was at another time; `-` where nobody knows.
    func compared(_ value: ReportLine.Value?) -> String {
        guard let value else { return "-" }
        if case .share(let share) = value { return ShareText(share, say).text }
        return text(of: value)
    }

    /// What a key of the count tables is called.
    func label(of key: String, in dimension: Dimension, isEscalation: Bool = false) -> String {
        if key == CountKey.notRecorded { return say("reports.not_recorded") }
        if isEscalation { return key == "open" ? say("reports.still_open") : label(.escalationOutcome, key) }
        switch dimension {
        case .all: return ""
        case .class: return label(.callClass, key)
        case .code: return label(.nonCounselling, key)
        case .country: return label(.country, key)
        case .language: return label(.language, key)
        case .topic: return label(.topic, key)
        case .caller: return label(.caller, key)
        case .heard: return label(.heard, key)
        case .outcome: return label(.callOutcome, key)
        case .hour: return "\(key):00"
        case .weekday: return Weekday(code: key).map { say.weekday($0.rawValue) } ?? key
        case .shift: return patternName(key)
        case .line: return hotline.line(key).map { "\($0.code)  \($0.name)" } ?? key
        case .operator, .service, .donor, .provider, .category: return key
        }
    }

    /// A change with its sign, `+12`, `-3`; `=` where there is none.
    func signed(_ change: Int) -> String {
        change == 0 ? "=" : change > 0 ? "+\(say.integer(change))" : say.integer(change)
    }
}
