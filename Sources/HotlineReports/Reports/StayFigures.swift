import HotlineDomain

/// Who had a place in a shelter: at the start of a period, taken in, left, and
/// still there at its end.
public struct StayFigures: Hashable, Sendable {
    public let atStart: Int
    public let admitted: Int
    public let left: Int
    /// At the end of the period, or now where that is earlier.
    public let atEnd: Int
    /// Nights spent, of the nights there were places for; of places as they are now. Nil without any.
    public let occupancy: Share?
    public let nights: Int
    /// Of those taken in.
    public let categories: [CodeCount]
    public let donors: [CodeCount]
    /// Why people left.
    public let reasons: [CodeCount]

    /// - Parameters:
    ///   - places: beds the hotline's shelters have.
    ///   - today: no night after it has been.
    ///   - date: the day a moment falls on.
    init(
        _ stays: [Stay], in period: Period, today: BusinessDate, places: Int, date: (Instant) -> BusinessDate
    ) {
        let ends = stays.map { ($0, $0.leftAt.map(date)) }
        let last = min(period.last, today)
        atStart = ends.filter { $0.0.admittedOn < period.first && ($0.1.map { $0 >= period.first } ?? true) }.count
        let taken = stays.filter { period.contains($0.admittedOn) }
        admitted = taken.count
        let gone = ends.filter { $0.1.map(period.contains) ?? false }.map(\.0)
        left = gone.count
        atEnd = ends.filter { $0.1.map { $0 > period.last } ?? true }.count
        nights = ends.reduce(0) { sum, stay in
            let from = max(stay.0.admittedOn, period.first)
            let to = min(stay.1 ?? last + 1, last + 1)
            return sum + max(0, to - from)
        }
        let days = max(0, last - period.first + 1)
        occupancy = places > 0 && days > 0 ? Share(nights, of: places * days) : nil
        categories = CodeCount.listed(
            taken.map { ($0.category, 1) }, by: CodeLists.list(.resident).codes.map(\.code))
        donors = CodeCount.ranked(taken.map { ($0.donor ?? CountKey.notRecorded, 1) })
        reasons = CodeCount.listed(
            gone.map { ($0.leftBecause ?? CountKey.notRecorded, 1) },
            by: CodeLists.list(.leftBecause).codes.map(\.code))
    }
}
