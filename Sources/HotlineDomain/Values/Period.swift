/// A run of business dates that has a name: a day, a month, a quarter, a year,
/// or months from one to another.
public struct Period: Hashable, Sendable {
    /// As it was written: `2009-09-14`, `2009-09`, `2009-Q3`, `2009`, `2008-10/2009-09`.
    public let name: String
    public let first: BusinessDate
    public let last: BusinessDate

    /// Nil for anything but the five forms, and for a range that ends before it starts.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        if ends.count == 2 {
            guard let from = Period(month: ends[0]), let to = Period(month: ends[1]), from.first <= to.last
            else { return nil }
            // From a month to itself is that month, by its one name.
            self = from == to ? from : Period(name: String(text), first: from.first, last: to.last)
        } else if let day = BusinessDate(text) {
            self.init(name: String(text), first: day, last: day)
        } else if let month = Period(month: text) {
            self = month
        } else if let quarter = Period(quarter: text) {
            self = quarter
        } else if text.count == 4, let year = Int(digits: text),
            let first = BusinessDate(year: year, month: 1, day: 1),
            let last = BusinessDate(year: year, month: 12, day: 31)
        {
            self.init(name: String(text), first: first, last: last)
        } else {
            return nil
        }
    }

    public init(month date: BusinessDate) {
        let first = date.firstOfMonth
        self.init(
            name: "\(first.year.padded(4))-\(first.month.padded(2))", first: first,
            last: first + (BusinessDate.length(ofMonth: first.month, year: first.year) - 1))
    }

    public init(day date: BusinessDate) { self.init(name: "\(date)", first: date, last: date) }

    private init(name: String, first: BusinessDate, last: BusinessDate) {
        self.name = name
        self.first = first
        self.last = last
    }

    private init?(month text: some StringProtocol) {
        guard text.count == 7, let first = BusinessDate("\(text)-01") else { return nil }
        self.init(month: first)
    }

    private init?(quarter text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(digits: parts[0]), parts[1].count == 2,
            parts[1].first == "Q", let quarter = Int(digits: parts[1].dropFirst()), (1...4).contains(quarter),
            let first = BusinessDate(year: year, month: quarter * 3 - 2, day: 1),
            let lastMonth = BusinessDate(year: year, month: quarter * 3, day: 1)
        else { return nil }
        self.init(name: String(text), first: first, last: Period(month: lastMonth).last)
    }

    public func contains(_ date: BusinessDate) -> Bool { first <= date && date <= last }

    /// The months this period touches, in order.
    public var months: [Period] {
        var found: [Period] = []
        var next = first.firstOfMonth
        while next <= last {
            let month = Period(month: next)
            found.append(month)
            next = month.last + 1
        }
        return found
    }
}
