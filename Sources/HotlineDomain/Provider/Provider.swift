/// An organisation that cases are referred to, as the hotline's directory knows it.
public struct Provider: Hashable, Sendable, Codable {
    public var code: String
    public var name: String
    /// Codes of the list `service`.
    public var services: [String]
    /// Other names it was or is known by; searched like its name.
    public var aliases: [String]
    /// Codes of the territories it serves; none: it serves every one.
    public var territories: [String]
    /// ISO 639-1; none: nobody asked yet.
    public var languages: [String]
    /// When somebody answers there, on its own clock; nil: nobody asked yet.
    public var hours: OpeningHours?
    /// Whom it serves by age; nil: everybody.
    public var ages: Ages?
    /// How many people it can take in; nil: it takes nobody in.
    public var places: Int?
    public var address: Address?
    /// The first and the last day anybody can be referred to it.
    public var since: BusinessDate?
    public var until: BusinessDate?

    public init(
        code: String, name: String, services: [String], aliases: [String] = [], territories: [String] = [],
        languages: [String] = [], hours: OpeningHours? = nil, ages: Ages? = nil, places: Int? = nil,
        address: Address? = nil, since: BusinessDate? = nil, until: BusinessDate? = nil
    ) {
        self.code = code
        self.name = name
        self.services = services
        self.aliases = aliases
        self.territories = territories
        self.languages = languages
        self.hours = hours
        self.ages = ages
        self.places = places
        self.address = address
        self.since = since
        self.until = until
    }

    /// In years, both ends included.
    public struct Ages: Hashable, Sendable, Codable {
        public var from: Int
        public var to: Int
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        /// `18-65`; nil for anything else.
        public init?(_ text: some StringProtocol) {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = Int(digits: ends[0]), let to = Int(digits: ends[1]), from <= to,
                to <= 120
            else { return nil }
            self.init(from: from, to: to)
        }

        public func contains(_ age: Int) -> Bool { from <= age && age <= to }
    }

    public enum Address: Hashable, Sendable, Codable {
        case open(text: String)
        /// A shelter's: sealed, and shown only to who unmasks it.
        case confidential(words: WordsID)
    }

    /// The services of which one must have a free place.
    public static let servicesWithPlaces = ["safe_accommodation"]

    public func isOpen(on date: BusinessDate) -> Bool {
        (since.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }

    public func takesIn(for service: String) -> Bool {
        places != nil && Provider.servicesWithPlaces.contains(service)
    }
}
