import HotlineDomain
import HotlineStore
import TerminalUI

/// One act that asks for something before it is done: its form, and under it
/// what it is about. Each letter is on disk; Esc leaves it there for later.
public struct ActScreen: ConsoleScreen {
    public static let title = "act.title"

    /// What the act is about, as it is shown beside the form.
    enum Shown: Hashable, Sendable {
        case escalation(EscalationFile)
        case `case`(CaseFile)
        case referral(ReferralFile)
        case call(CallFile)
        case entry(EntryFile)
    }

    /// The answer to a case number that was typed.
    struct Named: Hashable, Sendable {
        let number: String
        let file: Case?
    }

    let act: Act
    var form: ActForm
    var shown: Shown?
    var named: Named?
    /// When the first letter was typed that is not saved.
    var draftStartedAt: Instant?

    public init(_ act: Act, _ situation: Situation) {
        self.act = act
        form = ActForm(act, situation)
        guard let draft = situation.drafts[act.draftKey] else { return }
        form.restore(draft.fields, situation.hotline)
        draftStartedAt = draft.startedAt
    }

    public var isWriting: Bool { true }
}
