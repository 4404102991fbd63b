import HotlineDomain
import HotlineSwitch
import Testing

@Suite("Visits")
struct VisitsTests {
    private let start = Instant(seconds: 1_795_000_000)
    private let id = SwitchCallID(call: "1", queue: "q", stay: 1)
    private func at(_ seconds: Int64) -> Instant { start + .seconds(seconds) }
    private var waiting: SwitchEvent { .callWaiting(WaitingCaller(id: id, call: "1", line: "ru", queuedAt: start)) }

    private func told(_ events: [SwitchEvent], isExact: Bool = true) -> VisitFacts? {
        Kept([waiting] + events, isExact: isExact).visits[id]
    }

    @Test("tellings of a visit make the same visit in any order, and twice is once")
    func merging() throws {
        let tellings = [
            told([]), told([.callLost(id, at: at(4))]), told([.callAbandoned(id, at: at(5))]),
            told([.callLeft(id, .timedOut, at: at(6))]), told([.callLeft(id, .unknown, at: at(6))]),
            told([.callAnswered(id, by: "a", at: at(5))]),
            told([.callAnswered(id, by: "b", at: at(6))], isExact: false),
            told([.callAnswered(id, by: "c", at: at(7))]),
            told([.callAnswered(id, by: "c", at: at(4))], isExact: false),
            told([.callAnswered(id, by: "a", at: at(5)), .callEnded(id, by: .caller, at: at(9))]),
            told([.callAnswered(id, by: "a", at: at(5)), .callEnded(id, by: .unknown, at: at(8))], isExact: false),
            told([.callAnswered(id, by: "a", at: at(5)), .callLost(id, at: at(7))]),
        ].compactMap { $0 }
        #expect(tellings.count == 12)
        for a in tellings {
            #expect(a.merged(with: a) == a)
            for b in tellings {
                #expect(a.merged(with: b) == b.merged(with: a), "\(a)\n\(b)")
                for c in tellings { #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c))) }
            }
        }
    }

    @Test("whose telephone rings is told while the caller waits")
    func rings() throws {
        let offered = try #require(
            told([.callOffered(id, to: "a", at: at(2)), .callOffered(id, to: "b", at: at(2))]))
        #expect(offered.rings.map(\.operator) == ["a", "b"])
        let later = try #require(
            told([
                .callOffered(id, to: "a", at: at(2)), .offerEnded(id, to: "a", at: at(9)),
                .callOffered(id, to: "b", at: at(10)),
            ]))
        #expect(later.ringsSince(at: "a", now: at(11)) == nil && later.ringsSince(at: "b", now: at(11)) == at(10))
        #expect(told([.callOffered(id, to: "a", at: at(2)), .callAbandoned(id, at: at(3))])?.rings == [])
    }

    @Test("what was heard better is not spoiled by a log's seconds")
    func precision() throws {
        let heard = try #require(told([.callAnswered(id, by: "a", at: start + Span(milliseconds: 5250))]))
        let log = try #require(
            told([.callAnswered(id, by: "a", at: at(5)), .callEnded(id, by: .caller, at: at(9))], isExact: false))
        let visit = heard.merged(with: log)
        #expect(visit.wait == Span(milliseconds: 5250) && visit.talkTime == Span(milliseconds: 3750))
        // The log has the name, whoever heard it the code.
        let named = try #require(told([.callAnswered(id, by: "z", at: at(5))], isExact: false))
        #expect(heard.merged(with: named).operator == "a" && named.merged(with: heard).operator == "a")
    }

    @Test(
        "every ending is exactly one of the seven",
        arguments: [
            (VisitFacts.Ending.abandoned, VisitFacts.Outcome.abandoned), (.answered(by: "a"), .answered),
            (.lost, .lost),
            (.left(.timedOut), .overflowed), (.left(.byKey), .overflowed), (.left(.withdrawn), .overflowed),
            (.left(.switchStopping), .overflowed), (.left(.unknown), .overflowed), (.left(.nobodyOnDuty), .unstaffed),
            (.refused(.full), .refused), (.refused(.nobodyOnDuty), .unstaffed), (.refused(.closed), .closed),
        ])
    func outcomes(ending: VisitFacts.Ending, outcome: VisitFacts.Outcome) {
        let caller = WaitingCaller(id: id, line: "ru", queuedAt: start)
        let events: [SwitchEvent] =
            switch ending {
            case .abandoned: [waiting, .callAbandoned(id, at: at(3))]
            case .answered(let code): [waiting, .callAnswered(id, by: code, at: at(3))]
            case .lost: [waiting, .callLost(id, at: at(3))]
            case .left(let because): [waiting, .callLeft(id, because, at: at(3))]
            case .refused(let because): [.callRefused(caller, because)]
            }
        let visit = Kept(events).visits[id]
        #expect(visit?.ending == ending && visit?.outcome == outcome && visit?.isWaiting == false)
    }

    @Test("whoever is not in a snapshot is gone, whoever is new in it waits since then")
    func snapshot() {
        let other = WaitingCaller(id: SwitchCallID("2"), line: "eu", queuedAt: at(4))
        var fold = Visits()
        _ = fold.apply(waiting)
        let changed = fold.apply(.snapshot(waiting: [other], at: at(5)))
        #expect(changed.map(\.id) == [id, other.id] && changed[0].ending == .lost)
        #expect(fold.waiting.map(\.id) == [other.id])
    }

    @Test("a talk whose end was not heard was answered all the same, and has no length")
    func lostTalk() {
        let visit = told([.callAnswered(id, by: "a", at: at(5)), .callLost(id, at: at(60))])
        #expect(visit?.outcome == .answered && visit?.talkTime == nil && visit?.isOver == true)
    }

    @Test("an odd name of the switch's is shown as well as it can be, and two of them stay two")
    func oddNames() {
        let long = String(repeating: "очередь", count: 900)
        let odd = ["tn\u{1B}[31m", "tn\u{7}[31m", "a\nb", long, long + "2", "\u{202E}ru"]
        let shown = odd.map { SwitchNames().line($0) }
        #expect(Set(shown).count == odd.count)
        for name in shown {
            #expect(name.utf8.count <= 96 && !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
            #expect(SwitchNames().line(name) == name, "what is shown is a name")
        }
        for name in ["line-ru", "Ольга Иванова", "q/1", "?"] { #expect(SwitchNames().line(name) == name) }
        #expect(SwitchNames().operator(name: "Ana\u{1B}").hasPrefix("Ana?~"))
        let caller = WaitingCaller(
            id: id, line: "ru", queuedAt: start, country: "\u{1B}[", language: String(repeating: "x", count: 5000))
        #expect(caller.country == nil && caller.language == nil)
    }

    @Test("an end before its beginning is no short wait: nobody knows it; a second or two are a log's")
    func negative() {
        let visit = told([.callAnswered(id, by: "a", at: at(-5)), .callEnded(id, by: .caller, at: at(-9))])
        #expect(visit?.wait == nil && visit?.talkTime == nil && visit?.outcome == .answered)
        let cut = told([.callAnswered(id, by: "a", at: at(-1)), .callEnded(id, by: .caller, at: at(-2))])
        #expect(cut?.wait == .seconds(0) && cut?.talkTime == .seconds(0))
    }

    @Test("wrap-up belongs to the visit before it, and ends with the next thing the operator does")
    func wrapUp() {
        let talk: [SwitchEvent] = [.callAnswered(id, by: "a", at: at(5)), .callEnded(id, by: .operator, at: at(50))]
        for end: SwitchEvent in [
            .agentUnpaused("a", at: at(80)), .callOffered(SwitchCallID("2"), to: "a", at: at(80)),
            .agentLoggedOut("a", at: at(80)), .agentPaused("a", reason: nil, at: at(80)),
        ] {
            #expect(told(talk + [.agentWrapUp("a", at: at(50)), end])?.talk?.wrap == .seconds(30))
        }
    }

    @Test("a device, an extension and a name lead to the same operator; what nobody mapped keeps its name")
    func names() {
        let names = SwitchNames(lines: ["line-ru": "ru"], operators: ["103": "OI", "Ana": "AP", "SIP/7": "S7"])
        #expect(names.line("line-ru") == "ru" && names.line("line-x") == "line-x")
        for device in ["Local/103@agents", "PJSIP/103", "SIP/103-0000001a", "Local/103@agents/n"] {
            #expect(names.operator(name: "", device: device) == "OI" && names.operator(name: device) == "OI")
        }
        #expect(names.operator(name: "Ana", device: "SIP/103") == "AP")
        #expect(names.operator(name: "Bo", device: "SIP/7") == "S7")
        #expect(
            names.operator(name: "Bo", device: "SIP/8") == "Bo"
                && names.operator(name: "", device: "SIP/8") == "SIP/8")
    }
}

