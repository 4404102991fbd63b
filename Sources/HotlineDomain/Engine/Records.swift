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
    /// Planned or confirmed shifts that start in this stretch.
    func shiftsStarting(in hours: Range<Instant>) throws -> [Shift]
    /// A call of this operator with the caller still on the line.
    func liveCall(of operatorCode: String) throws -> CallID?
    func openEscalations(of id: CaseID) throws -> Int
    /// From the case, from its SOS or from the SOS's call.
    func unendedReferrals(of id: CaseID) throws -> Int
    /// What this operator would have to hand over.
    func openWork(of operatorCode: String) throws -> [HandoverContent]
    /// Who stays at this provider now, in the order they came.
    func staysNow(at provider: String) throws -> [Stay]
    /// Open tasks this operator is responsible for, due by this day.
    func tasksDue(of operatorCode: String, by date: BusinessDate) throws -> [Entry]
    /// These words are there and were not erased.
    func keeps(_ words: WordsID) throws -> Bool
    /// Open cases with a task that is open and due by this day.
    func casesWithTasksDue(by date: BusinessDate) throws -> [Case]
    /// Returns of this territory for this very period and subject, withdrawn ones left out.
    func returns(like asked: EntryContent.TerritoryReturn) throws -> [Entry]
}
