import HotlineDomain

extension Store {
    /// Plans shifts from the roster through the hotline's planning horizon.
    /// What is missing is planned; with `replacing` (a new roster came in) what
    /// is planned and no longer in the roster is cancelled. Shifts somebody
    /// confirmed, swapped or signed on to stay. What two desks planned, neither
    /// having seen the other's, is there once from then on. Doing it again changes nothing.
    @discardableResult
    public func planShifts(
        by actor: String, at now: Instant, replacing: Bool = false
    ) throws -> (planned: Int, cancelled: Int) {
        // Nobody works by what is planned at a desk that was retired.
        guard try retirement() == nil else { return (0, 0) }
        let hotline = try hotline()
        let today = try zone(hotline.zone).date(at: now)
        let wanted = try rostered(hotline, at: now)
        let existing = try shifts((today - 1)...(today + hotline.settings.planDays + 1))
        let outdated = existing.filter {
            replacing && $0.isOutdated(by: wanted, at: now) || $0.isDoubled(among: existing, at: now)
        }
        let kept = existing.filter { shift in !outdated.contains(shift) && (!replacing || shift.status != .cancelled)
        }
        let missing = wanted.filter { plan in !kept.contains { $0.isOrBlocks(plan) } }
        if !outdated.isEmpty || !missing.isEmpty {
            try batch {
                try $0.perform(outdated.map { .shift($0.id, .cancel) }, by: actor, at: now)
                try $0.perform(missing.map { .shift(newID(Shift.self, at: now), $0.command) }, by: actor, at: now)
            }
        }
        return (missing.count, outdated.count)
    }

    /// What the roster plans from now on, for those who are still there.
    func rostered(_ hotline: Hotline, at now: Instant) throws -> [PlannedShift] {
        let rules = try zone(hotline.zone)
        let today = rules.date(at: now)
        return hotline.plannedShifts(today...(today + hotline.settings.planDays), zone: rules).filter {
            $0.end > now && hotline.operatorNamed($0.operator)?.active == true
        }
    }
}

extension PlannedShift {
    var command: ShiftCommand {
        .plan(
            operator: self.operator, pattern: pattern, businessDate: businessDate, start: start, end: end,
            substituteFor: nil)
    }
}

extension Shift {
    /// The roster that planned this shift no longer does.
    fileprivate func isOutdated(by wanted: [PlannedShift], at now: Instant) -> Bool {
        status == .planned && substituteFor == nil && plannedStart > now
            && !wanted.contains {
                $0.operator == operatorCode && $0.pattern == pattern && $0.start == plannedStart
                    && $0.end == plannedEnd
            }
    }

    /// The roster's, planned a second time at another desk: one that somebody has done something about stays, else
    /// the one that every desk takes for the first.
    fileprivate func isDoubled(among all: [Shift], at now: Instant) -> Bool {
        isOfRoster && status == .planned && plannedStart > now
            && all.contains { other in
                other.id != id && other.isOfRoster && other.status != .cancelled && other.operatorCode == operatorCode
                    && other.pattern == pattern && other.businessDate == businessDate
                    && (other.status != .planned || other.id < id)
            }
    }

    private var isOfRoster: Bool { substituteFor == nil && pattern != nil }

    /// One of an operator, a pattern and a day is enough, whatever became of
    /// it; and nobody is planned for two at once.
    fileprivate func isOrBlocks(_ plan: PlannedShift) -> Bool {
        guard operatorCode == plan.operator else { return false }
        if pattern == plan.pattern, businessDate == plan.businessDate { return true }
        return (status.isAhead || status.isOn) && plannedStart < plan.end && plan.start < plannedEnd
    }
}
