import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

extension MonthsScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = LeafedLists.months(surface.bounds.size)
        surface.put(say("months.heading"), x: 1, y: layout.heading.y, role: .heading)
        if isRead, months.rows.isEmpty { surface.put(say("months.none"), x: 1, y: layout.list.y, role: .faint) }
        months.draw(on: &surface, in: layout.list) { state, surface in draw(state, on: &surface, situation) }
        // Under the list the line of the cursor names it already, and every line counts.
        let isBeside = surface.width >= DetailPane.columnsForTwo
        layout.draw(on: &surface) { width in
            guard let shown, shown.month == months.selected?.month else { return nil }
            return shown.sheet(width: width, named: isBeside, situation)
        }
    }

    private func draw(_ state: MonthState, on surface: inout Surface, _ situation: Situation) {
        let mark = StateMark(state, situation)
        let room = min(cellWidth(of: mark.text), surface.width / 2)
        surface.put(
            situation.title(of: state.month.first...state.month.last), x: 1, y: 0, role: .strong,
            maxWidth: max(0, surface.width - room - 3))
        surface.put(mark.text, x: surface.width - room - 1, y: 0, role: mark.role, maxWidth: room, align: .right)
    }
}

extension LeafedLists {
    /// What is known of a month takes more lines than there are months to look at.
    static func months(_ size: Size) -> LeafedLists { LeafedLists(size, tenths: 4, detailTenths: 7) }
}

extension StateMark {
    /// `✓ closed, 91`, `! open`, `● running`.
    init(_ state: MonthState, _ situation: Situation) {
        let say = situation.say
        switch state.status {
        case .closed(_, _, let stamp):
            self.init(glyph: .done, word: say("months.state.closed", ["who": stamp.by]), role: .good)
        case .open: self.init(glyph: .overdue, word: say("months.state.open"), role: .warning)
        case .running: self.init(glyph: .live, word: say("months.state.running"), role: .text)
        }
    }
}

extension MonthView {
    func sheet(width: Int, named: Bool, _ situation: Situation) -> Sheet {
        var sheet = Sheet(width: width)
        if named { sheet.heading(situation.title(of: month.first...month.last)) }
        switch self {
        case .closed(let month, let digest): sheet.closed(month, digest, situation)
        case .open(let check): sheet.check(check, situation)
        }
        return sheet
    }
}

extension Sheet {
    fileprivate mutating func closed(_ month: ClosedMonth, _ digest: String, _ situation: Situation) {
        let say = situation.say
        state(
            StateMark(
                glyph: .done, word: say("months.state.closed", ["who": month.closedBy]), role: .good),
            "\(situation.fullDay(month.closedAt)), \(situation.clock(month.closedAt))")
        headline(month, situation)
        for correction in month.corrections {
            let title = situation.title(of: correction.month.first...correction.month.last)
            fact(say("months.correction"), "\(title): \(correction.label(situation.language.rawValue))")
        }
        fact(say("months.definitions"), String(month.definitions))
        fact(say("months.digest"), digest)
    }

    /// What there is to look at before it is closed: trouble first, by its count.
    fileprivate mutating func check(_ check: MonthCheck, _ situation: Situation) {
        let say = situation.say
        if let refusal = check.inTheWay {
            state(StateMark(glyph: .none, word: say("months.in_the_way"), role: check.isOver ? .warning : .faint))
            text(say(refusal.sentence, refusal.details), role: check.isOver ? .warning : .faint)
        } else {
            state(StateMark(glyph: .done, word: say("months.may_close"), role: .good))
        }
        headline(check.figures, situation)
        count(say("months.unended.calls"), check.unended.calls)
        count(say("months.unended.escalations"), check.unended.escalations)
        count(say("months.unended.referrals"), check.unended.referrals)
        minutes(check, situation)
        if check.returnsAsked > 0 {
            count(
                say("months.returns_missing"),
                check.returnsMissing.map { situation.hotline.territory($0)?.name ?? $0 })
        }
        if check.late > 0 { fact(say("months.late"), say.integer(check.late)) }
        if !check.figures.corrections.isEmpty {
            fact(say("months.corrections"), say.integer(check.figures.corrections.count))
        }
        let parts = check.recorded.map { "\(say("call.field.\($0.dimension.rawValue)")) \($0.share.fraction)" }
        fact(say("months.recorded"), parts.joined(separator: ", "))
    }

    /// `2: 09-0417, 09-0420`
    private mutating func count(_ label: String, _ names: [String]) {
        let named = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", \(Glyph.ellipsis)" : "")
        fact(label, names.isEmpty ? "0" : "\(names.count): \(named)", role: names.isEmpty ? .text : .warning)
    }

    private mutating func minutes(_ check: MonthCheck, _ situation: Situation) {
        let say = situation.say
        let details = [
            "n": say.integer(check.unstaffed.n), "below": say.integer(check.belowPlan),
            "of": say.integer(check.unstaffed.of),
        ]
        let isShort = check.unstaffed.n > 0 || check.belowPlan > 0
        fact(say("months.unstaffed"), say("months.minutes", details), role: isShort ? .warning : .text)
    }

    private mutating func headline(_ month: ClosedMonth, _ situation: Situation) {
        let say = situation.say
        fact(say("months.figures"), situation.headline(of: month))
        let balance = month.balance
        let parts = [
            "start": balance.openAtStart, "opened": balance.opened, "reopened": balance.reopened,
            "closed": balance.closed, "merged": balance.merged, "end": balance.openAtEnd,
        ]
        fact(
            say("months.balance"), say("months.balance.sum", parts.mapValues { say.integer($0) }),
            role: balance.reconciles ? .text : .alarm)
    }
}

extension MonthCheck {
    /// What is final once it is closed, and what is left open by then.
    func facts(_ situation: Situation) -> [String] {
        let say = situation.say
        var facts = [situation.headline(of: figures)]
        if !unended.escalations.isEmpty {
            facts.append("\(say("months.unended.escalations")) \(unended.escalations.count)")
        }
        if !unended.referrals.isEmpty {
            facts.append("\(say("months.unended.referrals")) \(unended.referrals.count)")
        }
        if !returnsMissing.isEmpty { facts.append("\(say("months.returns_missing")) \(returnsMissing.count)") }
        return [situation.title(of: month.first...month.last)] + facts
    }
}

extension Situation {
    /// `calls 112, SOS 10, cases opened 2, referred 0`
    fileprivate func headline(of month: ClosedMonth) -> String {
        let parts: [(String, Int)] = [
            ("calls", month.count(.calls)), ("sos", month.count(.sos)),
            ("cases_opened", month.count(.casesOpened)), ("referred", month.count(.referred)),
        ]
        return parts.map { "\(say("months.headline.\($0.0)")) \(say.integer($0.1))" }.joined(separator: ", ")
    }
}
