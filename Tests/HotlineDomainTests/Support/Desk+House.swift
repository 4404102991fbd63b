@testable import HotlineDomain

/// Shelters and registers where a test begins.
extension Desk {
    /// The shelter of the example, with this many places.
    mutating func shelter(places: Int, until: String? = nil, donors: [String] = []) throws {
        var changed = hotline!
        changed.settings.donors = donors
        let place = changed.providers.firstIndex { $0.code == "shelter" }!
        changed.providers[place].places = places
        changed.providers[place].until = until.flatMap { BusinessDate($0) }
        try does(.hotline(.apply(changed)), by: "ringbuoy")
    }

    mutating func stay(_ category: String = "woman", until: String? = nil) throws -> StayID {
        if hotline?.provider("shelter")?.places == nil { try shelter(places: 24) }
        let id: StayID = id()
        try does(
            .stay(
                id,
                .admit(
                    Admission(
                        provider: "shelter", category: category, at: now,
                        donor: hotline?.settings.donors.first, expectedUntil: until.flatMap { BusinessDate($0) }))))
        return id
    }

    mutating func task(of code: String = "01", due: BusinessDate = .september) throws -> EntryID {
        let (id, what): (EntryID, Written) = (id(), written("Ask the consulate."))
        try does(.entry(id, .add(.task(.init(responsible: code, due: due)), what: what)))
        return id
    }

    mutating func indicator() throws -> EntryID {
        let id: EntryID = id()
        let content = EntryContent.indicator(
            .init(code: "dv_women", first: .september, last: .september, target: 300))
        try does(.entry(id, .add(content, what: nil)), by: "09")
        return id
    }
}

extension BusinessDate {
    static let september = BusinessDate("2009-09-14")!
}

extension EntryContent.TerritoryReturn {
    static func sessions(_ territory: String) -> Self {
        .init(
            territory: territory, subject: "commission_sessions", first: BusinessDate("2009-01-01")!,
            last: BusinessDate("2009-12-31")!, due: BusinessDate("2010-01-31")!)
    }
}
