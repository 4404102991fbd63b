import HotlineDomain

/// What opens an operator's slot. It prints as a mask and is never an argument
/// of a program: it is typed, or read from a descriptor or a private file.
public struct Passphrase: Hashable, Sendable {
    public static let lengthMin = 12
    public static let lengthMax = 256
    let text: Private<String>

    public init(_ text: String) { self.text = Private(text) }

    /// For a new one: long enough, and nothing in it that a keyboard elsewhere
    /// could not type. One that is merely wrong is never told why.
    public func check() throws(Refusal) {
        let length = text.revealed.count
        guard length >= Passphrase.lengthMin else {
            throw Refusal(SignInRule.passphraseShort, ["min": String(Passphrase.lengthMin)])
        }
        guard length <= Passphrase.lengthMax, text.revealed.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw Refusal(SignInRule.passphraseOdd, ["max": String(Passphrase.lengthMax)])
        }
        guard Set(text.revealed).count > 3 else { throw Refusal(SignInRule.passphraseSame) }
    }

    /// As typed; terminals send letters composed.
    var bytes: [UInt8] { Array(text.revealed.utf8) }
}