@Suite("What operators do")
struct OperatorStatesTests {
    private let start = Instant(seconds: 1_795_000_000)
    private let id = SwitchCallID("1")
    private func at(_ seconds: Int64) -> Instant { start + .seconds(seconds) }

    @Test("a day at work, state by state")
    func day() {
        var states = OperatorStates()
        let events: [SwitchEvent] = [
            .agentLoggedIn("a", at: at(0)), .callOffered(id, to: "a", at: at(10)),
            .callAnswered(id, by: "a", at: at(14)),
            .callHeld(id, at: at(20)), .callResumed(id, at: at(25)), .callEnded(id, by: .caller, at: at(40)),
            .agentWrapUp("a", at: at(40)), .agentUnpaused("a", at: at(70)),
            .agentPaused("a", reason: "Training", at: at(80)),
            .agentPaused("a", reason: "lunch", at: at(90)), .agentUnpaused("a", at: at(100)),
            .agentLoggedOut("a", at: at(110)),
        ]
        let stretches = events.flatMap { states.apply($0) }
        #expect(
            stretches.map(\.state.code) == [
                "available", "ringing", "on_call", "held", "on_call", "wrap_up", "available", "training", "break",
                "available",
            ])
        #expect(stretches.map { $0.from.seconds - start.seconds } == [0, 10, 14, 20, 25, 40, 70, 80, 90, 100])
        #expect(states.current["a"] == OperatorStates.Current(state: .signedOff, since: at(110)))
        for stretch in stretches { #expect(CodeLists.list(.operatorState).contains(stretch.state.code)) }
    }

