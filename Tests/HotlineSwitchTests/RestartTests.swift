import HotlineDomain
import HotlineSwitch
import Testing

/// A switch with callers and operators of its own, who go on whether a bridge
/// listens or not; it says what happens, answers who waits, and writes its log.
private struct Exchange {
    struct Call {
        let id: String
        var isAnswered: String?
    }

    var line = ScriptedSwitch()
    var log: [String] = []
    /// How each call's visit ended, apart from what anybody heard.
    private(set) var truth: [String: VisitFacts.Ending] = [:]
    private(set) var waiting: [Call] = []
    private(set) var talking: [Call] = []
    private var free = ["Ana", "Bo", "Cy"]
    private var count = 0
    private var isHeard = false

    init() { line.startup = "2026-11-21 10:00:00" }

    private var epoch: Int64 { (Switchboard.start + line.now) / 1000 }

    private mutating func say(_ event: String, _ call: String, _ more: [(String, String)] = []) {
        // A queue's answer is what it is at that moment.
        line.rows = rows
        if isHeard { line.event(event, [("Uniqueid", call), ("Queue", "q")] + more) }
    }

    private var rows: [String] {
        let sitting = talking.compactMap(\.isAnswered)
        return ["Event: QueueParams\r\nQueue: q"]
            + waiting.map { "Event: QueueEntry\r\nQueue: q\r\nUniqueid: \($0.id)\r\nWait: 1" }
            + (free.map { ($0, 1) } + sitting.map { ($0, 2) }).map {
                "Event: QueueMember\r\nQueue: q\r\nName: \($0.0)\r\nLocation: SIP/\($0.0)\r\nPaused: 0\r\nStatus: \($0.1)"
            }
    }

    mutating func listen(_ session: AMISession) {
        line.session = session
        isHeard = true
        line.rows = rows
        line.start()
    }

    mutating func hangUpOnBridge() { isHeard = false }

    mutating func pass(_ milliseconds: Int64) {
        line.rows = rows
        if isHeard { line.pass(milliseconds) } else { line.now += milliseconds }
    }

    private func agent(_ name: String) -> [(String, String)] { [("Interface", "SIP/\(name)"), ("MemberName", name)] }

    /// One thing happens, by a throw of the dice.
    mutating func step(_ dice: inout some RandomNumberGenerator) {
        switch Int.random(in: 0..<5, using: &dice) {
        case 0, 1:
            count += 1
            waiting.append(Call(id: "c\(count)"))
            log.append("\(epoch)|c\(count)|q|NONE|ENTERQUEUE||")
            say("QueueCallerJoin", "c\(count)")
        case 2 where !waiting.isEmpty && !free.isEmpty:
            var call = waiting.removeFirst()
            let name = free.removeFirst()
            call.isAnswered = name
            talking.append(call)
            truth[call.id] = .answered(by: name)
            log.append("\(epoch)|\(call.id)|q|\(name)|CONNECT|1|1|1")
            say("QueueCallerLeave", call.id)
            say("AgentConnect", call.id, agent(name))
        case 3 where !talking.isEmpty:
            let call = talking.remove(at: Int.random(in: 0..<talking.count, using: &dice))
            guard let name = call.isAnswered else { return }
            free.append(name)
            log.append("\(epoch)|\(call.id)|q|\(name)|COMPLETECALLER|1|9|1")
            say("AgentComplete", call.id, agent(name) + [("Reason", "caller"), ("TalkTime", "1"), ("HoldTime", "1")])
            say("Hangup", call.id)
        case 4 where !waiting.isEmpty:
            let call = waiting.remove(at: Int.random(in: 0..<waiting.count, using: &dice))
            truth[call.id] = .abandoned
            log.append("\(epoch)|\(call.id)|q|NONE|ABANDON|1|1|1")
            say("QueueCallerAbandon", call.id)
            say("Hangup", call.id)
        default: pass(Int64.random(in: 1...4000, using: &dice))
        }
    }
}

