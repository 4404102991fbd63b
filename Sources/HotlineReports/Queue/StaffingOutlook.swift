import HotlineDomain

/// What an hour brought in one of the weeks before.
public struct HourSample: Hashable, Sendable {
    /// Visits offered, but short abandoned.
    public let arrivals: Int
    public let handled: Int
    public let handledMilliseconds: Int64

    public init(arrivals: Int, handled: Int, handledMilliseconds: Int64) {
        self.arrivals = arrivals
        self.handled = handled
        self.handledMilliseconds = handledMilliseconds
    }
}

/// What the hours ahead are advised by: the same hours of the same weekday in
/// the weeks before.
public struct StaffingOutlook: Sendable {
    public static let hoursAhead = 24
    /// How many weeks back the same hours are looked at.
    public static let weeks = 8

    /// The hour that is now, from its beginning on the clock.
    public let start: Instant
    /// By the hours ahead; each holds fewer than `weeks` where the switch is new.
    private let advice: [StaffingAdvice?]

    public init(start: Instant, samples: [[HourSample]], target: Span) {
        self.start = start
        // An hour of its own has too few calls to tell how long they take.
        let (visits, milliseconds) = samples.joined().reduce((0, Int64(0))) {
            ($0.0 + $1.handled, $0.1 + $1.handledMilliseconds)
        }
        advice = samples.map { hours in
            guard visits > 0 else { return nil }
            let measured = StaffingAdvice.Measured(
                arrivals: hours.reduce(0) { $0 + $1.arrivals }, hours: hours.count, handled: visits,
                handleTime: Span(milliseconds: milliseconds / Int64(visits)))
            return StaffingAdvice(measured, target: target)
        }
    }

    /// Nil for an hour that is not ahead, and where nothing was measured.
    public func advice(forHourFrom moment: Instant) -> StaffingAdvice? {
        let place = Int((moment - start).milliseconds / 3_600_000)
        return moment >= start && advice.indices.contains(place) ? advice[place] : nil
    }

    public static func start(_ now: Instant, _ zone: ZoneRules) -> Instant {
        let past = Int64(zone.wallClock(at: now).secondsOfDay % 3600)
        return Instant(seconds: now.seconds - past)
    }
}
