import CNcurses
import Glibc
import TerminalUI

/// The signals that are input to the loop and not interruptions: they are
/// blocked in every thread and read from a descriptor.
public enum TerminalSignals {
    private static let handled = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]

    static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in handled { sigaddset(&set, signal) }
        return set
    }

    /// Blocks them. The first thing a program does that has a console: threads
    /// started before would take the signals from the loop.
    public static func block() {
        var signals = set
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Gives them back to the system: after the console, or in a child before it runs another program.
    public static func unblock() {
        var signals = set
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Stops the process as the system does for Ctrl-Z; returns when it goes on.
    static func stop() {
        var standard = sigaction()
        var previous = sigaction()
        curses_set_handler(&standard, SIG_DFL)
        sigaction(SIGTSTP, &standard, &previous)
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        // To this thread, which has it unblocked: stopped before the next line, not some time later.
        raise(SIGTSTP)
        pthread_sigmask(SIG_BLOCK, &only, nil)
        sigaction(SIGTSTP, &previous, nil)
    }
}
