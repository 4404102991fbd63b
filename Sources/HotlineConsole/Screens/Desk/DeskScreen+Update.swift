import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI

extension DeskScreen {
    public mutating func update(
        _ message: ScreenMessage<DeskCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            narrow(situation)
            // Who looks at the newest call goes on looking at the newest.
            if today.window.cursor == 0, !today.window.hasMoreAbove { today.readAnew() } else { today.refresh() }
            return []
        case .command(let command): return perform(command, situation, around)
        case .key(let key): return take(key, situation)
        case .answered(.callPage(let page, let filter)):
            guard filter == self.filter, let rest = today.take(page) else { return [] }
            return [.loadWhenIdle(.callPage(filter, rest, rows: today.window.pageRows))]
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    /// Today's calls that match what is typed.
    private mutating func narrow(_ situation: Situation) {
        let date = situation.live.businessDate
        let wanted = CallFilter(dates: date...date).typed(today.filter.text, situation.hotline)
        if wanted != filter {
            filter = wanted
            today.readAnew()
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        today.resize(height: DeskLayout(size, situation).todayRows)
        leaveWhatIsGone(situation)
        guard let want = today.want() else { return [] }
        return [.load(.callPage(filter, want, rows: today.window.pageRows))]
    }

    /// The cursor does not stay on a caller who gave up or on what is no longer due.
    private mutating func leaveWhatIsGone(_ situation: Situation) {
        switch place {
        case .waiting(let id): if situation.queue.caller(id) == nil { place = .today }
        case .due(let index):
            let count = situation.due.count
            if index >= count { place = count == 0 ? .today : .due(count - 1) }
        case .today: break
        }
    }

    private mutating func take(_ key: Key, _ situation: Situation) -> [Effect] {
        if !today.isWriting, let move = MoveCommand.listKeys.row(for: key)?.command, step(move, situation) {
            return []
        }
        switch today.handle(key, today: situation.zone.date(at: situation.now)) {
        case .filtered: narrow(situation)
        case .ignored, .moved, .jump, .noDate, .chosen: break
        }
        return []
    }

    /// Moves among the waiting and the due; false where the list of today moves itself.
    private mutating func step(_ move: MoveCommand, _ situation: Situation) -> Bool {
        let waiting = situation.queue.waiting
        switch (place, move) {
        case (.today, .up) where today.window.cursor == 0 && !waiting.isEmpty:
            place = .waiting(waiting[waiting.count - 1].id)
        case (.today, _): return false
        case (.waiting(let id), .up):
            let index = waiting.firstIndex { $0.id == id } ?? 0
            place = .waiting(waiting[max(0, index - 1)].id)
        case (.waiting(let id), .down):
            let index = waiting.firstIndex { $0.id == id } ?? 0
            place = index + 1 < waiting.count ? .waiting(waiting[index + 1].id) : .today
        case (.waiting, _): place = .today
        case (.due(let index), .up): place = .due(max(0, index - 1))
        case (.due(let index), .down): place = .due(min(index + 1, max(0, situation.due.count - 1)))
        case (.due, _): break
        }
        return true
    }
}
