import HotlineDomain
import TerminalUI

extension ProvidersScreen {
    public mutating func update(
        _ message: ScreenMessage<ProvidersCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .command(.clear):
            freeOnly = false
            picker = Picker(ProvidersScreen.choices(situation, freeOnly: freeOnly))
            return []
        case .command(.free):
            freeOnly.toggle()
            picker = Picker(ProvidersScreen.choices(situation, freeOnly: freeOnly))
            return []
        case .command(.stays): return [.open(.stays)]
        case .command(.unmask): return picker.selected.map { [.load(.address(of: $0.id))] } ?? []
        case .answered(.address(let address, let provider)):
            uncovered = Uncovered(provider: provider, address: address)
            return [
                .say(Notice(.hint, says: address == nil ? "provider.address.none" : "provider.address.journalled"))
            ]
        case .key(let key):
            if key == .escape { return [.back] }
            _ = picker.handle(key) { folded($0) }
            if uncovered?.provider != picker.selected?.id { uncovered = nil }
            return []
        case .opened, .changed, .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func relabel(_ situation: Situation) {
        picker.relabel(ProvidersScreen.choices(situation, freeOnly: freeOnly))
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        picker.height = ProvidersLayout(size).list.height
        return []
    }
}
