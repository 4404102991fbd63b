import HotlineDomain
import HotlineStore

/// Where one can go. A route is opened on top of the screen one is on; Esc goes back.
public enum Route: Hashable, Sendable {
    case signIn
    case desk
    /// The parts of those who answer no calls.
    case office
    case call(CallID)
    /// A final call opens to be amended, with the reason chosen.
    case amendCall(CallID, because: String)
    /// A call that ended earlier, with typed times.
    case callAfterwards
    case escalations
    case escalation(EscalationID)
    case cases
    case `case`(CaseID)
    /// What is known of it, or of somebody in it.
    case caseFields(CaseID, CasePart)
    /// The same, with what the other one of two wrote put into one of its fields.
    case takeUp(ThingField, CasePart, in: CaseID)
    case referrals
    case referral(ReferralID)
    case newReferral(ReferralOrigin)
    case providers
    /// Shelters and who has a place in them.
    case stays
    /// Something that has to be filled in before it is done.
    case act(Act)
    /// All of them, or those behind a figure.
    case calls(CallFilter)
    case shift
    /// What this shift leaves is put together and offered.
    case newHandover(ShiftID)
    case handover(HandoverID)
    case reports
    /// Which are closed, and what keeps one open.
    case months
    /// What donors were given and are to be given.
    case packs
    /// A donor's pack of a period, before it is given.
    case pack(donor: String, Period)
    /// Where it goes; a draft of it stays in the house.
    case givePack(donor: String, Period, isDraft: Bool)
    /// The supervisor's live view.
    case board
    /// Missions, indicators, returns, tasks and call-backs.
    case registers(RegisterKind)
    case admin
    /// A form there, gone on with from its draft of this name.
    case adminDraft(String)
    case audit
}
