import Foundation
import Glibc
import HotlineDomain
import HotlineStore
import StoreSQLite
import Testing

@testable import ringbuoy

/// What a switch says of one call in a queue.
private struct Caller {
    let call: String
    var queue = "line-ru"

    private func event(_ name: String, _ more: String = "") -> String {
        "Event: \(name)\nChannel: SIP/trunk-\(call)\nUniqueid: \(call)\nQueue: \(queue)\n\(more)\n"
    }

    var joins: String { event("QueueCallerJoin", "CallerIDNum: 0037377712345\nPosition: 1\nCount: 1\n") }
    var hangsUp: String { event("Hangup", "Cause: 16\n") }
    var givesUp: String { event("QueueCallerAbandon", "Position: 1\nOriginalPosition: 1\nHoldTime: 1\n") + hangsUp }
    func isAnswered(by agent: String) -> String {
        event("QueueCallerLeave", "Count: 0\n")
            + event("AgentConnect", "Interface: Local/\(agent)@agents\nMemberName: \(agent)\nHoldTime: 1\n")
    }
    func isOver(with agent: String) -> String {
        event("AgentComplete", "Interface: Local/\(agent)@agents\nMemberName: \(agent)\nReason: caller\n") + hangsUp
    }
    func row(waits seconds: Int) -> String {
        "Event: QueueEntry\nQueue: \(queue)\nPosition: 1\nUniqueid: \(call)\nWait: \(seconds)\n\n"
    }
}

@Suite("The bridge to a switch")
struct BridgeTests {
    private static let queue = "Event: QueueParams\nQueue: line-ru\n\n"
    /// Status 1 is free, 2 is on the line.
    private static func member(_ agent: String, status: Int) -> String {
        "Event: QueueMember\nQueue: line-ru\nName: \(agent)\nLocation: Local/\(agent)@agents\nPaused: 0\n"
            + "Status: \(status)\n\n"
    }

