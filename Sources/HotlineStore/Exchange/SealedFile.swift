import Crypto
import FoundationEssentials
import HotlineDomain

/// A file that one passphrase opens, anywhere, without a store: what it holds
/// sealed with AES-GCM under a key that scrypt makes of the passphrase. The
/// form is in Documentation/Exchange.md, for those who have another program.
public struct SealedFile: Hashable, Sendable {
    /// The line end shows a file that was sent as text.
    static let magic = Array("RBSEAL\r\n".utf8)
    static let version = 1
    public static let bytesMax = 16 << 20
    private static let saltBytes = 16
    private static let roundsLog2Max: UInt8 = 18
    /// Magic, version, log2 N, r, p, salt: all that is not sealed, and cannot be changed unseen.
    private static let headBytes = 8 + 4 + saltBytes
    private static let digestBytes = 32

    public let bytes: [UInt8]

    /// Seals it. `cost`: see `Slot.Cost`; N is a power of two.
    public init(
        _ content: [UInt8], with passphrase: Passphrase, cost: Slot.Cost = .standard
    ) throws {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let head =
            SealedFile.magic
            + [
                UInt8(SealedFile.version), UInt8(cost.rounds.trailingZeroBitCount), UInt8(cost.blockSize),
                UInt8(cost.parallelism),
            ] + salt
        let key = try cost.key(passphrase, salt)
        let sealed = head + (try Seal.close(content, with: key, authenticating: head))
        bytes = sealed + SealedFile.digest(of: sealed)
    }

    /// As it was read. Refuses what is no such file, what was cut off or changed
    /// on its way, and what a later release wrote, before anybody types a passphrase.
    public init(read bytes: [UInt8]) throws(ExchangeError) {
        guard bytes.count <= SealedFile.bytesMax else {
            throw .tooLong(bytes: bytes.count, max: SealedFile.bytesMax)
        }
        guard bytes.starts(with: SealedFile.magic) else { throw .notACaseFile }
        guard bytes.count > SealedFile.headBytes + Seal.overheadBytes + SealedFile.digestBytes else {
            throw .damaged
        }
        let body = bytes.dropLast(SealedFile.digestBytes)
        guard SealedFile.digest(of: Array(body)) == Array(bytes.suffix(SealedFile.digestBytes)) else {
            throw .damaged
        }
        guard bytes[8] == UInt8(SealedFile.version) else {
            throw .newerVersion(found: Int(bytes[8]), known: SealedFile.version)
        }
        self.bytes = bytes
    }

    public func open(_ passphrase: Passphrase) throws(ExchangeError) -> [UInt8] {
        let head = Array(bytes.prefix(SealedFile.headBytes))
        let cost = Slot.Cost(rounds: 1 << min(Int(head[9]), 40), blockSize: Int(head[10]), parallelism: Int(head[11]))
        // More than this program ever asks for would only take a laptop's memory.
        guard cost.isSound, head[9] <= SealedFile.roundsLog2Max else { throw .damaged }
        do {
            let key = try cost.key(passphrase, Array(head.suffix(SealedFile.saltBytes)))
            let sealed = bytes.dropFirst(SealedFile.headBytes).dropLast(SealedFile.digestBytes)
            return try Seal.open(Array(sealed), with: key, authenticating: head)
        } catch {
            throw .wrongPassphrase
        }
    }

    /// Tells a file that was damaged from a passphrase that is wrong. It protects from nobody.
    static func digest(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
