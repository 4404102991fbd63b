import HotlineDomain
import HotlineStore
import TerminalUI

/// One call: written up while the clock runs, entered afterwards, read, amended.
public struct CallScreen: ConsoleScreen {
    public static let title = "call.title"
    static let draftForm = "call"
    static let afterwardsForm = "call_afterwards"

    enum Mode: Hashable, Sendable {
        /// Not read from the store yet.
        case opening
        /// One's own, unfinished: the form has the keys.
        case writing
        case afterwards
        /// Final, discarded, or somebody else's.
        case reading
        case amending(reason: String, revision: Int)
    }

    /// Nil for a call that is entered afterwards and has no record yet.
    let id: CallID?
    var mode: Mode
    var file: CallFile?
    var form: CallForm?
    /// When the first letter was typed that is not saved.
    var draftStartedAt: Instant?

    /// Why it is to be amended, where it opens for that.
    let amendedBecause: String?
    /// It is amended by what the other one of two wrote.
    var takesUp = false
    /// The number to call back, once somebody asked for it and the journal knows.
    var unmasked: Private<String>?

    public init(_ id: CallID, amendedBecause reason: String? = nil) {
        self.id = id
        amendedBecause = reason
        mode = .opening
    }

    init(afterwardsAt now: Instant, _ situation: Situation) {
        id = nil
        amendedBecause = nil
        mode = .afterwards
        form = CallForm(afterwards: situation)
        guard let draft = situation.drafts[DraftKey(CallScreen.afterwardsForm, nil)] else { return }
        form?.restore(draft.fields)
        draftStartedAt = draft.startedAt
    }

    public var isWriting: Bool {
        switch mode {
        case .writing, .afterwards, .amending: true
        case .opening, .reading: false
        }
    }

    public var callShown: CallID? { mode == .writing ? id : nil }
    var call: Call? { file?.call }
    var draftKey: DraftKey {
        id.map { DraftKey(CallScreen.draftForm, $0.raw) } ?? DraftKey(CallScreen.afterwardsForm, nil)
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .callTalkingOrHeld: call?.status.isLive ?? false
        case .unfinishedCall: mode == .afterwards || mode == .writing
        case .finalCall: call?.status == .final
        case .noEscalation: call?.escalation == nil
        case .mayAmend: call?.status == .final && (situation.has(.supervisor) || call.map(situation.isMine) ?? false)
        case .callBackOpen: call.map { $0.content.callBackAt != nil && $0.calledBackAt == nil } ?? false
        case .callBackNumber: call?.callBackTerms?.number != nil
        case .hasEscalation: call?.escalation != nil
        default: situation.isMet(requirement)
        }
    }
}
