import HotlineDomain
import HotlineReports
import HotlineSwitch
import Wording

/// What came of a feed so far.
struct FeedCount: Sendable {
    var events = 0
    /// New to the store, and those it knew and knows better now.
    private(set) var newVisits = 0
    private(set) var changedVisits = 0
    /// By its code.
    private(set) var troubles: [String: Int] = [:]
    /// What a rule stood in the way of.
    private(set) var leftOut: [Refusal] = []

    /// More of a kind than these are counted, and not named.
    static let shownMax = 20

    mutating func leaveOut(_ refusal: Refusal) {
        troubles[refusal.rule, default: 0] += 1
        if leftOut.count < FeedCount.shownMax { leftOut.append(refusal) }
    }

    mutating func take(_ events: [Event]) {
        for case .visit(_, let event) in events {
            if case .offered = event { newVisits += 1 } else { changedVisits += 1 }
        }
    }

    mutating func add(_ trouble: SwitchTrouble) { troubles[trouble.code, default: 0] += 1 }

    /// With what another part of the same feed counted.
    func adding(_ other: FeedCount) -> FeedCount {
        var sum = self
        sum.events += other.events
        sum.newVisits += other.newVisits
        sum.changedVisits += other.changedVisits
        sum.troubles.merge(other.troubles, uniquingKeysWith: +)
        sum.leftOut = Array((leftOut + other.leftOut).prefix(FeedCount.shownMax))
        return sum
    }

    /// For people and scripts, when a feed has come to its end.
    func tell(_ json: Bool) throws {
        if json {
            let named = troubles.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONValue.number($0.value)) }
            let answer: JSONValue = [
                "events": .number(events), "visits_new": .number(newVisits),
                "visits_changed": .number(changedVisits), "trouble": .object(named),
            ]
            try Output.line(answer.compact)
        } else {
            try Output.line(
                say("cli.feed.done", ["events": "\(events)", "new": "\(newVisits)", "changed": "\(changedVisits)"]))
        }
        for refusal in leftOut { Output.note(say(refusal.sentence, refusal.details)) }
    }
}
