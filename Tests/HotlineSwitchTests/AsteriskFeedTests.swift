import HotlineDomain
import HotlineSwitch
import Testing

@Suite("What Asterisk's events mean")
struct AsteriskFeedTests {
    @Test("a caller who gives up hangs up at once; anything else was the queue's doing")
    func abandon() {
        var board = Switchboard()
        board.join("1")
        board.pass(8000)
        board.call("QueueCallerAbandon", "1")
        #expect(board.ending("1") == nil)
        board.pass(100)
        board.hangUp("1")
        #expect(board.ending("1") == .abandoned)
        #expect(board.kept.visit(of: "1").first?.wait == .seconds(8))

        board.join("2")
        board.pass(8000)
        board.call("QueueCallerAbandon", "2")
        board.call("QueueCallerLeave", "2")
        board.pass(251)
        #expect(board.ending("2") == .left(.unknown))
        // The dialplan's line may come late, and puts it right.
        board.send("UserEvent", [("UserEvent", "HotlineOverflow"), ("Uniqueid", "2"), ("Status", "LEAVEEMPTY")])
        #expect(board.ending("2") == .left(.nobodyOnDuty))
        #expect(board.kept.visit(of: "2").first?.wait == .seconds(8))
    }

    @Test(
        "the dialplan's line says why a call left, or that it never came to wait",
        arguments: [
            ("TIMEOUT", VisitFacts.Ending.left(.timedOut)), ("LEAVEEMPTY", .left(.nobodyOnDuty)),
            ("LEAVEUNAVAIL", .left(.nobodyOnDuty)), ("WITHDRAW", .left(.withdrawn)), ("SOMETHING", .left(.unknown)),
        ])
    func overflow(status: String, ending: VisitFacts.Ending) {
        var board = Switchboard()
        board.join("1")
        board.pass(3000)
        board.call("QueueCallerAbandon", "1")
        board.call("QueueCallerLeave", "1")
        board.send("UserEvent", [("UserEvent", "HotlineOverflow"), ("Uniqueid", "1"), ("Status", status)])
        board.pass(5000)
        board.hangUp("1")
        #expect(board.ending("1") == ending)
        #expect(board.feed.openVisits == 0)
    }

    @Test(
        "a refused call is counted once, under the line it was for",
        arguments: [
            ("FULL", SwitchEvent.RefusedBecause.full), ("JOINEMPTY", .nobodyOnDuty), ("JOINUNAVAIL", .nobodyOnDuty),
        ])
    func refused(status: String, because: SwitchEvent.RefusedBecause) {
        var board = Switchboard(names: SwitchNames(lines: ["line-ru": "ru"]))
        board.send("Newchannel", [("Uniqueid", "1"), ("Exten", "88002002400")])
        board.join("1", "line-ru")
        board.send("Newchannel", [("Uniqueid", "2"), ("Exten", "88002002400")])
        for _ in 0..<2 {
            board.send("UserEvent", [("UserEvent", "HotlineOverflow"), ("Uniqueid", "2"), ("Status", status)])
        }
        let refused = board.kept.visit(of: "2")
        #expect(refused.count == 1 && refused.first?.line == "ru" && refused.first?.ending == .refused(because))
        board.send(
            "UserEvent",
            [("UserEvent", "HotlineOverflow"), ("Uniqueid", "3"), ("Status", status), ("Queue", "line-ru")])
        #expect(board.kept.visit(of: "3").first?.line == "ru")
        board.send("UserEvent", [("UserEvent", "HotlineOverflow"), ("Uniqueid", "4"), ("Status", status)])
        #expect(board.kept.visit(of: "4").first?.line == SwitchNames.unknownLine)
    }

