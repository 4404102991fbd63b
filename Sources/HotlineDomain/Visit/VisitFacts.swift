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
    }

    /// A moment, and whether it is known better than to the second.
    public struct Stamp: Hashable, Sendable, Codable {
        public let at: Instant
        public let isExact: Bool

        public init(at: Instant, isExact: Bool) {
            self.at = at
            self.isExact = isExact
        }
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
    public var outcome: Outcome? {
        switch ending {
        case nil: nil
        case .answered?: .answered
        case .abandoned?: .abandoned
        case .left(.nobodyOnDuty)?: .unstaffed
        case .left?: .overflowed
        case .refused(.full)?: .refused
        case .refused(.nobodyOnDuty)?: .unstaffed
        case .refused(.closed)?: .closed
        case .lost?: .lost
        }
    }

    public var `operator`: String? { if case .answered(let code)? = ending { code } else { nil } }

    /// From offered to the end of the wait; nil while it lasts. Never negative,
    /// whatever the clocks did.
    public var wait: Span? {
        guard let endedAt else { return nil }
        if case .refused? = ending { return Span(milliseconds: 0) }
        return Span(milliseconds: max(0, (endedAt.at - offered.at).milliseconds))
    }

    /// With the operator, hold not counted; nil while it lasts or where its end was not heard.
    public var talkTime: Span? {
        guard let ended = talk?.ended, let answered = endedAt, let held = talk?.held else { return nil }
        return Span(milliseconds: max(0, (ended.at - answered.at).milliseconds - held.milliseconds))
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
