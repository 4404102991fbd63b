import HotlineDomain

/// Calls, those of them that were SOS, the cases opened, and the cases
/// referred: each by its own date within the period, and as a share of the
/// step before.
public struct Funnel: Hashable, Sendable {
    public let calls: Int
    public let sos: Int
    public let casesOpened: Int
    public let referred: Int

    public init(calls: Int, sos: Int, casesOpened: Int, referred: Int) {
        self.calls = calls
        self.sos = sos
        self.casesOpened = casesOpened
        self.referred = referred
    }

    public init(_ period: Period, from counts: CountSource) throws {
        func total(_ measure: Measure) throws -> Int {
            try counts(measure, .all, period)[CountKey.everything] ?? 0
        }
        self.init(
            calls: try total(.calls), sos: try total(.sos), casesOpened: try total(.casesOpened),
            referred: try total(.referred))
    }

    public var sosOfCalls: Share { Share(sos, of: calls) }
    public var casesOfSOS: Share { Share(casesOpened, of: sos) }
    public var referredOfCases: Share { Share(referred, of: casesOpened) }
}
