extension Key {
    /// Keys written down: letters, and `<Enter>`, `<Esc>`, `<Up>`, `<F1>`,
    /// `<C-k>`, `<A-x>`, `<S-Tab>`, `<Paste:text>`, `<lt>`. Nil where a name is unknown.
    public static func keys(in notation: String) -> [Key]? {
        var keys: [Key] = []
        var rest = notation.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "<", let close = rest.firstIndex(of: ">") else {
                keys.append(.character(scalar))
                continue
            }
            guard let key = named(String(rest[..<close])) else { return nil }
            keys.append(key)
            rest = rest[rest.index(after: close)...]
        }
        return keys
    }

    private static func named(_ name: String) -> Key? {
        if name.hasPrefix("Paste:") { return .paste(String(name.dropFirst(6))) }
        if let code = codes[name] { return Key(code) }
        var modifiers: Modifiers = []
        var rest = name[...]
        for (prefix, modifier) in [("C-", Modifiers.control), ("A-", .alt), ("S-", .shift)]
        where rest.hasPrefix(prefix) {
            modifiers.insert(modifier)
            rest = rest.dropFirst(2)
        }
        guard !modifiers.isEmpty else { return nil }
        if let code = codes[String(rest)] { return Key(code, modifiers) }
        guard let scalar = rest.unicodeScalars.first, rest.unicodeScalars.count == 1 else { return nil }
        return Key(.character(scalar), modifiers)
    }

    private static let codes: [String: Code] = {
        var codes: [String: Code] = [
            "Enter": .enter, "CR": .enter, "Esc": .escape, "Tab": .tab, "BS": .backspace, "Backspace": .backspace,
            "Del": .delete, "Ins": .insert, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
            "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Space": .character(" "),
            "lt": .character("<"),
        ]
        for number in 1...12 { codes["F\(number)"] = .function(number) }
        return codes
    }()
}
