import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension Sheet {
    /// Where, when, in which languages and for whom a provider works, and its places.
    ///
    /// - Parameter address: the confidential one, where somebody has uncovered it.
    mutating func provider(_ provider: Provider, address: Private<String>? = nil, _ situation: Situation) {
        let say = situation.say
        let occupancy = situation.occupancy(of: provider)
        if let occupancy { places(occupancy, situation) }
        let territories = provider.territories.map { situation.hotline.territory($0)?.name ?? $0 }
        fact(say("provider.territories"), territories.joined(separator: ", "))
        fact(
            say("provider.languages"),
            provider.languages.map { situation.label(.language, $0) }.joined(separator: ", "))
        fact(say("provider.hours"), provider.hours.map { "\($0.from)\u{2013}\($0.to)" } ?? "")
        fact(say("provider.ages"), provider.ages.map { "\($0.from)\u{2013}\($0.to)" } ?? "")
        self.address(of: provider, address, situation)
        if !provider.isOpen(on: situation.live.businessDate) { text(say("provider.closed"), role: .warning) }
        for group in occupancy?.composition ?? [] {
            fact(situation.label(.resident, group.category), String(group.count))
        }
    }

    /// A confidential one stands masked until somebody has uncovered it.
    mutating func address(of provider: Provider, _ uncovered: Private<String>?, _ situation: Situation) {
        let label = situation.say("provider.address")
        switch provider.address {
        case .open(let text)?: fact(label, text)
        case .confidential?:
            let shown = uncovered?.revealed
            fact(
                label, shown ?? situation.say("provider.address.confidential"), role: shown == nil ? .faint : .text)
        case nil: break
        }
    }

    /// Free places, and when there is one again: what is asked first.
    private mutating func places(_ now: Occupancy, _ situation: Situation) {
        let say = situation.say
        fact(
            say("provider.free"),
            say("provider.free.of", ["free": String(now.free), "places": String(now.places)]),
            role: now.isFull ? .warning : .text)
        switch now.nextFree {
        case .expected(let date): fact(say("provider.next_free"), situation.shortDay(date))
        case .overdue(let date):
            fact(say("provider.next_free"), say("provider.free_overdue", ["date": situation.shortDay(date)]))
        case .unknown: fact(say("provider.next_free"), say("provider.next_free.unknown"))
        case nil: break
        }
    }
}
