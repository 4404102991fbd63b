import HotlineDomain

extension Period {
    /// The same stretch of the calendar a year earlier, named in the same form:
    /// September 2008 for September 2009. Nil at the beginning of the calendar.
    public var yearBefore: Period? {
        func earlier(_ date: BusinessDate) -> BusinessDate? {
            BusinessDate(year: date.year - 1, month: date.month, day: 1)
        }
        if first == last {
            // The last of February, where a year has one day less.
            let day = min(first.day, earlier(first).map { Period(month: $0).last.day } ?? 1)
            return BusinessDate(year: first.year - 1, month: first.month, day: day).map { Period(day: $0) }
        }
        guard let start = earlier(first), let end = earlier(last) else { return nil }
        if name.contains("/") { return Period("\(Period(month: start).name)/\(Period(month: end).name)") }
        switch months.count {
        case 1: return Period(month: start)
        case 3: return Period("\(start.year.padded(4))-Q\((start.month + 2) / 3)")
        default: return Period(start.year.padded(4))
        }
    }

    /// The parts a chart of it shows one beside the other: the days of a month,
    /// the months of anything longer; none of a day, which its hours show.
    var steps: [Period] {
        if first == last { return [] }
        if months.count > 1 { return months }
        return (0...(last - first)).map { Period(day: first + $0) }
    }
}
