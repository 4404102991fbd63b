import CNcurses
import Glibc

/// Gives the terminal back even where the program ends without saying so: a
/// call of `exit` somewhere, a crash. Somebody's shift goes on in that window.
///
/// Everything it needs is prepared before, because a handler of a crash may
/// neither allocate nor call curses.
enum TerminalRescue {
    private struct Prepared {
        var settings: termios
        let bytes: UnsafeMutableBufferPointer<UInt8>
    }

    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]

    /// Written by the thread of the terminal when it opens and closes, read in
    /// a handler on whatever thread crashed; it is only read while it is set,
    /// and by then it does not change.
    nonisolated(unsafe) private static var prepared: UnsafeMutablePointer<Prepared>?
    nonisolated(unsafe) private static var previous: UnsafeMutablePointer<sigaction>?
    nonisolated(unsafe) private static var isRegistered = false

    /// - Parameters:
    ///   - settings: the terminal's modes as they were before the console.
    ///   - farewell: what ends the console's modes on the screen.
    static func arm(settings: termios, farewell: [UInt8]) {
        disarm()
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: farewell.count)
        _ = bytes.initialize(from: farewell)
        let place = UnsafeMutablePointer<Prepared>.allocate(capacity: 1)
        place.initialize(to: Prepared(settings: settings, bytes: bytes))
        let before = UnsafeMutablePointer<sigaction>.allocate(capacity: Int(SIGSYS) + 1)
        before.initialize(repeating: sigaction(), count: Int(SIGSYS) + 1)
        previous = before
        prepared = place
        var action = sigaction()
        curses_set_handler(&action) { TerminalRescue.crashed($0) }
        for signal in crashes { sigaction(signal, &action, before + Int(signal)) }
        guard !isRegistered else { return }
        isRegistered = true
        atexit { TerminalRescue.restore() }
    }

    static func disarm() {
        guard let place = prepared, let before = previous else { return }
        prepared = nil
        for signal in crashes { sigaction(signal, before + Int(signal), nil) }
        previous = nil
        before.deallocate()
        place.pointee.bytes.deallocate()
        place.deallocate()
    }

    private static func restore() {
        guard let place = prepared else { return }
        prepared = nil
        _ = write(STDOUT_FILENO, place.pointee.bytes.baseAddress, place.pointee.bytes.count)
        tcsetattr(STDIN_FILENO, TCSANOW, &place.pointee.settings)
    }

    /// Restores, and lets the crash take the way it would have taken.
    private static func crashed(_ signal: Int32) {
        restore()
        if let before = previous { sigaction(signal, before + Int(signal), nil) }
        raise(signal)
    }
}
