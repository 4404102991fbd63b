import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// The directory as it is at this moment: who is open today, and which places are free.
extension Situation {
    /// Nil for a provider that takes nobody in.
    func occupancy(of provider: Provider) -> Occupancy? {
        provider.places.map { places in
            Occupancy(
                places: places, staying: live.stays.filter { $0.provider == provider.code },
                on: live.businessDate)
        }
    }

    /// Every shelter the next shift should know the places of.
    var placesToHandOver: [HandedThing] {
        hotline.providers.filter { $0.isOpen(on: live.businessDate) }.compactMap { provider in
            occupancy(of: provider).map { .places(provider: provider.code, places: $0.places, taken: $0.taken) }
        }
    }

    var placesTaken: [String: Int] {
        Dictionary(grouping: live.stays, by: \.provider).mapValues(\.count)
    }

    /// Those one can refer to today, the full ones last.
    var directory: Directory {
        Directory(
            providers: hotline.providers(ProviderSearch(), on: live.businessDate, taken: placesTaken),
            territories: hotline.territories, taken: placesTaken, nextFree: nextFree)
    }

    /// Of the full shelters, when a place is to be had.
    var nextFree: [String: NextFree] {
        var found: [String: NextFree] = [:]
        for provider in hotline.providers { found[provider.code] = occupancy(of: provider)?.nextFree }
        return found
    }

    /// In words; a day that has passed is not called the next.
    func text(of next: NextFree) -> String {
        switch next {
        case .expected(let date): "\(say("provider.next_free")) \(shortDay(date))"
        case .overdue(let date): say("provider.free_overdue", ["date": shortDay(date)])
        case .unknown: "\(say("provider.next_free")) \(say("provider.next_free.unknown"))"
        }
    }

    /// Whom to ask for what is wanted, the best first.
    func providers(for search: ProviderSearch) -> [Provider] {
        hotline.providers(search, on: live.businessDate, taken: placesTaken)
    }
}

/// What a choice of a provider is made from.
public struct Directory: Hashable, Sendable {
    let providers: [Provider]
    let territories: [Territory]
    /// Places in use, by provider.
    let taken: [String: Int]
    /// When a place is expected in one that is full.
    var nextFree: [String: NextFree] = [:]
    /// Those that do what is wanted; nil while nothing is.
    var suggested: Set<String>?

    /// `CAPC  1/24 free`: with the free ones of its places, where it has any; `! 0/24, from 20 Sep` where it is full.
    func label(_ provider: Provider, _ language: Language) -> String {
        let say = Say(language)
        let other = suggested.map { $0.contains(provider.code) } ?? true ? "" : "  \(say("provider.not_suggested"))"
        guard let places = provider.places, let free = provider.free(taken) else { return provider.name + other }
        guard free == 0 else {
            let share = say("provider.share", ["free": String(free), "places": String(places)])
            return "\(provider.name)  \(share)\(other)"
        }
        func day(_ date: BusinessDate) -> [String: String] {
            ["date": say.shortDayAndMonth(month: date.month, day: date.day)]
        }
        let when =
            switch nextFree[provider.code] {
            case .expected(let date): say("provider.full_until", day(date))
            case .overdue(let date): say("provider.full_overdue", day(date))
            case .unknown, nil: say("provider.full")
            }
        return "\(provider.name)  0/\(places) \(Glyph.overdue) \(when)\(other)"
    }

    /// Every name of every place it is known to serve.
    func places(of provider: Provider) -> [String] {
        territories.filter { provider.territories.contains($0.code) }.flatMap { [$0.code, $0.name] + $0.aliases }
    }
}
