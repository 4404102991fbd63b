import HotlineDomain
import HotlineReports
import HotlineStore

/// What a screen can ask of the store. The answer comes back with the question,
/// so that a late one is recognised.
public enum Query: Hashable, Sendable {
    /// Who signs in: the person, the shift, the drafts a dead console left.
    case signIn(String)
    case call(CallID)
    /// Who asks is in the journal before it is answered.
    case callBackNumber(CallID)
    case callPage(CallFilter, ListWant<CallRow>, rows: Int)
    case escalation(EscalationID)
    case escalationPage(WorkFilter, ListWant<EscalationRow>, rows: Int)
    case `case`(CaseID)
    /// By the number people say.
    case caseNumbered(String)
    case casePage(WorkFilter, ListWant<CaseRow>, rows: Int)
    case referral(ReferralID)
    case referralPage(WorkFilter, ListWant<ReferralRow>, rows: Int)
    case referrals(from: Subject)
    case shifts(ClosedRange<BusinessDate>)
    /// Lines of a register.
    case entries(EntryKind)
    case entry(EntryID)
    /// A provider's confidential address, uncovered.
    case address(of: String)
    case openWork(of: String)
    case handover(HandoverID)
    case history(Subject)
    case report(Period)
    /// Everything the house knows of a period.
    case wholeReport(Period)
    /// All of them, and how each stands.
    case months
    /// One as it was closed, or as it would be now.
    case month(Period)
    /// What donors were given and are to be given.
    case packs
    case pack(donor: String, Period)
    case auditPage(AuditWords, ListWant<AuditRow>, rows: Int)
    /// Where the events before a moment end.
    case auditPlace(before: Instant)
    /// Who has a way in.
    case slotOwners
    /// All of a day, or what has changed in it since the journal was as far.
    case board(BusinessDate, after: Heads?)
    /// The same weekday a week before, and what the hours ahead brought in other weeks.
    case boardPast(BusinessDate)
    /// What the hotline's times for keeping words come to now.
    case retention
}

extension Query {
    /// Answered by the server's store at a desk that has joined: it needs everybody's work.
    var isOfHouse: Bool {
        switch self {
        case .months, .month, .packs, .pack, .retention: true
        default: false
        }
    }
}

/// What the store answered.
public enum Answer: Sendable {
    case signIn(SignInFacts)
    case noSuchOperator(String)
    /// The store is sealed: this operator's passphrase first.
    case passphraseNeeded(String)
    /// Nil where there is no such call (any more).
    case call(CallFile?, CallID)
    case callBackNumber(Private<String>?, CallID)
    case callPage(Page<CallRow>, CallFilter)
    case escalation(EscalationFile?, EscalationID)
    case escalationPage(Page<EscalationRow>, WorkFilter)
    case `case`(CaseFile?, CaseID)
    case caseNumbered(Case?, String)
    case casePage(Page<CaseRow>, WorkFilter)
    case referral(ReferralFile?, ReferralID)
    case referralPage(Page<ReferralRow>, WorkFilter)
    case referrals([Referral], from: Subject)
    case shifts([Shift], ClosedRange<BusinessDate>)
    case entries([EntryFile], EntryKind)
    case entry(EntryFile?, EntryID)
    /// Nil where it was erased, or is none.
    case address(Private<String>?, of: String)
    case openWork([HandedThing], of: String)
    case handover(HandoverFile?, HandoverID)
    case history([HistoryRow], of: Subject)
    case report(PeriodReport, Period)
    case wholeReport(InternalReport, Period)
    case months([MonthState])
    case month(MonthView)
    case packs([PackLine])
    case pack(PackView, donor: String, Period)
    /// So many of its open months are counted by now.
    case packReading(done: Int, of: Int, donor: String, Period)
    case auditPage(Page<AuditRow>, AuditWords)
    case auditPlace(Int64?, before: Instant)
    case slotOwners([String])
    case board(BoardNews)
    case boardPast(BoardPast)
    case retention([RetentionItem], [Store.BackupMade], at: Instant)
}
