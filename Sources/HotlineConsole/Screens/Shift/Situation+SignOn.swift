import HotlineDomain

extension Situation {
    /// Onto a shift that nobody planned: until the pattern that runs now ends;
    /// outside every one, for eight hours.
    func unplannedSignOn(because reason: String, id: ShiftID) -> Command {
        let running = hotline.answeringPattern(at: now, zone: zone)
        let end =
            running.map { $0.pattern.hours(on: $0.businessDate, zone: zone).upperBound } ?? now + .hours(8)
        return .shift(id, .signOnUnplanned(reason: reason, end: end))
    }
}
