import Crypto
import FoundationEssentials

/// What a seal holds was changed, or the key is another one's.
struct BrokenSeal: Error {}

/// AES-GCM with a fresh 96-bit nonce for each use, and what the sealed bytes
/// belong to authenticated with them: moved to another place they do not open.
enum Seal {
    /// Nonce and tag: so much longer is what is sealed.
    static let overheadBytes = 28

    static func close(_ plain: [UInt8], with key: SymmetricKey, for place: String) throws(BrokenSeal) -> [UInt8] {
        try close(plain, with: key, authenticating: Array(place.utf8))
    }

    static func open(_ sealed: [UInt8], with key: SymmetricKey, for place: String) throws(BrokenSeal) -> [UInt8] {
        try open(sealed, with: key, authenticating: Array(place.utf8))
    }

    static func close(
        _ plain: [UInt8], with key: SymmetricKey, authenticating place: [UInt8]
    ) throws(BrokenSeal) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plain, using: key, authenticating: Data(place))
            guard let bytes = box.combined else { throw BrokenSeal() }
            return Array(bytes)
        } catch {
            throw BrokenSeal()
        }
    }

    static func open(
        _ sealed: [UInt8], with key: SymmetricKey, authenticating place: [UInt8]
    ) throws(BrokenSeal) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return Array(try AES.GCM.open(box, using: key, authenticating: Data(place)))
        } catch {
            throw BrokenSeal()
        }
    }
}
