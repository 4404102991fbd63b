import HotlineDomain

extension Period {
    /// The stretch of the same length right before this one, named in the same
    /// form: September before October, the second quarter before the third.
    /// Nil at the beginning of the calendar.
    public var previous: Period? {
        if first == last { return Period(day: first - 1) }
        let months = months.count
        guard let start = month(before: months) else { return nil }
        if name.contains("/") { return Period("\(Period(month: start).name)/\(Period(month: first - 1).name)") }
        switch months {
        case 1: return Period(month: start)
        case 3: return Period("\(start.year.padded(4))-Q\((start.month + 2) / 3)")
        default: return Period(start.year.padded(4))
        }
    }

    private func month(before count: Int) -> BusinessDate? {
        let months = first.year * 12 + first.month - 1 - count
        return BusinessDate(year: months / 12, month: months % 12 + 1, day: 1)
    }
}
