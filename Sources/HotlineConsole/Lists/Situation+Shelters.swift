import HotlineDomain
import HotlineStore

/// The directory as it is at this moment: who is open today, and which places are free.
extension Situation {
    /// Nil for a provider that takes nobody in.
    func occupancy(of provider: Provider) -> Occupancy? {
        provider.places.map { places in
            Occupancy(places: places, staying: live.stays.filter { $0.provider == provider.code })
        }
    }

    var placesTaken: [String: Int] {
        Dictionary(grouping: live.stays, by: \.provider).mapValues(\.count)
    }

    /// Those one can refer to today, the full ones last.
    var directory: Directory {
        Directory(
            providers: hotline.providers(ProviderSearch(), on: live.businessDate, taken: placesTaken),
            territories: hotline.territories, taken: placesTaken)
    }
}

/// What a choice of a provider is made from.
public struct Directory: Hashable, Sendable {
    let providers: [Provider]
    let territories: [Territory]
    /// Places in use, by provider.
    let taken: [String: Int]

    /// `CAPC  1/24`: with the free ones of its places, where it has any.
    func label(_ provider: Provider) -> String {
        guard let places = provider.places, let free = provider.free(taken) else { return provider.name }
        return "\(provider.name)  \(free)/\(places)"
    }

    /// Every name of every place it is known to serve.
    func places(of provider: Provider) -> [String] {
        territories.filter { provider.territories.contains($0.code) }.flatMap { [$0.code, $0.name] + $0.aliases }
    }
}
