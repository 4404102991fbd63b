import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

extension MonthsScreen {
    public mutating func update(
        _ message: ScreenMessage<MonthsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened: return [.load(.months)]
        case .changed: return [.load(.months)] + lookAgain(after: MonthsScreen.pause, around)
        case .answered(.months(let states)): return show(states)
        case .answered(.month(let view)):
            guard view.month == months.selected?.month else { return [] }
            shown = view
            looked = around.now
            return []
        case .command(.close): return close(situation)
        case .command(.drafts):
            guard let month = months.selected?.month else { return [] }
            return [.open(.calls(CallFilter(dates: month.first...month.last, unfinishedOnly: true)))]
        case .command(.packs): return [.open(.packs)]
        case .command(.lookAgain): return lookAgain(after: .zero, around)
        case .key(let key): return take(key)
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        months.resize(height: LeafedLists.months(size).rows)
        return []
    }

    /// Looking an open month through costs more than a glance: while others work, once in so long.
    private static let pause = Span.seconds(60)

    private mutating func show(_ states: [MonthState]) -> [Effect] {
        let isFirst = months.rows.isEmpty
        isRead = true
        months.show(states.reversed())
        // The one whose turn it is to be closed, which is the oldest of those that are open.
        if isFirst, let next = states.firstIndex(where: { $0.status == .open }) {
            for _ in 0..<(states.count - 1 - next) { _ = months.handle(.down) }
        }
        return look()
    }

    /// Reads the month under the cursor, unless it is shown already: a closed one stays what it is.
    private func look() -> [Effect] {
        guard let selected = months.selected else { return [] }
        if let shown, shown.month == selected.month, shown.isClosed == selected.isClosed { return [] }
        return [.loadWhenIdle(.month(selected.month))]
    }

    private func lookAgain(after pause: Span, _ around: Surroundings) -> [Effect] {
        guard let selected = months.selected, !selected.isClosed, let looked, around.now - looked >= pause else {
            return []
        }
        return [.loadWhenIdle(.month(selected.month))]
    }

    /// What is in the way is said at once, and looked at anew: it may be gone by now.
    private func close(_ situation: Situation) -> [Effect] {
        guard let check else { return [] }
        if let refusal = check.inTheWay { return [.say(Notice(refusal)), .load(.month(check.month))] }
        let title = situation.title(of: check.month.first...check.month.last)
        return [
            .ask(
                .closeMonth, naming: check.facts(situation),
                then: [
                    .closeMonth(
                        check.month,
                        then: [.say(Notice(.done, says: "months.done", ["month": title])), .load(.months)])
                ])
        ]
    }

    private mutating func take(_ key: Key) -> [Effect] {
        if key == .escape { return [.back] }
        return months.handle(key) ? look() : []
    }
}

extension MonthView {
    var isClosed: Bool { if case .closed = self { true } else { false } }
}
