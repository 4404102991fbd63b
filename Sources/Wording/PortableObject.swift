/// A gettext PO file, read: what it says for each key, and where it is not in form.
/// Reading never fails as a whole; a test holds every file of ours to no faults.
struct PortableObject: Equatable {
    /// One key, with one text or with one text for each plural form.
    struct Entry: Equatable {
        var key: String
        var isPlural = false
        var forms: [Int: String] = [:]
        var line: Int
    }

    /// A place where the file is not in form.
    struct Fault: Equatable {
        var line: Int
        var reason: Reason
    }

    enum Reason: Equatable {
        case unknownDirective, unquoted, unknownEscape, strayString, textBeforeKey
        case emptyKey, pluralKeyDiffers, mixedForms, duplicateKey, contextNotUsed
    }

    /// The fields of the entry with the empty key, `Plural-Forms` for one.
    private(set) var header: [String: String] = [:]
    private(set) var entries: [Entry] = []
    private(set) var faults: [Fault] = []

    init(_ bytes: [UInt8]) {
        var reader = PortableObjectReader()
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            reader.read(line)
        }
        reader.finishEntry()
        header = reader.header
        entries = reader.entries
        faults = reader.faults
    }
}

/// Reads a PO file line by line: keeps the entry it is in, and which of that
/// entry's strings a continuation line belongs to.
private struct PortableObjectReader {
    private enum Field {
        case key, pluralKey
        case form(Int)
    }

    private(set) var header: [String: String] = [:]
    private(set) var entries: [PortableObject.Entry] = []
    private(set) var faults: [PortableObject.Fault] = []
    private var known: Set<String> = []
    private var entry: PortableObject.Entry?
    private var pluralKey: String?
    private var field: Field?
    private var isFuzzy = false
    private var nextIsFuzzy = false
    private var line = 0

    mutating func read(_ text: ArraySlice<UInt8>) {
        line += 1
        let text = text.trimmed
        switch text.first {
        case nil: return
        case .hash: return readComment(text)
        case .quote: return append(text)
        default: break
        }
        guard let end = text.firstIndex(where: { $0 == .space || $0 == .tab || $0 == .quote }) else {
            return fault(.unknownDirective)
        }
        readDirective(String(decoding: text[..<end], as: UTF8.self), text[end...].trimmed)
    }

    /// `#, fuzzy` marks a text that still waits for its translator: it is as good as absent.
    private mutating func readComment(_ text: ArraySlice<UInt8>) {
        guard text.starts(with: "#,".utf8) else { return }
        let flags = text.dropFirst(2).split(separator: .comma)
        if flags.contains(where: { $0.trimmed.elementsEqual("fuzzy".utf8) }) { nextIsFuzzy = true }
    }

    private mutating func readDirective(_ directive: String, _ text: ArraySlice<UInt8>) {
        switch directive {
        case "msgid":
            finishEntry()
            entry = PortableObject.Entry(key: "", line: line)
            isFuzzy = nextIsFuzzy
            nextIsFuzzy = false
            field = .key
        case "msgid_plural":
            guard entry != nil else { return fault(.textBeforeKey) }
            entry?.isPlural = true
            pluralKey = ""
            field = .pluralKey
        case "msgstr":
            begin(form: 0, plural: false)
        case "msgctxt":
            return fault(.contextNotUsed)
        default:
            guard directive.hasPrefix("msgstr["), directive.hasSuffix("]"),
                let form = Int(directive.dropFirst(7).dropLast()), form >= 0
            else { return fault(.unknownDirective) }
            begin(form: form, plural: true)
        }
        append(text)
    }

    private mutating func begin(form: Int, plural: Bool) {
        guard let current = entry else { return fault(.textBeforeKey) }
        if current.isPlural != plural || current.forms[form] != nil { fault(.mixedForms) }
        entry?.forms[form] = ""
        field = .form(form)
    }

    private mutating func append(_ quoted: ArraySlice<UInt8>) {
        guard let field, entry != nil else { return fault(.strayString) }
        guard let text = unquoted(quoted) else { return }
        switch field {
        case .key: entry?.key += text
        case .pluralKey: pluralKey? += text
        case .form(let form): entry?.forms[form]? += text
        }
    }

    private mutating func unquoted(_ text: ArraySlice<UInt8>) -> String? {
        guard text.count >= 2, text.first == .quote, text.last == .quote else {
            fault(.unquoted)
            return nil
        }
        var rest = text.dropFirst().dropLast()
        if !rest.contains(.backslash), !rest.contains(.quote) { return String(decoding: rest, as: UTF8.self) }
        var result: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == .quote { fault(.unquoted) }
            guard byte == .backslash else {
                result.append(byte)
                continue
            }
            guard let escape = rest.popFirst() else {
                fault(.unquoted)
                break
            }
            guard let meant = escapes[escape] else {
                fault(.unknownEscape)
                continue
            }
            result.append(meant)
        }
        return String(decoding: result, as: UTF8.self)
    }

    mutating func finishEntry() {
        defer {
            entry = nil
            pluralKey = nil
            field = nil
        }
        guard let entry else { return }
        if entry.key.isEmpty { return entries.isEmpty ? readHeader(entry) : fault(.emptyKey) }
        if let pluralKey, pluralKey != entry.key { fault(.pluralKeyDiffers) }
        guard known.insert(entry.key).inserted else { return fault(.duplicateKey) }
        if !isFuzzy { entries.append(entry) }
    }

    private mutating func readHeader(_ entry: PortableObject.Entry) {
        for row in (entry.forms[0] ?? "").split(separator: "\n") {
            guard let colon = row.firstIndex(of: ":") else { continue }
            header[String(row[..<colon])] = String(row[row.index(after: colon)...].drop { $0 == " " })
        }
    }

    private mutating func fault(_ reason: PortableObject.Reason) {
        faults.append(PortableObject.Fault(line: line, reason: reason))
    }
}

private let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): UInt8(ascii: "\n"), UInt8(ascii: "t"): .tab, UInt8(ascii: "r"): UInt8(ascii: "\r"),
    .backslash: .backslash, .quote: .quote,
]

extension UInt8 {
    fileprivate static let tab = UInt8(ascii: "\t")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let hash = UInt8(ascii: "#")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let backslash = UInt8(ascii: "\\")
}

extension ArraySlice<UInt8> {
    /// Without spaces, tabs and the carriage return of a Windows line at either end.
    fileprivate var trimmed: ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab || byte == UInt8(ascii: "\r") }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return []
        }
        return self[first...last]
    }
}
