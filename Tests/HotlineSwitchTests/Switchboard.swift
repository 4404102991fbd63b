import HotlineDomain
import HotlineSwitch

/// A switch of a few lines for tests: messages with a clock that is moved by hand.
struct Switchboard {
    var feed: AsteriskFeed
    var events: [SwitchEvent] = []
    /// Milliseconds since the start.
    var now: Int64 = 0
    /// By how much the wall clock is off.
    var skew: Int64 = 0
    static let start: Int64 = 1_795_000_000_000

    init(names: SwitchNames = SwitchNames()) {
        feed = AsteriskFeed(names: names)
        events += feed.linkUp(at: moment)
    }

    var moment: SwitchMoment {
        SwitchMoment(
            wall: Instant(milliseconds: Switchboard.start + now + skew), steady: Span(milliseconds: 5000 + now))
    }

    static func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: start + milliseconds) }

    mutating func pass(_ milliseconds: Int64) {
        now += milliseconds
        events += feed.tick(moment)
    }

    mutating func send(_ event: String, _ pairs: [(String, String)]) {
        events += feed.take(AMIMessage([("Event", event)] + pairs.map { (key: $0.0, value: $0.1) }), at: moment)
    }

    mutating func respond(_ pairs: [(String, String)]) {
        events += feed.take(
            AMIMessage([("Response", "Success")] + pairs.map { (key: $0.0, value: $0.1) }), at: moment)
    }

    mutating func call(_ event: String, _ call: String, _ queue: String = "q", _ more: [(String, String)] = []) {
        send(event, [("Uniqueid", call), ("Queue", queue)] + more)
    }

    mutating func agent(_ event: String, _ call: String, _ name: String = "Ana", _ more: [(String, String)] = []) {
        self.call(event, call, "q", [("Interface", "SIP/\(name)"), ("MemberName", name)] + more)
    }

    mutating func hangUp(_ call: String) { send("Hangup", [("Uniqueid", call)]) }
    mutating func join(_ call: String, _ queue: String = "q") { self.call("QueueCallerJoin", call, queue) }

    var kept: Kept { Kept(events) }
    func ending(_ call: String) -> VisitFacts.Ending? { kept.visit(of: call).last?.ending }
}
