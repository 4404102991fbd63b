import HotlineDomain
import HotlineReports

/// A figure of the board (DOMAIN.md section 6): its value, what it is divided
/// by, and the catalogue's words for its formula.
enum BoardFigure: String, CaseIterable, Hashable, Sendable {
    case waiting
    case longestWait = "longest_wait"
    case offered
    case answered
    case abandoned
    case shortAbandoned = "short_abandoned"
    case overflowed
    case unstaffed
    case refused
    case lost
    case closed
    case serviceLevel = "service_level"
    case answerRate = "answer_rate"
    case abandonRate = "abandon_rate"
    case unstaffedRate = "unstaffed_rate"
    case waitMean = "asa"
    case waitMedian = "asa_median"
    case waitP90 = "asa_p90"
    case handleTime = "handle_time"
    case occupancy
    case utilisation
    case staffed
    case belowPlan = "below_plan"
    case sosOpen = "sos_open"
    case sosUnacknowledged = "sos_unacknowledged"

    enum Value: Hashable {
        case count(Int)
        case share(Share)
        /// Of one length the part that another is, in seconds.
        case timeShare(Share)
        /// A length, over so many; nil over none.
        case time(Span?, of: Int?)
        case minutes(Int)
        /// No switch tells of it.
        case unknown
    }

    /// Of the whole hotline, whichever line is looked at.
    var isOfAll: Bool {
        switch self {
        case .occupancy, .utilisation, .staffed, .belowPlan, .sosOpen, .sosUnacknowledged: true
        default: false
        }
    }

    /// Made of how long people waited, and only of waits that are known.
    var isOfWaits: Bool {
        switch self {
        case .serviceLevel, .waitMean, .waitMedian, .waitP90: true
        default: false
        }
    }

    /// What counts of visits alone make of it; nil where they do not tell.
    func value(_ counts: QueueCounts) -> Value? {
        switch self {
        case .waiting: .count(counts.waiting)
        case .offered: .count(counts.offered)
        case .answered: .count(counts.answered)
        case .abandoned: .count(counts.abandoned)
        case .shortAbandoned: .count(counts.shortAbandoned)
        case .overflowed: .count(counts.overflowed)
        case .unstaffed: .count(counts.unstaffed)
        case .refused: .count(counts.refused)
        case .lost: .count(counts.lost)
        case .closed: .count(counts.closed)
        case .serviceLevel: .share(counts.serviceLevel)
        case .answerRate: .share(counts.answerRate)
        case .abandonRate: .share(counts.abandonRate)
        case .unstaffedRate: .share(counts.unstaffedRate)
        case .waitMean: .time(counts.speedOfAnswerMean, of: counts.waits.count)
        case .waitMedian: .time(counts.speedOfAnswerMedian, of: counts.waits.count)
        case .waitP90: .time(counts.speedOfAnswerP90, of: counts.waits.count)
        case .handleTime: .time(counts.handleTime, of: counts.handled)
        case .longestWait, .occupancy, .utilisation, .staffed, .belowPlan, .sosOpen, .sosUnacknowledged: nil
        }
    }

    /// Whether a visit is counted in it: in the numerator, where it is a rate.
    func counts(_ visit: Visit, _ targets: QueueTargets) -> Bool {
        let isShort = visit.facts.wait.map { $0 < targets.shortAbandon } ?? false
        return switch self {
        case .waiting, .longestWait: visit.outcome == nil
        case .offered: visit.outcome != nil && visit.outcome != .closed
        case .answered, .answerRate, .waitMean, .waitMedian, .waitP90: visit.outcome == .answered
        case .handleTime: visit.outcome == .answered && visit.facts.talkTime != nil
        case .abandoned, .abandonRate: visit.outcome == .abandoned && !isShort
        case .shortAbandoned: visit.outcome == .abandoned && isShort
        case .overflowed: visit.outcome == .overflowed
        case .unstaffed, .unstaffedRate: visit.outcome == .unstaffed
        case .refused: visit.outcome == .refused
        case .lost: visit.outcome == .lost
        case .closed: visit.outcome == .closed
        case .serviceLevel: visit.outcome == .answered && (visit.facts.wait.map { $0 <= targets.answer } ?? false)
        case .occupancy, .utilisation, .staffed, .belowPlan, .sosOpen, .sosUnacknowledged: false
        }
    }
}
