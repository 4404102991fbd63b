import HotlineDomain

/// Hours of a shift as people type them: `10:00–14:00`, `10-14`, `2200 0600`.
public enum HoursText {
    /// From a time of this date to the next time clocks show the other; nil where it is no pair of times.
    public static func range(_ text: String, on date: BusinessDate, zone: ZoneRules) -> Range<Instant>? {
        let parts = text.split { $0.isWhitespace || "-\u{2013}\u{2014}".contains($0) }
        guard parts.count == 2, let from = time(parts[0]), let to = time(parts[1]) else { return nil }
        guard let start = TimeText.shown(from, on: date, zone),
            let end = TimeText.shown(to, on: from < to ? date : date + 1, zone), start < end
        else { return nil }
        return start..<end
    }

    /// Times of day between which something is so: `18:00-20:30, 9-11`. None for
    /// nothing; nil where a part of it is no pair of times.
    public static func windows(_ text: String) -> [OpeningHours]? {
        var found: [OpeningHours] = []
        for part in text.split(whereSeparator: { ",;".contains($0) }) where !part.allSatisfy(\.isWhitespace) {
            guard let window = hours(String(part)), window.from != window.to else { return nil }
            found.append(window)
        }
        return found
    }

    /// When something is open, every day: `8-20`, `18:00–02:00`, `00:00-24:00`; nil where it is no pair of times.
    public static func hours(_ text: String) -> OpeningHours? {
        let ends = text.split { $0.isWhitespace || "-\u{2013}\u{2014}".contains($0) }
        guard ends.count == 2, let from = time(ends[0]), let to = time(ends[1]), from.minutes < 1440 else {
            return nil
        }
        return OpeningHours(from: from, to: to)
    }

    public static func text(_ windows: [OpeningHours]) -> String {
        windows.map(\.description).joined(separator: ", ")
    }

    private static func time(_ text: Substring) -> LocalTime? {
        let isHour = text.count <= 2 && !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        return TimeText.time(isHour ? "\(text):00" : String(text))
    }

    /// As it is put into a field: `08:00–15:30`.
    public static func text(_ hours: Range<Instant>, zone: ZoneRules) -> String {
        [hours.lowerBound, hours.upperBound].map { instant in
            let clock = zone.wallClock(at: instant)
            return "\(clock.hour.padded(2)):\(clock.minute.padded(2))"
        }.joined(separator: "\u{2013}")
    }
}
