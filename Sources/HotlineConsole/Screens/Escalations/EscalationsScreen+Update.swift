import HotlineDomain
import TerminalUI

extension EscalationsScreen {
    public mutating func update(
        _ message: ScreenMessage<EscalationsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            list.refresh(situation)
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return list.handle(key, situation) ? [] : [.back]
        case .answered(.escalationPage(let page, let filter)): return list.take(page, filter, Query.escalationPage)
        case .answered(.escalation(let file, let id)):
            list.show(file, id)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = ListLayout(size)
        list.pane.resize(height: layout.list.height)
        return list.page(Query.escalationPage) + (layout.side == nil ? [] : list.askShown(Query.escalation))
    }

    private mutating func perform(_ command: EscalationsCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return list.pane.selected.map { [.open(.escalation($0.id))] } ?? []
        case .acknowledge:
            guard let escalation = list.pane.selected?.escalation else { return [] }
            let done = Notice(.done, says: "escalation.is_in_hand", ["number": escalation.callNumber])
            return [.perform([.escalation(escalation.id, .acknowledge)], then: [.say(done)])]
        case .filter: list.pane.beginFilter()
        case .openOnly: list.toggle(situation)
        }
        return []
    }
}
