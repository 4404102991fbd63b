import HotlineDomain
import TerminalUI

extension CaseScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let (facts, past) = sheets(surface.bounds.size, situation)
        pane.draw(on: &surface, facts, past)
    }

    func sheets(_ size: Size, _ situation: Situation) -> (facts: Sheet, history: Sheet) {
        let (left, right) = DetailPane.parts(size)
        var past = Sheet(width: right?.width ?? left.width)
        guard let file else { return (Sheet(width: left.width), past) }
        past.history(history, situation)
        if showsReaders {
            return (file.readersSheet(width: left.width, situation), right == nil ? Sheet(width: left.width) : past)
        }
        var facts = file.sheet(width: left.width, situation)
        facts.drafts(of: subject, situation)
        return (facts, past)
    }
}
