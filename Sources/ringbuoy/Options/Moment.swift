import HotlineDomain

/// A time as somebody types it: `2009-09-14T02:10`, with seconds, with an
/// offset or `Z`. Without an offset it is what the clock on the wall shows.
struct Moment: Hashable {
    private let typed: String
    private let date: BusinessDate
    private let secondsOfDay: Int
    private let offsetSeconds: Int?

    init?(_ text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let date = BusinessDate(halves[0]) else { return nil }
        var clock = halves[1]
        if clock.hasSuffix("Z") {
            offsetSeconds = 0
            clock.removeLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let offset = LocalTime(clock[clock.index(after: sign)...]), offset.hour <= 18 else { return nil }
            offsetSeconds = offset.minutes * (clock[sign] == "-" ? -60 : 60)
            clock = clock[..<sign]
        } else {
            offsetSeconds = nil
        }
        guard let time = LocalTime(clock.prefix(5)), let seconds = Moment.seconds(clock.dropFirst(5)) else {
            return nil
        }
        typed = text
        self.date = date
        secondsOfDay = time.minutes * 60 + seconds
    }

    /// `:27`, or nothing.
    private static func seconds(_ text: Substring) -> Int? {
        if text.isEmpty { return 0 }
        guard text.count == 3, text.first == ":", let seconds = LocalTime("00" + text)?.minute else { return nil }
        return seconds
    }

    /// `zone`: the clock on whose wall it was read, where no offset was typed.
    /// Refuses a time that clock skipped: nobody can have read it there.
    func instant(_ zone: ZoneRules) throws(InputError) -> Instant {
        guard let offsetSeconds else {
            if let gap = zone.gap(around: date, secondsOfDay: secondsOfDay) {
                throw .timeSkipped(typed, zone: zone.name, from: gap.from, to: gap.to)
            }
            return zone.instant(date, secondsOfDay: secondsOfDay)
        }
        return Instant(seconds: date.days * 86_400 + Int64(secondsOfDay - offsetSeconds))
    }
}
