import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Callers a switch tells of who have no call yet.
struct CallVisits: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "visits", abstract: say("cli.call.visits"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let (zone, found) = (try desk.zone(), try desk.store.visitsWithoutCall(at: desk.now))
        if options.json { return try Output.rows(found.map { $0.row(zone, desk.now) }) }
        var table = TextTable(["id", "line", "started", "status", "operator"].map { say("cli.field.\($0)") })
        for visit in found {
            table.add([
                "\(visit.id)", visit.facts.line, zone.spoken(visit.facts.answeredAt ?? visit.facts.offered.at),
                say("cli.visit.\(visit.state(desk.now))"), visit.operators(desk.now).joined(separator: " "),
            ])
        }
        try table.print()
    }
}

extension Visit {
    /// `waiting`, `ringing`, `on_line` or `over`.
    fileprivate func state(_ now: Instant) -> String {
        if facts.isWaiting { return operators(now).isEmpty ? "waiting" : "ringing" }
        return facts.isTalking ? "on_line" : "over"
    }

    /// Who answered, or at whose telephones it rings.
    fileprivate func operators(_ now: Instant) -> [String] {
        if let code = facts.operator { return [code] }
        return facts.rings.map(\.operator).filter { facts.ringsSince(at: $0, now: now) != nil }
    }

    fileprivate func row(_ zone: ZoneRules, _ now: Instant) -> JSONValue {
        [
            "id": .id(id), "line": .string(facts.line), "state": .string(state(now)),
            "operators": .strings(operators(now)), "offered": .time(facts.offered.at, zone),
            "answered": .time(facts.answeredAt, zone), "ended": .time(facts.talk?.ended?.at, zone),
            "country": .string(facts.country), "language": .string(facts.language),
        ]
    }
}
