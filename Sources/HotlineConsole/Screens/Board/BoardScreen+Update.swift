import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Wording

extension BoardScreen {
    public mutating func update(
        _ message: ScreenMessage<BoardCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened:
            return [.load(.board(date, after: nil))] + past(situation)
        case .changed:
            // Another business date is another day's board.
            if situation.live.businessDate != date { begin(situation.live.businessDate) }
            return [.load(.board(date, after: heads))] + past(situation)
        case .command(let command): return perform(command, situation, around)
        case .key(let key):
            take(key, situation)
            return key == .escape && opened == nil ? leave() : key == .escape ? close() : []
        case .answered(.board(let news)):
            take(news, situation)
            return []
        case .answered(.boardPast(let past)):
            guard past.date == date, board != nil else { return [] }
            board?.take(past, at: situation.now)
            show(situation)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = BoardLayout(size, lines: shown.lines.count)
        columnsShown = columns(layout.lines.width, situation).shown
        column = max(0, min(column, columnsShown.count - 1))
        for part in [BoardPart.figures, .waits, .people, .givenUp] {
            lists[part, default: .ofWhole].resize(height: layout.list(part).height)
        }
        behind.resize(
            height: BoardLayout.behindHeight(of: openedSheet(layout.opened.width, situation), layout.opened))
        return []
    }

    private mutating func begin(_ date: BusinessDate) {
        self.date = date
        (board, heads, pastHour, opened, hour) = (nil, nil, nil, nil, nil)
    }

    /// Once an hour; keys that wait go first.
    private mutating func past(_ situation: Situation) -> [Effect] {
        let hour = StaffingOutlook.start(situation.now, situation.zone)
        guard hour != pastHour else { return [] }
        pastHour = hour
        return [.loadWhenIdle(.boardPast(date))]
    }

    /// An answer to an older question is not mixed into a newer day.
    private mutating func take(_ news: BoardNews, _ situation: Situation) {
        guard news.date == date, news.after == heads else { return }
        if board == nil {
            board = QueueBoard(
                date, situation.hotline, targets: QueueTargets(situation.hotline.settings), zone: situation.zone)
        }
        board?.take(news)
        heads = news.heads
        (operators, links, logged) = (news.operators, news.links, news.logged)
        show(situation)
    }

    /// Makes what is drawn.
    private mutating func show(_ situation: Situation) {
        board?.goOn(to: situation.now)
        guard let board else { return }
        let (hotline, now) = (situation.hotline, situation.now)
        func zone(_ line: Line) -> ZoneRules { situation.zones[line.code] ?? situation.zone }
        shown.isFed = !board.day.lines.isEmpty || !links.isEmpty
        let each = QueueLine.of(
            board.day, hotline, in: Period(day: date), isFed: shown.isFed, logged: logged, at: now)
        let all = QueueLine.all(board.day, isFed: shown.isFed, logged: logged, at: now)
        shown.lines = each.count > 1 ? each + [all] : each
        place = min(max(0, place), max(0, shown.lines.count - 1))
        shown.coverage = board.coverage(hotline, at: now, zones: zone)
        shown.understaffed = board.understaffed(hotline, at: now, zones: zone)
        shown.givenUp = board.givenUp
        showLine(situation)
    }

    /// What belongs to the line that is looked at.
    private mutating func showLine(_ situation: Situation) {
        guard let board else { return }
        shown.hours = board.picture(
            of: line?.line, situation.hotline, isFed: shown.isFed, at: situation.now
        ) { situation.zones[$0.code] ?? situation.zone }
        shown.waits = line?.counts.map { WaitHistogram($0).steps } ?? []
        let rows: [BoardPart: [BoardRow]] = [
            .figures: BoardFigure.allCases.map { .figure($0) }, .waits: shown.waits.map { .wait($0) },
            .people: operators.map { .person($0) }, .givenUp: shown.givenUp.map { .givenUp($0) },
        ]
        for (part, rows) in rows { lists[part, default: .ofWhole].show(rows) }
        if !isThere(opened) { opened = nil }
        behind.show(rowsBehind(situation))
    }

