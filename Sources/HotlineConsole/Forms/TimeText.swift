import HotlineDomain

/// A time as people type it: `14:32`, `1432`, `-20` (minutes ago), `+30` (in
/// half an hour), `2009-09-14 14:32`, also with `T` between.
public enum TimeText {
    /// What a time of day without a date means.
    public enum Meaning: Sendable {
        /// The last time clocks showed it: today or yesterday.
        case past
        /// The next time they will: today or tomorrow.
        case future
    }

    /// Nil where it is no time, or one that clocks skipped.
    public static func instant(_ text: String, _ meaning: Meaning, now: Instant, zone: ZoneRules) -> Instant? {
        let text = text.split(separator: " ").joined(separator: " ")
        if let minutes = relative(text) { return now + .minutes(minutes) }
        if let time = time(text) { return nearest(time, meaning, now, zone) }
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 2, let date = BusinessDate(parts[0]), let time = time(parts[1]) else { return nil }
        return shown(time, on: date, zone)
    }

    private static func relative(_ text: String) -> Int64? {
        guard let sign = text.first, sign == "-" || sign == "+" else { return nil }
        let digits = text.dropFirst()
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let minutes = Int64(digits)
        else { return nil }
        return sign == "-" ? -minutes : minutes
    }

    static func time(_ text: some StringProtocol) -> LocalTime? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
        switch parts.count {
        case 1 where (3...4).contains(text.count):
            return LocalTime(twoDigits(text.dropLast(2)) + ":" + text.suffix(2))
        case 2: return LocalTime(twoDigits(parts[0]) + ":" + parts[1])
        default: return nil
        }
    }

    private static func twoDigits(_ hour: some StringProtocol) -> String {
        hour.count == 1 ? "0\(hour)" : String(hour)
    }

    private static func nearest(_ time: LocalTime, _ meaning: Meaning, _ now: Instant, _ zone: ZoneRules) -> Instant?
    {
        let today = zone.date(at: now)
        let thisDay = zone.instant(today, time)
        let date =
            switch meaning {
            case .past: thisDay <= now ? today : today - 1
            case .future: thisDay >= now ? today : today + 1
            }
        return shown(time, on: date, zone)
    }

    /// Nil where clocks skip this time on that day: nobody can have read it there.
    static func shown(_ time: LocalTime, on date: BusinessDate, _ zone: ZoneRules) -> Instant? {
        zone.gap(around: date, secondsOfDay: time.minutes * 60) == nil ? zone.instant(date, time) : nil
    }

    /// As it is put into a field: `2009-09-14 14:32`.
    public static func text(_ instant: Instant, zone: ZoneRules) -> String {
        let clock = zone.wallClock(at: instant)
        return "\(clock.date) \(clock.hour.padded(2)):\(clock.minute.padded(2))"
    }
}
