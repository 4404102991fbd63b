import HotlineDomain

/// How many operators an hour ahead needs, by what such hours brought before.
/// Advice for a supervisor, with everything it takes for granted beside it.
public struct StaffingAdvice: Hashable, Sendable {
    /// What the formula takes for granted; a hotline knows where it does not hold.
    public enum Assumption: String, Hashable, Sendable, CaseIterable {
        /// Calls come by chance, one not because of another.
        case independentArrivals = "independent_arrivals"
        /// Lengths scatter widely around their mean.
        case scatteredHandleTimes = "scattered_handle_times"
        /// Nobody gives up: real callers do, so the advice errs towards too many.
        case nobodyGivesUp = "nobody_gives_up"
        /// Whoever is free takes whoever waits longest, in any line.
        case anyOperatorAnyCall = "any_operator_any_call"
        /// An hour is like the same hours of the weeks before, from its first minute to its last.
        case steadyHour = "steady_hour"
        /// Breaks come on top.
        case breaksNotCounted = "breaks_not_counted"
    }

    /// What such an hour was measured to bring.
    public struct Measured: Hashable, Sendable {
        /// Everything offered but short abandoned, in so many such hours.
        public let arrivals: Int
        public let hours: Int
        /// Visits that the handle time is a mean of.
        public let handled: Int
        public let handleTime: Span

        public init(arrivals: Int, hours: Int, handled: Int, handleTime: Span) {
            self.arrivals = arrivals
            self.hours = hours
            self.handled = handled
            self.handleTime = handleTime
        }

        /// A mean over fewer visits is a guess.
        public var isThin: Bool { arrivals < 30 || handled < 30 }
    }

    /// More than any hotline seats; the search ends here.
    static let operatorsMax = 1000

    public let measured: Measured
    public let operators: Int
    /// The service level expected with them, in thousandths.
    public let expectedPerMille: Int
    public let expectedWait: Span
    public let occupancyPerMille: Int

    /// Nil where nothing was measured. `goal`: the part to be answered within the
    /// target, in thousandths.
    public init?(_ measured: Measured, target: Span, goalPerMille: Int = 800) {
        guard measured.hours > 0, measured.handled > 0, measured.handleTime.milliseconds > 0 else { return nil }
        let rate = Double(measured.arrivals) / Double(measured.hours)
        let handle = Double(measured.handleTime.milliseconds) / 1000
        let targetSeconds = Double(target.milliseconds) / 1000
        let least = max(1, Int(rate * handle / 3600))
        guard least <= StaffingAdvice.operatorsMax else { return nil }
        var found: ErlangC?
        for operators in least...StaffingAdvice.operatorsMax {
            let queue = ErlangC(arrivalsPerHour: rate, handleSeconds: handle, operators: operators)
            if queue.answered(within: targetSeconds) * 1000 >= Double(goalPerMille) {
                found = queue
                break
            }
        }
        guard let found, let wait = found.meanWaitSeconds else { return nil }
        self.measured = measured
        operators = found.operators
        expectedPerMille = Int(found.answered(within: targetSeconds) * 1000)
        expectedWait = Span(milliseconds: Int64(wait * 1000))
        occupancyPerMille = Int(found.occupancy * 1000)
    }

    public var assumptions: [Assumption] { Assumption.allCases }
}
