import HotlineDomain

/// A day's queue as it goes on: folded from what a switch told, change by
/// change, so that keeping it costs what changed.
public struct QueueBoard: Sendable {
    public let date: BusinessDate
    public let hours: Range<Instant>
    /// The hotline's clock.
    public let zone: ZoneRules
    public private(set) var day: QueueDay
    public private(set) var duty: DutyDay
    /// The same weekday a week before, up to the same time of day; nil until it is read.
    public var past: QueuePast?
    /// Nil until it is read.
    public var outlook: StaffingOutlook?
    /// Shifts that touch the day or the hours ahead.
    public var shifts: [Shift] = []
    /// Today's tasks to call somebody back who gave up.
    public var callBacks: [Entry] = []
    public private(set) var visits: [VisitID: Visit] = [:]
    private var abandoned: Set<VisitID> = []
    private var talking: Set<VisitID> = []
    /// A call that goes on to another line may be answered there.
    private var answers: [String: VisitID] = [:]

    public init(_ date: BusinessDate, _ hotline: Hotline, targets: QueueTargets, zone: ZoneRules) {
        self.date = date
        self.zone = zone
        hours = hotline.businessDay(date, zone: zone)
        day = QueueDay(targets: targets, hoursBy: zone)
        duty = DutyDay(hours)
    }

    public mutating func take(_ visit: Visit) {
        guard visit.businessDate == date else { return }
        day.take(visit)
        visits[visit.id] = visit
        if visit.outcome == .abandoned { abandoned.insert(visit.id) } else { abandoned.remove(visit.id) }
        if visit.outcome == .answered { answers[visit.facts.call] = visit.id }
        if visit.facts.isTalking { talking.insert(visit.id) } else { talking.remove(visit.id) }
    }

    public mutating func take(_ state: OperatorState) { duty.take(state) }

    /// Goes on to a moment: what was by now a week ago.
    public mutating func goOn(to now: Instant) {
        past?.goOn(to: QueuePast.moment(now, daysBefore: 7, zone))
    }

    /// The line of the caller an operator is with.
    public func line(of operatorCode: String) -> String? {
        talking.lazy.compactMap { visits[$0] }.filter { $0.facts.operator == operatorCode }
            .max { $0.facts.offered.at < $1.facts.offered.at }?.facts.line
    }

    /// Staffed of open minutes, and those below plan, of the day up to now.
    public func coverage(_ hotline: Hotline, at now: Instant, zones: (Line) -> ZoneRules) -> Coverage {
        let past = hours.lowerBound..<max(hours.lowerBound, min(now, hours.upperBound))
        return Coverage(
            open: hotline.openHours(within: past, zone: zones), stretches: onDuty(hotline, at: now),
            plan: hotline.staffPlan(within: past, zone: zone))
    }

    /// As a switch tells it; of those it does not know, as their shifts do.
    public func onDuty(_ hotline: Hotline, at now: Instant) -> [DutyStretch] {
        let told = duty.stretches(at: now)
        let known = Set(told.map(\.operator))
        let signedOn = shifts.filter { shift in
            !known.contains(shift.operatorCode) && hotline.operatorNamed(shift.operatorCode)?.has(.operator) ?? false
        }
        return told + signedOn.compactMap { DutyStretch($0, at: now) }
    }

    // MARK: - Who gave up

    /// Those who waited too long to have hung up at once, the latest first.
    public var givenUp: [GivenUp] {
        let tasks = Dictionary(
            callBacks.compactMap { entry -> (VisitID, Entry)? in
                guard case .task(let task) = entry.content, let visit = task.visit else { return nil }
                return (visit, entry)
            }, uniquingKeysWith: { $0.id < $1.id ? $1 : $0 })
        return abandoned.compactMap { visits[$0] }.filter { !isShort($0) }
            .sorted { ($0.facts.offered.at, $0.id) > ($1.facts.offered.at, $1.id) }
            .map { GivenUp(visit: $0, task: tasks[$0.id], answeredIn: answers[$0.facts.call].flatMap { visits[$0] }) }
    }

    public func isShort(_ visit: Visit) -> Bool {
        visit.outcome == .abandoned && (visit.facts.wait.map { $0 < day.targets.shortAbandon } ?? false)
    }
}

/// Somebody who gave up waiting, and whether they are called back.
public struct GivenUp: Hashable, Sendable, Identifiable {
    public let visit: Visit
    /// Of the register: who is to call back.
    public let task: Entry?
    /// The same call's visit that was answered.
    public let answeredIn: Visit?
    public var id: VisitID { visit.id }

    public enum CallBack: String, Sendable, CaseIterable {
        /// Nobody has taken it on.
        case open
        case taken
        case made
        /// It was decided that nobody calls.
        case withdrawn
        /// The caller was answered in another line meanwhile.
        case answered
    }

    public var callBack: CallBack {
        switch task?.status {
        case .open?: .taken
        case .done?: .made
        case .withdrawn?: .withdrawn
        case nil: answeredIn == nil ? .open : .answered
        }
    }

    /// Whose it is, or was.
    public var responsible: String? {
        if case .task(let task)? = task?.content { task.responsible } else { nil }
    }
}
