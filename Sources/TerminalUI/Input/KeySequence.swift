/// Which key an escape sequence stands for: xterm's, and where they differ
/// those of the Linux console, rxvt and the VT series. Mouse and focus reports
/// stand for none.
enum KeySequence {
    /// `ESC O x`
    static func application(_ final: UInt8) -> Key? {
        if let code = codeByLetter[final] { return Key(code) }
        switch final {
        case 0x4D: return .enter  // the keypad's
        case 0x61: return Key(.up, .control)
        case 0x62: return Key(.down, .control)
        case 0x63: return Key(.right, .control)
        case 0x64: return Key(.left, .control)
        case 0x6A...0x79: return .character(Unicode.Scalar(final - 0x40))  // the keypad's digits and signs
        default: return nil
        }
    }

    /// `ESC [ parameters x`
    static func control(parameters bytes: [UInt8], final: UInt8) -> Key? {
        guard bytes.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        let parameters = numbers(in: bytes)
        let modifiers = Key.Modifiers(xterm: parameters.count > 1 ? parameters[1] : 1)
        switch final {
        case 0x5A: return .shiftTab
        case 0x61: return Key(.up, .shift)
        case 0x62: return Key(.down, .shift)
        case 0x63: return Key(.right, .shift)
        case 0x64: return Key(.left, .shift)
        case 0x75: return coded(parameters.first, modifiers)
        case 0x7E where parameters.first == 27 && parameters.count > 2: return coded(parameters[2], modifiers)
        case 0x7E: return numbered(parameters.first, modifiers)
        case 0x24: return numbered(parameters.first, .shift)
        case 0x5E: return numbered(parameters.first, .control)
        case 0x40: return numbered(parameters.first, [.control, .shift])
        default: return codeByLetter[final].map { Key($0, modifiers) }
        }
    }

    private static func numbers(in bytes: [UInt8]) -> [Int] {
        bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
            // Sub-parameters after a colon are not needed here.
            digits.prefix { $0 != 0x3A }.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
    }

    private static func numbered(_ number: Int?, _ modifiers: Key.Modifiers) -> Key? {
        number.flatMap { codeByNumber[$0] }.map { Key($0, modifiers) }
    }

    /// A key sent as its scalar, by terminals asked for it (`CSI u`, modifyOtherKeys).
    private static func coded(_ value: Int?, _ modifiers: Key.Modifiers) -> Key? {
        switch value {
        case 13: return Key(.enter, modifiers)
        case 27: return Key(.escape, modifiers)
        case 9: return Key(.tab, modifiers)
        case 8, 127: return Key(.backspace, modifiers)
        case .some(let value) where value >= 0x20:
            return UInt32(exactly: value).flatMap(Unicode.Scalar.init).map { Key(.character($0), modifiers) }
        default: return nil
        }
    }

    private static let codeByLetter: [UInt8: Key.Code] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
        0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    ]

    private static let codeByNumber: [Int: Key.Code] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]
}

extension Key.Modifiers {
    /// xterm's number: 1 and a bit for each of shift, alt, control.
    fileprivate init(xterm number: Int) {
        self.init(rawValue: UInt8(truncatingIfNeeded: max(0, number - 1)) & 7)
    }
}
