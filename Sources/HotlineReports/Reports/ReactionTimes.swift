import HotlineDomain

/// How soon somebody took an SOS in hand: from raising it to acknowledging it.
public struct ReactionTimes: Hashable, Sendable {
    /// Within how long the hotline wants it acknowledged.
    public let target: Span
    /// Every SOS that was raised.
    public let raised: Int
    public let inTarget: Int
    /// Of those acknowledged.
    public let times: WaitDistribution

    /// `waits`: one each SOS, nil while nobody has acknowledged it.
    public init(_ waits: [Span?], target: Span) {
        self.target = target
        raised = waits.count
        var times = WaitDistribution()
        for wait in waits.compactMap(\.self) { times.add(wait) }
        self.times = times
        inTarget = waits.compactMap(\.self).filter { $0 <= target }.count
    }

    public var acknowledged: Share { Share(times.count, of: raised) }
    /// Of all that were raised: one that nobody has acknowledged is not in time.
    public var inTime: Share { Share(inTarget, of: raised) }
}
