extension Key {
    /// The Latin key at the same place of the keyboard, for a key pressed while
    /// the Russian layout was on.
    ///
    /// Who writes a note in Russian and then presses the key of SOS presses
    /// `ы`; at three in the morning that has to be `s`.
    public var onLatinKeys: Key? {
        guard case .character(let scalar) = code, let latin = Key.latinOfRussian[scalar] else { return nil }
        return Key(.character(latin), modifiers)
    }

    private static let latinOfRussian: [Unicode.Scalar: Unicode.Scalar] = {
        let russian = "йцукенгшщзхъфывапролджэячсмитьбюё"
        let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
        let russianShifted = "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
        let latinShifted = "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (from, to) in [(russian, latin), (russianShifted, latinShifted)] {
            for (key, value) in zip(from.unicodeScalars, to.unicodeScalars) { table[key] = value }
        }
        return table
    }()
}
