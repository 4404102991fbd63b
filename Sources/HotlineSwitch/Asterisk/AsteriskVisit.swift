import HotlineDomain

/// A call as Asterisk knows it, while anything of it may still be heard.
struct AsteriskCall: Sendable {
    /// How often it came to wait in a queue: part of a visit's name.
    var stays: [String: Int] = [:]
    /// A call is in one queue at a time.
    var open: AsteriskVisit?
    /// The dialled number, where a call came in.
    var dialled: String?
    var refusals = 0
    /// What the last refusal of it was, to know its echo by.
    var refused: (status: String, at: Span)?
}

/// An open visit and what it waits to hear.
struct AsteriskVisit: Sendable {
    enum Stage: Hashable, Sendable {
        case waiting
        /// Out of the queue, not yet said why: an answer follows, or a key was pressed.
        case leaving(at: Instant)
        /// `QueueCallerAbandon` is also sent for time-out and the like: a caller who
        /// gave up hangs up at once.
        case abandoning(at: Instant)
        /// Hung up while waiting; the queue will say so. `unheard`: they were not
        /// among those who wait any more, and may have been answered before.
        case hungUp(at: Instant, unheard: Bool)
        /// Not among those who wait after a gap; events still under way may say why.
        case missing(at: Instant)
        case talking(AsteriskTalk)
        /// Hung up while talking; how it ended follows.
        case ending(AsteriskTalk, at: Instant)
    }

    let caller: WaitingCaller
    let uniqueid: String
    let queue: String
    var stage = Stage.waiting
    /// By the steady clock: what was not heard by then is decided without.
    var deadline: Span?
    /// Who hears it ring, by code.
    var offered: Set<String> = []

    var isInQueue: Bool {
        switch stage {
        case .waiting, .missing: true
        case .leaving, .abandoning, .hungUp, .talking, .ending: false
        }
    }

    var talk: AsteriskTalk? {
        switch stage {
        case .talking(let talk), .ending(let talk, _): talk
        case .waiting, .leaving, .abandoning, .hungUp, .missing: nil
        }
    }
}

/// The operator's side of an answered visit.
struct AsteriskTalk: Hashable, Sendable {
    let interface: String
    let code: String
    /// The channel to the operator.
    let leg: String?
    let since: Instant
    var isHeld = false
    /// Nothing was heard for a while in between.
    var isDoubtful = false
    /// When the operator's device was found free: the talk ended unheard.
    var foundOver: Instant?
}

/// A visit that is over, kept a while: the switch may yet put it right.
struct AsteriskClosed: Sendable {
    let id: SwitchCallID
    let uniqueid: String
    let queue: String
    let abandonedAt: Instant?
    let isUnexplained: Bool
    /// Its talk was taken for over; its end may yet be heard.
    let isTalkLost: Bool
    let closedAt: Instant
}
