import HotlineDomain

/// One line of the board: its counts, and who waits in it now.
public struct QueueLine: Sendable {
    /// Code of the line, or the switch's own name; nil: all of them together.
    public let line: String?
    /// Nil where no switch tells of this line: then only what was logged is known.
    public let counts: QueueCounts?
    public let longestWait: Span?
    /// What operators wrote down, for a line without a switch.
    public let logged: LoggedCalls?
    /// Found once: a screen draws them every second.
    public let waits: (mean: Span?, median: Span?, p90: Span?)

    public init(line: String?, counts: QueueCounts?, longestWait: Span?, logged: LoggedCalls? = nil) {
        self.line = line
        self.counts = counts
        self.longestWait = longestWait
        self.logged = logged
        waits = (counts?.speedOfAnswerMean, counts?.speedOfAnswerMedian, counts?.speedOfAnswerP90)
    }

    /// The hotline's lines in their order, then what the switch calls by names of
    /// its own; a line that had closed before only where it has figures.
    /// `isFed`: some switch tells of this hotline's lines at all.
    public static func of(
        _ day: QueueDay, _ hotline: Hotline, in period: Period, isFed: Bool, logged: [String: LoggedCalls] = [:],
        at now: Instant
    ) -> [QueueLine] {
        let own = hotline.lines.map(\.code)
        let others = day.lines.keys.filter { !own.contains($0) }.sorted(by: codesInOrder)
        let shown = hotline.lines.filter { line in
            !line.hasClosed(before: period.first) || day.lines[line.code] != nil || logged[line.code] != nil
        }
        return (shown.map(\.code) + others).map { code in
            let none = isFed ? QueueCounts(targets: day.targets) : nil
            let counts = day.lines[code] ?? none
            return QueueLine(
                line: code, counts: counts, longestWait: day.longestWait(code, at: now),
                logged: counts == nil ? logged[code] ?? LoggedCalls() : nil)
        }
    }

    /// All of them together.
    public static func all(
        _ day: QueueDay, isFed: Bool, logged: [String: LoggedCalls] = [:], at now: Instant
    ) -> QueueLine {
        QueueLine(
            line: nil, counts: isFed ? day.all : nil, longestWait: day.longestWait(at: now),
            logged: isFed ? nil : logged.values.reduce(LoggedCalls(), +))
    }
}

/// What is known of a line's calls where no switch tells of them.
public struct LoggedCalls: Hashable, Sendable {
    public let calls: Int
    public let sos: Int
    /// Those the lengths are of.
    public let timed: Int
    public let milliseconds: Int64

    public init(calls: Int = 0, sos: Int = 0, timed: Int = 0, milliseconds: Int64 = 0) {
        self.calls = calls
        self.sos = sos
        self.timed = timed
        self.milliseconds = milliseconds
    }

    /// From the beginning of a call to its end, as logged; nil over none.
    public var handleTime: Span? {
        timed > 0 ? Span(milliseconds: (milliseconds * 2 + Int64(timed)) / (Int64(timed) * 2)) : nil
    }

    public static func + (a: LoggedCalls, b: LoggedCalls) -> LoggedCalls {
        LoggedCalls(
            calls: a.calls + b.calls, sos: a.sos + b.sos, timed: a.timed + b.timed,
            milliseconds: a.milliseconds + b.milliseconds)
    }
}
