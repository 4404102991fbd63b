/// What counting a month reads, in the transaction that closes it, so that
/// nothing comes between the counting and the closing.
public protocol MonthSource {
    /// The month that is counted.
    var month: Period { get }
    /// Sums from the count tables; keys whose sum is 0 are left out.
    func counts(_ measure: Measure, by dimension: Dimension, _ period: Period) throws -> [String: Int]
    /// What came since the last closing for months that were closed by then; nothing of it
    /// for any month but the first open one, where it counts.
    func late() throws -> MonthLate
    /// Every service that was received in the month.
    func delivered() throws -> [ServiceDelivered]
    /// As the events of the cases tell it, from the first one on.
    func balance() throws -> MonthBalance
    /// Why cases were closed in the month, by code.
    func closingReasons() throws -> [String: Int]
    /// What became of the calls of each of these months, as known now.
    func cohorts(of months: [Period]) throws -> [MonthCohort]
    /// Milliseconds from raising to acknowledging, of SOS raised in the month; nil while nobody has.
    func acknowledgements() throws -> [Span?]
    /// Visits offered in the month, by the time they came; behind them those that were late.
    func eachVisit(_ body: (Visit) throws -> Void) throws
    /// Lines of one register that were not withdrawn.
    func entries(_ kind: EntryKind) throws -> [Entry]
    /// Shifts that overlap the month.
    func shifts() throws -> [Shift]
    /// What of the month has not come to its end.
    func unended() throws -> MonthUnended
    /// The month closed last.
    func lastClosing() throws -> MonthClosing?
    /// What judging a closing of the month looks at.
    func facts(at now: Instant) throws -> MonthClosing.Facts
}

/// What came too late for the month it belongs to.
public struct MonthLate: Sendable {
    /// Final since then.
    public var calls: [Call] = []
    /// Of those calls.
    public var escalations: [Escalation] = []
    /// Missions carried out, and figures of others, that were told of since then.
    public var entries: [Entry] = []
    /// How many visits a switch's log told of since then.
    public var visits = 0
    public var corrections = Set<MonthCorrection>()

    public init() {}

    /// How many things of closed months count in this one.
    public var count: Int { calls.count + entries.count + visits }
}

/// A figure of a closed month was wrong: which month, and why it was amended.
public struct MonthCorrection: Hashable, Sendable {
    /// First day of the month that was amended.
    public let month: BusinessDate
    /// A code of the list the act took its reason from.
    public let reason: String
    public init(month: BusinessDate, reason: String) {
        self.month = month
        self.reason = reason
    }

    /// A figure of others that came out anew.
    public static let knownBetter = "new_information"
}

/// What of a month somebody still has to bring to its end, by the numbers
/// people say aloud.
public struct MonthUnended: Hashable, Sendable {
    /// Calls that are not final.
    public var calls: [String] = []
    /// Calls whose SOS has no outcome.
    public var escalations: [String] = []
    /// Referrals made in the month.
    public var referrals: [String] = []
    public init() {}
}

/// The funnel of the calls of one month, followed to wherever they led.
public struct MonthCohort: Hashable, Sendable {
    public let month: Period
    public let calls: Int
    public let sos: Int
    /// Cases opened from those SOS.
    public let cases: Int
    /// Those of them that were referred.
    public let referred: Int
    public init(month: Period, calls: Int, sos: Int, cases: Int, referred: Int) {
        self.month = month
        self.calls = calls
        self.sos = sos
        self.cases = cases
        self.referred = referred
    }
}
