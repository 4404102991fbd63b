@testable import HotlineDomain

/// Records kept in memory: what a store's read tables and count tables answer, for tests.
struct MemoryRecords: Records {
    private(set) var calls: [CallID: Call] = [:]
    private(set) var escalations: [EscalationID: Escalation] = [:]
    private(set) var cases: [CaseID: Case] = [:]
    private(set) var referrals: [ReferralID: Referral] = [:]
    private(set) var shifts: [ShiftID: Shift] = [:]
    private(set) var handovers: [HandoverID: Handover] = [:]
    private(set) var stays: [StayID: Stay] = [:]
    private(set) var entries: [EntryID: Entry] = [:]
    private(set) var visits: [VisitID: Visit] = [:]
    private(set) var operatorStates: [OperatorStateID: OperatorState] = [:]
    private(set) var linkStates: [LinkStateID: LinkState] = [:]
    private(set) var closings: [MonthClosingID: MonthClosing] = [:]
    private(set) var packs: [PackReleaseID: PackRelease] = [:]
    private(set) var words: [WordsID: Words] = [:]
    private(set) var keepings: [Int64: Keeping] = [:]
    private(set) var caseEvents: [CaseID: [CaseEvent]] = [:]
    private(set) var counts: [CountKey: Int64] = [:]
    private(set) var numbersOfVisits: Set<VisitID> = []
    private var enrolled: [EnrolledDesk] = []
    private var numbers: [SubjectKind: [Int: Int]] = [:]

    /// Everything a piece of work has changed, as one transaction would write it.
    mutating func write(_ work: Work<MemoryRecords>) {
        for change in work.callChanges { calls[change.new.id] = change.new; change.addCounts(to: &counts) }
        for change in work.escalationChanges {
            escalations[change.new.id] = change.new; change.addCounts(to: &counts)
        }
        for change in work.caseChanges { cases[change.new.id] = change.new; change.addCounts(to: &counts) }
        for change in work.referralChanges {
            referrals[change.new.id] = change.new; change.addCounts(to: &counts)
        }
        for change in work.stayChanges { stays[change.new.id] = change.new; change.addCounts(to: &counts) }
        for change in work.entryChanges { entries[change.new.id] = change.new; change.addCounts(to: &counts) }
        for change in work.visitChanges { visits[change.new.id] = change.new }
        for change in work.operatorStateChanges { operatorStates[change.new.id] = change.new }
        for change in work.linkStateChanges { linkStates[change.new.id] = change.new }
        for change in work.closingChanges { closings[change.new.id] = change.new }
        for change in work.packChanges { packs[change.new.id] = change.new }
        for change in work.shiftChanges { shifts[change.new.id] = change.new }
        for change in work.handoverChanges { handovers[change.new.id] = change.new }
        for word in work.words where !work.erased.contains(word.id) { words[word.id] = word }
        for id in work.erased { words[id] = nil }
        for event in work.events {
            switch event {
            case .erasure(let id, let event): keepings[id, default: Keeping()].apply(event, work.stamp)
            case .case(let id, let event): caseEvents[id, default: []].append(event)
            case .access(_, .deskEnrolled(let mark, let name, let token, let insteadOf)):
                enrolled.append(
                    EnrolledDesk(mark: mark, name: name, token: token, insteadOf: insteadOf, enrolled: work.stamp))
            case .access(_, .deskRetired(let mark)):
                for place in enrolled.indices where enrolled[place].mark == mark {
                    enrolled[place].retired = work.stamp
                }
            default: break
            }
        }
        for given in work.numbersOfVisits { numbersOfVisits.insert(given.visit) }
        for given in work.numbersGiven { numbers[given.kind, default: [:]][given.year] = given.last }
    }

    func call(_ id: CallID) -> Call? { calls[id] }
    func desks() -> [EnrolledDesk] { enrolled }
    func retirement(of desk: DeskMark) -> Stamp? { enrolled.first { $0.mark == desk }?.retired }
    func escalation(_ id: EscalationID) -> Escalation? { escalations[id] }
    func `case`(_ id: CaseID) -> Case? { cases[id] }
    func referral(_ id: ReferralID) -> Referral? { referrals[id] }
    func shift(_ id: ShiftID) -> Shift? { shifts[id] }
    func handover(_ id: HandoverID) -> Handover? { handovers[id] }
    func stay(_ id: StayID) -> Stay? { stays[id] }
    func entry(_ id: EntryID) -> Entry? { entries[id] }
    func visit(_ id: VisitID) -> Visit? { visits[id] }
    func operatorState(_ id: OperatorStateID) -> OperatorState? { operatorStates[id] }
    func linkState(_ id: LinkStateID) -> LinkState? { linkStates[id] }
    func closing(_ id: MonthClosingID) -> MonthClosing? { closings[id] }
    func lastClosedMonth() -> BusinessDate? { closings.values.map(\.month).max() }
    func closing(of month: BusinessDate) -> MonthClosing? { found(closings) { $0.month == month }.first }
    func packRelease(_ id: PackReleaseID) -> PackRelease? { packs[id] }

    func packRelease(of donor: String, period: String) -> PackRelease? {
        found(packs) { $0.donor == donor && $0.period.name == period }.first
    }

    func releases() -> [Release] { found(packs) { _ in true }.flatMap(\.contents.tables) }

    func firstCounted() -> BusinessDate? {
        counts.filter { [.calls, .casesOpened].contains($0.key.measure) && $0.key.dimension == .all && $0.value > 0 }
            .map(\.key.date).min()
    }

