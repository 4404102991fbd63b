import HotlineDomain
import TerminalUI

extension PacksScreen {
    public mutating func update(
        _ message: ScreenMessage<PacksCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed: return [.load(.packs)]
        case .answered(.packs(let lines)):
            show(lines)
            return []
        case .command(.look): return selected.map { [.open(.pack(donor: $0.donor, $0.period))] } ?? []
        case .key(let key):
            if key == .escape { return [.back] }
            move(key)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        list.resize(height: max(1, PacksScreen.parts(size).list.height - 1))
        return []
    }
}
