import HotlineDomain
import HotlineStore

/// What has to be filled in before it is done: the acts of the work on
/// escalations, cases and referrals that ask for something.
public enum Act: Hashable, Sendable {
    case assign(EscalationID)
    case reassign(EscalationID)
    case resolve(EscalationID)
    case reopenEscalation(EscalationID)
    /// The first minute: is it safe to talk, immediate danger, where.
    case assess(EscalationID)

    /// A case that no escalation opens: marked as walk-in or referred-in.
    case openCase
    case hold(CaseID)
    case note(CaseID)
    case proposeClosing(CaseID)
    /// Over something that is still open, with a reason.
    case approveOverriding(CaseID)
    case sendBack(CaseID)
    case reopenCase(CaseID)
    case merge(CaseID)
    case addTask(CaseID)
    case finishTask(CaseID, Int)

    case newReferral(ReferralOrigin)
    case consent(ReferralID)
    case reject(ReferralID)
    case endReferral(ReferralID)
    case giveUp(ReferralID)
    case revoke(ReferralID)
    /// Taken back before it was sent.
    case drop(ReferralID)
    /// To a shelter whose places are all taken, with the reason.
    case overrideFull(ReferralID)

    /// A line into a register, and what came of it.
    case newEntry(EntryKind)
    case finishEntry(EntryID, EntryKind)
    /// A task goes to somebody else.
    case giveEntry(EntryID)
    /// Entered by mistake, or twice.
    case withdrawEntry(EntryID)

    /// Somebody is taken into a shelter, and leaves it.
    case admit
    case leaveShelter(StayID)
}

extension Act {
    /// Names its draft, and after `act.` its words in the catalogue.
    public var name: String {
        switch self {
        case .assign: "escalation_assign"
        case .reassign: "escalation_reassign"
        case .resolve: "escalation_resolve"
        case .reopenEscalation: "escalation_reopen"
        case .assess: "escalation_assess"
        case .openCase: "case_open"
        case .hold: "case_hold"
        case .note: "case_note"
        case .proposeClosing: "case_propose"
        case .approveOverriding: "case_approve"
        case .sendBack: "case_send_back"
        case .reopenCase: "case_reopen"
        case .merge: "case_merge"
        case .addTask: "case_task_add"
        case .finishTask: "case_task_done"
        case .newReferral: "referral_new"
        case .consent: "referral_consent"
        case .reject: "referral_reject"
        case .endReferral: "referral_end"
        case .giveUp: "referral_give_up"
        case .revoke: "referral_revoke"
        case .drop: "referral_drop"
        case .overrideFull: "referral_full"
        case .newEntry(let kind): "\(kind.rawValue)_add"
        case .finishEntry(_, let kind): "\(kind.rawValue)_done"
        case .giveEntry: "task_give"
        case .withdrawEntry: "entry_withdraw"
        case .admit: "stay_admit"
        case .leaveShelter: "stay_leave"
        }
    }

    /// What it is done to, or made from; nil where there is nothing yet.
    public var subject: Subject? {
        switch self {
        case .assign(let id), .reassign(let id), .resolve(let id), .reopenEscalation(let id), .assess(let id):
            Subject(.escalation, id.raw)
        case .openCase, .newEntry, .admit: nil
        case .finishEntry(let id, _), .giveEntry(let id), .withdrawEntry(let id): Subject(.entry, id.raw)
        case .leaveShelter(let id): Subject(.stay, id.raw)
        case .hold(let id), .note(let id), .proposeClosing(let id), .approveOverriding(let id), .sendBack(let id),
            .reopenCase(let id), .merge(let id), .addTask(let id), .finishTask(let id, _):
            Subject(.case, id.raw)
        case .newReferral(let origin): origin.subject
        case .consent(let id), .reject(let id), .endReferral(let id), .giveUp(let id), .revoke(let id), .drop(let id),
            .overrideFull(let id):
            Subject(.referral, id.raw)
        }
    }

    /// Whose duty it is, as with the way to a screen.
    var duties: [Duty] {
        switch self {
        case .newEntry(.task), .giveEntry, .finishEntry(_, .task): [.workShifts]
        case .newEntry, .finishEntry, .withdrawEntry: [.keepRegisters]
        case .newReferral, .consent, .reject, .endReferral, .giveUp, .revoke, .drop, .overrideFull, .admit,
            .leaveShelter:
            [.refer]
        default: [.readCalls]
        }
    }

    /// What cannot be taken back and is asked about before it is done.
    var danger: DangerousAct? {
        switch self {
        case .reassign: .reassignEscalation
        case .merge: .mergeCase
        case .revoke, .drop: .revokeReferral
        default: nil
        }
    }
}

// MARK: - Its draft

extension Act {
    /// The kind of what a new referral is made from is part of its draft's name.
    private var form: String {
        if case .newReferral(let origin) = self { return "\(name).\(origin.subject.kind.rawValue)" }
        if case .finishTask(_, let number) = self { return "\(name).\(number)" }
        return name
    }

    var draftKey: DraftKey { DraftKey(form, subject?.id) }

    /// The act a draft belongs to; nil for a form that is none of these.
    init?(_ draft: Draft) {
        let number = draft.form.split(separator: ".").last.flatMap { Int($0) }
        let tasks = number.map { [Act.finishTask(ID(raw: draft.subject ?? 0), $0)] } ?? []
        guard let act = (Act.all(draft.subject ?? 0) + tasks).first(where: { $0.draftKey == draft.key }) else {
            return nil
        }
        self = act
    }

    /// Every act there is, about the thing with this id.
    static func all(_ id: Int64) -> [Act] {
        [
            .assign(ID(raw: id)), .reassign(ID(raw: id)), .resolve(ID(raw: id)), .reopenEscalation(ID(raw: id)),
            .assess(ID(raw: id)), .addTask(ID(raw: id)), .openCase, .hold(ID(raw: id)), .note(ID(raw: id)),
            .proposeClosing(ID(raw: id)),
            .approveOverriding(ID(raw: id)), .sendBack(ID(raw: id)), .reopenCase(ID(raw: id)), .merge(ID(raw: id)),
            .newReferral(.case(id: ID(raw: id))), .newReferral(.escalation(id: ID(raw: id))),
            .newReferral(.call(id: ID(raw: id))), .consent(ID(raw: id)), .reject(ID(raw: id)),
            .endReferral(ID(raw: id)), .giveUp(ID(raw: id)), .revoke(ID(raw: id)), .drop(ID(raw: id)),
            .overrideFull(ID(raw: id)), .giveEntry(ID(raw: id)), .withdrawEntry(ID(raw: id)), .admit,
            .leaveShelter(ID(raw: id)),
        ] + EntryKind.allCases.flatMap { [.newEntry($0), .finishEntry(ID(raw: id), $0)] }
    }
}
