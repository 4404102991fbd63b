import HotlineDomain

/// The one set of formulas over a queue's counts. Every rate is a share with
/// both its numbers; where there is nothing to divide by it is undefined, never
/// 0 % and never 100 %.
extension QueueCounts {
    /// O: what the identity adds up to. Who still waits is not yet any of it.
    public var offered: Int { answered + abandoned + shortAbandoned + overflowed + unstaffed + refused + lost }

    /// The terms of the identity, in its order.
    public var identity: [(outcome: IdentityTerm, n: Int)] {
        [
            (.answered, answered), (.abandoned, abandoned), (.shortAbandoned, shortAbandoned),
            (.overflowed, overflowed), (.unstaffed, unstaffed), (.refused, refused), (.lost, lost),
        ]
    }

    /// A(w <= T) / (A + B + F + U + R), without those of whose wait nobody knows how long it was.
    public var serviceLevel: Share {
        Share(answeredInTarget, of: answered - waitUnknown + abandoned + overflowed + unstaffed + refused)
    }

    /// Answered visits over which a clock was set: left out wherever a wait is judged.
    public var waitUnknown: Int { answered - waits.count }

    /// A / (O - b - L)
    public var answerRate: Share { Share(answered, of: offered - shortAbandoned - lost) }
    /// B / (O - b - L)
    public var abandonRate: Share { Share(abandoned, of: offered - shortAbandoned - lost) }
    /// U / (O - L)
    public var unstaffedRate: Share { Share(unstaffed, of: offered - lost) }

    public var speedOfAnswerMean: Span? { waits.mean }
    public var speedOfAnswerMedian: Span? { waits.median }
    public var speedOfAnswerP90: Span? { waits.p90 }

    /// (talk + hold + wrap) / A, over those whose end was heard.
    public var handleTime: Span? {
        guard handled > 0 else { return nil }
        let n = Int64(handled)
        return Span(milliseconds: (handledMilliseconds * 2 + n) / (n * 2))
    }

    /// Of how many answered visits the handle time is known.
    public var handledOfAnswered: Share { Share(handled, of: answered) }

    /// Everything that somebody had to be there for: offered, but short abandoned.
    public var arrivals: Int { offered - shortAbandoned }

    /// max(now - queued) over those who wait; nil where nobody does.
    public static func longestWait(_ visits: some Sequence<QueueVisit>, at now: Instant) -> Span? {
        visits.compactMap { $0.waiting(at: now) }.max()
    }
}

/// The seven that every offered visit is exactly one of.
public enum IdentityTerm: String, Hashable, Sendable, CaseIterable {
    case answered
    case abandoned
    case shortAbandoned = "short_abandoned"
    case overflowed
    case unstaffed
    case refused
    case lost

    /// The letter that formulas use.
    public var letter: String {
        switch self {
        case .answered: "A"
        case .abandoned: "B"
        case .shortAbandoned: "b"
        case .overflowed: "F"
        case .unstaffed: "U"
        case .refused: "R"
        case .lost: "L"
        }
    }
}
