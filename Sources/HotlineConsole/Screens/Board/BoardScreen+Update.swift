import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

extension BoardScreen {
    public mutating func update(
        _ message: ScreenMessage<BoardCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened:
            figures.show(BoardFigure.allCases.map { FigureRow(figure: $0) })
            place = max(0, situation.hotline.lines.count > 1 ? situation.hotline.lines.count : 0)
            return [.load(.board(date, after: nil))]
        case .changed:
            // Another business date is another day's board.
            if situation.live.businessDate != date {
                date = situation.live.businessDate
                (day, position, visits) = (nil, nil, [:])
            }
            return [.load(.board(date, after: position))]
        case .command(let command):
            perform(command, situation)
            return []
        case .key(let key):
            if key == .escape {
                guard isOpen else { return [.back] }
                isOpen = false
                return []
            }
            _ = figures.handle(key)
            return []
        case .answered(.board(let news)):
            take(news, situation)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        figures.resize(height: BoardLayout(size, lines: lines(situation).count).figures.height)
        return []
    }

    private mutating func perform(_ command: BoardCommand, _ situation: Situation) {
        let count = max(1, lines(situation).count)
        switch command {
        case .open: isOpen.toggle()
        case .nextLine: place = (place + 1) % count
        case .lineBefore: place = (place + count - 1) % count
        case .abandoned:
            figures.moveCursor(to: .abandoned)
            isOpen = true
        }
    }

    /// An answer to an older question is not mixed into a newer day.
    private mutating func take(_ news: BoardNews, _ situation: Situation) {
        guard news.date == date, news.after == position else { return }
        var counted = day ?? QueueDay(targets: QueueTargets(situation.hotline.settings))
        for visit in news.visits where visit.businessDate == date {
            counted.take(visit)
            visits[visit.id] = visit
        }
        day = counted
        position = news.position
        self.news = news
    }
}

extension ListWindow where Row == BoardScreen.FigureRow {
    fileprivate mutating func moveCursor(to figure: BoardFigure) {
        _ = handle(.home)
        let place = BoardFigure.allCases.firstIndex(of: figure) ?? 0
        for _ in 0..<place { _ = handle(.down) }
    }
}
