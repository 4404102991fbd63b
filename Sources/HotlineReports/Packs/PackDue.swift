import HotlineDomain

/// A period a donor is to be told about, and has not been: when by.
public struct PackDue: Hashable, Sendable {
    public let donor: String
    public let period: Period
    /// The donor's day of the month after the period.
    public let due: BusinessDate
    /// Whether every month it is made from is closed, so that it can be given.
    public let isClosed: Bool

    /// Whether the period is over, so that its months can be closed.
    public func isOver(on today: BusinessDate) -> Bool { period.last < today }
    public func isOverdue(on today: BusinessDate) -> Bool { due < today }
}

extension PackShelf {
    /// Of every donor what is due and was not given, up to the period that runs
    /// now; the first due first.
    public func due(on today: BusinessDate) -> [PackDue] {
        let closed = Set(closings.map(\.month))
        return hotline.donors.flatMap { due($0, today, closed) }.sorted {
            ($0.due, $0.period.first, $0.donor) < ($1.due, $1.period.first, $1.donor)
        }
    }

    private func due(_ donor: Donor, _ today: BusinessDate, _ closed: Set<BusinessDate>) -> [PackDue] {
        guard let begin = since else { return [] }
        let end = min(donor.until ?? today, today)
        var found: [PackDue] = []
        var next = max(begin, donor.since ?? begin)
        while next <= end,
            let period = donor.calendar.window(of: next, startMonth: hotline.projectYearStartMonth)
        {
            let after = period.last + 1
            if release(of: donor.code, period) == nil,
                let due = BusinessDate(year: after.year, month: after.month, day: donor.dueDay)
            {
                let months = PackInput.months(for: period, startMonth: hotline.projectYearStartMonth)
                let isClosed = months.allSatisfy { $0.last < begin || closed.contains($0.first) }
                found.append(PackDue(donor: donor.code, period: period, due: due, isClosed: isClosed))
            }
            next = after
        }
        return found
    }
}
