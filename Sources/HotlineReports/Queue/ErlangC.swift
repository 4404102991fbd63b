/// Queueing with nobody giving up (Erlang's formula C): how many callers wait,
/// and how long, when so much work comes to so many operators.
public struct ErlangC: Hashable, Sendable {
    /// Hours of talk that come in an hour.
    public let load: Double
    public let operators: Int
    /// The chance that a caller has to wait at all; 1 where work grows faster than it is done.
    public let waitProbability: Double
    private let handleSeconds: Double

    public init(arrivalsPerHour: Double, handleSeconds: Double, operators: Int) {
        load = max(0, arrivalsPerHour) * max(0, handleSeconds) / 3600
        self.operators = operators
        self.handleSeconds = handleSeconds
        guard Double(operators) > load else {
            waitProbability = 1
            return
        }
        // Formula B by its recursion: no factorial, no overflow, any number of operators.
        var blocked = 1.0
        for n in stride(from: 1, through: operators, by: 1) {
            blocked = load * blocked / (Double(n) + load * blocked)
        }
        let free = 1 - load / Double(max(1, operators))
        waitProbability = operators == 0 ? 1 : blocked / (free + (1 - free) * blocked)
    }

    /// The part of callers that wait no longer than this.
    public func answered(within seconds: Double) -> Double {
        guard Double(operators) > load, handleSeconds > 0 else { return load == 0 && operators > 0 ? 1 : 0 }
        return 1 - waitProbability * ErlangC.exponential(-(Double(operators) - load) * seconds / handleSeconds)
    }

    /// Mean wait of all callers; nil where the queue only grows.
    public var meanWaitSeconds: Double? {
        Double(operators) > load ? waitProbability * handleSeconds / (Double(operators) - load) : nil
    }

    public var occupancy: Double { operators > 0 ? min(1, load / Double(operators)) : 1 }

    /// e to the power of x, for x <= 0: halved until small, a short series, squared back.
    /// There is no library of such functions in this module.
    static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        var (small, halvings) = (x, 0)
        while small < -0.5 {
            small /= 2
            halvings += 1
        }
        var (sum, term) = (1.0, 1.0)
        for n in 1...16 {
            term *= small / Double(n)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}
