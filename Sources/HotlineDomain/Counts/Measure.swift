/// What is counted, by business date (DOMAIN.md section 4, "What is counted").
public enum Measure: String, Sendable, CaseIterable, Codable {
    /// Final calls of every class except code `test`.
    case calls
    /// Those of class sos.
    case sos
    /// Escalations by outcome, at the date of the SOS; `open` for those without one yet.
    case escalations
    /// By the date opened.
    case casesOpened = "cases_opened"
    /// Cases by the date of their first sent referral to a service that counts; one that was
    /// merged into another counts there.
    case referred
    /// Services received after a referral, by the date they were recorded.
    case delivered
    /// People taken into a shelter, by the date they came.
    case admitted
    /// People brought home, by the date of their mission.
    case repatriated
}

/// By what it is counted. An attribute has one value a call: the main topic,
/// the caller's own country.
public enum Dimension: String, Sendable, CaseIterable, Codable {
    /// Everything, under the one key `all`.
    case all
    case `class`, code, line, country, language, topic, caller, hour, weekday, `operator`, heard, shift, outcome
    /// Of services received, people taken in and people brought home.
    case service, donor, provider, category

    /// Those calls are counted by.
    public static let ofCalls = allCases.filter { ![.service, .donor, .provider, .category].contains($0) }
}

/// One number of the count tables.
public struct CountKey: Hashable, Sendable {
    public let measure: Measure
    public let date: BusinessDate
    public let dimension: Dimension
    public let key: String
    public init(_ measure: Measure, _ date: BusinessDate, _ dimension: Dimension, _ key: String) {
        self.measure = measure
        self.date = date
        self.dimension = dimension
        self.key = key
    }

    /// Nothing was entered for the attribute; not the same as the code `unknown`.
    public static let notRecorded = "not_recorded"
    public static let everything = "all"
}
