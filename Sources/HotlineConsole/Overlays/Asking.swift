import HotlineDomain

/// A code that has to be chosen before something is done, and what for.
public enum Asking: Hashable, Sendable {
    /// Closes the call as non-counselling.
    case closeCall
    case discardCall
    case amendCall
    /// Who the caller is handed to.
    case transferCall
    /// Which line the caller dialled.
    case callLine
    case discardDraft
    case signOnUnplanned
    case markAbsent
    case endShift
    /// Why words are to go, to stay, or need not stay any longer.
    case erase, keep, release

    /// The list its codes are of; nil where they are people or lines of the hotline.
    public var list: ListID? {
        switch self {
        case .transferCall, .callLine: nil
        case .closeCall: .nonCounselling
        case .discardCall, .discardDraft: .discardedBecause
        case .amendCall: .amendedBecause
        case .signOnUnplanned: .offShiftBecause
        case .markAbsent: .absentBecause
        case .endShift: .shiftEndedBecause
        case .erase: .erasedBecause
        case .keep: .keptBecause
        case .release: .releasedBecause
        }
    }

    /// Codes of the list that answer another question.
    var leavesOut: Set<String> {
        switch self {
        case .signOnUnplanned: ["back_entry"]
        case .erase: Erasure.ofProgram
        default: []
        }
    }

    /// The catalogue key of the question.
    var question: String {
        switch self {
        case .closeCall: "ask.close_call"
        case .discardCall: "ask.discard_call"
        case .amendCall: "ask.amend_call"
        case .transferCall: "ask.transfer_call"
        case .callLine: "ask.call_line"
        case .discardDraft: "ask.discard_draft"
        case .signOnUnplanned: "ask.sign_on_unplanned"
        case .markAbsent: "ask.mark_absent"
        case .endShift: "ask.end_shift"
        case .erase: "ask.erase"
        case .keep: "ask.keep"
        case .release: "ask.release"
        }
    }
}

/// What cannot be taken back and is asked about first. The set is closed: each
/// has its question (`confirm.<name>`) and its reason to hesitate (`confirm.<name>.text`).
public enum DangerousAct: String, Hashable, Sendable, CaseIterable {
    case quitWithOpenWork = "quit_with_open_work"
    case discardBackEntry = "discard_back_entry"
    case discardForm = "discard_form"
    case withdrawCallBack = "withdraw_call_back"
    case mergeCase = "merge_case"
    case closeOverTasks = "close_over_tasks"
    case reassignEscalation = "reassign_escalation"
    case revokeReferral = "revoke_referral"
    case cancelShift = "cancel_shift"
    case endShiftOfAnother = "end_shift_of_another"
    case parkItem = "park_item"
    case disableOperator = "disable_operator"
    case removeSlot = "remove_slot"
    case eraseCase = "erase_case"
    case eraseCall = "erase_call"
    case applyRetention = "apply_retention"
    case closeMonth = "close_month"
    case givePack = "give_pack"
}
