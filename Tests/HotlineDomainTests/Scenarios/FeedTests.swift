import Testing

@testable import HotlineDomain

/// What a switch tells, as the engine keeps it.
@Suite("What a switch tells")
struct FeedTests {
    private let key = SwitchCallID("1795233565.1/line-ru/1")

    @Test("a visit told twice is one visit, under whatever id it is told")
    func twice() throws {
        var desk = Desk()
        let waiting = VisitFacts(id: key, line: "pt", at: desk.now)
        let answered = waiting.ending(.answered(by: "01"), after: 8)
        let first: VisitID = desk.id()
        try desk.does(.visit(first, .observe(source: "switch", waiting)), by: "23")
        try desk.does(.visit(desk.id(), .observe(source: "switch", answered)), by: "23")
        #expect(try desk.does(.visit(desk.id(), .observe(source: "switch", waiting)), by: "23") == [])
        #expect(try desk.does(.visit(desk.id(), .observe(source: "switch", answered)), by: "23") == [])
        #expect(desk.records.visits.count == 1)
        #expect(desk.records.visits[first]?.facts == answered)
        #expect(desk.records.visits[first]?.facts.wait == .seconds(8))
    }

    @Test("the same key from another switch is another visit")
    func sources() throws {
        var desk = Desk()
        let facts = VisitFacts(id: key, line: "pt", at: desk.now)
        try desk.does(.visit(desk.id(), .observe(source: "office", facts)), by: "23")
        try desk.does(.visit(desk.id(), .observe(source: "branch", facts)), by: "23")
        #expect(desk.records.visits.count == 2)
    }

    @Test("nobody on duty is unstaffed while the line is open, and closed outside its hours")
    func closed() throws {
        var desk = Desk()
        for (hour, outcome) in [("12:00", VisitFacts.Outcome.unstaffed), ("03:00", .closed)] {
            desk.clock("2009-09-15", hour)
            let facts = VisitFacts(id: .init(hour), line: "pt", at: desk.now)
                .ending(.refused(.nobodyOnDuty), after: 0)
            let id: VisitID = desk.id()
            try desk.does(.visit(id, .observe(source: "switch", facts)), by: "23")
            #expect(desk.records.visits[id]?.outcome == outcome)
        }
    }

    @Test("a night's visit belongs to the date its shift started")
    func businessDate() throws {
        var desk = Desk()
        desk.clock("2009-09-15", "10:00")
        let id: VisitID = desk.id()
        try desk.does(
            .visit(id, .observe(source: "switch", VisitFacts(id: key, line: "line-xx", at: desk.now))), by: "23")
        #expect(desk.records.visits[id]?.businessDate == BusinessDate("2009-09-15"))
        #expect(desk.records.visits[id]?.facts.line == "line-xx", "an unmapped queue goes by its own name")
    }

    @Test("an operator does one thing at a time, and what was told before is not told again")
    func states() throws {
        var desk = Desk()
        let start = desk.now
        let told: [(String, Int64)] = [("available", 0), ("ringing", 10), ("on_call", 14), ("available", 90)]
        for (state, seconds) in told + told {
            try desk.does(.operatorState(desk.id(), .state(state, at: start + .seconds(seconds))), by: "23")
        }
        let states = desk.records.operatorStates.values.sorted { $0.beganAt < $1.beganAt }
        #expect(states.map(\.state) == told.map(\.0))
        #expect(states.map(\.endedAt) == [10, 14, 90].map { start + .seconds($0) } + [nil])
    }

    @Test("several states in one act end one after the other")
    func batch() throws {
        var desk = Desk()
        let start = desk.now
        var acts: [Command] = []
        for (place, state) in ["available", "ringing", "on_call"].enumerated() {
            acts.append(.operatorState(desk.id(), .state(state, at: start + .seconds(Int64(place)))))
        }
        try desk.perform(acts, by: "23")
        let states = desk.records.operatorStates.values.sorted { $0.beganAt < $1.beganAt }
        #expect(states.map(\.endedAt) == [start + .seconds(1), start + .seconds(2), nil])
    }

    @Test("a link is up or down, never both")
    func links() throws {
        var desk = Desk()
        let start = desk.now
        for (state, seconds) in [(LinkState.State.up, 0), (.down, 60), (.up, 90), (.up, 95)] {
            try desk.does(
                .linkState(
                    desk.id(), .begin(source: "switch", state, trouble: nil, at: start + .seconds(Int64(seconds)))),
                by: "23")
        }
        #expect(desk.records.linkStates.count == 3)
        #expect(desk.records.linkStates.values.filter(\.isNow).map(\.state) == [.up])
    }
}
