/// One attribute, or two of which one holds the other, by which figures may be
/// published (DISCLOSURE.md, "atomic tables"). A family has one window length
/// for all donors, because packs can be pooled.
public enum FamilyName: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable, Hashable {
    // Calls, with the SOS among them. Countries are put together within their line, hours within their shift.
    case country, line, language, topic, caller, heard, hour, shift, weekday
    case callOutcome = "call_outcome"
    // What became of the SOS, and what people received.
    case escalationOutcome = "escalation_outcome"
    case service
    /// Services by the fund that pays for them.
    case fund
    /// Services, each by the fund that paid for it: instead of the two single ones.
    case serviceFund = "service_fund"
    case admitted, repatriated
    case repatriatedFrom = "repatriated_from"

    public var isOfCalls: Bool { counted == .calls }

    /// What its tables count.
    public var counted: Measure {
        switch self {
        case .country, .line, .language, .topic, .caller, .heard, .hour, .shift, .weekday, .callOutcome: .calls
        case .escalationOutcome: .escalations
        case .service, .fund, .serviceFund: .delivered
        case .admitted: .admitted
        case .repatriated, .repatriatedFrom: .repatriated
        }
    }

    /// By what: one attribute, or the two that are crossed.
    public var attributes: [Dimension] {
        switch self {
        case .country, .repatriatedFrom: [.country]
        case .line: [.line]
        case .language: [.language]
        case .topic: [.topic]
        case .caller: [.caller]
        case .heard: [.heard]
        case .hour: [.hour]
        case .shift: [.shift]
        case .weekday: [.weekday]
        case .callOutcome, .escalationOutcome: [.outcome]
        case .service: [.service]
        case .fund: [.donor]
        case .serviceFund: [.service, .donor]
        case .admitted, .repatriated: [.category]
        }
    }

    /// Whether its tables tell of the measure. SOS stand within the calls.
    public func tells(_ measure: Measure) -> Bool { measure == .sos ? isOfCalls : measure == counted }

    /// Calls by the quarter, everything about victims and cases by the project year.
    public var defaultWindow: WindowLength { isOfCalls ? .quarter : .projectYear }

    /// Families of which whoever has both could work out a part of each, since one
    /// nearly says the other or holds it. A hotline publishes one of them.
    public var linked: [FamilyName] {
        switch self {
        case .country: [.line]
        case .line: [.country]
        case .hour: [.shift]
        case .shift: [.hour]
        case .service, .fund: [.serviceFund]
        case .serviceFund: [.service, .fund]
        default: []
        }
    }

    /// Families that count the same services or people by something else. The whole of a window can
    /// be added up from either and stands in no headline, so their windows are of one length.
    public var sharingWhole: [FamilyName] {
        if isOfCalls { return [] }
        return FamilyName.allCases.filter { $0 != self && $0.counted == counted && !linked.contains($0) }
    }

    /// What a hotline publishes by until it says otherwise: of linked ones countries,
    /// hours, and services and funds each by themselves.
    public static let published = allCases.filter { ![.line, .shift, .serviceFund].contains($0) }
}