    @Test("it logs in by challenge, writes what is told, comes back when the line is cut, and is one at a time")
    func bridge() throws {
        let desk = try TestDesk()
        let (first, second) = (Caller(call: "1.1"), Caller(call: "2.1"))
        let small = try SmallSwitch(told: [first.joins + first.givesUp, second.joins + second.givesUp])
        let bridge = try BridgeProcess(desk, small)
        let board = try desk.board { $0.count("abandoned") == 2 }
        #expect(board.count("abandoned") == 2)
        // The digest of the challenge and the secret, as md5sum gives it.
        #expect(small.keys == Array(repeating: "d227e66ad547d2e228904e0439fa8e49", count: 2))
        let other = try desk.run(try BridgeProcess.arguments(desk, small))
        #expect(other.status == 75 && other.errors.hasPrefix("error: feed.taken: "), "\(other.errors)")
        #expect(bridge.said.contains("The connection to 127.0.0.1 was lost.") && !bridge.said.contains("only the"))
        for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
            let bytes = try Data(contentsOf: desk.folder.appendingPathComponent(name))
            #expect(bytes.range(of: Data("37377712345".utf8)) == nil, "the caller's number is in \(name)")
        }
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test(
        "killed in mid-call and started again: every visit ends as it did, none stays open, none is there twice",
        arguments: [true, false])
    func killed(hasLog: Bool) throws {
        let desk = try TestDesk()
        let (waits, gone, talks, over) = (
            Caller(call: "1.1"), Caller(call: "1.2"), Caller(call: "1.3"), Caller(call: "1.4")
        )
        let boot = "2026-11-21 10:00:00"
        let before = SmallSwitch.Turn(
            startup: boot, rows: BridgeTests.queue + BridgeTests.member("101", status: 1),
            told: waits.joins + gone.joins + talks.joins + talks.isAnswered(by: "101") + over.joins
                + over.isAnswered(by: "102"), lingers: 60)
        // Who waited is gone, one operator is free, the other talks still.
        let after = SmallSwitch.Turn(
            startup: boot,
            rows: BridgeTests.queue + BridgeTests.member("101", status: 2) + BridgeTests.member("102", status: 1)
                + waits.row(waits: 3), told: waits.givesUp + talks.isOver(with: "101"), lingers: 60)
        let small = try SmallSwitch([before, after])
        let log = desk.folder.appendingPathComponent("queue_log")
        let options = hasLog ? ["--queue-log", log.path] : []
        let first = try BridgeProcess(desk, small, more: options)
        let then = try desk.board { $0.count("waiting") == 2 && $0.operators["02"] == "on_call" }
        #expect(then.count("answered") == 2 && then.count("waiting") == 2 && then.link == "up")
        first.end(SIGKILL)
        // What happened meanwhile stands in the switch's own log.
        let now = Int(Date().timeIntervalSince1970)
        let lines = ["1.2|line-ru|NONE|ENTERQUEUE||", "1.2|line-ru|NONE|ABANDON|1|1|1"]
        try desk.write(lines.map { "\(now)|\($0)\n" }.joined(), to: "queue_log")

        let second = try BridgeProcess(desk, small, more: options)
        let free = ["01": "available", "02": "available"]
        let board = try desk.board { $0.count("waiting") == 0 && $0.operators == free }
        #expect(board.count("offered") == 4 && board.count("answered") == 2 && board.count("waiting") == 0)
        #expect(board.count("abandoned") == (hasLog ? 2 : 1) && board.count("lost") == (hasLog ? 0 : 1))
        #expect(board.operators == free && board.link == "up")
        #expect(try Desk(opening: desk.store).store.visitsNow().isEmpty)
        #expect(second.said.contains("Something was missed"), "\(second.said)")
        #expect(second.said.contains("read from the switch's log") == hasLog)
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("the first bridge has missed nothing, whatever a recording left open before it")
    func first() throws {
        let desk = try TestDesk()
        let store = try Desk(opening: desk.store).store
        let at = Instant(seconds: Int64(Date().timeIntervalSince1970) - 600)
        let left = VisitFacts(
            id: SwitchCallID("0.9"), call: "0.9", line: "tn", offered: VisitFacts.Stamp(at: at, isExact: true))
        let told = VisitCommand.observe(source: "asterisk", left)
        try store.perform([.visit(store.newID(at: at), told)], by: Stamp.systemCode, at: at)
        let caller = Caller(call: "1.1")
        let small = try SmallSwitch(told: [caller.joins + caller.givesUp])
        let bridge = try BridgeProcess(desk, small)
        let board = try desk.board { $0.count("abandoned") == 1 && $0.count("waiting") == 0 }
        #expect(board.count("abandoned") == 1 && board.count("waiting") == 0)
        #expect(bridge.said.contains("Connected") && !bridge.said.contains("missed"), "\(bridge.said)")
    }

    @Test("ended in order it says good-bye, writes all it heard, and the board says that nobody listens")
    func ended() throws {
        let desk = try TestDesk()
        let caller = Caller(call: "1.1")
        let rows = BridgeTests.queue + BridgeTests.member("101", status: 1)
        let small = try SmallSwitch([SmallSwitch.Turn(rows: rows, told: caller.joins, lingers: 60)])
        let bridge = try BridgeProcess(desk, small)
        #expect(try desk.board { $0.count("waiting") == 1 && $0.link == "up" }.operators == ["01": "available"])
        #expect(bridge.end(SIGTERM) == 0)
        let board = try desk.board()
        #expect(board.count("waiting") == 1 && board.link == "bridge_stopped" && board.operators.isEmpty)
        #expect(small.actions.last == "Logoff" && bridge.printed.contains("Visits that are new: 1"))
    }

    @Test("a bad day: whatever is wrong with the switch or the line, who called is counted once and rightly")
    func faults() throws {
        let desk = try TestDesk()
        let callers = (1...6).map { Caller(call: "\($0).1") }
        let told = callers.map { $0.joins + $0.givesUp }
        let now = Int(Date().timeIntervalSince1970)
        let garbage = "%% no header\n\nno colon here\nX-Huge: " + String(repeating: "x", count: 20_000) + "\n\n"
        var turns = [
            SmallSwitch.Turn(banner: nil, told: told[0], lingers: 0.6),
            SmallSwitch.Turn(banner: "SSH-2.0-OpenSSH_9.2", lingers: 0),
            SmallSwitch.Turn(takesLogin: false, lingers: 0),
            SmallSwitch.Turn(told: told[1], answersPings: false, lingers: 60),
            SmallSwitch.Turn(told: garbage + told[2] + garbage, piece: 7, lingers: 0.6),
            // Release 11 calls it `Join`, and the line is cut within a message.
            SmallSwitch.Turn(
                banner: "Asterisk Call Manager/1.3",
                told: told[3].replacing("QueueCallerJoin", with: "Join") + "Event: Hangup\nUniq", lingers: 0.6),
            // Its clock goes back an hour while somebody waits.
            SmallSwitch.Turn(
                told: callers[4].joins.replacing("\n\n", with: "\nTimestamp: \(now).000000\n\n")
                    + callers[4].givesUp.replacing("\n\n", with: "\nTimestamp: \(now - 3600).000000\n\n"),
                lingers: 0.6),
        ]
        turns.append(SmallSwitch.Turn(told: told[5], lingers: 60))
        let small = try SmallSwitch(turns)
        let bridge = try BridgeProcess(desk, small, haste: 20)
        let board = try desk.board { $0.count("abandoned") == 6 && $0.link == "up" }
        #expect(board.count("abandoned") == 6 && board.count("offered") == 6 && board.count("lost") == 0)
        #expect(board.count("waiting") == 0 && board.link == "up")
        for sentence in [
            "does not greet", "is no Asterisk", "refuses the account", "says nothing any more", "no message",
            "too long", "was lost", "The clock of",
        ] { #expect(bridge.said.contains(sentence), "\(sentence): \(bridge.said)") }
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a store that others hold keeps nobody from hearing the switch: it is written when it can be")
    func storeHeld() throws {
        let desk = try TestDesk()
        let callers = (1...20).map { Caller(call: "\($0).1") }
        let told = callers.map { $0.joins + $0.givesUp }.joined()
        let small = try SmallSwitch([SmallSwitch.Turn(told: told, lingers: 60)])
        let bridge = try BridgeProcess(desk, small, haste: 10)
        let other = try Desk(opening: desk.store)
        try other.engine.write { _ in
            // Longer than the store's own patience, on a busy machine too.
            for _ in 0..<600 where !bridge.said.contains("cannot be written now") { usleep(100_000) }
        }
        let board = try desk.board { $0.count("abandoned") == 20 }
        #expect(board.count("abandoned") == 20 && board.count("offered") == 20)
        #expect(bridge.said.contains("cannot be written now") && bridge.said.contains("Writing goes on"))
        // It has heard the switch all the while: nothing was lost, and there was one login.
        #expect(small.keys.count == 1 && !bridge.said.contains("was lost"))
    }

    @Test("a secret that others may read, and a port that is none, are refused before anything is tried")
    func refused() throws {
        let desk = try TestDesk()
        try desk.write("open\n", to: "secret")
        try Transcript(
            """
            $ ringbuoy feed asterisk --user ringbuoy --secret-file secret
            ! error: input.passphrase_file_shared: …
            ? 65
            $ ringbuoy feed asterisk --user ringbuoy --secret-file secret --port 70000
            ! …
            ? 64
            """
        ).play(at: desk)
    }
}