    func unfinishedCalls(of dates: ClosedRange<BusinessDate>) -> Int {
        found(calls) { $0.status.isUnfinished && dates.contains($0.placement.businessDate) }.count
    }

    func visit(source: String, key: SwitchCallID) -> VisitID? {
        found(visits) { $0.source == source && $0.facts.id == key }.first?.id
    }

    func call(ofSwitchCall key: String, source: String) -> CallID? {
        found(calls) { call in
            guard let visit = call.visit.flatMap({ visits[$0] }) else { return false }
            return visit.facts.call == key && visit.source == source && call.status != .discarded
        }.last?.id
    }

    func visits(ofSwitchCall key: String, source: String) -> [Visit] {
        found(visits) { $0.facts.call == key && $0.source == source }
    }

    func keepsNumber(of visit: VisitID) -> Bool { numbersOfVisits.contains(visit) }

    func lastState(of operatorCode: String, source: String) -> OperatorState? {
        found(operatorStates) { $0.operatorCode == operatorCode && $0.source == source }
            .max { ($0.beganAt, $0.id) < ($1.beganAt, $1.id) }
    }

    func lastState(ofLink source: String) -> LinkState? {
        found(linkStates) { $0.source == source }.max { ($0.beganAt, $0.id) < ($1.beganAt, $1.id) }
    }

    func staysNow(at provider: String) -> [Stay] { found(stays) { $0.provider == provider && $0.isNow } }

    func tasksDue(of operatorCode: String, by date: BusinessDate) -> [Entry] {
        found(entries) { $0.isTaskDue(of: operatorCode, by: date) }
    }

    func keeps(_ id: WordsID) -> Bool { words[id] != nil }

    func words(of subject: Subject, _ field: WordsField? = nil) -> [WordsID] {
        words.values.filter { $0.subject == subject && (field == nil || $0.field == field) }.map(\.id).sorted()
    }

    func keeping(of subject: Subject) -> Keeping { keepings[subject.id] ?? Keeping() }
    func escalations(of id: CaseID) -> [EscalationID] { found(escalations) { $0.openedCase == id }.map(\.id) }
    func caseOpened(from escalation: EscalationID) -> CaseID? {
        found(cases) { $0.origin == .escalation(id: escalation) }.first?.id
    }
    func referrals(from origin: Subject) -> [ReferralID] {
        found(referrals) { $0.origin.subject == origin }.map(\.id)
    }
    func stays(of id: CaseID) -> [StayID] { found(stays) { $0.case == id }.map(\.id) }
    func caseEvents(_ id: CaseID) -> [CaseEvent] { caseEvents[id] ?? [] }
    func casesWithTasksDue(by date: BusinessDate) -> [Case] { found(cases) { !$0.tasksDue(by: date).isEmpty } }

    func returns(like asked: EntryContent.TerritoryReturn) -> [Entry] { found(entries) { $0.isLike(asked) } }

    func lastNumber(_ kind: SubjectKind, year: Int) -> Int { numbers[kind]?[year] ?? 0 }

    func currentShift(of operatorCode: String) -> Shift? { found(shifts) { $0.isOn(operatorCode) }.first }

    func shift(of operatorCode: String, at instant: Instant) -> Shift? {
        found(shifts) { $0.wasOn(operatorCode, at: instant) }.last
    }

    func shift(of operatorCode: String, overlapping hours: Range<Instant>) -> ShiftID? {
        found(shifts) { $0.takes(hours, of: operatorCode) }.first?.id
    }

    func shiftsOn() -> [Shift] {
        found(shifts) { $0.status.isOn }.sorted { ($0.signedOnAt!, $0.id) < ($1.signedOnAt!, $1.id) }
    }

    func openHandovers() -> [Handover] { found(handovers) { $0.status == .offered } }

    func shiftsStarting(in hours: Range<Instant>) -> [Shift] { found(shifts) { $0.startsAhead(in: hours) } }

    func liveCall(of operatorCode: String) -> CallID? {
        found(calls) { $0.operatorCode == operatorCode && $0.status.isLive }.first?.id
    }

    func openEscalations(of id: CaseID) -> Int {
        guard let file = cases[id] else { return 0 }
        return found(escalations) { $0.isOpen(of: file) }.count
    }

    func unendedReferrals(of id: CaseID) -> Int {
        found(referrals) { referral in
            guard !referral.status.hasEnded else { return false }
            switch referral.origin {
            case .case(let file): return file == id
            case .escalation(let origin):
                return escalations[origin]?.openedCase == id || cases[id]?.origin == .escalation(id: origin)
            case .call(let call):
                guard let origin = calls[call]?.escalation else { return false }
                return escalations[origin]?.openedCase == id || cases[id]?.origin == .escalation(id: origin)
            }
        }.count
    }

    func received(file: String) -> CaseID? {
        found(cases) { $0.origin.source?.file == file }.first?.id
    }

    func openWork(of operatorCode: String) -> [HandoverContent] {
        found(escalations) { $0.isOpen(with: operatorCode) }.map { .escalation(id: $0.id) }
            + found(calls) { $0.isDraft(of: operatorCode) }.map { .draft(id: $0.id) }
            + found(calls) { $0.isCallBack(of: operatorCode) }.map { .callBack(id: $0.id) }
            + found(referrals) { $0.isDue(with: operatorCode) }.map { .referral(id: $0.id) }
    }

    /// In the order they were made.
    private func found<A: Aggregate>(_ all: [A.ID: A], _ isWanted: (A) -> Bool) -> [A] {
        all.values.filter(isWanted).sorted { $0.id < $1.id }
    }
}
