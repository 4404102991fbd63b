import HotlineDomain
import HotlineStore
import HotlineSwitch

/// A switch beside the bench: what it tells goes through a bridge's fold into the store.
final class BenchSwitch {
    private let bench: Bench
    private var visits = Visits()
    private(set) var isUp = false

    init(_ bench: Bench) { self.bench = bench }

    /// Tells at this moment, and the console looks.
    func tell(_ events: SwitchEvent...) throws {
        try write(events)
        bench.pass(seconds: 0)
    }

    /// As a bridge does it; no console has looked yet.
    func write(_ events: [SwitchEvent]) throws {
        var acts: [Command] = []
        if !isUp {
            acts.append(
                .linkState(
                    bench.store.newID(LinkState.self, at: bench.now),
                    .begin(source: "switch", .up, trouble: nil, at: bench.now)))
            isUp = true
        }
        for event in events {
            var number: Private<String>?
            if case .callWaiting(let caller) = event { number = caller.number }
            for facts in visits.apply(event) {
                acts.append(
                    .visit(
                        bench.store.newID(Visit.self, at: bench.now),
                        .observe(source: "switch", facts, number: number)))
            }
        }
        try bench.store.perform(acts, by: Stamp.systemCode, at: bench.now)
    }

    func id(_ call: String, _ line: String = "ru") -> SwitchCallID {
        SwitchCallID(call: call, queue: line, stay: 1)
    }

    func waits(_ call: String, line: String = "ru", country: String? = nil, number: String? = nil) -> SwitchEvent {
        .callWaiting(
            WaitingCaller(
                id: id(call, line), call: call, line: line, queuedAt: bench.now, country: country,
                language: country == nil ? nil : "ru", number: number.map { Private($0) }))
    }

    func rings(_ call: String, _ line: String = "ru", at code: String = "01") -> SwitchEvent {
        .callOffered(id(call, line), to: code, at: bench.now)
    }

    func answers(_ call: String, _ line: String = "ru", by code: String = "01") -> SwitchEvent {
        .callAnswered(id(call, line), by: code, at: bench.now)
    }

    func hangsUp(_ call: String, _ line: String = "ru", by: VisitFacts.EndedBy = .caller) -> SwitchEvent {
        .callEnded(id(call, line), by: by, at: bench.now)
    }

    func givesUp(_ call: String, _ line: String = "ru") -> SwitchEvent {
        .callAbandoned(id(call, line), at: bench.now)
    }
}
