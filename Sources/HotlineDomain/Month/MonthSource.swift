/// What counting a month reads, in the transaction that closes it, so that
/// nothing comes between the counting and the closing.
public protocol MonthSource {
    /// The month that is counted.
    var month: Period { get }
    /// Sums from the count tables; keys whose sum is 0 are left out.
    func counts(_ measure: Measure, by dimension: Dimension, _ period: Period) throws -> [String: Int]
    /// Calls of months that were closed already, which became final since the last closing.
    func lateCalls() throws -> [Call]
    /// What was amended in months that were closed already, since the last closing.
    func corrections() throws -> Set<MonthCorrection>
    /// Every service that was received in the month.
    func delivered() throws -> [ServiceDelivered]
    /// As the events of the cases tell it, from the first one on.
    func balance() throws -> MonthBalance
    /// Why cases were closed in the month, by code.
    func closingReasons() throws -> [String: Int]
    /// What became of the calls of a month, as known now.
    func cohort(of month: Period) throws -> MonthCohort
    /// Milliseconds from raising to acknowledging, of SOS raised in the month; nil while nobody has.
    func acknowledgements() throws -> [Span?]
    /// Visits offered in the month, by the time they came.
    func eachVisit(_ body: (Visit) throws -> Void) throws
    /// Lines of one register that were not withdrawn.
    func entries(_ kind: EntryKind) throws -> [Entry]
    /// Shifts that overlap the month.
    func shifts() throws -> [Shift]
    /// Calls of the month that somebody still has to finish.
    func unfinishedCalls() throws -> Int
    /// Referrals made in the month that have not come to an end.
    func openReferrals() throws -> Int
    /// The month closed right before.
    func lastClosing() throws -> MonthClosing?
}

/// A figure of a closed month was wrong: which month, and why it was amended.
public struct MonthCorrection: Hashable, Sendable {
    /// First day of the month that was amended.
    public let month: BusinessDate
    /// A code of `amended_because`.
    public let reason: String
    public init(month: BusinessDate, reason: String) {
        self.month = month
        self.reason = reason
    }
}

/// The funnel of the calls of one month, followed to wherever they led.
public struct MonthCohort: Hashable, Sendable {
    public let calls: Int
    public let sos: Int
    /// Cases opened from those SOS.
    public let cases: Int
    /// Those of them that were referred.
    public let referred: Int
    public init(calls: Int, sos: Int, cases: Int, referred: Int) {
        self.calls = calls
        self.sos = sos
        self.cases = cases
        self.referred = referred
    }
}
