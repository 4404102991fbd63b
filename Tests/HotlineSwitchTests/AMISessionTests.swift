import HotlineDomain
import HotlineSwitch
import Testing

/// A switch that a session talks to, with time moved by hand. It answers what
/// it is told to answer and keeps what it was asked.
struct ScriptedSwitch {
    var session: AMISession
    var now: Int64 = 0
    var events: [SwitchEvent] = []
    var asked: [String] = []
    var connects = 0
    var closes = 0

    /// How it behaves.
    var greets = true
    var accepts = true
    var answersPings = true
    var permitsStatus = true
    var startup = "2026-11-21 10:00:00"
    /// Rows of the answer to `QueueStatus`, without their action's id.
    var rows: [String] = []
    var challenge = "4711"
    /// Bytes a piece on the way to the session.
    var piece = Int.max

    init(md5: AMIAccount.Digest? = nil) {
        session = AMISession(account: AMIAccount(user: "bridge", secret: Private("s3cret"), md5: md5))
    }

    var moment: SwitchMoment {
        SwitchMoment(wall: Instant(milliseconds: Switchboard.start + now), steady: Span(milliseconds: now))
    }

    mutating func start() { perform(session.take(.start, at: moment)) }
    mutating func drop() { perform(session.take(.closed, at: moment)) }

