import HotlineDomain

extension Instant {
    /// `2026-11-21T11:59:26.21Z` or with an offset, `+02:00`. Without one it
    /// would be nobody's time: nil.
    init?(iso8601 text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let date = BusinessDate(halves[0]) else { return nil }
        let rest = halves[1]
        guard let mark = rest.lastIndex(where: { $0 == "Z" || $0 == "+" || $0 == "-" }),
            let offset = Instant.offset(rest[mark...]), let time = Instant.timeOfDay(rest[..<mark])
        else { return nil }
        self.init(milliseconds: date.days * 86_400_000 + time - offset)
    }

    /// Milliseconds since midnight.
    private static func timeOfDay(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 2, parts[1].count == 2, let hour = Int64(parts[0]),
            let minute = Int64(parts[1]), let seconds = Instant(decimalSeconds: parts[2]), (0...23).contains(hour),
            (0...59).contains(minute), seconds.milliseconds < 61_000
        else { return nil }
        return (hour * 60 + minute) * 60_000 + seconds.milliseconds
    }

    private static func offset(_ text: Substring) -> Int64? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hours = Int64(parts[0]),
            let minutes = Int64(parts[1]), (0...23).contains(hours), (0...59).contains(minutes)
        else { return nil }
        return (hours * 60 + minutes) * (text.first == "-" ? -60_000 : 60_000)
    }
}
