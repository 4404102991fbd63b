/// What a report of a period reads, all of it as it is at one moment.
public protocol PeriodSource {
    var period: Period { get }
    /// The moment it is read at.
    var now: Instant { get }
    /// Another period at the same moment.
    func of(_ period: Period) throws -> Self
    /// Sums from the count tables; keys whose sum is 0 are left out.
    func counts(_ measure: Measure, by dimension: Dimension, _ period: Period) throws -> [String: Int]
    /// The cases of the period, as their events tell it.
    func balance() throws -> MonthBalance
    /// Why cases were closed in the period, by code.
    func closingReasons() throws -> [String: Int]
    /// What has become of the period's calls so far.
    func cohort() throws -> MonthCohort
    /// From raising to acknowledging, of SOS raised in the period; nil while nobody has.
    func acknowledgements() throws -> [Span?]
    /// Visits offered in the period, summed where they lie.
    func visits(answerTarget: Span, shortAbandon: Span) throws -> [VisitSum]
    /// Referrals made in the period, and what has become of them.
    func referrals() throws -> [ReferralSum]
    /// Stays that have a day in the period.
    func stays() throws -> [Stay]
    /// Lines of one register that were not withdrawn.
    func entries(_ kind: EntryKind) throws -> [Entry]
    /// Shifts that overlap the period.
    func shifts() throws -> [Shift]
    func quality() throws -> CallQuality
}

/// So many visits of a line that came to the same end after the same wait.
public struct VisitSum: Hashable, Sendable {
    public let line: String
    /// Nil while the caller waits.
    public let outcome: VisitFacts.Outcome?
    /// Gave up sooner than counts as a wait.
    public let isShort: Bool
    /// In hundredths of a second, a part of one as a whole; nil for all but answered visits.
    public let waitSteps: Int64?
    public let n: Int
    /// What they waited together, exactly.
    public let waitMilliseconds: Int64
    /// Of them answered within the target.
    public let inTarget: Int
    /// Of them heard to their end, and what those took.
    public let handled: Int
    public let handledMilliseconds: Int64

    public init(
        line: String, outcome: VisitFacts.Outcome?, isShort: Bool, waitSteps: Int64?, n: Int,
        waitMilliseconds: Int64, inTarget: Int, handled: Int, handledMilliseconds: Int64
    ) {
        self.line = line
        self.outcome = outcome
        self.isShort = isShort
        self.waitSteps = waitSteps
        self.n = n
        self.waitMilliseconds = waitMilliseconds
        self.inTarget = inTarget
        self.handled = handled
        self.handledMilliseconds = handledMilliseconds
    }
}

/// So many referrals for a service that have come equally far.
public struct ReferralSum: Hashable, Sendable {
    public let service: String
    public let urgency: Urgency
    public let wasSent: Bool
    /// Sent, and no answer in the time its urgency gives.
    public let isLate: Bool
    /// Nil while it has not come to an end.
    public let outcome: String?
    public let n: Int

    public init(service: String, urgency: Urgency, wasSent: Bool, isLate: Bool, outcome: String?, n: Int) {
        self.service = service
        self.urgency = urgency
        self.wasSent = wasSent
        self.isLate = isLate
        self.outcome = outcome
        self.n = n
    }
}

/// How the calls of a period were written down.
public struct CallQuality: Hashable, Sendable {
    /// Final, test calls left out: what is counted.
    public var counted = 0
    /// Changed after they were final.
    public var amended = 0
    /// By somebody who was not on shift then.
    public var offShift = 0
    /// Entered more than a day after they ended.
    public var late = 0
    /// Known to a switch too.
    public var withVisit = 0
    /// Not final yet: in none of the figures.
    public var unfinished = 0
    /// Discarded before they were final.
    public var discarded = 0
    /// Of code `test`: in none of the figures.
    public var tests = 0

    public init() {}
}
