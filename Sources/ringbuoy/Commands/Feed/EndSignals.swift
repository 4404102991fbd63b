import Glibc

/// The signals that end a bridge in order: held back, and asked for between two
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

    static var wereSent: Bool {
        var signals = set
        var now = timespec()
        return sigtimedwait(&signals, nil, &now) > 0
    }
}
