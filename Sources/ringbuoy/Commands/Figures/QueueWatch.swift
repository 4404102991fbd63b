import Glibc
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// For a wall: the board once a second, in place, until somebody ends it.
struct QueueWatch {
    private let desk: Desk
    private let asJSON: Bool
    private var today: QueueToday
    /// Drawn over on a terminal; one after the other into a pipe.
    private let isTerminal = isatty(STDOUT_FILENO) == 1

    init(_ desk: Desk, _ targets: QueueTargets, asJSON: Bool) throws {
        self.desk = desk
        self.asJSON = asJSON
        today = try QueueToday(desk, targets, at: Clock.now)
    }

    mutating func run() throws {
        let ending = Ending()
        if isInPlace { try Output.text("\u{1B}[?25l\u{1B}[H\u{1B}[2J") }
        repeat {
            let now = Clock.now
            try today.goOn(desk, at: now)
            try show(at: now)
            try Output.flush()
        } while !ending.came(within: 1000 - Int(Clock.now.milliseconds % 1000))
        if isInPlace { try Output.text("\u{1B}[?25h\n") }
        try Output.flush()
    }

    private var isInPlace: Bool { isTerminal && !asJSON }

    private func show(at now: Instant) throws {
        if asJSON { return try Output.line(try today.json(desk, at: now).compact) }
        let clock = try desk.zone().wallClock(at: now)
        let title = "\(desk.hotline.name)   \(say.clock(hour: clock.hour, minute: clock.minute))"
        let lines = [title, ""] + (try today.text(desk, at: now))
        guard isInPlace else { return try Output.text(lines.joined(separator: "\n") + "\n\n") }
        let (columns, rows) = QueueWatch.size
        // Each line clears what is left of the one it lies over: nothing blinks.
        let seen = lines.shortened(to: max(1, rows - 1)).map { $0.shown.cut(columns) }
        try Output.text("\u{1B}[H" + seen.joined(separator: "\u{1B}[K\r\n") + "\u{1B}[K\u{1B}[J")
    }

    private static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return (80, 24)
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}

extension [String] {
    /// The last of them says how many more there would be.
    func shortened(to rows: Int) -> [String] {
        guard count > rows else { return self }
        let kept = Swift.max(0, rows - 1)
        return prefix(kept) + [say("queue.more", n: count - kept)]
    }
}

/// Ctrl-C and its like, taken when the loop looks: it sleeps until one comes or
/// its time is over, and nothing is cut off in the middle.
private struct Ending {
    private var signals = sigset_t()

    init() {
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    func came(within milliseconds: Int) -> Bool {
        var signals = signals
        var limit = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        return sigtimedwait(&signals, nil, &limit) > 0
    }
}
