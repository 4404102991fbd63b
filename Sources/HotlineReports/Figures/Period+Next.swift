import HotlineDomain

extension Period {
    /// The stretch of the same length right after this one, named in the same
    /// form. Nil at the end of the calendar.
    public var next: Period? {
        if first == last { return Period(day: last + 1) }
        let months = months.count
        let start = last + 1
        guard let end = start.firstOfMonth(after: months - 1) else { return nil }
        if name.contains("/") { return Period("\(Period(month: start).name)/\(Period(month: end).name)") }
        switch months {
        case 1: return Period(month: start)
        case 3: return Period("\(start.year.padded(4))-Q\((start.month + 2) / 3)")
        default: return Period(start.year.padded(4))
        }
    }

    /// The year of a project that begins with this month, 1 ... 12, in which a date lies.
    public static func projectYear(of date: BusinessDate, startMonth: Int) -> Period? {
        if startMonth == 1 { return Period(date.year.padded(4)) }
        let year = date.month < startMonth ? date.year - 1 : date.year
        guard let start = BusinessDate(year: year, month: startMonth, day: 1), let end = start.firstOfMonth(after: 11)
        else { return nil }
        return Period("\(Period(month: start).name)/\(Period(month: end).name)")
    }
}

extension BusinessDate {
    fileprivate func firstOfMonth(after count: Int) -> BusinessDate? {
        let months = year * 12 + month - 1 + count
        return BusinessDate(year: months / 12, month: months % 12 + 1, day: 1)
    }
}
