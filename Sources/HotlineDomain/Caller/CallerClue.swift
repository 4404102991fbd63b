/// What a caller who has called before may be recognised by.
public enum CallerClue: Hashable, Sendable {
    /// The number they call from. It is turned into a fingerprint and kept nowhere.
    case number(Private<String>)
    /// A name of the caller's own choice, kept as sealed words.
    case codename(Written)

    public var sign: CallerSign {
        switch self {
        case .number: .number
        case .codename: .codename
        }
    }
}

/// Which kind of clue a call has; never the clue.
public enum CallerSign: String, Hashable, Sendable, Codable, CaseIterable {
    case number, codename
}

/// A number on its way to its fingerprint, with the call it was given in.
public struct NumberGiven: Hashable, Sendable {
    public let call: CallID
    public let number: CallerNumber

    public init(call: CallID, number: CallerNumber) {
        self.call = call
        self.number = number
    }
}

extension CallerClue {
    public static let codenameLengthMax = 40

    /// What somebody typed into one field: digits, spaces and the marks numbers
    /// are written with are a number, from six digits on; anything else is a
    /// codename. Nil for nothing.
    public init?(typed text: String, _ written: (String) -> Written?) {
        if CallerClue.isNumber(text) {
            self = .number(Private(text))
        } else if let words = written(text) {
            self = .codename(words)
        } else {
            return nil
        }
    }

    static let typedDigitsMin = 6

    public static func isNumber(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            CallerNumber.digit($0) != nil || "+-()./ \u{A0}".unicodeScalars.contains($0)
        }
            && text.unicodeScalars.count { CallerNumber.digit($0) != nil } >= typedDigitsMin
    }

    func check() throws(Refusal) {
        switch self {
        case .number(let typed):
            guard CallerNumber(typed.revealed) != nil else { throw Refusal(CallRule.numberUnreadable) }
        case .codename(let name):
            try name.check(CallerClue.codenameLengthMax, isOneLine: true)
            if folded(name.text.revealed).isEmpty { throw Refusal(CallRule.codenameBlank) }
        }
    }
}
