import HotlineDomain
import HotlineStore
import HotlineSwitch
import Wording

/// What a screen wants done, as a value. The first group is done by the runner,
/// outside; the second by the console itself.
public indirect enum Effect: Hashable, Sendable {
    /// All of the commands or none; `then` follows when they were allowed.
    case perform([Command], then: [Effect])
    /// Reads from the store; comes back as `answered`.
    case load(Query)
    /// As `load`, but keys that are waiting go first: for a search that takes long.
    case loadWhenIdle(Query)
    /// On disk before the screen shows it.
    case saveDraft(Draft)
    case dropDraft(DraftKey)
    /// Goes on with the draft that a dead console left, by its place in the answer.
    case takeOverDraft(Int)
    case discardLeftOver(Int)
    /// Plans shifts from the roster, as at every sign-on.
    /// `replacing`: what the roster or its clock no longer says is cancelled.
    case planShifts(replacing: Bool = false)
    case answerCaller(SwitchCallID)
    /// Opens this operator's slot; what is known of them comes back as `answered`.
    case signIn(String, Passphrase)
    /// Shows the desk again if this is its operator's.
    case unlock(Passphrase)
    /// A new way in for this operator, in the place of one there was.
    case issueSlot(String, Passphrase, then: [Effect])
    case removeSlot(String, then: [Effect])
    /// Erases what is due of a list of that moment.
    case retire([RetentionItem], listed: Instant)
    /// Counts it and makes its figures final.
    case closeMonth(Period, then: [Effect])
    /// Begins it; how far it comes is told by `Message.pack`.
    case givePack(PackErrand)
    case ring
    case redraw
    case suspend
    case quit

    /// As the key of SOS, which works everywhere.
    case raiseSOS
    /// As the key that takes whoever rings or is on the line.
    case takeCaller
    case open(Route)
    /// Opens in place of the screen on top.
    case replace(Route)
    case back
    case say(Notice)
    /// `naming`: what it is about, a line each.
    case ask(DangerousAct, naming: [String] = [], then: [Effect])
    /// A code of a list, chosen in a box; comes back to the screen as `chosen`.
    case choose(Asking)
    /// One key closed a call: it can be taken back.
    case rememberOneKeyCall(OneKeyCall)
    case forgetOneKeyCall(OneKeyCall)
    case signedIn(String)
    case signedOut
    /// Hides everything until the operator is back.
    case lock
    /// Reads what is open anew: after a sign-in.
    case refresh
}

/// A sentence for the person at the desk, above the keys until the next key.
public struct Notice: Hashable, Sendable {
    public enum Tone: Sendable { case done, hint, warning, alarm }
    public let key: String
    public let count: Int?
    public let arguments: [String: String]
    /// Arguments that are codes: said by their label in the screen's language.
    public let codes: [String: CodeInList]
    public let tone: Tone

    public init(
        _ tone: Tone, says key: String, n count: Int? = nil, _ arguments: [String: String] = [:],
        codes: [String: CodeInList] = [:]
    ) {
        self.tone = tone
        self.key = key
        self.count = count
        self.arguments = arguments
        self.codes = codes
    }

    public init(_ refusal: Refusal) {
        self.init(.warning, says: refusal.sentence, refusal.details)
    }

    public init(_ error: StoreError) {
        self.init(.alarm, says: "store.\(error.name)", error.details)
    }
}

/// A code with the list it belongs to, to be said in a language that is known only when it is shown.
public struct CodeInList: Hashable, Sendable {
    public let list: ListID
    public let code: String
    public init(_ list: ListID, _ code: String) {
        self.list = list
        self.code = code
    }
}
