/// What judging a command may need to look up. The store answers from its read
/// tables inside the transaction that will write the events.
public protocol Records {
    func call(_ id: CallID) throws -> Call?
    func escalation(_ id: EscalationID) throws -> Escalation?
    func `case`(_ id: CaseID) throws -> Case?
    func referral(_ id: ReferralID) throws -> Referral?
    func shift(_ id: ShiftID) throws -> Shift?
    func handover(_ id: HandoverID) throws -> Handover?
    func stay(_ id: StayID) throws -> Stay?
    func entry(_ id: EntryID) throws -> Entry?
    func visit(_ id: VisitID) throws -> Visit?
    func operatorState(_ id: OperatorStateID) throws -> OperatorState?
    func linkState(_ id: LinkStateID) throws -> LinkState?
    func closing(_ id: MonthClosingID) throws -> MonthClosing?
    func packRelease(_ id: PackReleaseID) throws -> PackRelease?

    /// The last number given to a thing of this kind in this business year; 0 for none.
    func lastNumber(_ kind: SubjectKind, year: Int) throws -> Int
    /// The shift this operator is on now.
    func currentShift(of operatorCode: String) throws -> Shift?
    /// The shift this operator was on at that moment.
    func shift(of operatorCode: String, at instant: Instant) throws -> Shift?
    /// A shift of this operator that is planned or worked within these hours.
    func shift(of operatorCode: String, overlapping hours: Range<Instant>) throws -> ShiftID?
    /// Everybody who is on shift, in the order they signed on.
    func shiftsOn() throws -> [Shift]
    /// Handovers with items that nobody acknowledged yet.
    func openHandovers() throws -> [Handover]
    /// Planned or confirmed shifts that start in this stretch.
    func shiftsStarting(in hours: Range<Instant>) throws -> [Shift]
    /// A call of this operator with the caller still on the line.
    func liveCall(of operatorCode: String) throws -> CallID?
    func openEscalations(of id: CaseID) throws -> Int
    /// From the case, from its SOS or from the SOS's call.
    func unendedReferrals(of id: CaseID) throws -> Int
    /// The case that was received under this name of a file.
    func received(file: String) throws -> CaseID?
    /// What this operator would have to hand over.
    func openWork(of operatorCode: String) throws -> [HandoverContent]
    /// Who stays at this provider now, in the order they came.
    func staysNow(at provider: String) throws -> [Stay]
    /// Open tasks this operator is responsible for, due by this day.
    func tasksDue(of operatorCode: String, by date: BusinessDate) throws -> [Entry]
    /// These words are there and were not erased.
    func keeps(_ words: WordsID) throws -> Bool
    /// Those of this thing that are there; of one field, or all.
    func words(of subject: Subject, _ field: WordsField?) throws -> [WordsID]
    /// What was erased of it, and whether it is held.
    func keeping(of subject: Subject) throws -> Keeping
    /// The escalations that were resolved into this case.
    func escalations(of id: CaseID) throws -> [EscalationID]
    func caseOpened(from escalation: EscalationID) throws -> CaseID?
    func referrals(from origin: Subject) throws -> [ReferralID]
    func stays(of id: CaseID) throws -> [StayID]
    /// Everything that happened to it, oldest first.
    func caseEvents(_ id: CaseID) throws -> [CaseEvent]
    /// Open cases with a task that is open and due by this day.
    func casesWithTasksDue(by date: BusinessDate) throws -> [Case]
    /// Returns of this territory for this very period and subject, withdrawn ones left out.
    func returns(like asked: EntryContent.TerritoryReturn) throws -> [Entry]
    /// Under which id a switch's own name for a visit is known.
    func visit(source: String, key: SwitchCallID) throws -> VisitID?
    /// The call, not discarded, that was made of a visit of this call at the switch.
    func call(ofSwitchCall key: String, source: String) throws -> CallID?
    /// The visits of one call at the switch.
    func visits(ofSwitchCall key: String, source: String) throws -> [Visit]
    /// The number of whoever made this visit waits for a desk to take it.
    func keepsNumber(of visit: VisitID) throws -> Bool
    /// What a source told last of this operator.
    func lastState(of operatorCode: String, source: String) throws -> OperatorState?
    func lastState(ofLink source: String) throws -> LinkState?
    /// The first day of the latest month that is closed.
    func lastClosedMonth() throws -> BusinessDate?
    /// The closing of the month that begins with this day.
    func closing(of month: BusinessDate) throws -> MonthClosing?
    /// What this donor was given of this period.
    func packRelease(of donor: String, period: String) throws -> PackRelease?
    /// Every table that was given to anybody.
    func releases() throws -> [Release]
    /// The business date of the first call or case that counts.
    func firstCounted() throws -> BusinessDate?
    /// Every desk that joined, in the order of their marks.
    func desks() throws -> [EnrolledDesk]
    /// Who ended this desk, and when; nil while it works.
    func retirement(of desk: DeskMark) throws -> Stamp?
    /// Calls of these dates that somebody still has to finish.
    func unfinishedCalls(of dates: ClosedRange<BusinessDate>) throws -> Int
}
