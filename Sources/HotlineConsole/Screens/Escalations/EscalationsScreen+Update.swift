import HotlineDomain
import TerminalUI

extension EscalationsScreen {
    static var pageQuery: (WorkFilter, ListWant<EscalationRow>, Int) -> Query { Query.escalationPage }
    static var fileQuery: (EscalationRow.ID) -> Query { Query.escalation }

    static func page(in answer: Answer) -> (Page<EscalationRow>, WorkFilter)? {
        if case .escalationPage(let page, let filter) = answer { (page, filter) } else { nil }
    }

    static func file(in answer: Answer) -> (EscalationFile?, EscalationRow.ID)? {
        if case .escalation(let file, let id) = answer { (file, id) } else { nil }
    }

    mutating func perform(_ command: EscalationsCommand, _ situation: Situation) -> [Effect] {
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
