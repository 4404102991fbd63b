import HotlineDomain
import HotlineStore
import TerminalUI

/// Who sits down here: the operator's code, the shift to sign on to, and what
/// was left on this desk when it went dark.
public struct SignInScreen: ConsoleScreen {
    public static let title = "sign_in.title"

    enum Stage: Sendable {
        case code
        /// The store is sealed: what opens this operator's slot.
        case passphrase(of: String)
        /// Signed in, and on no shift yet.
        case shift(SignInFacts)
        /// Drafts that a dead console left, one after the other.
        case drafts(SignInFacts, place: Int)
    }

    var stage = Stage.code
    var code = TextField(limit: 8)
    var passphrase = SecretField()
    var fault: FieldFault?
    /// Drafts somebody goes on with: opened over the desk.
    var continued: [Draft] = []

    public init() {}

    public var isWriting: Bool {
        switch stage {
        case .code, .passphrase: true
        case .shift, .drafts: false
        }
    }

    public var saysRefusals: Bool { isWriting }

    var draft: Draft? {
        guard case .drafts(let facts, let place) = stage else { return nil }
        return facts.leftOver[place]
    }
}
