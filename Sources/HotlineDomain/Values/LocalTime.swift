/// A time of day on a wall clock, in minutes after midnight; 24:00 is the end
/// of the day.
public struct LocalTime: Hashable, Comparable, Sendable, Codable {
    public let minutes: Int

    /// 0 ... 1440
    public init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// `08:00`, `23:30`, `24:00`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 2, parts[1].count == 2,
            let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]), minute < 60
        else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }
    public static func < (a: LocalTime, b: LocalTime) -> Bool { a.minutes < b.minutes }
}

extension LocalTime: CustomStringConvertible {
    public var description: String { "\(hour.padded(2)):\(minute.padded(2))" }
}

/// What a wall clock in a time zone shows: the date, the hour, the minute and
/// how far it is ahead of UTC at that moment.
public struct WallClock: Hashable, Sendable {
    public let date: BusinessDate
    public let secondsOfDay: Int
    public let offsetSeconds: Int

    public var hour: Int { secondsOfDay / 3600 }
    public var minute: Int { secondsOfDay / 60 % 60 }
    public var second: Int { secondsOfDay % 60 }

    /// `2009-09-14T02:10:00+03:00`
    public var iso8601: String {
        let sign = offsetSeconds < 0 ? "-" : "+"
        let offset = abs(offsetSeconds) / 60
        return "\(date)T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
            + "\(sign)\((offset / 60).padded(2)):\((offset % 60).padded(2))"
    }
}
