/// What happened to a month.
public enum MonthEvent: Hashable, Sendable, Codable {
    case closed(month: BusinessDate, definitions: Int, figures: String, digest: String)
}
