/// The directory of a hotline: its territories and providers, each entry judged
/// as it comes in.
extension Hotline {
    static func decide(
        _ hotline: Hotline?, adding provider: Provider, _ address: Written?
    ) throws(Refusal) -> Provider {
        if hotline?.provider(provider.code) != nil {
            throw Refusal(ProviderRule.exists, ["provider": provider.code])
        }
        return try checked(provider, address, hotline)
    }

    static func decide(
        _ hotline: Hotline?, changing provider: Provider, _ address: Written?
    ) throws(Refusal) -> Provider {
        guard let old = hotline?.provider(provider.code) else {
            throw Refusal(
                ProviderRule.unknown, ["provider": provider.code, "known": hotline?.knownProviders ?? "-"])
        }
        var changed = provider
        if changed.address == nil, case .confidential = old.address { changed.address = old.address }
        return try checked(changed, address, hotline)
    }

    static func decide(_ hotline: Hotline?, adding territory: Territory) throws(Refusal) -> Territory {
        if hotline?.territory(territory.code) != nil {
            throw Refusal(TerritoryRule.exists, ["territory": territory.code])
        }
        try check(territory, hotline)
        return territory
    }

    static func decide(_ hotline: Hotline?, changing territory: Territory) throws(Refusal) -> Territory {
        guard hotline?.territory(territory.code) != nil else {
            throw Refusal(
                TerritoryRule.unknown, ["territory": territory.code, "known": hotline?.knownTerritories ?? "-"])
        }
        try check(territory, hotline)
        return territory
    }

    private static func checked(
        _ provider: Provider, _ address: Written?, _ hotline: Hotline?
    ) throws(Refusal) -> Provider {
        let about = ["provider": provider.code]
        guard isDirectoryCode(provider.code) else { throw Refusal(ProviderRule.badCode, about) }
        guard provider.isNamedPlainly else { throw Refusal(ProviderRule.badName, about) }
        if provider.services.isEmpty { throw Refusal(ProviderRule.needsService, about) }
        for service in provider.services { try CodeCheck.code(service, .service) }
        for language in provider.languages { try CodeCheck.code(language, .language) }
        for code in provider.territories where hotline?.territory(code) == nil {
            let nearest = hotline?.nearestTerritories(to: code).joined(separator: ", ") ?? ""
            throw Refusal(
                ProviderRule.unknownTerritory,
                about.merging(["territory": code, "nearest": nearest.isEmpty ? "-" : nearest]) { $1 })
        }
        if let ages = provider.ages, !(0...120).contains(ages.from) || !(ages.from...120).contains(ages.to) {
            throw Refusal(ProviderRule.badAges, about)
        }
        if let places = provider.places, !(1...9999).contains(places) {
            throw Refusal(ProviderRule.badPlaces, about)
        }
        if let since = provider.since, let until = provider.until, until < since {
            throw Refusal(ProviderRule.endsBeforeItBegins, about)
        }
        guard let address else { return provider }
        try address.check(Provider.addressLengthMax)
        var sealed = provider
        sealed.address = .confidential(words: address.id)
        return sealed
    }

    private static func check(_ territory: Territory, _ hotline: Hotline?) throws(Refusal) {
        let about = ["territory": territory.code]
        guard isDirectoryCode(territory.code) else { throw Refusal(TerritoryRule.badCode, about) }
        guard territory.isNamedPlainly else { throw Refusal(TerritoryRule.badName, about) }
        guard territory.isCoordinatedByAnOffice else { throw Refusal(TerritoryRule.badCoordinator, about) }
        if let outer = territory.within {
            guard let found = hotline?.territory(outer), hotline?.around(found).contains(territory.code) == false
            else { throw Refusal(TerritoryRule.badPlace, about.merging(["within": outer]) { $1 }) }
        }
        if let since = territory.since, let until = territory.until, until < since {
            throw Refusal(TerritoryRule.endsBeforeItBegins, about)
        }
    }

    /// As profiles write codes: lower-case letters, digits, hyphens, underscores.
    static func isDirectoryCode(_ code: String) -> Bool {
        (1...40).contains(code.utf8.count) && code.first != "-"
            && code.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
            }
    }

    mutating func set(_ provider: Provider) {
        if let place = providers.firstIndex(where: { $0.code == provider.code }) {
            providers[place] = provider
        } else {
            providers.append(provider)
        }
    }

    mutating func set(_ territory: Territory) {
        if let place = territories.firstIndex(where: { $0.code == territory.code }) {
            territories[place] = territory
        } else {
            territories.append(territory)
        }
    }

    /// A profile adds to the directory and changes it; what it does not say
    /// stays, and nothing is taken out, since referrals and returns name what stands there.
    func keepingDirectory(of old: Hotline?) -> Hotline {
        guard let old else { return self }
        var merged = self
        for provider in old.providers { merged.set(self.provider(provider.code)?.over(provider) ?? provider) }
        for territory in old.territories where self.territory(territory.code) == nil { merged.set(territory) }
        return merged
    }
}

extension Provider {
    /// What is not said here is taken from what was known.
    fileprivate func over(_ old: Provider) -> Provider {
        var new = self
        if aliases.isEmpty { new.aliases = old.aliases }
        if territories.isEmpty { new.territories = old.territories }
        if languages.isEmpty { new.languages = old.languages }
        new.hours = hours ?? old.hours
        new.ages = ages ?? old.ages
        new.places = places ?? old.places
        new.address = address ?? old.address
        new.since = since ?? old.since
        new.until = until ?? old.until
        return new
    }
}

extension Provider {
    static let addressLengthMax = 300

    fileprivate var isNamedPlainly: Bool {
        var texts = [name] + aliases
        if case .open(let text) = address { texts.append(text) }
        return !name.allSatisfy(\.isWhitespace) && texts.allSatisfy(Provider.isPlain)
    }

    /// One line that neither fills a screen nor steers a terminal.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= Provider.addressLengthMax * 4 && text.count <= Provider.addressLengthMax
            && text.unicodeScalars.allSatisfy { $0.isText && $0 != "\n" && $0 != "\t" }
    }
}

extension Territory {
    fileprivate var isNamedPlainly: Bool {
        !name.allSatisfy(\.isWhitespace) && ([name] + aliases).allSatisfy(Provider.isPlain)
    }
}
