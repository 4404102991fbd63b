import Crypto
import CryptoExtras
import FoundationEssentials
import HotlineDomain

/// One person's way in: what their passphrase opens. The slot of somebody who
/// may read words holds the hotline's key; anybody else's opens and holds
/// none, so that no screen, no command and no knowledge of SQL shows it.
public struct Slot: Hashable, Sendable {
    /// The code of whose it is; `Slot.recovery` for the printed key's.
    let owner: String
    let salt: [UInt8]
    let cost: Cost
    let sealed: [UInt8]

    static let saltBytes = 16

    /// No operator's code: of the printed key.
    static let recovery = "*"

    /// What deriving a key from a passphrase costs (scrypt, RFC 7914). The
    /// default takes 128 MiB and about a third of a second.
    public struct Cost: Hashable, Sendable {
        /// N, a power of two.
        public let rounds: Int
        /// r
        public let blockSize: Int
        /// p
        public let parallelism: Int

        public init(rounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        public static let standard = Cost(rounds: 1 << 17)
        /// Within what this program makes; a slot that asks for more is damaged.
        var isSound: Bool {
            (2...(1 << 20)).contains(rounds) && rounds & (rounds - 1) == 0 && (1...32).contains(blockSize)
                && (1...16).contains(parallelism) && 128 * rounds * blockSize <= 1 << 30
        }
    }

    static func make(
        for owner: String, _ passphrase: Passphrase, holding key: HotlineKey?, cost: Cost
    ) throws -> Slot {
        let salt = SymmetricKey(size: SymmetricKeySize(bitCount: saltBytes * 8)).withUnsafeBytes { Array($0) }
        // Both kinds are equally long: the file does not tell whose slot holds the key.
        let content = [key == nil ? 0 : 1] + (key ?? .make()).bytes
        let own = try cost.key(passphrase, salt)
        return Slot(
            owner: owner, salt: salt, cost: cost, sealed: try Seal.close(content, with: own, for: place(owner)))
    }

    /// Throws `BrokenSeal` for a wrong passphrase and for a damaged slot alike:
    /// they cannot be told apart.
    func open(_ passphrase: Passphrase) throws -> HotlineKey? {
        guard cost.isSound else { throw BrokenSeal() }
        let content = try Seal.open(sealed, with: try cost.key(passphrase, salt), for: Slot.place(owner))
        guard content.count == HotlineKey.byteCount + 1 else { throw BrokenSeal() }
        return content[0] == 1 ? HotlineKey(bytes: Array(content.dropFirst())) : nil
    }

    /// Finds damage without the passphrase; whoever can write the file can make it anew.
    var digest: [UInt8] {
        var sha = SHA256()
        sha.update(data: Array("\(owner)|\(cost.rounds)|\(cost.blockSize)|\(cost.parallelism)|".utf8))
        sha.update(data: salt)
        sha.update(data: sealed)
        return Array(sha.finalize())
    }

    private static func place(_ owner: String) -> String { "slot|\(owner)" }
}

extension Slot.Cost {
    func key(_ passphrase: Passphrase, _ salt: [UInt8]) throws -> SymmetricKey {
        do {
            return try KDF.Scrypt.deriveKey(
                from: passphrase.bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
                parallelism: parallelism, maxMemory: 256 * rounds * blockSize * parallelism)
        } catch {
            // It fails for one reason: there is not that much memory.
            throw StoreError.failed(detail: "scrypt: no \(rounds * blockSize / 8192) MiB of memory")
        }
    }
}
