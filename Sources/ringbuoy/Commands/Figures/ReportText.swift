import HotlineDomain
import HotlineReports
import Wording

/// Figures as people read them on a terminal or on paper.
struct ReportText {
    private let period: Period

    init(_ period: Period) { self.period = period }

    /// What a key of a dimension is called.
    static func label(_ key: String, _ dimension: Dimension) -> String {
        if key == CountKey.notRecorded { return say("report.not_recorded") }
        switch dimension {
        case .class: return ListID.callClass.label(key)
        case .code: return ListID.nonCounselling.label(key)
        case .country: return ListID.country.label(key)
        case .language: return ListID.language.label(key)
        case .topic: return ListID.topic.label(key)
        case .caller: return ListID.caller.label(key)
        case .heard: return ListID.heard.label(key)
        case .outcome: return ListID.callOutcome.label(key)
        case .weekday: return Weekday(code: key).map { say.weekday($0.rawValue) } ?? key
        case .hour: return Int(key).map { say.clock(hour: $0, minute: 0) } ?? key
        case .all, .line, .operator, .shift, .service, .donor, .provider, .category: return key
        }
    }

    func print(_ stats: Stats) throws {
        try heading(say("report.title", ["period": name]))
        try print(stats.funnel)
        try print(stats.escalations)
        if let breakdown = stats.breakdown { try print(breakdown, of: stats.funnel) }
    }

    private var name: String { period.spoken }

    private func heading(_ text: String) throws {
        try Output.line(text)
        try Output.line(String(repeating: "=", count: text.count))
    }

    private func print(_ funnel: Funnel) throws {
        try Output.line("")
        let steps = [
            (say("report.calls"), funnel.calls, nil), (say("report.sos"), funnel.sos, funnel.sosOfCalls),
            (say("report.cases_opened"), funnel.casesOpened, funnel.casesOfSOS),
            (say("report.referred"), funnel.referred, funnel.referredOfCases),
        ]
        let width = steps.map(\.0.count).max() ?? 0
        for (label, n, share) in steps {
            let shown = say.integer(n).leftPadded(8) + (share.map { "   " + spoken($0) } ?? "")
            try Output.line("  " + label.filled(width) + shown)
        }
    }

    private func print(_ outcomes: EscalationOutcomes) throws {
        guard outcomes.total > 0 else { return }
        try section(say("report.escalations"))
        let lines = outcomes.lines.filter { $0.n > 0 }.map { line in
            let label = line.outcome == "open" ? say("report.open") : ListID.escalationOutcome.label(line.outcome)
            return (label, line.n, Share(line.n, of: outcomes.total), 0)
        }
        try rows(lines)
    }

    private func print(_ breakdown: Breakdown, of funnel: Funnel) throws {
        // Only non-counselling calls have a code: the others are not among them.
        let isOfSome = breakdown.dimension == .code
        let shown = breakdown.lines.filter { $0.calls > 0 && !(isOfSome && $0.key == CountKey.notRecorded) }
        guard !shown.isEmpty else { return }
        let total = isOfSome ? shown.reduce(0) { $0 + $1.calls } : funnel.calls
        try section(say("report.by.\(breakdown.dimension.rawValue)"))
        let lines = shown.map { line in
            (
                ReportText.label(line.key, breakdown.dimension), line.calls, Share(line.calls, of: total),
                line.sos == line.calls ? 0 : line.sos
            )
        }
        try rows(lines)
    }

    private func section(_ title: String) throws {
        try Output.line("")
        try Output.line(title)
    }

    private func rows(_ lines: [(label: String, n: Int, share: Share, sos: Int)]) throws {
        let width = lines.map(\.label.count).max() ?? 0
        for line in lines {
            let sos = line.sos > 0 ? "   " + say("report.of_them_sos", n: line.sos) : ""
            try Output.line(
                "  " + line.label.filled(width) + say.integer(line.n).leftPadded(8) + "   " + spoken(line.share) + sos
            )
        }
    }

    /// n/N first, because a percentage of few says little.
    private func spoken(_ share: Share) -> String {
        let percentage = say.percentage(share.n, of: share.of)
        return share.of > 0 ? "\(share.fraction) = \(percentage)" : percentage
    }
}

extension Period {
    /// `September 2009`; other periods by the name they were typed with.
    var spoken: String {
        first.day == 1 && months.count == 1 && name.count == 7
            ? say.monthTitle(year: first.year, month: first.month) : name
    }
}

extension String {
    /// With spaces before it, at least this wide.
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
