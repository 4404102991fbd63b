import CNcurses
import Glibc
import TerminalUI

/// Which letters and signs can be sent to this terminal.
enum TerminalCharset {
    /// Makes the C library send UTF-8 and says which signs to use. Called once,
    /// before curses starts.
    ///
    /// A host without locales says nothing about the terminal: nearly all are
    /// UTF-8, so only a terminal that is known not to be gets plain signs.
    static func choose(term: String) -> GlyphSet {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first
        guard useUTF8(), !hasPlainSigns(term: term) else { return .ascii }
        guard let codeset = named?.split(separator: "@")[0].split(separator: ".").dropFirst().first else {
            return .utf8
        }
        return codeset.lowercased().filter { $0 != "-" } == "utf8" ? .utf8 : .ascii
    }

    /// The person's own locale if it is UTF-8, else the one that every Debian has.
    @discardableResult
    static func useUTF8() -> Bool {
        setlocale(LC_CTYPE, "")
        if !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
        return isUTF8
    }

    /// How many cells the C library, and so curses, counts for a scalar; -1 where it knows none.
    static func systemWidth(of scalar: Unicode.Scalar) -> Int {
        Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    }

    /// Terminals whose fonts have letters and lines at best.
    private static func hasPlainSigns(term: String) -> Bool {
        term == "linux" || term.hasPrefix("linux-") || term.hasPrefix("vt") || term == "ansi" || term == "cons25"
    }

    private static var isUTF8: Bool {
        guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
        return String(cString: codeset) == "UTF-8"
    }

    static func value(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}
