/// Turns the port's `$n` into SQLite's `?n`. SQLite takes `$2` for a name and
/// numbers it by first appearance, so that it would bind wrongly and say nothing.
enum Placeholders {
    /// Leaves quoted text, quoted names and comments as they are.
    static func rewrite(_ sql: String) -> String {
        var bytes = Array(sql.utf8)
        var skip: Skip?
        var place = 0
        while place < bytes.count {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            if let inside = skip {
                if inside.ends(bytes[place], next) {
                    skip = nil
                    if inside == .block { place += 1 }
                }
            } else if let begun = Skip(bytes[place], next) {
                skip = begun
                if begun == .block { place += 1 }
            } else if bytes[place] == UInt8(ascii: "$"), UInt8(ascii: "1")...UInt8(ascii: "9") ~= next {
                bytes[place] = UInt8(ascii: "?")
            }
            place += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a `$` means nothing inside of. A doubled quote ends one and begins
    /// the next, which comes to the same.
    private enum Skip: Equatable {
        case quote(UInt8), line, block

        init?(_ byte: UInt8, _ next: UInt8) {
            switch (byte, next) {
            case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _): self = .quote(byte)
            case (UInt8(ascii: "-"), UInt8(ascii: "-")): self = .line
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): self = .block
            default: return nil
            }
        }

        func ends(_ byte: UInt8, _ next: UInt8) -> Bool {
            switch self {
            case .quote(let quote): byte == quote
            case .line: byte == UInt8(ascii: "\n")
            case .block: byte == UInt8(ascii: "*") && next == UInt8(ascii: "/")
            }
        }
    }
}