    /// Whether what is opened is still there to be shown.
    private func isThere(_ target: BoardTarget?) -> Bool {
        switch target {
        case .hour(let id)?: shown.hours.contains { $0.id == id }
        case .wait(let id)?: shown.waits.contains { $0.id == id }
        case .person(let code)?: operators.contains { $0.operator == code }
        case .givenUp(let id)?: shown.givenUp.contains { $0.id == id }
        case .figure?, nil: true
        }
    }

    // MARK: - Keys

    private mutating func perform(
        _ command: BoardCommand, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch command {
        case .open:
            opened = opened == nil ? target : nil
            behind.go(to: .first)
            behind.show(rowsBehind(situation))
        case .nextPart: go(to: 1)
        case .previousPart: go(to: -1)
        case .nextLine: look(at: place + 1, situation)
        case .lineBefore: look(at: place - 1, situation)
        case .right: move(1)
        case .left: move(-1)
        case .givenUp:
            opened = nil
            part = .givenUp
        case .callBack: return callBack(situation, around)
        }
        return []
    }

    private mutating func go(to step: Int) {
        let all = BoardPart.allCases
        let next = (all.firstIndex(of: part) ?? 0) + step
        part = all[(next + all.count) % all.count]
        opened = nil
    }

    private mutating func look(at place: Int, _ situation: Situation) {
        let count = max(1, shown.lines.count)
        self.place = (place + count) % count
        showLine(situation)
    }

    private mutating func move(_ step: Int) {
        guard opened == nil else { return }
        switch part {
        case .now: column = max(0, min(column + step, columnsShown.count - 1))
        case .hours:
            let places = shown.hours
            guard let at = places.firstIndex(where: { $0 == selectedHour }) else { return }
            hour = places[min(max(0, at + step), places.count - 1)].id
        case .figures, .waits, .people, .givenUp: break
        }
    }

    private mutating func take(_ key: Key, _ situation: Situation) {
        if opened != nil {
            _ = behind.handle(key)
        } else if part == .now {
            let last = max(0, shown.lines.count - 1)
            switch MoveCommand.listKeys.row(for: key)?.command {
            case .up?: look(at: max(0, place - 1), situation)
            case .down?: look(at: min(last, place + 1), situation)
            case .first?: look(at: 0, situation)
            case .last?: look(at: last, situation)
            case .pageUp?, .pageDown?, nil: break
            }
        } else {
            _ = lists[part]?.handle(key)
        }
    }

    private mutating func close() -> [Effect] {
        opened = nil
        return []
    }

    private func leave() -> [Effect] { [.back] }

    /// Nobody has taken it on: it becomes a task of who sits here. Somebody has: it is done.
    private func callBack(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let visit = selectedGivenUp?.visit, let person = situation.person else { return [] }
        let said = Notice(.done, says: "board.call_back.taken", ["operator": person.code])
        switch selectedGivenUp?.callBack {
        case .taken?:
            guard let task = selectedGivenUp?.task else { return [] }
            return [
                .perform([.entry(task.id, .done(.did))], then: [.say(Notice(.done, says: "board.call_back.done"))])
            ]
        case .open?, .withdrawn?, .answered?:
            let words = situation.say(
                "board.call_back.task",
                [
                    "line": situation.lineName(visit.facts.line), "time": situation.clock(visit.facts.offered.at),
                    "waited": visit.facts.wait.map(situation.length) ?? "-",
                ])
            let task = EntryContent.Task(responsible: person.code, due: date, visit: visit.id)
            return [
                .perform([.entry(around.newID(), .add(.task(task), what: around.written(words)))], then: [.say(said)])
            ]
        case .made?, nil: return []
        }
    }
}