    @Test("a ring that is not answered, and a caller who gives up, leave the operator as before")
    func missed() {
        var states = OperatorStates()
        for event: SwitchEvent in [
            .agentLoggedIn("a", at: at(0)), .agentPaused("a", reason: nil, at: at(1)),
            .callOffered(id, to: "a", at: at(10)),
            .offerEnded(id, to: "a", at: at(15)),
        ] { _ = states.apply(event) }
        #expect(states.current["a"] == OperatorStates.Current(state: .paused(reason: nil), since: at(15)))
    }

    @Test(
        "whoever was answered by another, or waits no longer, rings nowhere, whether the switch says so or not",
        arguments: [
            SwitchEvent.callAnswered(SwitchCallID("1"), by: "b", at: Instant(seconds: 20)),
            .callAbandoned(SwitchCallID("1"), at: Instant(seconds: 20)),
            .callLeft(SwitchCallID("1"), .timedOut, at: Instant(seconds: 20)),
            .callLost(SwitchCallID("1"), at: Instant(seconds: 20)),
            .snapshot(waiting: [], at: Instant(seconds: 20)),
        ])
    func offerOver(end: SwitchEvent) {
        var states = OperatorStates()
        let until: (Int64) -> Instant = { Instant(seconds: $0) }
        var stretches: [OperatorStates.Stretch] = []
        for event: SwitchEvent in [
            .agentLoggedIn("a", at: until(0)), .agentLoggedIn("b", at: until(0)),
            .callOffered(id, to: "a", at: until(10)), .callOffered(id, to: "b", at: until(10)), end,
            // Said after all, and once too often.
            .offerEnded(id, to: "a", at: until(25)), .callOffered(SwitchCallID("2"), to: "b", at: until(30)),
        ] { stretches += states.apply(event) }
        #expect(states.current["a"] == OperatorStates.Current(state: .available, since: until(20)))
        #expect(
            stretches.filter { $0.operator == "a" }.map(\.state) == [.available, .ringing]
                && stretches.filter { $0.operator == "a" }.map(\.to) == [until(10), until(20)])
    }

    @Test("no stretch goes through a time without a link")
    func gap() {
        var states = OperatorStates()
        let events: [SwitchEvent] = [
            .agentLoggedIn("a", at: at(0)), .linkDown(at: at(10)), .linkUp(at: at(60)),
            .agentLoggedOut("a", at: at(70)),
        ]
        let stretches = events.flatMap { states.apply($0) }
        #expect(stretches.map(\.from) == [at(0), at(60)] && stretches.map(\.to) == [at(10), at(70)])
    }
}
