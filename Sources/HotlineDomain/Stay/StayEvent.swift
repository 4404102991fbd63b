/// What happened to a stay.
public enum StayEvent: Hashable, Sendable, Codable {
    case admitted(admission: Admission, businessDate: BusinessDate)
    case expected(until: BusinessDate?)
    case left(at: Instant, because: String)
}
