import HotlineDomain

/// They never overlap: what two tables of overlapping windows show can be subtracted.
extension WindowLength {
    /// The window a date lies in. `startMonth`: of the project year, 1 ... 12.
    public func window(of date: BusinessDate, startMonth: Int) -> Period? {
        switch self {
        case .month: Period(month: date)
        case .quarter: Period("\(date.year.padded(4))-Q\((date.month + 2) / 3)")
        case .projectYear: Period.projectYear(of: date, startMonth: startMonth)
        }
    }

    /// The windows that end within a period, in their order: those a pack of that period carries.
    public func windows(endingIn period: Period, startMonth: Int) -> [Period] {
        var found: [Period] = []
        for month in period.months where month.last <= period.last {
            if let window = window(of: month.last, startMonth: startMonth), window.last == month.last {
                found.append(window)
            }
        }
        return found
    }
}
