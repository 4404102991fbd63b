import HotlineDomain
import TerminalUI

extension ReferralsScreen {
    public mutating func update(
        _ message: ScreenMessage<ReferralsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            list.refresh(situation)
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return list.handle(key, situation) ? [] : [.back]
        case .answered(.referralPage(let page, let filter)): return list.take(page, filter, Query.referralPage)
        case .answered(.referral(let file, let id)):
            list.show(file, id)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = ListLayout(size)
        list.pane.resize(height: layout.list.height)
        return list.page(Query.referralPage) + (layout.side == nil ? [] : list.askShown(Query.referral))
    }

    private mutating func perform(_ command: ReferralsCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return list.pane.selected.map { [.open(.referral($0.id))] } ?? []
        case .providers: return [.open(.providers)]
        case .filter: list.pane.beginFilter()
        case .openOnly: list.toggle(situation)
        }
        return []
    }
}
