import HotlineDomain

/// One line of the board: its counts, and who waits in it now.
public struct QueueLine: Sendable {
    /// Code of the line, or the switch's own name; nil: all of them together.
    public let line: String?
    /// Nil where no switch tells of this line: then only what was logged is known.
    public let counts: QueueCounts?
    public let longestWait: Span?

    public init(line: String?, counts: QueueCounts?, longestWait: Span?) {
        self.line = line
        self.counts = counts
        self.longestWait = longestWait
    }

    /// The hotline's lines in their order, then what the switch calls by names of
    /// its own. `isFed`: some switch tells of this hotline's lines at all.
    public static func of(_ day: QueueDay, _ hotline: Hotline, isFed: Bool, at now: Instant) -> [QueueLine] {
        let own = hotline.lines.map(\.code)
        let others = day.lines.keys.filter { !own.contains($0) }.sorted()
        return (own + others).map { code in
            let none = isFed ? QueueCounts(targets: day.targets) : nil
            return QueueLine(line: code, counts: day.lines[code] ?? none, longestWait: day.longestWait(code, at: now))
        }
    }

    /// For scripts; what is not known, and what has nothing to divide by, is null.
    public var json: JSONValue {
        let counted = (counts?.identity ?? []).map { (name: $0.outcome.rawValue, value: JSONValue.number($0.n)) }
        let terms = counts == nil ? IdentityTerm.allCases.map { (name: $0.rawValue, value: JSONValue.null) } : counted
        let level: JSONValue =
            counts.map { counts in
                .object([
                    (name: "n", value: .number(counts.serviceLevel.n)),
                    (name: "of", value: .number(counts.serviceLevel.of)),
                    (name: "target_s", value: .seconds(counts.targets.answer)),
                ])
            } ?? .null
        let line = (name: "line", value: line.map { JSONValue.text($0) } ?? .null)
        return .object(
            [line, (name: "offered", value: counts.map { .number($0.offered) } ?? .null)] + terms + [
                (name: "waiting", value: counts.map { .number($0.waiting) } ?? .null),
                (name: "longest_wait_s", value: QueueLine.seconds(longestWait)),
                (name: "service_level", value: level),
                (name: "asa_s", value: QueueLine.seconds(counts?.speedOfAnswerMean)),
                (name: "asa_median_s", value: QueueLine.seconds(counts?.speedOfAnswerMedian)),
                (name: "asa_p90_s", value: QueueLine.seconds(counts?.speedOfAnswerP90)),
                (name: "handle_s", value: QueueLine.seconds(counts?.handleTime)),
                (name: "closed", value: counts.map { .number($0.closed) } ?? .null),
            ])
    }

    private static func seconds(_ span: Span?) -> JSONValue { span.map { .seconds($0) } ?? .null }
}
