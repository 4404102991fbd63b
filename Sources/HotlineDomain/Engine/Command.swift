/// Everything a person, a script or a simulated caller can ask for. Ids are
/// made by whoever asks, so an act of several steps is a list of commands that
/// is done whole or not at all.
public enum Command: Hashable, Sendable {
    case hotline(HotlineCommand)
    case call(CallID, CallCommand)
    case escalation(EscalationID, EscalationCommand)
    case `case`(CaseID, CaseCommand)
    case referral(ReferralID, ReferralCommand)
    case shift(ShiftID, ShiftCommand)
    case handover(HandoverID, HandoverCommand)
    case stay(StayID, StayCommand)
    case entry(EntryID, EntryCommand)
    case visit(VisitID, VisitCommand)
    case operatorState(OperatorStateID, OperatorStateCommand)
    case linkState(LinkStateID, LinkStateCommand)
    case month(MonthClosingID, MonthCommand)
    case pack(PackReleaseID, PackCommand)
    case access(AccessCommand)
    case erasure(Subject, ErasureCommand)
}

/// A fact of the journal, with what it happened to.
public enum Event: Hashable, Sendable {
    case hotline(HotlineEvent)
    case call(CallID, CallEvent)
    case escalation(EscalationID, EscalationEvent)
    case `case`(CaseID, CaseEvent)
    case referral(ReferralID, ReferralEvent)
    case shift(ShiftID, ShiftEvent)
    case handover(HandoverID, HandoverEvent)
    case stay(StayID, StayEvent)
    case entry(EntryID, EntryEvent)
    case visit(VisitID, VisitEvent)
    case operatorState(OperatorStateID, OperatorStateEvent)
    case linkState(LinkStateID, LinkStateEvent)
    case month(MonthClosingID, MonthEvent)
    case pack(PackReleaseID, PackEvent)
    /// The id is that of what was looked at; 0 for the hotline as a whole.
    case access(Int64, AccessEvent)
    /// The id is that of what the words belong to.
    case erasure(Int64, ErasureEvent)

    public var subject: Subject {
        switch self {
        case .hotline: Subject(.hotline, 0)
        case .call(let id, _): Subject(.call, id.raw)
        case .escalation(let id, _): Subject(.escalation, id.raw)
        case .case(let id, _): Subject(.case, id.raw)
        case .referral(let id, _): Subject(.referral, id.raw)
        case .shift(let id, _): Subject(.shift, id.raw)
        case .handover(let id, _): Subject(.handover, id.raw)
        case .stay(let id, _): Subject(.stay, id.raw)
        case .entry(let id, _): Subject(.entry, id.raw)
        case .visit(let id, _): Subject(.visit, id.raw)
        case .operatorState(let id, _): Subject(.operatorState, id.raw)
        case .linkState(let id, _): Subject(.linkState, id.raw)
        case .month(let id, _): Subject(.monthClosing, id.raw)
        case .pack(let id, _): Subject(.packRelease, id.raw)
        case .access(let subject, _): Subject(.access, subject)
        case .erasure(let subject, _): Subject(.erasure, subject)
        }
    }
}
