import Crypto
import HotlineDomain

/// What this process holds of a store's key, and for whom.
struct Vault: Sendable {
    private(set) var access: Access = .locked
    private(set) var key: HotlineKey?
    private(set) var sealer: WordsSealer?
    private(set) var draftKey: SymmetricKey?
    private(set) var callerKeys: CallerKeyRing?
    /// Opens the box that a bridge puts callers' numbers into.
    private(set) var callerBox: CallerBoxKey?
    /// Of the key, as the store names the one that counts.
    private(set) var mark: String?
    /// It was opened with the printed key, not with anybody's passphrase.
    private(set) var isRecovered = false

    mutating func open(_ key: HotlineKey?, for access: Access, isRecovered: Bool = false) {
        self.access = access
        self.isRecovered = isRecovered
        self.key = key
        sealer = key.map(WordsSealer.init)
        draftKey = key?.derived(for: .draft)
        callerKeys = key.map(CallerKeyRing.init)
        callerBox = key.map(CallerBoxKey.init)
        mark = key.map { hexadecimal($0.mark) }
    }

    mutating func close() { self = Vault() }
}

/// Whether a store's words can be read here, and by whom.
public enum Access: Hashable, Sendable {
    /// An open store: no passphrases, its key lies beside it.
    case open
    /// A sealed store nobody has signed in to from here.
    case locked
    /// A sealed store, and who has signed in.
    case signedIn(String)
}
