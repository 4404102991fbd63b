import HotlineDomain

/// Whether somebody was there while a line was open, and how the roster was kept.
public struct StaffFigures: Hashable, Sendable {
    /// Up to now.
    public let coverage: Coverage
    /// Somebody signed on to them.
    public let worked: Int
    /// Of them without a plan.
    public let unplanned: Int
    public let absent: Int
    /// Planned, over by now, and nobody signed on.
    public let missed: Int

    init(
        _ shifts: [Shift], of hotline: Hotline, in period: Period, zones: (Line) throws -> ZoneRules, at now: Instant
    ) throws {
        coverage = try Coverage(of: hotline, in: period, shifts, zones: zones, at: now)
        let own = shifts.filter { period.contains($0.businessDate) }
        worked = own.filter { $0.signedOnAt != nil }.count
        unplanned = own.filter { $0.signedOnAt != nil && $0.unplannedBecause != nil }.count
        absent = own.filter { $0.status == .absent }.count
        missed = own.filter { $0.status.isAhead && $0.plannedEnd <= now }.count
    }
}
