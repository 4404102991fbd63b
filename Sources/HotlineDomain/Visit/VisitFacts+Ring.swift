extension VisitFacts {
    /// A caller who waits rings at an operator's telephone.
    public struct Ring: Hashable, Sendable, Codable {
        public let `operator`: String
        public let since: Instant
        /// Nil while it rings.
        public var ended: Instant?

        public init(operator code: String, since: Instant, ended: Instant? = nil) {
            self.operator = code
            self.since = since
            self.ended = ended
        }

        /// The later one; of one and the same, the one whose end is known.
        func later(_ other: Ring) -> Ring {
            if since != other.since { return since > other.since ? self : other }
            let ends = [ended, other.ended].compactMap(\.self)
            return Ring(operator: self.operator, since: since, ended: ends.max())
        }
    }

    /// No telephone rings for longer; the end of one that seems to was not heard.
    public static let ringMax = Span.minutes(3)

    /// The last at each operator, while the caller waits; nobody's any more after that.
    public var rings: [Ring] {
        get { ringing ?? [] }
        set { ringing = newValue.isEmpty ? nil : newValue }
    }

    /// Since when it rings at this operator's telephone; nil where it does not.
    public func ringsSince(at code: String, now: Instant) -> Instant? {
        guard isWaiting else { return nil }
        return rings.first { $0.operator == code && $0.ended == nil && now - $0.since < VisitFacts.ringMax }?.since
    }

    public mutating func ring(at code: String, since: Instant) { add(Ring(operator: code, since: since)) }

    /// An end without a beginning tells nothing.
    public mutating func endRing(at code: String, _ instant: Instant) {
        guard var ring = rings.first(where: { $0.operator == code }), ring.ended == nil, instant >= ring.since else {
            return
        }
        ring.ended = instant
        add(ring)
    }

    mutating func mergeRings(with other: VisitFacts) {
        guard isWaiting else {
            rings = []
            return
        }
        for ring in other.rings { add(ring) }
    }

    private mutating func add(_ ring: Ring) {
        guard isWaiting else { return }
        let known = rings.first { $0.operator == ring.operator }
        let others = rings.filter { $0.operator != ring.operator }
        rings = (others + [known?.later(ring) ?? ring]).sorted { $0.operator < $1.operator }
    }
}
