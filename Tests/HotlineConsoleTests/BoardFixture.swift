import HotlineDomain
import HotlineReports
import HotlineStore
import HotlineSwitch
import StoreSQLite
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// A day of a switch, for the board.
struct BoardFixture {
    let bench: Bench
    var store: Store { bench.store }

    /// Ten visits of the test vector (DOMAIN.md section 6), a caller who waits,
    /// seven weeks of the same weekday, and two operators whom the switch knows.
    init(columns: Int = 80, rows: Int = 24, language: Language = .en, _ keys: String = "wv") throws {
        bench = try Bench.onDesk("14:32", as: "91", columns: columns, rows: rows, language: language)
        let start = Fixture.at("14:00")
        try tellWeeksBefore()
        let answers: [Int64] = [3, 5, 8, 10, 15, 20, 25, 45]
        for (place, wait) in answers.enumerated() {
            try tell("a\(place)", at: start + .minutes(Int64(place)), ended: .answered(by: "01"), after: wait)
        }
        try tell("b1", at: start + .minutes(9), ended: .abandoned, after: 3)
        try tell("b2", at: start + .minutes(10), line: "eu", ended: .abandoned, after: 40)
        try tell("w", at: Fixture.at("14:31"), line: "eu")
        try tellStates()
        try perform(
            .linkState(
                store.newID(LinkState.self, at: start), .begin(source: "asterisk", .up, trouble: nil, at: start)))
        bench.type(keys)
        // What was before is read when no key waits.
        idle()
    }

    func idle() {
        while !bench.runner.idle.isEmpty { bench.runner.load(bench.runner.idle.removeFirst()) }
        bench.runner.show()
    }

    private func tellWeeksBefore() throws {
        for week in 1...7 {
            let day = Fixture.date - 7 * week
            for (hour, count) in [("09:05", 2), ("11:40", 3), ("14:10", 6), ("16:20", 8), ("20:15", 5)] {
                for place in 0..<count {
                    try tell(
                        "p\(week)\(hour)\(place)", at: Fixture.at(hour, day) + .minutes(Int64(place * 3)),
                        ended: .answered(by: "01"), after: 12, talk: 420)
                }
            }
        }
    }

    private func tellStates() throws {
        let told: [(code: String, state: String, reason: String?, time: String)] = [
            ("01", "available", nil, "08:00"), ("01", "on_call", nil, "14:02"), ("01", "wrap_up", nil, "14:26"),
            ("02", "available", nil, "08:00"), ("02", "break", "lunch", "14:20"),
        ]
        for state in told {
            let at = Fixture.at(state.time)
            try perform(
                .operatorState(
                    store.newID(OperatorState.self, at: at),
                    .begin(operator: state.code, source: "asterisk", state: state.state, reason: state.reason, at: at)
                ))
        }
    }

    func tell(
        _ key: String, at: Instant, line: String = "ru", ended: VisitFacts.Ending? = nil, after seconds: Int64 = 0,
        talk: Int64 = 60
    ) throws {
        var facts = VisitFacts(
            id: SwitchCallID(key), call: key, line: line, offered: VisitFacts.Stamp(at: at, isExact: true))
        if let ended {
            facts.ending = ended
            facts.endedAt = VisitFacts.Stamp(at: at + .seconds(seconds), isExact: true)
            if case .answered = ended {
                var part = VisitFacts.Talk()
                part.ended = VisitFacts.Stamp(at: at + .seconds(seconds + talk), isExact: true)
                facts.talk = part
            }
        }
        try perform(.visit(store.newID(Visit.self, at: at), .observe(source: "asterisk", facts)))
    }

    func perform(_ command: Command) throws {
        try store.perform([command], by: Stamp.systemCode, at: bench.now)
    }

    var screen: BoardScreen { get throws { try #require(bench.console.top as? BoardScreen) } }
}
