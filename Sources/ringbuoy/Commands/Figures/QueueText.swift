import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The board as text: lines, then operators.
struct QueueText {
    private static let columns = [
        "line", "offered", "answered", "abandoned", "short_abandoned", "overflowed", "unstaffed", "refused", "lost",
        "waiting", "longest_wait", "service_level", "asa", "asa_median", "asa_p90", "handle",
    ]

    func print(_ lines: [QueueLine], _ operators: [OperatorNow], at now: Instant) throws {
        var table = TextTable(
            QueueText.columns.map { say("queue.\($0)") }, rightAligned: Set(1..<QueueText.columns.count))
        for line in lines { table.add(cells(line)) }
        try table.print()
        guard !operators.isEmpty else { return }
        try Output.line("")
        var people = TextTable(["operator", "state", "since"].map { say("queue.\($0)") }, rightAligned: [2])
        for person in operators {
            let label = ListID.operatorState.label(person.state)
            people.add([person.operator, label, say.duration(seconds: Int((now - person.since).seconds))])
        }
        try people.print()
    }

    private func cells(_ line: QueueLine) -> [String] {
        let name = line.line ?? say("queue.all")
        guard let counts = line.counts else {
            return [name, say("queue.no_switch")]
        }
        let level = counts.serviceLevel
        return [name, "\(counts.offered)"] + counts.identity.map { "\($0.n)" } + [
            "\(counts.waiting)", time(line.longestWait),
            "\(say.percentage(level.n, of: level.of)) (\(level.n)/\(level.of))",
            time(counts.speedOfAnswerMean), time(counts.speedOfAnswerMedian), time(counts.speedOfAnswerP90),
            time(counts.handleTime),
        ]
    }

    private func time(_ span: Span?) -> String { span.map { say.duration(seconds: Int($0.seconds)) } ?? "-" }
}
