import HotlineDomain
import TerminalUI

extension CasesScreen {
    static var pageQuery: (WorkFilter, ListWant<CaseRow>, Int) -> Query { Query.casePage }
    static var fileQuery: (CaseRow.ID) -> Query { Query.case }

    static func page(in answer: Answer) -> (Page<CaseRow>, WorkFilter)? {
        if case .casePage(let page, let filter) = answer { (page, filter) } else { nil }
    }

    static func file(in answer: Answer) -> (CaseFile?, CaseRow.ID)? {
        if case .case(let file, let id) = answer { (file, id) } else { nil }
    }

    mutating func perform(_ command: CasesCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return list.pane.selected.map { [.open(.case($0.id))] } ?? []
        case .new: return [.open(.act(.openCase))]
        case .filter: list.pane.beginFilter()
        case .openOnly: list.toggle(situation)
        }
        return []
    }
}
