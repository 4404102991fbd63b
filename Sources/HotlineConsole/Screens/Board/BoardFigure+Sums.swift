import HotlineReports

extension BoardFigure {
    /// One side of a rate: the letters of the formula and what each came to.
    struct Sum {
        let terms: [(letter: String, n: Int)]

        /// `A + B + F = 8 + 1 + 0 = 9`
        var text: String {
            let total = terms.reduce(0) { $0 + $1.n }
            let letters = terms.map(\.letter).joined(separator: " + ")
            guard terms.count > 1 else { return "\(letters) = \(total)" }
            return "\(letters) = \(terms.map { "\($0.n)" }.joined(separator: " + ")) = \(total)"
        }
    }

    /// What counts of visits make of it: numerator, denominator, and what is in neither.
    func sums(_ counts: QueueCounts) -> (above: Sum, below: Sum?, without: Sum)? {
        let term = Dictionary(uniqueKeysWithValues: counts.identity.map { ($0.outcome, $0.n) })
        func sum(_ terms: [IdentityTerm]) -> Sum { Sum(terms: terms.map { ($0.letter, term[$0] ?? 0) }) }
        let all = IdentityTerm.allCases
        func rest(_ terms: [IdentityTerm]) -> Sum {
            Sum(terms: all.filter { !terms.contains($0) }.map { ($0.letter, term[$0] ?? 0) })
        }
        let judged = all.filter { $0 != .shortAbandoned && $0 != .lost }
        switch self {
        case .offered: return (sum(all), nil, Sum(terms: []))
        case .answered: return (sum([.answered]), nil, rest([.answered]))
        case .abandoned: return (sum([.abandoned]), nil, rest([.abandoned]))
        case .shortAbandoned: return (sum([.shortAbandoned]), nil, rest([.shortAbandoned]))
        case .overflowed: return (sum([.overflowed]), nil, rest([.overflowed]))
        case .unstaffed: return (sum([.unstaffed]), nil, rest([.unstaffed]))
        case .refused: return (sum([.refused]), nil, rest([.refused]))
        case .lost: return (sum([.lost]), nil, rest([.lost]))
        case .serviceLevel:
            let inTime = Sum(terms: [("A(w <= T)", counts.answeredInTarget)])
            return (inTime, sum(judged), rest(judged))
        case .answerRate: return (sum([.answered]), sum(judged), rest(judged))
        case .abandonRate: return (sum([.abandoned]), sum(judged), rest(judged))
        case .unstaffedRate:
            let known = all.filter { $0 != .lost }
            return (sum([.unstaffed]), sum(known), rest(known))
        case .waitMean, .waitMedian, .waitP90:
            return (Sum(terms: [("A", counts.waits.count)]), nil, rest([.answered]))
        case .handleTime:
            let known = Sum(terms: [("A", counts.handled)])
            let unheard = Sum(terms: [("A", counts.answered - counts.handled)])
            return (known, nil, unheard)
        case .waiting, .longestWait, .closed, .occupancy, .utilisation, .staffed, .belowPlan, .sosOpen,
            .sosUnacknowledged:
            return nil
        }
    }
}
