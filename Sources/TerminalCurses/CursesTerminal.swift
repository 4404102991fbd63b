import CNcurses
import Glibc
import TerminalUI

/// The terminal this program runs in, through curses. The one owner of curses'
/// globals: there is never more than one, and it stays on the thread that made it.
public final class CursesTerminal: Terminal {
    public internal(set) var size: Size
    public let glyphs: GlyphSet
    public let waker: Waker
    public var scheme: Scheme {
        didSet { if scheme != oldValue { showScheme() } }
    }

    private let settings: termios
    private let screen: OpaquePointer
    private var palette: Palette
    private let colours: Int
    /// What the terminal shows now; nil when that is not known.
    private var shown: Surface?
    private var cursorIsShown = true
    private var buffer: [cchar_t] = []

    var decoder = KeyDecoder()
    /// Since when the decoder has held an Escape.
    var escapeSince: ContinuousClock.Instant?
    /// Input that came while something else was done.
    var pending: [Input] = []
    var watched: [Int32]
    let wakeEvent: WakeEvent
    let signals: SignalQueue
    var isGone = false
    private(set) var isClosed = false

    /// Takes the terminal over. `TerminalSignals.block()` has to come before, and before any thread.
    ///
    /// - Parameter watching: descriptors that wake the loop when they can be read; see `Input.readable`.
    public init(scheme: Scheme = .dark, watching: [Int32] = []) throws(TerminalProblem) {
        let term = try CursesTerminal.checkedName()
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { throw .notATerminal }
        let wakeEvent = try WakeEvent()
        TerminalSignals.block()
        signals = try SignalQueue()
        glyphs = TerminalCharset.choose(term: term)
        guard let screen = newterm(nil, curses_stdout(), curses_stdin()) else { throw .unknown(term) }
        CursesTerminal.setModes()
        colours = has_colors() && start_color() == OK ? Int(curses_colours()) : 0
        palette = Palette(scheme, colours: colours)
        size = CursesTerminal.fitToWindow()
        self.settings = settings
        self.screen = screen
        self.scheme = scheme
        self.wakeEvent = wakeEvent
        watched = watching
        waker = Waker { wakeEvent.raise() }
        TerminalRescue.arm(settings: settings, farewell: CursesTerminal.farewell)
        // Until the first such cycle curses writes after every movement of its cursor.
        endwin()
        enter()
    }

    deinit { close() }

    /// Wakes the loop when a descriptor can be read.
    public func watch(_ descriptor: Int32) {
        if !watched.contains(descriptor) { watched.append(descriptor) }
    }

    public func unwatch(_ descriptor: Int32) { watched.removeAll { $0 == descriptor } }

    public func ring() { if !isClosed { beep() } }

    public func redraw() { shown = nil }

    public func suspend() {
        guard !isClosed, !isGone else { return }
        leave()
        TerminalSignals.stop()
        // The CONT that woke us is this one; what else came meanwhile is answered.
        for signal in signals.take() where signal != SIGCONT { take(signal) }
        resume()
    }

    public func close() {
        guard !isClosed else { return }
        isClosed = true
        leave()
        delscreen(screen)
        TerminalRescue.disarm()
    }
}

// MARK: - Drawing

extension CursesTerminal {
    public func present(_ surface: Surface) {
        guard !isClosed, !isGone else { return }
        guard let window = curses_stdscr() else { return }
        let isWhole = shown == nil
        if isWhole { clearok(curses_curscr(), true) }
        for span in changedSpans(from: shown, to: surface) where span.y < size.rows {
            draw(surface, span, on: window)
        }
        showCursor(of: surface, on: window)
        wnoutrefresh(window)
        doupdate()
        shown = surface
    }

    private func draw(_ surface: Surface, _ span: ChangedSpan, on window: UnsafeMutablePointer<WINDOW>) {
        let end = min(span.columns.upperBound, size.columns)
        guard span.columns.lowerBound < end else { return }
        buffer.removeAll(keepingCapacity: true)
        for x in span.columns.lowerBound..<end { append(surface[x, span.y], room: end - x) }
        wmove(window, Int32(span.y), Int32(span.columns.lowerBound))
        wadd_wchnstr(window, buffer, Int32(buffer.count))
    }

    /// Adds one cell as curses has it. Where the C library counts its width in
    /// another way, signs that nobody disputes take its room.
    private func append(_ cell: Cell, room: Int) {
        guard !cell.isTrailingHalf else { return }
        let width = cell.width
        let isAgreed = cell.scalar.value < 0x300 || TerminalCharset.systemWidth(of: cell.scalar) == cell.width
        if width <= room, isAgreed {
            buffer.append(cchar_t(cell, look: palette[cell.role]))
        } else {
            let sign = Cell(isAgreed ? " " : "?", role: cell.role)
            for _ in 0..<min(width, room) { buffer.append(cchar_t(sign, look: palette[cell.role])) }
        }
    }

    private func showCursor(of surface: Surface, on window: UnsafeMutablePointer<WINDOW>) {
        let place = surface.cursor.flatMap { $0.x < size.columns && $0.y < size.rows ? $0 : nil }
        if (place != nil) != cursorIsShown {
            cursorIsShown = place != nil
            curs_set(cursorIsShown ? 1 : 0)
        }
        leaveok(window, place == nil)
        if let place { wmove(window, Int32(place.y), Int32(place.x)) }
    }

    /// The cursor as others want it, whatever the console did with it.
    func showCursorAgain() {
        if !cursorIsShown { curs_set(1) }
        cursorIsShown = true
    }

    func restoreSettings() {
        var settings = settings
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    private func showScheme() {
        guard !isClosed else { return }
        palette = Palette(scheme, colours: colours)
        shown = nil
    }
}

extension cchar_t {
    fileprivate init(_ cell: Cell, look: Palette.Entry) {
        self.init()
        attr = look.attributes | attr_t(bitPattern: COLOR_PAIR(look.pair))
        ext_color = look.pair
        withUnsafeMutableBytes(of: &chars) { bytes in
            let places = bytes.bindMemory(to: UInt32.self)
            var index = 0
            cell.forEachScalar { value in
                places[index] = value
                index += 1
            }
        }
    }
}
