import HotlineDomain
import TerminalUI

extension ProvidersScreen {
    public mutating func update(
        _ message: ScreenMessage<ProvidersCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .command(.clear):
            picker = ProvidersScreen(situation).picker
            return []
        case .key(let key):
            if key == .escape { return [.back] }
            _ = picker.handle(key) { folded($0) }
            return []
        case .opened, .changed, .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        picker.height = ProvidersLayout(size).list.height
        return []
    }
}