/// A bridge that may be killed between any two things it hears: what it has
/// written by then is all that is left of it.
private struct MortalBridge {
    var kept = Kept()
    var mark: (boot: AsteriskBoot, heard: Instant)?
    var log: [String]?
    private var fold = Visits()
    private var seen = 0

    init(hasLog: Bool) { log = hasLog ? [] : nil }

    mutating func begin(_ exchange: inout Exchange) {
        var session = ScriptedSwitch().session
        let open = kept.visits.values.filter { !$0.isOver }
        fold = Visits(open: open)
        if let mark { session.resume(Array(kept.visits.values), boot: mark.boot, heard: mark.heard) }
        exchange.listen(session)
        take(&exchange)
    }

    /// What was heard is written at once, as far as this.
    mutating func take(_ exchange: inout Exchange) {
        for event in exchange.line.events[seen...] {
            kept.merge(fold.apply(event))
            if case .gap(let from, let to) = event, log != nil {
                var backfill = QueueLogBackfill(from: from, to: to)
                for line in exchange.log { backfill.take(line) }
                kept.merge(backfill.over + backfill.talking)
                exchange.line.session.adopt(backfill.talking)
                fold.adopt(backfill.talking)
            }
        }
        seen = exchange.line.events.count
        mark = (exchange.line.session.boot, exchange.line.session.lastHeard)
    }

    mutating func die(_ exchange: inout Exchange) {
        // Whatever it had heard and not written is gone with it.
        exchange.hangUpOnBridge()
        seen = exchange.line.events.count
    }
}

@Suite("A bridge that is killed and started again")
struct RestartTests {
    @Test(
        "whenever that is: every visit is there once and ends as it did, or is lost; with the log, as it did",
        arguments: [UInt64(1), 2026, UInt64.random(in: 0...UInt64.max)], [true, false])
    func anyMoment(seed: UInt64, hasLog: Bool) {
        var dice = Dice(seed: seed)
        for _ in 0..<40 {
            var exchange = Exchange()
            var bridge = MortalBridge(hasLog: hasLog)
            bridge.begin(&exchange)
            for _ in 0..<4 {
                for _ in 0..<Int.random(in: 0..<25, using: &dice) {
                    exchange.step(&dice)
                    bridge.take(&exchange)
                }
                bridge.die(&exchange)
                for _ in 0..<Int.random(in: 0..<10, using: &dice) { exchange.step(&dice) }
                bridge.begin(&exchange)
            }
            // Until whatever had to be explained is decided, and the list was asked for again.
            exchange.pass(70_000)
            bridge.take(&exchange)
            compare(exchange, bridge, hasLog, seed)
        }
    }

    private func compare(_ exchange: Exchange, _ bridge: MortalBridge, _ hasLog: Bool, _ seed: UInt64) {
        let visits = bridge.kept.visits.values
        #expect(Set(visits.map(\.call)).count == visits.count, "a visit twice, seed \(seed)")
        for visit in visits {
            guard let truth = exchange.truth[visit.call] else {
                #expect(
                    visit.isWaiting && exchange.waiting.contains { $0.id == visit.call }, "\(visit), seed \(seed)")
                continue
            }
            let isRight = visit.ending == truth || !hasLog && visit.ending == .lost
            #expect(isRight, "\(visit) is \(truth), seed \(seed)")
            // One that nobody heard end is found over when its operator is heard of again.
            let isTalking = exchange.talking.contains { $0.id == visit.call || $0.isAnswered == visit.operator }
            #expect(!visit.isTalking || isTalking, "open for ever: \(visit), seed \(seed)")
        }
        guard hasLog else { return }
        let known = Set(visits.map(\.call))
        #expect(exchange.truth.keys.allSatisfy { known.contains($0) }, "a visit is missing, seed \(seed)")
    }
}

private struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
