/// A day of the civil calendar, without a time zone. A call's business date is
/// the date on which the shift it fell into started.
public struct BusinessDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; what is stored.
    public let days: Int64

    public init(days: Int64) { self.days = days }

    /// Nil where there is no such day, 2009-02-29 for one. Years 1900 to 2199.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month),
            (1...BusinessDate.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(days: BusinessDate.daysFromCivil(year, month, day))
    }

    /// ISO 8601 `2009-09-14`, nothing else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(digits: parts[0]), let month = Int(digits: parts[1]), let day = Int(digits: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (a: BusinessDate, b: BusinessDate) -> Bool { a.days < b.days }
    public static func + (a: BusinessDate, days: Int) -> BusinessDate { BusinessDate(days: a.days + Int64(days)) }
    public static func - (a: BusinessDate, days: Int) -> BusinessDate { BusinessDate(days: a.days - Int64(days)) }
    public static func - (a: BusinessDate, b: BusinessDate) -> Int { Int(a.days - b.days) }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }
    public var weekday: Weekday { Weekday.allCases[Int((days + 3).floorRemainder(by: 7))] }

    public var firstOfMonth: BusinessDate { self - (day - 1) }

    static func length(ofMonth month: Int, year: Int) -> Int {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Year, month and day in the proleptic Gregorian calendar. The method is
    /// the usual one of eras of 400 years that begin on the first of March.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1))
    }

    private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = y.floorDivided(by: 400)
        let yearOfEra = y - era * 400
        let marchMonth = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * marchMonth + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension BusinessDate: CustomStringConvertible {
    /// ISO 8601, `2009-09-14`.
    public var description: String {
        let (year, month, day) = civil
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }
}

extension BusinessDate: Codable {
    public init(from decoder: any Decoder) throws {
        days = try decoder.singleValueContainer().decode(Int64.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(days)
    }
}

/// Monday is 1, as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable, Codable, Hashable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// `mon` ... `sun`: how a roster writes it and what counts are keyed by.
    public var code: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue - 1] }
    public init?(code: some StringProtocol) {
        guard let found = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }
}

extension Int {
    /// Digits only: no sign, no space, no Unicode digits.
    init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.init(text)
    }

    /// With zeros in front, at least `width` digits.
    public func padded(_ width: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
    }
}
