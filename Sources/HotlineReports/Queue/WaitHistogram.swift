import HotlineDomain

/// How long callers waited, by steps that a target and a short wait are among.
public struct WaitHistogram: Hashable, Sendable {
    public struct Step: Hashable, Sendable, Identifiable {
        /// Longer than this; nil: from nothing on.
        public let over: Span?
        /// And no longer than this; nil: however long.
        public let upTo: Span?
        public let answered: Int
        public let givenUp: Int
        public var id: Int64 { over?.milliseconds ?? -1 }

        public func holds(_ wait: Span) -> Bool {
            (over.map { wait > $0 } ?? true) && (upTo.map { wait <= $0 } ?? true)
        }
    }

    public let steps: [Step]

    public init(_ counts: QueueCounts) {
        let edges = WaitHistogram.edges(counts.targets)
        let (answered, givenUp) = (
            counts.waits.histogram(upTo: edges), counts.waitsGivenUp.histogram(upTo: edges)
        )
        steps = (0...edges.count).map { place in
            Step(
                over: place > 0 ? edges[place - 1] : nil, upTo: place < edges.count ? edges[place] : nil,
                answered: answered[place], givenUp: givenUp[place])
        }
    }

    static func edges(_ targets: QueueTargets) -> [Span] {
        let round: [Span] = [.seconds(10), .seconds(30), .minutes(1), .minutes(2), .minutes(5)]
        return Set(round + [targets.answer, targets.shortAbandon].filter { $0 > .zero }).sorted()
    }
}
