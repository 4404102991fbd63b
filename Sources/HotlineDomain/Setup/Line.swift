/// An inbound number.
public struct Line: Hashable, Sendable, Codable {
    /// Short and stable: `ru`, `eu`.
    public var code: String
    public var name: String
    /// As callers dial it, `00-800-455-05-555`; never parsed.
    public var dialled: String
    /// ISO 3166 alpha-2 codes of the countries it can be called from.
    public var countries: [String]
    /// ISO 639-1 codes it answers in; the first is what a call is taken to be in.
    public var languages: [String]
    /// IANA name; business dates and local hours of its calls are read off this clock.
    public var zone: String
    /// When somebody is meant to answer, on the clock of its zone.
    public var hours: OpeningHours
    /// No call can be dated earlier.
    public var since: BusinessDate
    /// The last day it opens on; nil: until further notice.
    public var until: BusinessDate?

    public init(
        code: String, name: String, dialled: String, countries: [String], languages: [String], zone: String,
        hours: OpeningHours, since: BusinessDate, until: BusinessDate? = nil
    ) {
        self.code = code
        self.name = name
        self.dialled = dialled
        self.countries = countries
        self.languages = languages
        self.zone = zone
        self.hours = hours
        self.since = since
        self.until = until
    }
}

extension Line {
    /// Whether it opens on this date.
    public func opens(on date: BusinessDate) -> Bool { since <= date && (until.map { date <= $0 } ?? true) }

    /// Whether a call of this date can be its: the night that begins on its
    /// last day still belongs to it.
    public func takesCalls(on date: BusinessDate) -> Bool {
        opens(on: date) || (hours.crossesMidnight && opens(on: date - 1))
    }

    /// Its last night was over by then.
    public func hasClosed(before date: BusinessDate) -> Bool {
        until.map { (hours.crossesMidnight ? $0 + 1 : $0) < date } ?? false
    }

    /// Whether somebody is meant to answer when its clock shows this. Before its
    /// first day too: what a switch tells of then is counted as it was.
    func isOpen(at clock: WallClock) -> Bool {
        let minute = clock.hour * 60 + clock.minute
        guard hours.contains(minuteOfDay: minute) else { return false }
        let isOfDayBefore = hours.crossesMidnight && minute < hours.to.minutes
        return until.map { (isOfDayBefore ? clock.date - 1 : clock.date) <= $0 } ?? true
    }
}

extension Hotline {
    /// Those that calls can come in on that day.
    public func linesOpen(on date: BusinessDate) -> [Line] { lines.filter { $0.takesCalls(on: date) } }
}
