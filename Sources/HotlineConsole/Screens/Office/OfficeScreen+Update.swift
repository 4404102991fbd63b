import HotlineDomain
import TerminalUI

extension OfficeScreen {
    public mutating func update(
        _ message: ScreenMessage<OfficeCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            window.show(places)
            return []
        case .command(.go(let place)): return [.open(place.route)]
        case .command(.open): return window.selected.map { [.open($0.route)] } ?? []
        case .command(.signOut): return situation.leaving(by: .signedOut)
        case .command(.quit): return situation.leaving(by: .quit)
        case .key(let key):
            _ = window.handle(key)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        window.resize(height: max(1, size.rows - 3))
        return []
    }
}
