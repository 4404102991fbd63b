import Testing

@testable import HotlineDomain

@Suite("The directory")
struct DirectoryTests {
    static let hotline: Hotline = {
        var hotline = Hotline.example
        hotline.territories = [
            Territory(code: "hincesti", name: "Hîncești", aliases: ["Hâncești", "Хынчешть"]),
            Territory(code: "transnistria", name: "Transnistria", aliases: ["Приднестровье"]),
            Territory(code: "tiraspol", name: "Tiraspol", within: "transnistria"),
            Territory(code: "lapusna", name: "Lăpușna", until: BusinessDate("2003-12-31")),
        ]
        hotline.providers = [
            Provider(code: "everywhere", name: "Ajutor", services: ["legal"]),
            Provider(code: "district", name: "Echipa", services: ["legal"], territories: ["hincesti"]),
            Provider(
                code: "left-bank", name: "Берег", services: ["legal", "safe_accommodation"],
                territories: ["transnistria"], languages: ["ru"], ages: .init(from: 18, to: 65), places: 2),
            Provider(code: "gone", name: "Gone", services: ["legal"], until: BusinessDate("2009-01-01")),
        ]
        return hotline
    }()

    private func found(_ search: ProviderSearch, taken: [String: Int] = [:]) -> [String] {
        Self.hotline.providers(search, on: .september, taken: taken).map(\.code)
    }

    private func places(_ typed: String) -> [Territory] { Self.hotline.territories(named: typed, on: .september) }

    @Test(
        "one place is found by each of its three spellings",
        arguments: ["Hîncești", "hancesti", "HINCEȘTI", "хынчешть"])
    func spellings(typed: String) { #expect(places(typed).map(\.code) == ["hincesti"]) }

    @Test("a territory that is no more is not found")
    func validity() { #expect(places("Lăpușna").isEmpty) }

    @Test("who serves the very place comes before who serves what it lies in, and before who serves everywhere")
    func place() {
        #expect(found(.init(service: "legal", territories: places("hancesti"))) == ["district", "everywhere"])
        #expect(found(.init(service: "legal", territories: places("Tiraspol"))) == ["left-bank", "everywhere"])
    }

    @Test("a provider that is not open that day is never suggested")
    func closed() { #expect(!found(.init(service: "legal")).contains("gone")) }

    @Test("who is known not to speak the language is left out; who nobody asked comes later")
    func language() {
        #expect(found(.init(service: "legal", language: "ru")).first == "left-bank")
        #expect(!found(.init(service: "legal", language: "ro")).contains("left-bank"))
    }

    @Test("by age, and by free places")
    func ageAndPlaces() {
        #expect(found(.init(age: 12)).contains("left-bank") == false)
        #expect(found(.init(age: 18)).contains("left-bank"))
        #expect(found(.init(mustBeFree: true)) == ["left-bank"])
        #expect(found(.init(mustBeFree: true), taken: ["left-bank": 2]) == [])
    }

    @Test("a confidential address is in no event, and stays when the entry changes")
    func address() throws {
        var desk = Desk()
        let address = desk.written("Strada Florilor 5")
        let house = Provider(code: "house", name: "House", services: ["safe_accommodation"])
        try desk.does(.hotline(.addProvider(house, confidentialAddress: address)), by: "ringbuoy")
        #expect(desk.hotline?.provider("house")?.address == .confidential(words: address.id))
        #expect(desk.records.words[address.id]?.text.revealed == "Strada Florilor 5")
        try desk.does(
            .hotline(.changeProvider(house.with { $0.places = 5 }, confidentialAddress: nil)), by: "ringbuoy")
        #expect(desk.hotline?.provider("house")?.address == .confidential(words: address.id))
        #expect(!"\(desk.journal)".contains("Florilor"))
        // Nor does a profile that knows nothing of it take it away.
        try desk.does(.hotline(.apply(.example)), by: "ringbuoy")
        #expect(desk.hotline?.provider("house")?.address == .confidential(words: address.id))
    }

    @Test("a service received names its fund and is counted by it")
    func delivered() throws {
        var desk = Desk()
        try desk.shelter(places: 3, donors: ["japan", "embassy"])
        let id = try desk.referral(in: .accepted)
        #expect(
            try desk.refusal(of: .referral(id, .end(outcome: "provided", source: .client)))?.rule
                == "referral.needs_delivery")
        try desk.does(.referral(id, .deliver(service: nil, donor: "japan")))
        try desk.does(.referral(id, .deliver(service: "documents", donor: "embassy")))
        try desk.does(.referral(id, .end(outcome: "provided", source: .client)))
        #expect(desk.count(.delivered) == 2)
        #expect(desk.count(.delivered, .donor, "japan") == 1 && desk.count(.delivered, .service, "documents") == 1)
        #expect(desk.records.referral(id)?.answered?.by == "01")
    }
}
