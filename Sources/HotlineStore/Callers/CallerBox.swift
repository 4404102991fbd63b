import Crypto
import FoundationEssentials
import HotlineDomain

/// A box for callers' numbers with a slot in its lid: a bridge, which holds no
/// key of the hotline, puts a number in; only who holds the hotline's key takes
/// one out. It is the public half of a key pair, and stands in the store in the clear.
struct CallerBox: Sendable {
    private let key: Curve25519.KeyAgreement.PublicKey

    static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    /// The key of one number, before what is sealed with it.
    static let keyBytes = 32
    /// As many for every number: its length would tell where somebody calls from.
    static let plainBytes = 32

    /// As the store names it; nil for what is no key.
    init?(text: String) {
        guard let bytes = fromHexadecimal(text),
            let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    fileprivate init(_ key: Curve25519.KeyAgreement.PublicKey) { self.key = key }

    var text: String { hexadecimal(Array(key.rawRepresentation)) }

    /// Two of one number look nothing alike.
    func seal(_ number: CallerNumber, of visit: VisitID) throws(BrokenSeal) -> [UInt8] {
        var plain = Array(number.digits.revealed.utf8)
        plain += Array(repeating: 0, count: max(0, CallerBox.plainBytes - plain.count))
        do {
            var sender = try HPKE.Sender(
                recipientKey: key, ciphersuite: CallerBox.suite, info: CallerBox.place(visit))
            let sealed = try sender.seal(plain)
            return Array(sender.encapsulatedKey) + Array(sealed)
        } catch {
            throw BrokenSeal()
        }
    }

    fileprivate static func place(_ visit: VisitID) -> Data { Data("caller box|\(visit.raw)".utf8) }
}

/// What opens the box: made of the hotline's key whenever something is in it, kept nowhere.
struct CallerBoxKey: Sendable {
    private let hotline: HotlineKey

    init(_ key: HotlineKey) { hotline = key }

    /// The public half costs a store's opening more than all its other keys, and hardly anybody who opens one
    /// takes a number out.
    private var key: Curve25519.KeyAgreement.PrivateKey {
        let secret = hotline.derived(for: .box).withUnsafeBytes { Data($0) }
        guard let own = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret) else {
            preconditionFailure("any 32 bytes are a key of this curve")
        }
        return own
    }

    var box: CallerBox { CallerBox(key.publicKey) }

    func open(_ sealed: [UInt8], of visit: VisitID) throws(BrokenSeal) -> CallerNumber {
        do {
            guard sealed.count > CallerBox.keyBytes else { throw BrokenSeal() }
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: CallerBox.suite, info: CallerBox.place(visit),
                encapsulatedKey: Data(sealed.prefix(CallerBox.keyBytes)))
            let plain = try recipient.open(Data(sealed.dropFirst(CallerBox.keyBytes)))
            let digits = String(decoding: plain.prefix { $0 != 0 }, as: UTF8.self)
            guard let number = CallerNumber(digits) else { throw BrokenSeal() }
            return number
        } catch {
            throw BrokenSeal()
        }
    }
}
