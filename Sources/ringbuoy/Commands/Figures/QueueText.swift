import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The board as text of eighty columns: lines, then operators, then what must not be missed.
struct QueueText {
    private static let nameMax = 14
    private static let waits = [
        "line", "waiting", "longest_wait", "service_level", "asa", "asa_median", "asa_p90", "handle",
    ]
    private static let terms = ["line", "offered"] + IdentityTerm.allCases.map(\.rawValue)

    /// How fast they were answered; and the identity, every visit exactly once.
    func lines(_ lines: [QueueLine]) -> [String] {
        let fed = lines.filter { $0.counts != nil }
        let unfed = lines.filter { $0.counts == nil }
        var waits = TextTable(heading(QueueText.waits), rightAligned: Set(1..<QueueText.waits.count))
        var terms = TextTable(heading(QueueText.terms), rightAligned: Set(1..<QueueText.terms.count))
        for line in fed {
            guard let counts = line.counts else { continue }
            waits.add([
                name(line), say.integer(counts.waiting), clock(line.longestWait), level(counts.serviceLevel),
                time(line.waits.mean), time(line.waits.median), time(line.waits.p90), time(counts.handleTime),
            ])
            terms.add([name(line), say.integer(counts.offered)] + counts.identity.map { say.integer($0.n) })
        }
        // The last line is that of all; its sum is the whole.
        let unknown = fed.last?.counts?.waitUnknown ?? 0
        let without = unknown > 0 ? [say("queue.wait_unknown", n: unknown)] : []
        let told = fed.isEmpty ? [] : waits.lines + without + [""] + terms.lines
        return told
            + unfed.map { line in
                let logged = line.logged ?? LoggedCalls()
                let facts = ["sos": String(logged.sos), "length": time(logged.handleTime)]
                let key = logged.handleTime == nil ? "board.logged_untimed" : "board.logged"
                return "\(name(line))  \(say(key, n: logged.calls, facts))"
            }
    }

    private func heading(_ names: [String]) -> [String] { names.map { say("queue.column.\($0)") } }

    private func name(_ line: QueueLine) -> String { (line.line ?? say("queue.all")).cut(QueueText.nameMax) }

    /// Of a small whole the count leads.
    private func level(_ share: Share) -> String {
        guard share.of > 0 else { return "-" }
        let count = "\(say.integer(share.n))/\(say.integer(share.of))"
        let percentage = say.percentage(share.n, of: share.of)
        return share.isSmall ? "\(count) \(percentage)" : "\(percentage) \(count)"
    }

    /// What was measured, to the nearest second.
    private func time(_ span: Span?) -> String { span.map { say.duration(seconds: Int($0.secondsRounded)) } ?? "-" }
    /// A clock that runs.
    private func clock(_ span: Span?) -> String { span.map { say.duration(seconds: Int($0.seconds)) } ?? "-" }

    // MARK: - People

    func people(_ operators: [OperatorNow], at now: Instant) -> [String] {
        guard !operators.isEmpty else { return [] }
        var people = TextTable(
            ["operator", "state", "line", "since"].map { say("queue.column.\($0)") }, rightAligned: [3])
        for person in operators {
            let label = ListID.operatorState.label(person.state)
            let state = [label, person.reason ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
            people.add([
                person.operator.cut(12), state.cut(32), (person.line ?? "").cut(QueueText.nameMax),
                clock(now - person.since),
            ])
        }
        return people.lines
    }

    // MARK: - What must not be missed

    struct States {
        let links: [LinkState]
        /// Nil for somebody whose duty calls are not.
        let escalations: [Escalation]?
        /// Without a switch nobody knows who gave up.
        let isFed: Bool
        let givenUp: [GivenUp]
        let understaffed: [BoardHour]
        let coverage: Coverage
        let zone: ZoneRules
    }

    /// Each with a word and a mark.
    func states(_ states: States, at now: Instant) -> [String] {
        func clock(_ instant: Instant) -> String {
            let clock = states.zone.wallClock(at: instant)
            return say.clock(hour: clock.hour, minute: clock.minute)
        }
        var lines = states.links.flatMap { link in
            let facts = ["source": link.source, "since": clock(link.beganAt)]
            guard link.state == .down else { return ["  " + say("board.link_up", facts)] }
            // Why has a line of its own: both together are wider than a screen.
            return ["! " + say("board.link_down", facts)]
                + [link.trouble].compactMap(\.self).map { code in
                    "  " + say.trouble(of: code)
                }
        }
        if states.links.isEmpty { lines.append("  " + say("board.no_switch_logged")) }
        if let open = states.escalations { lines.append(sos(open, at: now)) }
        lines.append(understaffed(states.understaffed, clock))
        let toCall = states.givenUp.filter { $0.callBack == .open }
        if let last = toCall.first {
            lines.append(
                "! " + say("board.to_call_back", n: toCall.count, ["time": clock(last.visit.facts.offered.at)]))
        } else if !states.givenUp.isEmpty {
            lines.append("  " + say("board.none_to_call_back", n: states.givenUp.count))
        } else if states.isFed {
            lines.append("  " + say("board.nobody_gave_up"))
        }
        let below = say.age(seconds: states.coverage.belowPlan * 60)
        let coverage = say("board.coverage", ["staffed": states.coverage.staffed.fraction, "below": below])
        lines.append((states.coverage.belowPlan > 0 ? "! " : "  ") + coverage)
        return lines
    }

    private func sos(_ open: [Escalation], at now: Instant) -> String {
        func age(_ some: [Escalation]) -> String {
            some.map { now - $0.raisedAt }.max().map { say.age(seconds: Int($0.seconds)) } ?? ""
        }
        var text = say("board.sos", n: open.count)
        if !open.isEmpty { text += ", " + say("board.sos_oldest", n: open.count, ["age": age(open)]) }
        let waiting = open.filter { !$0.isAcknowledged }
        guard !waiting.isEmpty else { return "  " + text }
        return "! " + say("board.sos_unacknowledged", n: waiting.count, ["age": age(waiting)]) + "; " + text
    }

    /// As many hours as a line holds.
    private func understaffed(_ hours: [BoardHour], _ clock: (Instant) -> String) -> String {
        guard !hours.isEmpty else { return "  " + say("board.staffed_ahead") }
        let runs = hours.runs
        let list = runs.prefix(2).map { run in
            "\(clock(run.hours.lowerBound))\u{2013}\(clock(run.hours.upperBound)) \(run.staff)/\(run.wanted)"
        }.joined(separator: ", ")
        return "! " + say("board.understaffed", n: hours.count, ["hours": list + (runs.count > 2 ? " \u{2026}" : "")])
    }
}

extension String {
    /// So many letters at most, the last one saying that there were more.
    func cut(_ most: Int) -> String { count <= most ? self : prefix(most - 1) + "\u{2026}" }
}
