import HotlineDomain
import TerminalUI

extension CasesScreen {
    public mutating func update(
        _ message: ScreenMessage<CasesCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            list.refresh(situation)
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return list.handle(key, situation) ? [] : [.back]
        case .answered(.casePage(let page, let filter)): return list.take(page, filter, Query.casePage)
        case .answered(.case(let file, let id)):
            list.show(file, id)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = ListLayout(size)
        list.pane.resize(height: layout.list.height)
        return list.page(Query.casePage) + (layout.side == nil ? [] : list.askShown(Query.case))
    }

    private mutating func perform(_ command: CasesCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return list.pane.selected.map { [.open(.case($0.id))] } ?? []
        case .new: return [.open(.act(.openCase))]
        case .filter: list.pane.beginFilter()
        case .openOnly: list.toggle(situation)
        }
        return []
    }
}
