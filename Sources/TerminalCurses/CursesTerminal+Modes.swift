import CNcurses
import Glibc
import TerminalUI

extension CursesTerminal {
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"

    /// The name of the terminal, once it is sure that the console can be shown on it.
    static func checkedName() throws(TerminalProblem) -> String {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard let term = TerminalCharset.value("TERM") else { throw .unnamed }
        var status: Int32 = 0
        guard setupterm(term, STDOUT_FILENO, &status) == OK else { throw .unknown(term) }
        // Curses starts happily on a terminal without this and draws rubbish.
        let canPlaceCursor = curses_capability("cup") != nil
        del_curterm(set_curterm(nil))
        guard canPlaceCursor else { throw .cannotPlaceCursor(term) }
        return term
    }

    static func setModes() {
        // Every key is ours, Ctrl-C, Ctrl-Z and Ctrl-S too; bytes are decoded by us.
        raw()
        noecho()
        nonl()
        keypad(curses_stdscr(), false)
        scrollok(curses_stdscr(), false)
        // Looking for typed keys in the middle of drawing only costs.
        typeahead(-1)
    }

    /// Makes curses as large as the window is and says how large that is.
    static func fitToWindow() -> Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        if curses_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 {
            resizeterm(rows, columns)
        }
        return Size(columns: Int(getmaxx(curses_stdscr())), rows: Int(getmaxy(curses_stdscr())))
    }

    /// What ends the console's modes when there is no time for curses.
    static var farewell: [UInt8] {
        let names = ["sgr0", "op", "cnorm", "rmcup"]
        let ends = names.compactMap { name in curses_capability(name).map { withoutPadding(String(cString: $0)) } }
        return Array((pasteOff + ends.joined()).utf8)
    }

    /// Old descriptions ask for pauses, as `$<2>`; a new terminal needs none.
    private static func withoutPadding(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "$") {
            result += rest[..<start]
            rest = rest[start...]
            if rest.hasPrefix("$<"), let end = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    /// After `endwin`: the console's screen and modes again.
    func enter() {
        clearok(curses_curscr(), true)
        doupdate()
        send(CursesTerminal.pasteOn)
        redraw()
    }

    /// The terminal as it was before.
    func leave() {
        send(CursesTerminal.pasteOff)
        showCursorAgain()
        endwin()
        restoreSettings()
    }

    /// Goes on after the program was stopped, by us or from outside.
    func resume() {
        enter()
        let before = size
        size = CursesTerminal.fitToWindow()
        if size != before { pending.append(.resized(size)) }
        pending.append(.continued)
    }

    private func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
