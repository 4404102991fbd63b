import HotlineDomain
import TerminalUI

extension PackScreen {
    public mutating func update(
        _ message: ScreenMessage<PackScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        // Making a pack costs more than a glance: others' work does not bring it up anew.
        case .opened, .command(.lookAgain): return [.loadWhenIdle(.pack(donor: donor, period))]
        case .answered(.pack(let view, donor, period)):
            self.view = view
            return []
        case .key(let key): return pane.handle(key) || key != .escape ? [] : [.back]
        case .changed, .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let (facts, tables) = sheets(size, situation)
        pane.layOut(size, facts, tables)
        return []
    }
}
