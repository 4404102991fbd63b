import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StorePostgres
import Synchronization

/// Calls logged a second by several programs at once on one server, against
/// pgbench with the same statements, in turn on the same database: both meet
/// the same disk, the same rows and the same neighbours.
struct ServerBench {
    let url: String
    let programs: Int
    let seconds: Int
    private static let rounds = 3
    /// Stands in a recorded statement for a program's own number.
    private static let recordedNode: Int64 = 4_077

    func outcomes() throws -> [Outcome] {
        let script = try record()
        var (store, pgbench) = (0.0, 0.0)
        for round in 0..<ServerBench.rounds {
            store += try logged(round)
            pgbench += try script.run(url, programs: programs, seconds: seconds, round: round)
        }
        let rounds = Double(ServerBench.rounds)
        let ratio = store / pgbench
        return [
            Outcome(
                "log a call on a server / pgbench, \(programs) programs",
                String(format: "%.2f  (%.0f/s / %.0f/s)", ratio, store / rounds, pgbench / rounds), goal: ">= 0.95",
                isMet: ratio >= 0.95)
        ]
    }

    /// What logging one call asks of a server, three times over: what differs is told from what stays.
    private func record() throws -> ServerScript {
        let made = try PostgresEngine.open(url: url, create: .new)
        _ = try Store.create(made, hotline: .practice, at: LoggedCall.opened) { try ZoneRules.named($0) }
        made.close()
        let nodes = ServerBench.recordedNode...ServerBench.recordedNode
        let recording = RecordingEngine(try PostgresEngine.open(url: url, nodes: nodes))
        defer { recording.close() }
        let store = try Store.open(recording) { try ZoneRules.named($0) }
        for number in 0..<4 { try LoggedCall.log(in: store, number: number, by: LoggedCall.people[0]) }
        let calls = recording.transactions
        let frame = try recording.writeRepeatably { try ServerFrame($0, besides: calls) }
        return try ServerScript(recorded: Array(calls.suffix(3)), frame: frame, node: ServerBench.recordedNode)
    }

    /// So many a second, by programs with a number, a person and a thread each.
    private func logged(_ round: Int) throws -> Double {
        let count = Atomic(0)
        let trouble = Mutex<(any Error)?>(nil)
        let end = ContinuousClock.now + .seconds(seconds)
        let stores = try (0..<programs).map { _ in
            try Store.open(PostgresEngine.open(url: url)) { try ZoneRules.named($0) }
        }
        let done = DispatchGroup()
        for (program, store) in stores.enumerated() {
            done.enter()
            Thread.detachNewThread {
                defer { done.leave() }
                do {
                    var number = (round + 1) * 100_000
                    while ContinuousClock.now < end {
                        try LoggedCall.log(
                            in: store, number: number, by: LoggedCall.people[program % LoggedCall.people.count])
                        number += 1
                        count.add(1, ordering: .relaxed)
                    }
                } catch {
                    trouble.withLock { $0 = error }
                }
            }
        }
        done.wait()
        if let error = trouble.withLock({ $0 }) { throw error }
        return Double(count.load(ordering: .relaxed)) / Double(seconds)
    }
}

/// A call that is over, as an operator enters it.
enum LoggedCall {
    static let opened = Instant(seconds: 1_790_000_000)
    static let people = Hotline.practice.operators.filter { $0.has(.operator) }.map(\.code)

    static func log(in store: Store, number: Int, by person: String) throws {
        let now = opened + .seconds(Int64(number + 1) * 40)
        let content = CallContent(
            callClass: .information, caller: "potential_victim", country: "MD", language: "ru",
            topics: ["employment_abroad"], outcome: "information_given")
        let entry = CallEntry(
            content, region: store.written("Тирасполь", at: now),
            note: store.written("Asked about a contract for work on a building site.", at: now))
        let call = store.newID(Call.self, at: now)
        let enter = CallCommand.enter(line: "tn", started: now - .seconds(30), ended: now, entry)
        try store.perform([.call(call, enter), .call(call, .finalise)], by: person, at: now)
    }
}
