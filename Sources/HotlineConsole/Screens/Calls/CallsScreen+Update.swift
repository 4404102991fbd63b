import HotlineDomain
import HotlineStore
import TerminalUI

extension CallsScreen {
    public mutating func update(
        _ message: ScreenMessage<CallsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            list.refresh()
            asked = nil
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return take(key, situation)
        case .answered(.callPage(let page, let filter)):
            guard filter == self.filter, let rest = list.take(page) else { return [] }
            return [.loadWhenIdle(.callPage(filter, rest, rows: list.window.pageRows))]
        case .answered(.call(let file, let id)):
            if id == asked { self.file = file }
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = HeadedLayout(size)
        isWide = layout.isWide
        list.resize(height: layout.listRows)
        var effects: [Effect] = []
        if let want = list.want() { effects.append(.load(.callPage(filter, want, rows: list.window.pageRows))) }
        return effects + lookAtSelected()
    }

    /// Reads the call under the cursor where it is seen.
    private mutating func lookAtSelected() -> [Effect] {
        guard isWide || isLooking, let id = selected?.id, id != asked else { return [] }
        asked = id
        return [.load(.call(id))]
    }

    private mutating func perform(_ command: CallsCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return selected.map { [.open(.call($0.id))] } ?? []
        case .look:
            isLooking.toggle()
            return []
        case .amend: return selected.map { [.open(.call($0.id)), .choose(.amendCall)] } ?? []
        case .escalation: return selected?.escalation.map { [.open(.escalation($0))] } ?? []
        case .filter:
            isLooking = false
            list.beginFilter()
            return []
        case .date:
            isLooking = false
            list.beginDate()
            return []
        case .take: return take(.enter, situation)
        case .backEntry: return [.open(.callAfterwards)]
        }
    }

    private mutating func take(_ key: Key, _ situation: Situation) -> [Effect] {
        if key == .escape, !isWriting, isLooking || !list.isFiltered {
            guard isLooking else { return [.back] }
            isLooking = false
            return []
        }
        switch list.handle(key, today: situation.zone.date(at: situation.now)) {
        case .filtered:
            filter = base.typed(list.filter.text, situation.hotline)
            list.readAnew()
            return []
        case .jump(let date):
            list.go(to: .from(situation.lastPlace(of: date)))
            return []
        case .noDate: return [.say(Notice(.warning, says: "calls.no_date"))]
        case .ignored, .moved, .chosen: return []
        }
    }
}

extension Situation {
    /// The place in a list of calls, newest first, from which those of this date follow.
    func lastPlace(of date: BusinessDate) -> CallKey {
        let midnight = zone.instant(date + 1, secondsOfDay: 0)
        let ends = hotline.patterns.map { $0.hours(on: date, zone: zone).upperBound }
        let end = ends.reduce(midnight) { max($0, $1) }
        return CallKey(started: end - Span(milliseconds: 1), id: ID(raw: .max))
    }
}
