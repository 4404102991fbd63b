import Crypto
import FoundationEssentials
import HotlineDomain

/// The key under which everything a hotline's people wrote down is sealed. It
/// lives in memory, in the slots of those who may open words, and nowhere
/// else; only an open store keeps it in a file beside it.
public struct HotlineKey: Sendable {
    static let byteCount = 32
    private let key: SymmetricKey

    /// A new one, from the system's source of randomness.
    public static func make() -> HotlineKey { HotlineKey(SymmetricKey(size: .bits256)) }

    private init(_ key: SymmetricKey) { self.key = key }

    init?(bytes: [UInt8]) {
        guard bytes.count == HotlineKey.byteCount else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// For a slot or the file beside an open store: never for a log, an error or a screen.
    var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// A key for another use that tells nothing about this one (HKDF, RFC 5869).
    func derived(for use: Use) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(use.rawValue.utf8), outputByteCount: 32)
    }

    enum Use: String {
        case words, draft, check, caller, box
    }

    /// Tells the right key from another hotline's without opening anybody's words.
    var mark: [UInt8] { Array(SHA256.hash(data: derived(for: .check).withUnsafeBytes { Array($0) })) }
}

extension HotlineKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "HotlineKey(•••)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
