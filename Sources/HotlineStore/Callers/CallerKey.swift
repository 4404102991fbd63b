import Crypto
import FoundationEssentials
import HotlineDomain

/// The key of one period, under which callers' numbers become fingerprints. When
/// it is gone, nobody can tell any more whose a fingerprint was: not even by
/// trying every number there is.
struct CallerKey: Sendable {
    let begun: Instant
    private let fingerprinting: SymmetricKey
    private let sealing: SymmetricKey

    /// Half of SHA-256: two callers are never taken for one.
    static let fingerprintBytes = 16

    fileprivate init(_ key: SymmetricKey, begun: Instant) {
        self.begun = begun
        fingerprinting = CallerKey.derived(key, for: "fingerprint")
        sealing = CallerKey.derived(key, for: "sign")
    }

    private static func derived(_ key: SymmetricKey, for use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(use.utf8), outputByteCount: 32)
    }

    func fingerprint(_ number: CallerNumber) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: Data(number.digits.revealed.utf8), using: fingerprinting)
        return Array(code.prefix(CallerKey.fingerprintBytes))
    }

    /// As it stands in the store: equal fingerprints look different there, so
    /// that a file without its key does not tell which calls were one caller's.
    func seal(_ fingerprint: [UInt8], of call: Int64) throws(BrokenSeal) -> [UInt8] {
        try Seal.close(fingerprint, with: sealing, for: place(call))
    }

    func open(_ sealed: [UInt8], of call: Int64) throws(BrokenSeal) -> [UInt8] {
        try Seal.open(sealed, with: sealing, for: place(call))
    }

    private func place(_ call: Int64) -> String { "caller|\(begun.milliseconds)|\(call)" }
}

/// Makes the keys of periods, and opens them, for somebody who holds the hotline's key.
struct CallerKeyRing: Sendable {
    private let wrapping: SymmetricKey

    init(_ key: HotlineKey) { wrapping = key.derived(for: .caller) }

    /// A key for the period that begins then, from the system's source of
    /// randomness, and what of it is kept.
    func make(begun: Instant) throws(BrokenSeal) -> (key: CallerKey, wrapped: [UInt8]) {
        let key = SymmetricKey(size: .bits256)
        let wrapped = try Seal.close(key.withUnsafeBytes { Array($0) }, with: wrapping, for: place(begun))
        return (CallerKey(key, begun: begun), wrapped)
    }

    func open(_ wrapped: [UInt8], begun: Instant) throws(BrokenSeal) -> CallerKey {
        CallerKey(SymmetricKey(data: try Seal.open(wrapped, with: wrapping, for: place(begun))), begun: begun)
    }

    /// The same key in another ring's wrapping: the hotline's key was turned over.
    func wrapped(_ wrapped: [UInt8], begun: Instant, for other: CallerKeyRing) throws(BrokenSeal) -> [UInt8] {
        let key = try Seal.open(wrapped, with: wrapping, for: place(begun))
        return try Seal.close(key, with: other.wrapping, for: place(begun))
    }

    private func place(_ begun: Instant) -> String { "caller key|\(begun.milliseconds)" }
}