    mutating func say(_ text: String) {
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: min(piece, max(1, bytes.count))) {
            let end = min(bytes.count, start + min(piece, bytes.count))
            perform(session.take(.received(Array(bytes[start..<end])), at: moment))
        }
    }

    mutating func event(_ name: String, _ pairs: [(String, String)]) {
        say((["Event: \(name)"] + pairs.map { "\($0.0): \($0.1)" }).joined(separator: "\r\n") + "\r\n\r\n")
    }

    /// Time passes; the session is called whenever it asked to be.
    mutating func pass(_ milliseconds: Int64) {
        let end = now + milliseconds
        while let wake = session.wakeAt, wake.milliseconds <= end {
            now = max(now, wake.milliseconds)
            perform(session.take(.tick, at: moment))
        }
        now = end
    }

    private mutating func perform(_ outputs: [AMISession.Output]) {
        for output in outputs {
            switch output {
            case .connect:
                connects += 1
                perform(session.take(.connected, at: moment))
                if greets { say("Asterisk Call Manager/11.0.0\r\n") }
            case .close: closes += 1
            case .event(let event): events.append(event)
            case .send(let bytes): answer(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    private mutating func answer(_ text: String) {
        let lines = text.split(separator: "\r\n").map { $0.split(separator: ":", maxSplits: 1).map { $0.trimmed } }
        let fields = Dictionary(lines.compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil }, uniquingKeysWith: { $1 })
        let action = fields["Action"] ?? ""
        asked.append(action)
        let id = "ActionID: \(fields["ActionID"] ?? "")\r\n"
        switch action {
        case "Challenge": say("Response: Success\r\n\(id)Challenge: \(challenge)\r\n\r\n")
        case "Login":
            let proven = fields["Secret"] == "s3cret" || fields["Key"] == "md5(\(challenge)s3cret)"
            say(
                "Response: \(accepts && proven ? "Success" : "Error")\r\n\(id)Message: \(accepts ? "Authentication accepted" : "Authentication failed")\r\n\r\n"
            )
        case "CoreStatus":
            let parts = startup.split(separator: " ")
            say(
                permitsStatus
                    ? "Response: Success\r\n\(id)CoreStartupDate: \(parts[0])\r\nCoreStartupTime: \(parts[1])\r\n\r\n"
                    : "Response: Error\r\n\(id)Message: Permission denied\r\n\r\n")
        case "QueueStatus":
            say("Response: Success\r\n\(id)Message: Queue status will follow\r\n\r\n")
            for row in rows { say(row + "\r\n" + id + "\r\n") }
            say("Event: QueueStatusComplete\r\n\(id)\r\n")
        case "Ping": if answersPings { say("Response: Success\r\n\(id)Ping: Pong\r\n\r\n") }
        default: break
        }
    }

    var kept: Kept { Kept(events) }
    var troubles: [SwitchTrouble] {
        events.compactMap { if case .trouble(let trouble, _) = $0 { trouble } else { nil } }
    }
    var gaps: Int { events.filter { if case .gap = $0 { true } else { false } }.count }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

@Suite("A session with the manager interface")
struct AMISessionTests {
    private static let queue = "Event: QueueParams\r\nQueue: q"
    private static func entry(_ call: String, wait: Int) -> String {
        "Event: QueueEntry\r\nQueue: q\r\nUniqueid: \(call)\r\nWait: \(wait)"
    }
    private static func member(_ name: String, status: Int) -> String {
        "Event: QueueMember\r\nQueue: q\r\nName: \(name)\r\nLocation: SIP/\(name)\r\nPaused: 0\r\nStatus: \(status)"
    }

    @Test("logs in, asks which start of the switch this is, then who waits", arguments: [true, false])
    func login(plain: Bool) {
        let digest: AMIAccount.Digest = { bytes in "md5(" + String(decoding: bytes, as: UTF8.self) + ")" }
        var line = ScriptedSwitch(md5: plain ? nil : digest)
        line.rows = [
            AMISessionTests.queue, AMISessionTests.entry("1", wait: 7), AMISessionTests.member("Ana", status: 1),
        ]
        line.start()
        #expect(line.session.isLive)
        let expected = ["Challenge", "Login", "CoreStatus", "QueueStatus"]
        #expect(line.asked == Array(expected.dropFirst(plain ? 1 : 0)))
        let visit = line.kept.visit(of: "1").first
        #expect(visit?.offered.at == line.moment.wall - .seconds(7))
        #expect(line.events.contains(SwitchEvent.agentLoggedIn("Ana", at: line.moment.wall)))
        #expect(line.troubles.isEmpty && line.gaps == 0)
    }

    @Test("the network may cut what the switch says anywhere", arguments: [1, 3, 10])
    func pieces(size: Int) {
        var whole = ScriptedSwitch()
        var cut = ScriptedSwitch()
        cut.piece = size
        for rows in [[AMISessionTests.queue, AMISessionTests.entry("1", wait: 7)]] {
            whole.rows = rows
            cut.rows = rows
        }
        whole.start()
        cut.start()
        #expect(cut.events == whole.events && cut.asked == whole.asked)
    }

    @Test("a switch that never greets is spoken to after five seconds")
    func noBanner() {
        var line = ScriptedSwitch()
        line.greets = false
        line.start()
        line.pass(4999)
        #expect(!line.session.isLive && line.asked.isEmpty)
        line.pass(1)
        #expect(line.session.isLive && line.troubles == [.noBanner])
        // And may greet after all.
        line.say("Asterisk Call Manager/11.0.0\r\n")
        line.event("QueueCallerJoin", [("Uniqueid", "1"), ("Queue", "q")])
        #expect(line.kept.visits.count == 1)
    }

    @Test("what is no switch is left alone, and tried again later and later")
    func notASwitch() {
        var line = ScriptedSwitch()
        line.greets = false
        line.start()
        line.say("SSH-2.0-OpenSSH_9.2\r\n")
        #expect(line.troubles == [.notASwitch] && line.closes == 1 && !line.session.isLive)
        line.pass(999)
        #expect(line.connects == 1)
        line.pass(1)
        #expect(line.connects == 2)
    }

    @Test("a refused login waits long, a lost connection twice as long each time, a minute at most")
    func backOff() {
        var refused = ScriptedSwitch()
        refused.accepts = false
        refused.start()
        #expect(refused.troubles == [.loginRefused] && refused.connects == 1)
        refused.pass(29_999)
        #expect(refused.connects == 1)
        refused.accepts = true
        refused.pass(1)
        #expect(refused.connects == 2 && refused.session.isLive)

        var line = ScriptedSwitch()
        line.start()
        var waits: [Int64] = []
        for _ in 0..<8 {
            line.drop()
            let connects = line.connects
            var waited: Int64 = 0
            while line.connects == connects {
                line.pass(500)
                waited += 500
            }
            waits.append(waited)
        }
        #expect(waits == [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
        line.pass(11_000)
        line.drop()
        line.pass(1000)
        #expect(line.session.isLive)
    }

    @Test("two pings without an answer, and the connection is dead")
    func halfOpen() {
        var line = ScriptedSwitch()
        line.start()
        line.event("QueueCallerJoin", [("Uniqueid", "1"), ("Queue", "q")])
        line.pass(25_000)
        #expect(line.session.isLive)
        line.answersPings = false
        line.rows = [AMISessionTests.queue, AMISessionTests.entry("1", wait: 60)]
        line.pass(30_000)
        #expect(line.troubles == [.silent] && line.closes == 1)
        line.answersPings = true
        line.pass(5000)
        #expect(line.session.isLive && line.gaps == 1)
        // What was waiting before still waits, since when it did.
        #expect(
            line.kept.visits.count == 1
                && line.kept.visit(of: "1")[0].offered.at == Instant(milliseconds: Switchboard.start))
    }

    @Test("after a gap of the same switch: who is gone is lost, who talks goes on, who came is heard")
    func sameBoot() {
        var line = ScriptedSwitch()
        line.start()
        for call in ["waits", "gone", "talks", "over"] {
            line.event("QueueCallerJoin", [("Uniqueid", call), ("Queue", "q")])
        }
        for (call, name) in [("talks", "Ana"), ("over", "Bo")] {
            line.event(
                "AgentConnect",
                [("Uniqueid", call), ("Queue", "q"), ("Interface", "SIP/\(name)"), ("MemberName", name)])
        }
        line.pass(5000)
        line.drop()
        line.rows = [
            AMISessionTests.queue, AMISessionTests.entry("waits", wait: 6), AMISessionTests.entry("new", wait: 1),
            AMISessionTests.member("Ana", status: 2), AMISessionTests.member("Bo", status: 1),
        ]
        line.pass(1000)
        #expect(line.session.isLive && line.gaps == 1)
        line.pass(3000)
        #expect(line.kept.visit(of: "waits")[0].isWaiting && line.kept.visit(of: "new")[0].isWaiting)
        #expect(line.kept.visit(of: "gone")[0].ending == .lost)
        #expect(line.kept.visit(of: "talks")[0].isTalking)
        #expect(line.kept.visit(of: "over")[0].talk?.isLost == true)
        #expect(line.kept.visit(of: "over")[0].outcome == .answered)
        line.event(
            "AgentComplete", [("Uniqueid", "talks"), ("Queue", "q"), ("Interface", "SIP/Ana"), ("MemberName", "Ana")])
        #expect(line.kept.visit(of: "talks")[0].talkTime == .seconds(9))
    }

    @Test("after a gap another start of the switch: all that was open is lost", arguments: [true, false])
    func otherBoot(orderly: Bool) {
        var line = ScriptedSwitch()
        line.start()
        for call in ["waits", "talks"] { line.event("QueueCallerJoin", [("Uniqueid", call), ("Queue", "q")]) }
        line.event(
            "AgentConnect", [("Uniqueid", "talks"), ("Queue", "q"), ("Interface", "SIP/Ana"), ("MemberName", "Ana")])
        line.pass(5000)
        if orderly {
            line.event("QueueCallerAbandon", [("Uniqueid", "waits"), ("Queue", "q"), ("HoldTime", "5")])
            line.event("Hangup", [("Uniqueid", "waits")])
            line.event("AgentComplete", [("Uniqueid", "talks"), ("Queue", "q"), ("Interface", "SIP/Ana")])
            line.event("Shutdown", [("Restart", "True")])
        }
        line.drop()
        line.startup = "2026-11-21 12:00:00"
        line.rows = [AMISessionTests.queue]
        line.pass(4000)
        #expect(line.kept.visit(of: "waits")[0].ending == (orderly ? .left(.switchStopping) : .lost))
        #expect(line.kept.visit(of: "talks")[0].outcome == .answered)
        #expect(line.kept.visit(of: "talks")[0].talkTime == (orderly ? .seconds(5) : nil))
        #expect(line.session.openVisits == 0 && line.gaps == 1)
    }

    @Test("an account that may not ask still works, and is told what it lacks")
    func notPermitted() {
        var line = ScriptedSwitch()
        line.permitsStatus = false
        line.start()
        #expect(line.session.isLive && line.asked.last == "QueueStatus")
        #expect(line.troubles == [.notPermitted(action: "CoreStatus")])
    }

    @Test("a switch that answers but stops telling is found out by asking again, and logged in to anew")
    func silentEvents() {
        var line = ScriptedSwitch()
        line.start()
        line.rows = [AMISessionTests.queue, AMISessionTests.entry("1", wait: 30)]
        line.pass(61_500)
        #expect(line.troubles == [.eventsMissed(visits: 1)])
        #expect(line.kept.visits.count == 1 && line.kept.visit(of: "1")[0].isWaiting)
        #expect(line.session.isLive && line.connects == 2 && line.gaps == 1)
    }

    @Test(
        "its counters count nothing, but that they go up while it tells of nothing gives it away",
        arguments: [true, false])
    func counters(tells: Bool) throws {
        var line = ScriptedSwitch()
        line.rows = ["Event: QueueParams\r\nQueue: q\r\nCompleted: 5\r\nAbandoned: 2"]
        line.start()
        line.pass(30_000)
        if tells {
            line.event("QueueCallerJoin", [("Uniqueid", "1"), ("Queue", "q")])
            line.event("QueueCallerAbandon", [("Uniqueid", "1"), ("Queue", "q")])
            line.event("Hangup", [("Uniqueid", "1")])
        }
        line.rows = ["Event: QueueParams\r\nQueue: q\r\nCompleted: 7\r\nAbandoned: 3"]
        line.pass(31_500)
        #expect(line.troubles == (tells ? [] : [.eventsMissed(visits: 3)]))
        // From when it last told of something: its log may know what it was.
        let gap = line.events.compactMap { event -> Int64? in
            if case .gap(let from, _) = event { from.milliseconds - Switchboard.start } else { nil }
        }
        #expect(gap == (tells ? [] : [0]) && line.session.isLive)
        line.pass(120_000)
        #expect(line.gaps == (tells ? 0 : 1))
    }

    @Test("events under way while a list comes are no contradiction to it")
    func interleaved() {
        var line = ScriptedSwitch()
        line.start()
        line.event("QueueCallerJoin", [("Uniqueid", "1"), ("Queue", "q")])
        // The list no longer has the caller, the events that say why come after it.
        line.rows = [AMISessionTests.queue]
        line.pass(60_000)
        line.event("QueueCallerLeave", [("Uniqueid", "1"), ("Queue", "q")])
        line.event(
            "AgentConnect", [("Uniqueid", "1"), ("Queue", "q"), ("Interface", "SIP/Ana"), ("MemberName", "Ana")])
        line.pass(5000)
        #expect(line.kept.visit(of: "1")[0].ending == .answered(by: "Ana"))
        #expect(!line.events.contains { if case .callLost = $0 { true } else { false } })
    }

    @Test("a bridge that was restarted goes on with the visits it left open", arguments: [true, false])
    func resume(sameBoot: Bool) {
        var before = ScriptedSwitch()
        before.start()
        for call in ["waits", "talks"] {
            before.event("QueueCallerJoin", [("Uniqueid", call), ("Queue", "a/b")])
        }
        before.event(
            "AgentConnect",
            [("Uniqueid", "talks"), ("Queue", "a/b"), ("Interface", "SIP/Ana"), ("MemberName", "Ana")])
        let open = Array(before.kept.visits.values)

        var after = ScriptedSwitch()
        after.now = 9000
        after.session.resume(open, boot: before.session.boot, heard: before.session.lastHeard)
        if !sameBoot { after.startup = "2026-11-21 12:00:00" }
        after.rows = ["Event: QueueParams\r\nQueue: a/b"]
        if sameBoot { after.rows.append("Event: QueueEntry\r\nQueue: a/b\r\nUniqueid: waits\r\nWait: 9") }
        after.start()
        after.event("AgentComplete", [("Uniqueid", "talks"), ("Queue", "a/b"), ("Interface", "SIP/Ana")])
        after.pass(3000)
        var fold = Visits(open: open)
        var kept = before.kept
        for event in after.events { kept.merge(fold.apply(event)) }
        #expect(kept.visits.count == 2 && after.gaps == 1)
        #expect(kept.visit(of: "waits")[0].ending == (sameBoot ? nil : .lost))
        #expect(kept.visit(of: "talks")[0].talkTime == (sameBoot ? .seconds(9) : nil))
        #expect(kept.visit(of: "talks")[0].isOver)
    }

    @Test("the secret shows nowhere")
    func secret() {
        var line = ScriptedSwitch()
        line.accepts = false
        line.start()
        #expect(!"\(line.session)".contains("s3cret") && !"\(line.events)".contains("s3cret"))
    }
}
