import HotlineDomain
import HotlineStore
import HotlineSwitch
import Testing

@testable import ringbuoy

@Suite("What a feed told, on its way to the store")
struct FeedFoldTests {
    private let start = Instant(seconds: 1_795_000_000)
    private func at(_ seconds: Int64) -> Instant { start + .seconds(seconds) }
    private func id(_ call: Int) -> SwitchCallID { SwitchCallID(call: "\(call)", queue: "q", stay: 1) }

    private func visit(_ call: Int, isOver: Bool = true) -> VisitFacts {
        var visit = VisitFacts(
            id: id(call), call: "\(call)", line: "tn", offered: .init(at: at(Int64(call)), isExact: true))
        if isOver {
            visit.ending = .abandoned
            visit.endedAt = .init(at: at(Int64(call) + 9), isExact: true)
        }
        return visit
    }

    private func state(_ code: String, _ state: String, _ seconds: Int64) -> OperatorStateCommand {
        .begin(operator: code, source: "asterisk", state: state, reason: nil, at: at(seconds))
    }

    @Test("what waits is bounded: the oldest that are over go first, and it is told how many and since when")
    func bounded() {
        var batch = FeedBatch(room: FeedBatch.Room(visits: 100, states: 50, links: 10, gaps: 3))
        batch.add(visit(0, isOver: false))
        for call in 1...1000 { batch.add(visit(call)) }
        for second in 0..<1000 { batch.add(state("01", "available", Int64(second))) }
        for second in 0..<1000 {
            batch.add(LinkStateCommand.begin(source: "asterisk", .up, trouble: nil, at: at(Int64(second))))
            batch.addGap(from: at(Int64(second)), to: at(Int64(second) + 1))
        }
        #expect(batch.visits.count <= 100 && batch.states.count <= 50 && batch.links.count <= 10)
        #expect(batch.visits[id(0)] != nil, "one that goes on is told again when it changes, and kept")
        #expect(batch.visits[id(1000)] != nil && batch.states.last == state("01", "available", 999))
        #expect(
            batch.dropped.visits == 1001 - batch.visits.count && batch.dropped.states == 1000 - batch.states.count)
        #expect(batch.dropped.since == at(0))
        #expect(batch.gaps.first?.lowerBound == at(0) && batch.gaps.last?.upperBound == at(1000))
    }

    @Test("what could not be written is told again before what came since, each visit once")
    func again() throws {
        let outbox = try FeedOutbox()
        var first = FeedBatch()
        first.add(visit(1, isOver: false))
        first.add(state("01", "ringing", 1))
        outbox.put(first)
        let taken = try #require(outbox.take())
        var second = FeedBatch()
        second.add(visit(1))
        second.add(state("01", "on_call", 2))
        second.mark = FeedMark(heardAt: at(3))
        outbox.put(second)
        outbox.putBack(taken)
        let both = try #require(outbox.take())
        #expect(both.visits == [id(1): visit(1)] && both.mark?.heardAt == at(3))
        #expect(both.states == [state("01", "ringing", 1), state("01", "on_call", 2)])
        outbox.finish()
        #expect(outbox.take() == nil)
    }

    @Test("two states that begin in one millisecond, and a clock that is set back, keep their order")
    func order() {
        var fold = FeedFold(source: "asterisk")
        fold.take(.linkUp(at: at(9)))
        fold.take(.agentLoggedIn("01", at: at(10)))
        fold.take(.callOffered(id(1), to: "01", at: at(10)))
        fold.take(.callAnswered(id(1), by: "01", at: at(10)))
        fold.take(.callEnded(id(1), by: .caller, at: at(2)))
        let told = fold.takeBatch().states
        #expect(told.map(\.name) == ["available", "ringing", "on_call", "available"])
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.moment < $1.moment })
    }

    @Test("without a link nobody knows what operators do: it ends with the link and begins with the next")
    func unheard() {
        var fold = FeedFold(source: "asterisk")
        fold.take(.linkUp(at: at(0)))
        fold.take(.agentLoggedIn("01", at: at(1)))
        fold.take(.trouble(.silent, at: at(20)))
        fold.take(.linkDown(at: at(20)))
        fold.take(.agentUnpaused("01", at: at(25)))
        fold.take(.linkUp(at: at(60)))
        let batch = fold.takeBatch()
        #expect(batch.states.map(\.name) == ["available", "signed_off", "available"])
        #expect(batch.states.map(\.moment) == [at(1), at(20), at(60)])
        #expect(batch.links.map(\.trouble) == [nil, "silent", "silent", nil])
    }

    @Test("a log is asked of a gap once the switch has said who is who")
    func gaps() {
        var fold = FeedFold(source: "asterisk")
        fold.take(.gap(from: at(1), to: at(5)))
        #expect(fold.takeBatch().gaps.isEmpty)
        fold.take(.snapshot(waiting: [], at: at(6)))
        #expect(fold.takeBatch().gaps == [at(1)..<at(5)])
        fold.take(.gap(from: at(10), to: at(15)))
        fold.take(.linkDown(at: at(16)))
        #expect(fold.takeBatch().gaps == [at(10)..<at(15)])
    }

    @Test("a bridge that goes on knows who was on duty, and whom the first list does not name any more")
    func after() throws {
        var talk = visit(1, isOver: false)
        talk.ending = .answered(by: "01")
        talk.endedAt = .init(at: at(5), isExact: true)
        talk.talk = VisitFacts.Talk()
        let memory = FeedMemory(
            mark: FeedMark(heardAt: at(30)), open: [talk], over: [],
            states: [kept("01", "on_call", 5), kept("02", "available", 3), kept("03", "signed_off", 1)], link: nil)
        var fold = FeedFold(source: "asterisk", after: memory)
        fold.take(.linkUp(at: at(60)))
        fold.take(.agentLoggedIn("01", at: at(61)))
        fold.take(.snapshot(waiting: [], at: at(62)))
        fold.take(.callEnded(id(1), by: .caller, at: at(70)))
        let batch = fold.takeBatch()
        let first = batch.states.filter { $0.code == "01" }
        #expect(first.map(\.name) == ["signed_off", "on_call", "available"])
        #expect(first.map(\.moment) == [at(30), at(60), at(70)])
        #expect(Set(batch.states.filter { $0.code == "02" }.map(\.name)) == ["signed_off"])
        #expect(batch.states.allSatisfy { $0.code != "03" })
        #expect(batch.visits[id(1)]?.talkTime == .seconds(65))
    }

    @Test("after a bridge that was killed the switch counts as unheard from its last sign of life, and is heard anew")
    func linkAfterKill() {
        func links(_ state: LinkState.State) -> [LinkStateCommand] {
            let link = LinkState(
                id: LinkStateID(raw: 1), source: "asterisk", state: state, trouble: nil, beganAt: at(1), endedAt: nil,
                lastChanged: Stamp(by: "91", at: at(1)))
            let memory = FeedMemory(mark: FeedMark(heardAt: at(30)), open: [], over: [], states: [], link: link)
            var fold = FeedFold(source: "asterisk", after: memory)
            fold.take(.linkUp(at: at(60)))
            return fold.takeBatch().links
        }
        let up = LinkStateCommand.begin(source: "asterisk", .up, trouble: nil, at: at(60))
        let gone = LinkStateCommand.begin(source: "asterisk", .down, trouble: LinkState.bridgeGone, at: at(30))
        #expect(links(.up) == [gone, up])
        #expect(links(.down) == [up], "ended in order: that is told already")
    }

    private func kept(_ code: String, _ state: String, _ seconds: Int64) -> OperatorState {
        OperatorState(
            id: OperatorStateID(raw: seconds), operatorCode: code, source: "asterisk", state: state, reason: nil,
            beganAt: at(seconds), endedAt: nil, lastChanged: Stamp(by: "91", at: at(seconds)))
    }
}

extension OperatorStateCommand {
    fileprivate var told: (code: String, state: String, at: Instant) {
        switch self {
        case .begin(let code, _, let state, _, let at): (code, state, at)
        }
    }
    fileprivate var code: String { told.code }
    fileprivate var name: String { told.state }
    fileprivate var moment: Instant { told.at }
}

extension LinkStateCommand {
    fileprivate var trouble: String? {
        switch self {
        case .begin(_, _, let trouble, _): trouble
        }
    }
}
