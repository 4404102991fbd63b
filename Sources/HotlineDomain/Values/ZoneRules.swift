/// When a place's clocks changed and what they showed from then on. The
/// domain does not know where the table comes from; the program reads it from
/// the system's time zone data.
public struct ZoneRules: Hashable, Sendable {
    public struct Change: Hashable, Sendable {
        /// From this moment on ...
        public let at: Instant
        /// ... clocks are this many seconds ahead of UTC.
        public let offsetSeconds: Int
        public init(at: Instant, offsetSeconds: Int) {
            self.at = at
            self.offsetSeconds = offsetSeconds
        }
    }

    /// The IANA name, `Europe/Chisinau`.
    public let name: String
    /// The offset before the first change.
    public let firstOffsetSeconds: Int
    /// In order of time.
    public let changes: [Change]

    public init(name: String, firstOffsetSeconds: Int, changes: [Change]) {
        self.name = name
        self.firstOffsetSeconds = firstOffsetSeconds
        self.changes = changes
    }

    public static let utc = ZoneRules(name: "UTC", firstOffsetSeconds: 0, changes: [])

    public func offsetSeconds(at instant: Instant) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffsetSeconds : changes[low - 1].offsetSeconds
    }

    public func wallClock(at instant: Instant) -> WallClock {
        let offset = offsetSeconds(at: instant)
        let local = instant.seconds + Int64(offset)
        return WallClock(
            date: BusinessDate(days: local.floorDivided(by: 86_400)),
            secondsOfDay: Int(local.floorRemainder(by: 86_400)), offsetSeconds: offset)
    }

    /// The moment a wall clock shows this date and time. A time that is shown
    /// twice (clocks go back) means the first; a time that is never shown
    /// (clocks go forward) means the moment of the change. Both ends of a
    /// shift go through here, so neighbouring shifts always meet.
    public func instant(_ date: BusinessDate, secondsOfDay: Int) -> Instant {
        let local = date.days * 86_400 + Int64(secondsOfDay)
        var offsets = [firstOffsetSeconds]
        let around = Instant(seconds: local - 2 * 86_400)...Instant(seconds: local + 2 * 86_400)
        offsets = [offsetSeconds(at: around.lowerBound)]
        for change in changes where around.contains(change.at) { offsets.append(change.offsetSeconds) }
        let candidates = offsets.map { Instant(seconds: local - Int64($0)) }
            .filter { $0.seconds + Int64(offsetSeconds(at: $0)) == local }
        if let first = candidates.min() { return first }
        // Inside a gap: the change itself.
        let skipped = changes.first {
            around.contains($0.at) && $0.at.seconds + Int64($0.offsetSeconds) > local
                && $0.at.seconds + Int64(offsetSeconds(at: $0.at - .seconds(1))) <= local
        }
        return skipped?.at ?? Instant(seconds: local - Int64(offsets[0]))
    }

    public func instant(_ date: BusinessDate, _ time: LocalTime) -> Instant {
        instant(date, secondsOfDay: time.minutes * 60)
    }

    public func date(at instant: Instant) -> BusinessDate { wallClock(at: instant).date }
}
