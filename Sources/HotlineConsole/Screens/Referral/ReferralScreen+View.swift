import HotlineDomain
import TerminalUI

extension ReferralScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let (facts, past) = sheets(surface.bounds.size, situation)
        pane.draw(on: &surface, facts, past)
    }

    func sheets(_ size: Size, _ situation: Situation) -> (facts: Sheet, history: Sheet) {
        let (left, right) = DetailPane.parts(size)
        var past = Sheet(width: right?.width ?? left.width)
        guard let file else { return (Sheet(width: left.width), past) }
        var facts = file.sheet(width: left.width, address: address, situation)
        facts.drafts(of: subject, situation)
        past.history(history, situation)
        return (facts, past)
    }
}
