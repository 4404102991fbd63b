import HotlineDomain
import HotlineReports
import HotlineStore
import HotlineSwitch
import Wording

/// Writes what a feed tells into the store: visits, what operators do, and
/// whether the switch can be heard. Gathers what comes together into one
/// transaction; told twice, nothing changes.
struct FeedWriter {
    private let desk: Desk
    private let person: String
    private let source: String
    /// Held as long as anything is written: a feed that follows never returns.
    private let turn: FeedTurn
    private var visits: Visits
    private var states = OperatorStates()
    private var told: [String: OperatorStates.Current] = [:]
    /// Changed since the last write, each as it is now.
    private var changed: [SwitchCallID: VisitFacts] = [:]
    private var commands: [Command] = []
    private var trouble: String?
    private(set) var count = FeedCount()

    /// So many changes are written at once, at most.
    private static let batch = 500

    /// Refuses where another bridge feeds from this source.
    init(_ desk: Desk, source: String, isExact: Bool = true) throws {
        self.desk = try desk.staying()
        self.source = source
        turn = try FeedTurn(source, store: desk.path)
        person = desk.person
        visits = Visits(isExact: isExact)
    }

    mutating func take(_ events: [SwitchEvent]) throws {
        for event in events {
            count.events += 1
            for visit in visits.apply(event) { changed[visit.id] = visit }
            _ = states.apply(event)
            takeStates()
            takeLink(event)
            if changed.count + commands.count >= FeedWriter.batch { try flush() }
        }
    }

    /// What another telling of the same visits knows better.
    mutating func merge(_ facts: [VisitFacts]) throws {
        for visit in facts { changed[visit.id] = changed[visit.id]?.merged(with: visit) ?? visit }
        try flush()
    }

    mutating func flush() throws {
        guard !changed.isEmpty || !commands.isEmpty else { return }
        let now = Clock.now
        let seen = changed.values.sorted { ($0.offered.at, $0.id) < ($1.offered.at, $1.id) }
        let acts = seen.map { facts in
            Command.visit(desk.store.newID(Visit.self, at: now), .observe(source: source, facts))
        }
        count.take(try perform(acts + commands, at: now))
        changed.removeAll(keepingCapacity: true)
        commands.removeAll(keepingCapacity: true)
    }

    /// All at once; where a rule stands in the way of one, each by itself, and
    /// that one is left out: a name nobody can use must not stop a feed.
    private mutating func perform(_ acts: [Command], at now: Instant) throws -> [Event] {
        do {
            return try desk.store.perform(acts, by: person, at: now)
        } catch let refusal as Refusal where FeedWriter.isOfFeed(refusal) {
            if acts.count == 1 {
                count.leaveOut(refusal)
                return []
            }
            return try acts.flatMap { try perform([$0], at: now) }
        }
    }

    private static func isOfFeed(_ refusal: Refusal) -> Bool {
        VisitRule(rawValue: refusal.rule) != nil || OperatorStateRule(rawValue: refusal.rule) != nil
            || LinkStateRule(rawValue: refusal.rule) != nil
    }

    private mutating func takeStates() {
        for (code, now) in states.current where told[code] != now {
            told[code] = now
            var reason: String?
            if case .paused(let because) = now.state { reason = because }
            commands.append(
                .operatorState(
                    desk.store.newID(OperatorState.self, at: Clock.now),
                    .begin(operator: code, source: source, state: now.state.code, reason: reason, at: now.since)))
        }
    }

    private mutating func takeLink(_ event: SwitchEvent) {
        switch event {
        case .linkUp(let at):
            trouble = nil
            link(.up, nil, at)
        case .linkDown(let at): link(.down, trouble ?? SwitchTrouble.connectionLost.code, at)
        case .trouble(let what, let at):
            trouble = what.code
            count.add(what)
            if what.endsTheLink { link(.down, what.code, at) }
        default: break
        }
    }

    private mutating func link(_ state: LinkState.State, _ trouble: String?, _ at: Instant) {
        commands.append(
            .linkState(
                desk.store.newID(LinkState.self, at: Clock.now),
                .begin(source: source, state, trouble: trouble, at: at)))
    }
}

extension SwitchTrouble {
    fileprivate var endsTheLink: Bool {
        switch self {
        case .unreachable, .notASwitch, .loginRefused, .silent, .connectionLost: true
        default: false
        }
    }
}

/// What came of a feed so far.
struct FeedCount {
    var events = 0
    /// New to the store, and those it knew and knows better now.
    private(set) var newVisits = 0
    private(set) var changedVisits = 0
    /// By its code.
    private(set) var troubles: [String: Int] = [:]
    /// The first lines that could not be used.
    private(set) var badLines: [BadLine] = []

    /// What a rule stood in the way of.
    private(set) var leftOut: [Refusal] = []

    private static let shownMax = 20

    mutating func leaveOut(_ refusal: Refusal) {
        troubles[refusal.rule, default: 0] += 1
        if leftOut.count < FeedCount.shownMax { leftOut.append(refusal) }
    }

    mutating func take(_ events: [Event]) {
        for case .visit(_, let event) in events {
            if case .offered = event { newVisits += 1 } else { changedVisits += 1 }
        }
    }

    mutating func add(_ trouble: SwitchTrouble) {
        troubles[trouble.code, default: 0] += 1
        if case .badLine(let line) = trouble, badLines.count < FeedCount.shownMax { badLines.append(line) }
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
        for line in badLines { Output.note(say(line.rule, line.details)) }
        for refusal in leftOut { Output.note(say("refusal.\(refusal.rule)", refusal.details)) }
    }
}
