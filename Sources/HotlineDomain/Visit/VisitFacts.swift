/// What is known of a visit, from the moment it was offered to the last word on
/// it. Facts may come in any order, twice, and from two sources: `merged` makes
/// the same of them however they came.
public struct VisitFacts: Hashable, Sendable, Codable, Identifiable {
    /// What became of the wait, the seven of the identity; short and long
    /// abandoned are told apart by a setting, not here.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        case answered, abandoned, overflowed, unstaffed, refused, lost
        /// Came while the line was closed: counted apart.
        case closed
    }

    /// How the wait ended, in the switch's words.
    public enum Ending: Hashable, Sendable, Codable {
        case answered(by: String)
        case abandoned
        case left(LeftBecause)
        case refused(RefusedBecause)
        case lost

        public var outcome: Outcome {
            switch self {
            case .answered: .answered
            case .abandoned: .abandoned
            case .left(.nobodyOnDuty): .unstaffed
            case .left: .overflowed
            case .refused(.full): .refused
            case .refused(.nobodyOnDuty): .unstaffed
            case .refused(.closed): .closed
            case .lost: .lost
            }
        }
    }

    /// A moment, and whether it is known better than to the second.
    public struct Stamp: Hashable, Sendable, Codable {
        public let at: Instant
        public let isExact: Bool
        /// Nil for nearly all.
        private let afterSetting: Bool?

        /// The clock was set between the moment before and this one: how long it was nobody knows.
        public var clockWasSet: Bool { afterSetting ?? false }

        public init(at: Instant, isExact: Bool, clockWasSet: Bool = false) {
            self.at = at
            self.isExact = isExact
            afterSetting = clockWasSet ? true : nil
        }

        /// From that moment to this one; nil where nobody knows. A log's whole
        /// seconds may lie before the exact moment they are of.
        func length(since start: Stamp) -> Span? {
            let length = (at - start.at).milliseconds
            guard !clockWasSet, length >= -Stamp.leeway.milliseconds else { return nil }
            return Span(milliseconds: max(0, length))
        }

        /// An end so much before its beginning is nobody's mistake yet.
        public static let leeway = Span.seconds(2)
    }

    /// What followed an answer.
    public struct Talk: Hashable, Sendable, Codable {
        /// Nil while it lasts, and for ever where its end was not heard.
        public var ended: Stamp?
        public var by = EndedBy.unknown
        /// Its end will not be heard any more.
        public var isLost = false
        public var held = Span(milliseconds: 0)
        public var wrap = Span(milliseconds: 0)

        public init() {}
    }

    public let id: SwitchCallID
    /// The visits of one call share it: a transfer makes another visit, not another call.
    public let call: String
    public var line: String
    public var country: String?
    public var language: String?
    /// When the wait began, or would have begun.
    public var offered: Stamp
    /// Nil while the caller waits.
    public var ending: Ending?
    public var endedAt: Stamp?
    /// Nil for all but answered visits.
    public var talk: Talk?
    /// Nil for nobody: most of what is told of a visit knows of no telephone.
    var ringing: [Ring]?

    public init(
        id: SwitchCallID, call: String, line: String, country: String? = nil, language: String? = nil,
        offered: Stamp
    ) {
        self.id = id
        self.call = call
        self.line = line
        self.country = country
        self.language = language
        self.offered = offered
    }

    /// Shown where the switch did not say which line it was.
    public static let unknownLine = "?"

    public var isWaiting: Bool { ending == nil }
    public var isTalking: Bool { talk.map { $0.ended == nil && !$0.isLost } ?? false }
    public var isOver: Bool { !isWaiting && !isTalking }

    /// Nil while the caller waits.
    public var outcome: Outcome? { ending?.outcome }

    public var `operator`: String? { if case .answered(let code)? = ending { code } else { nil } }

    /// From offered to the end of the wait; nil while it lasts, and where the
    /// clocks contradict each other: a wait that is not known is no short one.
    public var wait: Span? {
        guard let endedAt else { return nil }
        if case .refused? = ending { return Span(milliseconds: 0) }
        return endedAt.length(since: offered)
    }

    /// With the operator, hold not counted; nil while it lasts, where its end was
    /// not heard, and where the clocks contradict each other.
    public var talkTime: Span? {
        guard let ended = talk?.ended, let answered = endedAt, let held = talk?.held,
            let length = ended.length(since: answered)
        else { return nil }
        return Span(milliseconds: max(0, length.milliseconds - held.milliseconds))
    }

    /// Why a call left the line without an answer, and not by the caller's will.
    public enum LeftBecause: String, Hashable, Sendable, CaseIterable, Codable {
        case timedOut = "timed_out"
        case byKey = "by_key"
        case withdrawn
        case switchStopping = "switch_stopping"
        case nobodyOnDuty = "nobody_on_duty"
        /// The switch did not say.
        case unknown
    }

    /// Why a call never came to wait.
    public enum RefusedBecause: String, Hashable, Sendable, CaseIterable, Codable {
        case full
        case nobodyOnDuty = "nobody_on_duty"
        case closed
    }

    public enum EndedBy: String, Hashable, Sendable, CaseIterable, Codable {
        case caller
        case `operator`
        case transfer
        case unknown
    }
}
