import HotlineDomain
import TerminalUI

extension ReferralsScreen {
    static var pageQuery: (WorkFilter, ListWant<ReferralRow>, Int) -> Query { Query.referralPage }
    static var fileQuery: (ReferralRow.ID) -> Query { Query.referral }

    static func page(in answer: Answer) -> (Page<ReferralRow>, WorkFilter)? {
        if case .referralPage(let page, let filter) = answer { (page, filter) } else { nil }
    }

    static func file(in answer: Answer) -> (ReferralFile?, ReferralRow.ID)? {
        if case .referral(let file, let id) = answer { (file, id) } else { nil }
    }

    mutating func perform(_ command: ReferralsCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return list.pane.selected.map { [.open(.referral($0.id))] } ?? []
        case .providers: return [.open(.providers)]
        case .stays: return [.open(.stays)]
        case .late: list.toggleLate(situation)
        case .filter: list.pane.beginFilter()
        case .openOnly: list.toggle(situation)
        }
        return []
    }
}
