extension SwitchName {
    /// In bytes: what a switch calls anything is shorter as a rule, and longer is no name to look at.
    static let shownMax = 96
    /// Of the mark and what parts it from the name.
    private static let markLength = 9

    /// A name of the switch's own as it is shown and kept: one plain line of
    /// bounded length. What neither a list nor a screen can hold becomes a question
    /// mark, what is too long is cut. A name that was changed ends in a mark made of
    /// the whole of it, so that two of them stay two.
    public static func shown(_ name: String) -> String {
        if isShown(name) { return name }
        var shown = ""
        var size = 0
        for scalar in name.unicodeScalars {
            let next = isPlain(scalar) ? scalar : "?"
            size += UTF8.width(next)
            guard size <= shownMax - markLength else { break }
            shown.unicodeScalars.append(next)
        }
        return shown + "~" + mark(of: name)
    }

    private static func isShown(_ name: String) -> Bool {
        let bytes = name.utf8
        guard bytes.count <= shownMax else { return false }
        // Nearly every name is of these letters alone.
        if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return true }
        return name.unicodeScalars.allSatisfy(isPlain)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isText && scalar != "\n" && scalar != "\t"
    }

    /// Eight digits (FNV-1a): the same on every machine and in every run.
    private static func mark(of name: String) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
