/// A month in the list of all of them.
public struct MonthState: Hashable, Sendable, Identifiable {
    public enum Status: Hashable, Sendable {
        /// Its figures are final. `digest`: of them; `definitions`: the version of the formulas; by whom, and when.
        case closed(digest: String, definitions: Int, Stamp)
        /// It is over, and whoever closes months has it before them.
        case open
        /// It is not over.
        case running

        /// As scripts know it.
        public var code: String {
            switch self {
            case .closed: "closed"
            case .open: "open"
            case .running: "running"
            }
        }

        /// Of one that is not closed.
        public init(isOver: Bool) { self = isOver ? .open : .running }
    }

    public let month: Period
    public let status: Status

    public init(_ month: Period, _ status: Status) {
        self.month = month
        self.status = status
    }

    public var id: BusinessDate { month.first }
    public var isClosed: Bool { if case .closed = status { true } else { false } }

    /// From the first one to today's. An open month in which nothing was counted is left out
    /// until its turn comes: years may lie between the last call and today.
    ///
    /// - Parameters:
    ///   - closed: by their first days.
    ///   - counted: first days of the open months in which something was counted.
    public static func all(
        closed: [BusinessDate: Status], counted: Set<BusinessDate>, today: BusinessDate
    ) -> [MonthState] {
        guard let first = (Array(closed.keys) + Array(counted)).min(), first <= today else { return [] }
        var states: [MonthState] = []
        var month = Period(month: first)
        var hasTurn = true
        while month.first <= today {
            let isRunning = today <= month.last
            if let status = closed[month.first] {
                states.append(MonthState(month, status))
            } else if hasTurn || isRunning || counted.contains(month.first) {
                states.append(MonthState(month, Status(isOver: !isRunning)))
                hasTurn = false
            }
            month = Period(month: month.last + 1)
        }
        return states
    }
}