    @Test("leaving comes before the answer, or after it, or twice")
    func orders() {
        var board = Switchboard()
        for (call, order) in [
            ("1", ["QueueCallerLeave", "AgentConnect"]), ("2", ["AgentConnect", "QueueCallerLeave"]),
        ] {
            board.join(call)
            board.pass(4000)
            for event in order + order { board.agent(event, call, "Ana", [("HoldTime", "4")]) }
            board.pass(10_000)
            board.agent("AgentComplete", call, "Ana", [("Reason", "caller")])
            board.agent("AgentComplete", call, "Ana", [("Reason", "caller")])
            board.hangUp(call)
        }
        for call in ["1", "2"] {
            let visits = board.kept.visit(of: call)
            #expect(visits.count == 1 && visits[0].ending == .answered(by: "Ana"))
            #expect(
                visits[0].wait == .seconds(4) && visits[0].talkTime == .seconds(10) && visits[0].talk?.by == .caller)
        }
    }

    @Test("a long announcement between leaving and answering does not make it another call")
    func announcement() {
        var board = Switchboard()
        board.join("1")
        board.pass(4000)
        board.call("QueueCallerLeave", "1")
        board.pass(3000)
        #expect(board.ending("1") == .left(.byKey))
        board.agent("AgentConnect", "1", "Ana", [("HoldTime", "4")])
        let visit = board.kept.visit(of: "1")
        #expect(visit.count == 1 && visit[0].ending == .answered(by: "Ana"))
        board.pass(9000)
        board.agent("AgentComplete", "1", "Ana", [("Reason", "agent")])
        #expect(board.kept.visit(of: "1")[0].talkTime == .seconds(9))
        #expect(board.feed.openVisits == 0)
    }

    @Test(
        "numbers no switch would send bring nothing down", arguments: ["9223372036854775807", "-5", "x", "1e9", ""])
    func absurd(number: String) {
        var board = Switchboard()
        board.call("QueueCallerAbandon", "1", "q", [("HoldTime", number)])
        board.agent(
            "AgentConnect", "2", "Ana", [("HoldTime", number), ("Wrapuptime", number), ("Timestamp", number)])
        board.send("FullyBooted", [("Uptime", number)])
        board.call("QueueEntry", "3", "q", [("ActionID", "a"), ("Wait", number)])
        board.pass(5000)
        #expect(board.kept.visits.values.allSatisfy { ($0.wait ?? .seconds(0)) == .seconds(0) })
        var log = QueueLogFeed()
        #expect(log.take("\(number)|1|q|Ana|CONNECT|\(number)|l|1").count <= 2)
    }

    @Test("a transferred call makes a second visit and stays one call")
    func transfer() {
        var board = Switchboard()
        board.join("1")
        board.agent("AgentConnect", "1")
        board.pass(5000)
        board.agent("AgentComplete", "1", "Ana", [("Reason", "transfer")])
        board.join("1")
        board.pass(2000)
        board.agent("AgentConnect", "1", "Bo")
        board.pass(1000)
        board.agent("AgentComplete", "1", "Bo", [("Reason", "agent")])
        let visits = board.kept.visit(of: "1")
        #expect(visits.map(\.operator) == ["Ana", "Bo"])
        #expect(Set(visits.map(\.id)).count == 2 && visits[0].talk?.by == .transfer)
    }

    @Test("the end of a talk is found without the call's name")
    func withoutUniqueid() {
        var board = Switchboard()
        board.join("1")
        board.join("2")
        board.agent("AgentConnect", "1", "Ana", [("DestUniqueid", "leg1")])
        board.agent("AgentConnect", "2", "Bo", [("DestUniqueid", "leg2")])
        board.pass(3000)
        board.send(
            "AgentComplete", [("Queue", "q"), ("Interface", "SIP/Bo"), ("MemberName", "Bo"), ("Reason", "agent")])
        #expect(board.kept.visit(of: "1")[0].isTalking && board.kept.visit(of: "2")[0].talkTime == .seconds(3))
    }

    @Test("hold is not talk, and only the operator's side holds")
    func hold() {
        var board = Switchboard()
        board.join("1")
        board.agent("AgentConnect", "1", "Ana", [("DestUniqueid", "leg")])
        board.pass(10_000)
        board.send("Unhold", [("Uniqueid", "leg")])
        board.send("Hold", [("Uniqueid", "leg")])
        board.pass(5000)
        board.send("Unhold", [("Uniqueid", "leg")])
        board.pass(1000)
        board.send("Hold", [("Uniqueid", "leg"), ("Status", "On")])
        board.pass(2000)
        board.agent("AgentComplete", "1", "Ana", [("Reason", "caller")])
        let visit = board.kept.visit(of: "1")[0]
        #expect(visit.talkTime == .seconds(11) && visit.talk?.held == .seconds(7))
    }

    @Test("callers thrown out by a switch that stops did not give up")
    func stopping() {
        var board = Switchboard()
        for call in ["early", "late", "held"] { board.join(call) }
        board.pass(6000)
        board.call("QueueCallerAbandon", "early")
        board.hangUp("early")
        board.pass(3000)
        board.call("QueueCallerAbandon", "late")
        board.hangUp("late")
        board.pass(1900)
        board.call("QueueCallerAbandon", "held")
        board.send("Shutdown", [("Restart", "True")])
        #expect(board.ending("early") == .abandoned)
        #expect(board.ending("late") == .left(.switchStopping))
        #expect(board.kept.visit(of: "late")[0].wait == .seconds(9))
        #expect(board.ending("held") == .left(.switchStopping))
    }

    @Test("wrap-up lasts as long as the switch gives it, or until the next call rings")
    func wrapUp() {
        var board = Switchboard()
        board.send(
            "QueueMemberStatus",
            [
                ("Queue", "q"), ("Interface", "SIP/Ana"), ("MemberName", "Ana"), ("Wrapuptime", "30"),
                ("Status", "1"), ("Paused", "0"),
            ])
        for (call, length) in [("1", 40_000), ("2", 12_000)] as [(String, Int64)] {
            board.join(call)
            board.agent("AgentCalled", call)
            board.agent("AgentConnect", call)
            board.pass(5000)
            board.agent("AgentComplete", call, "Ana", [("Reason", "agent")])
            board.pass(length)
        }
        board.join("3")
        board.agent("AgentCalled", "3")
        #expect(board.kept.visit(of: "1")[0].talk?.wrap == .seconds(30))
        #expect(board.kept.visit(of: "2")[0].talk?.wrap == .seconds(12))
    }

    @Test("an operator who sits in two queues is one person")
    func twoQueues() {
        var board = Switchboard()
        func member(_ event: String, _ queue: String, paused: Bool = false) {
            board.send(
                event,
                [
                    ("Queue", queue), ("Interface", "SIP/Ana"), ("MemberName", "Ana"), ("Paused", paused ? "1" : "0"),
                    ("PausedReason", paused ? "break" : ""),
                ])
        }
        member("QueueMemberAdded", "a")
        member("QueueMemberAdded", "b")
        member("QueueMemberPause", "a", paused: true)
        member("QueueMemberPause", "b", paused: true)
        member("QueueMemberPause", "b")
        member("QueueMemberRemoved", "a")
        member("QueueMemberRemoved", "b")
        let at = board.moment.wall
        #expect(
            board.events.dropFirst() == [
                .agentLoggedIn("Ana", at: at), .agentPaused("Ana", reason: "break", at: at),
                .agentUnpaused("Ana", at: at), .agentLoggedOut("Ana", at: at),
            ])
    }

    @Test("old and new dialect say the same")
    func dialects() {
        var old = Switchboard()
        old.send(
            "QueueMemberAdded", [("Queue", "q"), ("Location", "SIP/Ana"), ("MemberName", "Ana"), ("Paused", "0")])
        old.send("Join", [("Queue", "q"), ("Uniqueid", "1")])
        old.send(
            "AgentCalled", [("Queue", "q"), ("Uniqueid", "1"), ("AgentCalled", "SIP/Ana"), ("AgentName", "Ana")])
        old.send("Leave", [("Queue", "q"), ("Uniqueid", "1")])
        old.send(
            "AgentConnect",
            [
                ("Queue", "q"), ("Uniqueid", "1"), ("Member", "SIP/Ana"), ("MemberName", "Ana"),
                ("BridgedChannel", "l"),
            ])
        old.send(
            "QueueMemberPaused",
            [("Queue", "q"), ("Location", "SIP/Ana"), ("MemberName", "Ana"), ("Paused", "1"), ("Reason", "x")])
        var new = Switchboard()
        new.send(
            "QueueMemberAdded", [("Queue", "q"), ("Interface", "SIP/Ana"), ("MemberName", "Ana"), ("Paused", "0")])
        new.join("1")
        new.agent("AgentCalled", "1")
        new.call("QueueCallerLeave", "1")
        new.agent("AgentConnect", "1", "Ana", [("DestUniqueid", "l")])
        new.send(
            "QueueMemberPause",
            [("Queue", "q"), ("Interface", "SIP/Ana"), ("MemberName", "Ana"), ("Paused", "1"), ("PausedReason", "x")])
        #expect(old.events == new.events && old.events.count == 6)
    }

    @Test(
        "a clock that is set while somebody waits makes no wait wrong",
        arguments: [3_600_000, -3_600_000, 40_000] as [Int64])
    func clockJump(jump: Int64) {
        var board = Switchboard()
        board.join("1")
        board.join("2")
        board.pass(10_000)
        board.skew = jump
        board.agent("AgentConnect", "1")
        board.pass(5000)
        board.agent("AgentComplete", "1", "Ana", [("Reason", "caller")])
        board.call("QueueCallerAbandon", "2")
        board.hangUp("2")
        #expect(board.kept.visit(of: "1")[0].wait == .seconds(10))
        #expect(board.kept.visit(of: "1")[0].talkTime == .seconds(5))
        #expect(board.kept.visit(of: "2")[0].wait == .seconds(15))
        #expect(
            board.events.contains {
                if case .trouble(.clockJumped(let by), _) = $0 { by.milliseconds == jump } else { false }
            })
        // Nobody is there any more: the clock is believed again.
        board.join("3")
        #expect(board.kept.visit(of: "3")[0].offered.at == board.moment.wall)
    }

    @Test("messages that arrive late in a lump keep the time they were sent")
    func late() {
        var board = Switchboard()
        func stamp(_ milliseconds: Int64) -> (String, String) {
            ("Timestamp", "\((Switchboard.start + milliseconds) / 1000).000000")
        }
        board.call("QueueCallerJoin", "1", "q", [stamp(0)])
        board.pass(9000)
        board.call("QueueCallerJoin", "2", "q", [stamp(2000)])
        board.agent("AgentConnect", "1", "Ana", [stamp(3000)])
        #expect(board.kept.visit(of: "1")[0].wait == .seconds(3))
        #expect(!board.events.contains { if case .trouble = $0 { true } else { false } })
    }

    @Test("on a slow line the time of a hanging up says that the caller gave up, however late it comes")
    func lateHangUp() {
        for (stamp, ending) in [(5.1, VisitFacts.Ending.abandoned), (7.5, .left(.unknown))] {
            var board = Switchboard()
            let base = Double(Switchboard.start) / 1000
            func at(_ seconds: Double) -> [(String, String)] { [("Timestamp", "\(base + seconds)")] }
            board.call("QueueCallerJoin", "1", "q", at(0))
            board.pass(5000)
            board.call("QueueCallerAbandon", "1", "q", at(5))
            board.pass(3000)
            board.send("Hangup", [("Uniqueid", "1")] + at(stamp))
            #expect(board.ending("1") == ending && board.kept.visits.count == 1)
        }
    }

    @Test("who is known by their device is known by name from then on, to a log too")
    func learned() {
        let account = AMIAccount(user: "bridge", secret: Private("s3cret"))
        var session = AMISession(account: account, names: SwitchNames(operators: ["103": "OI", "Bo": "BB"]))
        let moment = SwitchMoment(wall: Instant(milliseconds: Switchboard.start), steady: .seconds(1))
        for text in [
            "Asterisk Call Manager/5.0\r\n", "Response: Success\r\nActionID: ringbuoy-1\r\n\r\n",
            "Event: QueueMemberStatus\r\nQueue: q\r\nInterface: Local/103@agents\r\nMemberName: Ольга\r\nPaused: 0\r\n\r\n",
            "Event: QueueMemberStatus\r\nQueue: q\r\nInterface: SIP/7\r\nMemberName: Ana\r\nPaused: 0\r\n\r\n",
        ] {
            if text.hasPrefix("Asterisk") {
                _ = session.take(.start, at: moment)
                _ = session.take(.connected, at: moment)
            }
            _ = session.take(.received(Array(text.utf8)), at: moment)
        }
        #expect(session.names.operators == ["103": "OI", "Bo": "BB", "Ольга": "OI"])
    }

    @Test("a hundred thousand events take no more room than a hundred")
    func flat() {
        var board = Switchboard()
        var fold = Visits()
        var largest = 0
        for call in 0..<25_000 {
            let name = "call-\(call)"
            board.join(name)
            board.agent("AgentCalled", name)
            board.pass(1000)
            if call % 3 == 0 {
                board.call("QueueCallerAbandon", name)
                board.hangUp(name)
            } else {
                board.agent("AgentConnect", name)
                board.agent("AgentComplete", name, "Ana", [("Reason", "agent")])
                if call % 5 != 0 { board.hangUp(name) }
            }
            for event in board.events { _ = fold.apply(event) }
            board.events = []
            largest = max(largest, board.feed.held + fold.held)
        }
        #expect(board.feed.openVisits == 0 && fold.open.isEmpty)
        #expect(largest < 8192)
    }
}
