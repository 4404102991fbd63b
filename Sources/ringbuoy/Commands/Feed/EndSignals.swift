import Glibc
import HotlineDomain

/// The signals that end a feed in order: held back, and asked for between two
/// things it does, so that none of them is half done.
enum EndSignals {
    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
        return set
    }

    /// Before any other thread begins: it would take them, and end at once.
    static func block() {
        var signals = set
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    static var wereSent: Bool { wereSent(within: .zero) }

    /// Waits for one, no longer than that.
    static func wereSent(within span: Span) -> Bool {
        var signals = set
        let milliseconds = max(0, span.milliseconds)
        var limit = timespec(
            tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
        return sigtimedwait(&signals, nil, &limit) > 0
    }

    /// What may take for ever and leaves nothing half done: they end it as they always do.
    static func lettingThrough<T>(_ body: () -> T) -> T {
        var signals = set
        var before = sigset_t()
        pthread_sigmask(SIG_UNBLOCK, &signals, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return body()
    }
}
