/// One attribute, or two of which one holds the other, by which figures may be
/// published (DISCLOSURE.md, "atomic tables"). A family has one window length
/// for all donors, because packs can be pooled.
public enum FamilyName: String, Sendable, Codable, CaseIterable, Hashable {
    // Calls, with the SOS among them. Countries are put together within their line, hours within their shift.
    case country, line, language, topic, caller, heard, hour, shift, weekday
    case callOutcome = "call_outcome"
    // What became of the SOS, and what people received.
    case escalationOutcome = "escalation_outcome"
    case service
    /// Services by the fund that pays for them.
    case fund
    case admitted, repatriated
    case repatriatedFrom = "repatriated_from"

    public var isOfCalls: Bool {
        switch self {
        case .country, .line, .language, .topic, .caller, .heard, .hour, .shift, .weekday, .callOutcome: true
        case .escalationOutcome, .service, .fund, .admitted, .repatriated, .repatriatedFrom: false
        }
    }

    /// Calls by the quarter, everything about victims and cases by the project year.
    public var defaultWindow: WindowLength { isOfCalls ? .quarter : .projectYear }

    /// The other name of a pair of which one nearly says the other: whoever has
    /// both could work out a part of each. A hotline publishes one of the two.
    public var linked: FamilyName? {
        switch self {
        case .country: .line
        case .line: .country
        case .hour: .shift
        case .shift: .hour
        default: nil
        }
    }
}
