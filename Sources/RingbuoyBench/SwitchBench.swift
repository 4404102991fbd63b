import Foundation
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineReports
import HotlineStore
import HotlineSwitch
import StoreSQLite

/// What a switch tells, from its bytes to the board: each step with those
/// before it, against reading the bytes and no more.
struct SwitchBench {
    /// Of one caller who is answered.
    private static let eventsPerCall = 6
    private static let callsPerPiece = 1000
    static let events = 1_000_000
    /// The store is asked for fewer: it is the slow one.
    private static let storedCalls = 10_000

    fileprivate struct Pace {
        var events = 0
        var bytes = 0
        var seconds = 0.0
        var nanosecondsPerEvent: Double { seconds * 1e9 / Double(max(1, events)) }
        var text: String { String(format: "%.0f events a second", Double(events) / seconds) }

        mutating func add(_ piece: [UInt8], _ body: () throws -> Void) rethrows {
            let start = ContinuousClock.now
            try body()
            let taken = start.duration(to: .now).components
            seconds += Double(taken.seconds) + Double(taken.attoseconds) / 1e18
            events += SwitchBench.callsPerPiece * SwitchBench.eventsPerCall
            bytes += piece.count
        }
    }

    static func run(in folder: URL, events: Int = SwitchBench.events) throws -> [Outcome] {
        var (raw, parsed, folded) = (Pace(), Pace(), Pace())
        var framing = AMIFraming(expectsBanner: false)
        var feed = Feed()
        var lines = 0
        var resident: [Int] = []
        for number in 0..<(events / (callsPerPiece * eventsPerCall) + 1) {
            let piece = SwitchBench.piece(number)
            raw.add(piece) { lines += piece.count { $0 == 10 } }
            parsed.add(piece) { _ = framing.take(piece) }
            folded.add(piece) { for visit in feed.take(piece) { lines += visit.isOver ? 1 : 0 } }
            if number % 20 == 1 { resident.append(try Memory.residentKibibytes()) }
        }
        let stored = try store(in: folder)
        let growth = (resident.max() ?? 0) - (resident.first ?? 0)
        return [
            // What was counted is told, or the compiler leaves the counting out.
            Outcome(
                "a switch's bytes: read and no more",
                String(format: "%.0f MB a second, %d lines and ends", raw.megabytes, lines)),
            Outcome("parser alone", ratio(parsed, raw) + parsed.text),
            Outcome("parser, feed and visits", ratio(folded, parsed) + folded.text),
            Outcome("parser, visits, store and board", ratio(stored, folded) + stored.text),
            Outcome(
                "memory over \(folded.events) events", "grew by \(growth) KiB of \(resident.first ?? 0)",
                goal: "< 4096", isMet: growth < 4096),
        ]
    }

    private static func ratio(_ pace: Pace, _ before: Pace) -> String {
        String(format: "%.1f x the step before, ", pace.nanosecondsPerEvent / before.nanosecondsPerEvent)
    }

    /// In transactions of as many visits as a bridge makes, and on the board after each.
    private static func store(in folder: URL) throws -> Pace {
        let engine = try SQLiteEngine.open(path: folder.appendingPathComponent("switch.db").path, create: .new)
        let store = try Store.create(engine, hotline: .practice, at: start) { try ZoneRules.named($0) }
        var feed = Feed()
        var day = QueueDay(targets: QueueTargets())
        var pace = Pace()
        var heads = try store.heads()
        for number in 0..<(storedCalls / callsPerPiece) {
            let piece = SwitchBench.piece(number)
            try pace.add(piece) {
                // A busy bridge hands on what came together: about ten calls.
                for part in stride(from: 0, to: piece.count, by: 16_384) {
                    var changed: [SwitchCallID: VisitFacts] = [:]
                    for visit in feed.take(Array(piece[part..<min(piece.count, part + 16_384)])) {
                        changed[visit.id] = visit
                    }
                    let acts = changed.values.map {
                        Command.visit(store.newID(Visit.self, at: start), .observe(source: "asterisk", $0))
                    }
                    try store.perform(acts, by: Stamp.systemCode, at: start)
                    let news = try store.queueChanges(after: heads)
                    heads = news.heads
                    for visit in news.visits { day.take(visit) }
                    _ = day.all.serviceLevel
                }
            }
        }
        guard day.all.offered == storedCalls else { throw StoreError.failed(detail: "\(day.all.offered) visits") }
        return pace
    }

    /// A recording is what a feed reads without a socket.
    private struct Feed {
        private var replay = AsteriskReplay()
        private var visits = Visits()
        private var states = OperatorStates()
        private var at = SwitchBench.start

        mutating func take(_ piece: [UInt8]) -> [VisitFacts] {
            at = at + .seconds(1)
            var changed: [VisitFacts] = []
            for event in replay.take(AMIRecording.Record(at: at, bytes: piece)) {
                changed += visits.apply(event)
                _ = states.apply(event)
            }
            return changed
        }
    }

    private static let start = Instant(seconds: 1_790_000_000)

    /// Calls one after the other, each with names of its own.
    private static func piece(_ number: Int) -> [UInt8] {
        var text = ""
        for call in 0..<callsPerPiece {
            let id = "17900\(number).\(call)"
            let caller = "Uniqueid: \(id)\r\nLinkedid: \(id)\r\nQueue: line-ru\r\n"
            let agent = caller + "Interface: Local/10\(call % 7)@agents\r\nMemberName: 10\(call % 7)\r\n"
            text += event("QueueCallerJoin", caller + "CallerIDNum: 373777\(call)\r\nPosition: 1\r\nCount: 1\r\n")
            text += event("AgentCalled", agent)
            text += event("QueueCallerLeave", caller + "Count: 0\r\nPosition: 1\r\n")
            text += event("AgentConnect", agent + "HoldTime: 4\r\nRingTime: 3\r\n")
            text += event("AgentComplete", agent + "HoldTime: 4\r\nTalkTime: 200\r\nReason: caller\r\n")
            text += event("Hangup", caller + "Cause: 16\r\nCause-txt: Normal Clearing\r\n")
        }
        return Array(text.utf8)
    }

    private static func event(_ name: String, _ fields: String) -> String {
        "Event: \(name)\r\nPrivilege: agent,all\r\nChannel: PJSIP/trunk-0000001a\r\n"
            + "ChannelState: 6\r\nChannelStateDesc: Up\r\nContext: hotline\r\nPriority: 4\r\n\(fields)\r\n"
    }
}

extension SwitchBench.Pace {
    fileprivate var megabytes: Double { Double(bytes) / seconds / 1_000_000 }
}
