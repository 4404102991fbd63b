import Glibc
import HotlineReports

/// Which signs charts of letters are drawn with, and how many stand beside each other.
struct TextSigns {
    let charts: ChartSigns
    /// Headings stand out, and what tells little stands back.
    let isMarked: Bool
    let columns: Int

    private static let columnsMin = 80
    private static let columnsMax = 120

    static let ofFile = TextSigns(charts: .utf8, isMarked: false, columns: columnsMin)

    static var ofTerminal: TextSigns {
        let isTerminal = Environment.outputIsTerminal
        let isPlain = Environment.value("NO_COLOR") != nil || Environment.value("TERM") == "dumb"
        return TextSigns(
            charts: namedCharset ?? "utf8" == "utf8" ? .utf8 : .ascii, isMarked: isTerminal && !isPlain,
            columns: isTerminal ? min(columnsMax, max(columnsMin, terminalColumns)) : columnsMin)
    }

    /// Of the locale, `utf8` for UTF-8; nil where it names none. `C` and `POSIX` know letters only.
    private static var namedCharset: String? {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { Environment.value($0) }.first
        if named == "C" || named == "POSIX" { return "ascii" }
        return named?.split(separator: "@")[0].split(separator: ".").dropFirst().first?
            .lowercased().filter { $0 != "-" }
    }

    private static var terminalColumns: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : columnsMin
    }
}
