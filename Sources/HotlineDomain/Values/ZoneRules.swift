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

    public func offsetSeconds(at instant: Instant) -> Int { offset(ofStretch: stretch(at: instant)) }

    /// Between two changes clocks run evenly. Stretch 0 lies before the first
    /// change, stretch n begins with change n - 1.
    private func stretch(at instant: Instant) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func offset(ofStretch stretch: Int) -> Int {
        stretch == 0 ? firstOffsetSeconds : changes[stretch - 1].offsetSeconds
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
        // No clock is two days off UTC: the search begins before the time and
        // takes the first stretch that has not ended when the time comes.
        var stretch = stretch(at: Instant(seconds: local - 2 * 86_400))
        while true {
            let shown = Instant(seconds: local - Int64(offset(ofStretch: stretch)))
            guard stretch < changes.count, shown >= changes[stretch].at else {
                return stretch == 0 ? shown : max(shown, changes[stretch - 1].at)
            }
            stretch += 1
        }
    }

    public func instant(_ date: BusinessDate, _ time: LocalTime) -> Instant {
        instant(date, secondsOfDay: time.minutes * 60)
    }

    /// What clocks showed before and after they skipped this time; nil for a
    /// time they show.
    public func gap(around date: BusinessDate, secondsOfDay: Int) -> (from: WallClock, to: WallClock)? {
        let change = instant(date, secondsOfDay: secondsOfDay)
        let after = wallClock(at: change)
        let isShown = after.date.days * 86_400 + Int64(after.secondsOfDay) == date.days * 86_400 + Int64(secondsOfDay)
        guard !isShown else { return nil }
        let local = change.seconds + Int64(offsetSeconds(at: change - .seconds(1)))
        let before = WallClock(
            date: BusinessDate(days: local.floorDivided(by: 86_400)),
            secondsOfDay: Int(local.floorRemainder(by: 86_400)),
            offsetSeconds: offsetSeconds(at: change - .seconds(1)))
        return (before, after)
    }

    public func date(at instant: Instant) -> BusinessDate { wallClock(at: instant).date }
}
