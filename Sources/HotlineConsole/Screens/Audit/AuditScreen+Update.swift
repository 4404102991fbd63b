import HotlineDomain
import HotlineStore
import TerminalUI

extension AuditScreen {
    public mutating func update(
        _ message: ScreenMessage<AuditScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            // Who looks at the newest event goes on looking at the newest.
            if list.window.cursor == 0, !list.window.hasMoreAbove { list.readAnew() } else { list.refresh() }
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return take(key, situation)
        case .answered(.auditPage(let page, let words)):
            guard words == self.words, let rest = list.take(page) else { return [] }
            return [.loadWhenIdle(.auditPage(words, rest, rows: list.window.pageRows))]
        case .answered(.auditPlace(let place, _)):
            list.go(to: place.map { .from($0) } ?? .last)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = HeadedLayout(size)
        isWide = layout.isWide
        list.resize(height: layout.listRows)
        guard let want = list.want() else { return [] }
        return [.load(.auditPage(words, want, rows: list.window.pageRows))]
    }

    private mutating func perform(_ command: AuditScreenCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .look: isLooking.toggle()
        case .filter:
            isLooking = false
            list.beginFilter()
        case .date:
            isLooking = false
            list.beginDate()
        case .newest: list.readAnew()
        case .take: return take(.enter, situation)
        }
        return []
    }

    private mutating func take(_ key: Key, _ situation: Situation) -> [Effect] {
        if key == .escape, !isWriting, isLooking || !list.isFiltered {
            guard isLooking else { return [.back] }
            isLooking = false
            return []
        }
        switch list.handle(key, today: situation.zone.date(at: situation.now)) {
        case .filtered: words = AuditWords(list.filter.text)
        case .jump(let date):
            return [.load(.auditPlace(before: situation.zone.instant(date + 1, secondsOfDay: 0)))]
        case .noDate: return [.say(Notice(.warning, says: "calls.no_date"))]
        case .ignored, .moved, .chosen: break
        }
        return []
    }
}
