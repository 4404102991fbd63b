import HotlineDomain

/// One operator in one state of the list `operator_state` for a while.
public struct DutyStretch: Hashable, Sendable {
    public let `operator`: String
    public let state: String
    public let from: Instant
    public let to: Instant

    public init(operator: String, state: String, from: Instant, to: Instant) {
        self.operator = `operator`
        self.state = state
        self.from = from
        self.to = to
    }

    func length(from start: Instant, to end: Instant) -> Int64 {
        max(0, (min(to, end) - max(from, start)).milliseconds)
    }

    /// Takes calls, or is with one or writing it up.
    var isStaffing: Bool { ["available", "ringing", "on_call", "held", "wrap_up"].contains(state) }
}

/// What operators' time on duty went into.
public struct DutyTime: Hashable, Sendable {
    /// In milliseconds, as everything here.
    public private(set) var talk: Int64 = 0
    public private(set) var hold: Int64 = 0
    public private(set) var wrap: Int64 = 0
    /// Ready and without a caller; a call that only rings is not answered yet.
    public private(set) var available: Int64 = 0
    public private(set) var signedOn: Int64 = 0

    /// The parts of the stretches that lie within the period.
    public init(_ stretches: some Sequence<DutyStretch>, from: Instant, to: Instant) {
        for stretch in stretches where stretch.state != "signed_off" {
            let length = stretch.length(from: from, to: to)
            signedOn += length
            switch stretch.state {
            case "on_call": talk += length
            case "held": hold += length
            case "wrap_up": wrap += length
            case "available", "ringing": available += length
            default: break
            }
        }
    }

    public static func + (a: DutyTime, b: DutyTime) -> DutyTime {
        var sum = a
        sum.talk += b.talk
        sum.hold += b.hold
        sum.wrap += b.wrap
        sum.available += b.available
        sum.signedOn += b.signedOn
        return sum
    }

    private var busy: Int64 { talk + hold + wrap }

    /// (talk + hold + wrap) / (talk + hold + wrap + available), in seconds.
    public var occupancy: Share { DutyTime.share(busy, of: busy + available) }
    /// The same over signed-on time.
    public var utilisation: Share { DutyTime.share(busy, of: signedOn) }

    private static func share(_ n: Int64, of total: Int64) -> Share {
        Share(Int((n + 500) / 1000), of: Int((total + 500) / 1000))
    }
}
