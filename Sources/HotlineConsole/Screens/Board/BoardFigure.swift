import HotlineDomain
import HotlineReports

/// A figure of the board (DOMAIN.md section 6): its value from the counts, the
/// visits behind it, and the catalogue's words for its formula.
enum BoardFigure: String, CaseIterable, Hashable, Sendable {
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
    case speedOfAnswer = "speed_of_answer"
    case handleTime = "handle_time"
    case occupancy
    case utilisation

    enum Value {
        case count(Int)
        case share(Share)
        /// Mean, median and the time that nine of ten waited no longer.
        case times([Span?])
    }

    func value(_ counts: QueueCounts, _ duty: DutyTime) -> Value {
        switch self {
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
        case .speedOfAnswer:
            .times([counts.speedOfAnswerMean, counts.speedOfAnswerMedian, counts.speedOfAnswerP90])
        case .handleTime: .times([counts.handleTime])
        case .occupancy: .share(duty.occupancy)
        case .utilisation: .share(duty.utilisation)
        }
    }

    /// Whether a visit is counted in it: in the numerator, where it is a rate.
    func counts(_ visit: Visit, _ targets: QueueTargets) -> Bool {
        let isShort = visit.facts.wait.map { $0 < targets.shortAbandon } ?? false
        return switch self {
        case .offered: visit.outcome != nil && visit.outcome != .closed
        case .answered, .answerRate, .speedOfAnswer, .handleTime: visit.outcome == .answered
        case .abandoned, .abandonRate: visit.outcome == .abandoned && !isShort
        case .shortAbandoned: visit.outcome == .abandoned && isShort
        case .overflowed: visit.outcome == .overflowed
        case .unstaffed, .unstaffedRate: visit.outcome == .unstaffed
        case .refused: visit.outcome == .refused
        case .lost: visit.outcome == .lost
        case .closed: visit.outcome == .closed
        case .serviceLevel: visit.outcome == .answered && (visit.facts.wait.map { $0 <= targets.answer } ?? false)
        case .occupancy, .utilisation: false
        }
    }
}
