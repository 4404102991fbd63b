import HotlineDomain
import HotlineSwitch
import Testing

@Suite("Simulated callers")
struct SimulatedCallersTests {
    private let start = Fixture.at("08:00")

    private func callers(_ seed: UInt64) -> SimulatedCallers {
        SimulatedCallers(seed: seed, lines: Fixture.hotline.lines, from: start)
    }

    @Test("the same seed gives the same callers, however often one looks")
    func sameSeed() {
        var once = callers(7)
        var often = callers(7)
        let whole = once.events(until: start + .hours(1))
        var pieces: [SwitchEvent] = []
        for second in 0...3600 { pieces += often.events(until: start + .seconds(Int64(second))) }
        #expect(whole.dropFirst() == pieces.dropFirst())
        #expect(whole.count > 20)
    }

    @Test("everybody who waits is answered or gives up, and nobody twice", arguments: 1...20 as ClosedRange<UInt64>)
    func nobodyIsLost(seed: UInt64) {
        var callers = callers(seed)
        var queue = CallerQueue()
        var waited: Set<SwitchCallID> = []
        var now = start
        for step in 0..<600 {
            now = now + .seconds(10)
            for event in callers.events(until: now) {
                if case .callWaiting(let caller) = event { #expect(waited.insert(caller.id).inserted) }
                queue.apply(event)
            }
            #expect(queue.waiting.count <= 4)
            if step % 7 == 0, let caller = queue.longestWaiting {
                let answered = callers.answer(caller.id, by: "01", at: now)
                #expect(answered == .callAnswered(caller.id, by: "01", at: now))
                if let answered { queue.apply(answered) }
                #expect(callers.answer(caller.id, by: "02", at: now) == nil)
            }
        }
    }

    @Test("a snapshot says who waits; whoever is not in it is gone")
    func snapshot() {
        var queue = CallerQueue()
        let old = WaitingCaller(id: SwitchCallID("a"), line: "ru", queuedAt: start)
        let new = WaitingCaller(id: SwitchCallID("b"), line: "eu", queuedAt: start + .seconds(5))
        queue.apply(.callWaiting(old))
        queue.apply(.snapshot(waiting: [new], at: start + .seconds(9)))
        #expect(queue.waiting == [new] && queue.link == .up)
    }
}
