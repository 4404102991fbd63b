import Crypto
import HotlineDomain

/// The key that is printed once, when a hotline is set up, and locked away:
/// it opens a slot when everybody who could is gone. 160 random bits and 20
/// that tell a mistyped one, in groups of four, without letters that are
/// mistaken for digits (Crockford's base 32).
public struct RecoveryKey: Hashable, Sendable {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let dataLetters = 32
    private static let checkLetters = 4
    private let letters: Private<String>

    /// A new one, from the system's source of randomness.
    public static func make() -> RecoveryKey {
        var source = SystemRandomNumberGenerator()
        let data = (0..<dataLetters).map { _ in alphabet[Int.random(in: 0..<32, using: &source)] }
        return RecoveryKey(letters: Private(String(data) + check(String(data))))
    }

    private init(letters: Private<String>) { self.letters = letters }

    /// As it was copied from paper: case, spaces and hyphens do not matter, `o`
    /// is 0, `i` and `l` are 1. Refuses one that cannot be right.
    public init(typed: String) throws(Refusal) {
        let read = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
            .map { $0 == "o" ? "0" : $0 == "i" || $0 == "l" ? "1" : $0 }
        let data = String(read.prefix(RecoveryKey.dataLetters))
        guard read.count == RecoveryKey.dataLetters + RecoveryKey.checkLetters,
            read.allSatisfy(RecoveryKey.alphabet.contains),
            String(read.suffix(RecoveryKey.checkLetters)) == RecoveryKey.check(data)
        else { throw Refusal(SignInRule.recoveryKeyMistyped) }
        letters = Private(String(read))
    }

    /// For paper, once.
    public var printed: String {
        let all = Array(letters.revealed)
        return stride(from: 0, to: all.count, by: 4).map { String(all[$0..<min($0 + 4, all.count)]) }
            .joined(separator: "-")
    }

    var passphrase: Passphrase { Passphrase(letters.revealed) }

    private static func check(_ data: String) -> String {
        String(SHA256.hash(data: Array(data.utf8)).prefix(checkLetters).map { alphabet[Int($0 & 31)] })
    }
}
