/// The smallest counts that are shown by an attribute (DISCLOSURE.md). Both
/// are settings of the hotline, and both are printed in every pack.
public struct Thresholds: Hashable, Sendable, Codable {
    /// Calls, 2 ... 100; also how wide an outsider's guess about a hidden part must stay.
    public var calls: Int
    /// Anything about victims or cases, 2 ... 100 (11 is the CTDC's figure).
    public var people: Int

    public static let range = 2...100

    public init(calls: Int = 5, people: Int = 11) {
        self.calls = calls
        self.people = people
    }
}

extension Settings {
    public var thresholds: Thresholds { Thresholds(calls: thresholdCalls, people: thresholdPeople) }
}
