/// What stands within quotes and nobody would see.
extension SourceScan {
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "e": "\u{1B}",
    ]

    /// A backslash and what it stands for; before the end of a line, for nothing
    /// up to the next word.
    mutating func escape() {
        let place = here
        step()
        switch peek() {
        case "u": hexadecimal(4, place)
        case "U": hexadecimal(8, place)
        case " ", "\t", "\r", "\n": while let next = peek(), " \t\r\n".unicodeScalars.contains(next) { step() }
        case let letter?:
            if let stands = SourceScan.letters[letter] { note(stands, at: place) }
            step()
        case nil: return
        }
    }

    /// Where its digits are too few, the parser complains.
    private mutating func hexadecimal(_ count: Int, _ place: SourcePosition) {
        step()
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = peek().flatMap({ Character($0).hexDigitValue }) else { return }
            value = value << 4 | UInt32(digit)
            step()
        }
        if let scalar = Unicode.Scalar(value) { note(scalar, at: place) }
    }

    mutating func note(_ scalar: Unicode.Scalar, at place: SourcePosition) {
        if unseen == nil, scalar.isUnseen { unseen = (scalar, place) }
    }
}
