import HotlineDomain

/// One object of a feed as an event.
struct JSONLine {
    let object: JSONObject
    let number: Int
    let names: SwitchNames

    /// The names there are, the seam's own first, then what some feeds say instead.
    enum Kind: String, CaseIterable {
        case linkUp, linkDown, gap, snapshot
        case callWaiting, callOffered, offerEnded, callAnswered, callAbandoned, callLeft, callRefused
        case callHeld, callResumed, callEnded, callLost
        case agentLoggedIn, agentLoggedOut, agentPaused, agentUnpaused, agentWrapUp

        static let alsoKnownAs: [String: Kind] = ["callLeftQueue": .callLeft, "callTurnedAway": .callRefused]
    }

    /// `told`: the visits that lines before this one began.
    func event(after told: ToldVisits) throws(BadLine) -> SwitchEvent {
        let kind = try kind()
        let at = try at()
        switch kind {
        case .linkUp: return .linkUp(at: at)
        case .linkDown: return .linkDown(at: at)
        case .gap: return .gap(from: try time("from"), to: at)
        case .snapshot: return .snapshot(waiting: try waiting(at, told), at: at)
        case .callWaiting: return .callWaiting(try queued(at, as: try place().id))
        case .callOffered: return .callOffered(try visit(in: told), to: try agent(), at: at)
        case .offerEnded: return .offerEnded(try visit(in: told), to: try agent(), at: at)
        case .callAnswered: return .callAnswered(try visit(in: told), by: try agent(), at: at)
        case .callAbandoned: return .callAbandoned(try visit(in: told), at: at)
        case .callLeft: return .callLeft(try visit(in: told), try code("reason", JSONLine.left), at: at)
        case .callRefused:
            let id = SwitchCallID(call: try name("call"), queue: "refused", stay: try stay() ?? 1)
            return .callRefused(try caller(id, at), try code("reason", JSONLine.refused))
        case .callHeld: return .callHeld(try visit(in: told), at: at)
        case .callResumed: return .callResumed(try visit(in: told), at: at)
        case .callEnded: return .callEnded(try visit(in: told), by: try ender(), at: at)
        case .callLost: return .callLost(try visit(in: told), at: at)
        case .agentLoggedIn: return .agentLoggedIn(try agent(), at: at)
        case .agentLoggedOut: return .agentLoggedOut(try agent(), at: at)
        case .agentPaused: return .agentPaused(try agent(), reason: try optional("reason"), at: at)
        case .agentUnpaused: return .agentUnpaused(try agent(), at: at)
        case .agentWrapUp: return .agentWrapUp(try agent(), at: at)
        }
    }

    /// When it happened.
    func at() throws(BadLine) -> Instant { try time("at") }

    /// The call's own name at the switch; empty where a line is of none.
    var call: String { (try? name("call")) ?? "" }

    private static let left: [String: SwitchEvent.LeftBecause] = [
        "timedOut": .timedOut, "byKey": .byKey, "withdrawn": .withdrawn, "switchStopping": .switchStopping,
        "nobodyOnDuty": .nobodyOnDuty, "unknown": .unknown,
    ]
    private static let refused: [String: SwitchEvent.RefusedBecause] = [
        "full": .full, "queueFull": .full, "nobodyOnDuty": .nobodyOnDuty, "closed": .closed,
    ]
    private static let enders: [String: SwitchEvent.EndedBy] = [
        "caller": .caller, "agent": .operator, "operator": .operator, "transfer": .transfer, "unknown": .unknown,
    ]

    private func kind() throws(BadLine) -> Kind {
        let name = try text("event")
        if let kind = Kind(rawValue: name) ?? Kind.alsoKnownAs[name] { return kind }
        throw bad(
            .unknown(field: "event", value: name, nearest: JSONLine.nearest(name, Kind.allCases.map(\.rawValue))))
    }

    private func ender() throws(BadLine) -> SwitchEvent.EndedBy {
        object["by"] == nil ? .unknown : try code("by", JSONLine.enders)
    }

    /// Codes may be written `timedOut` or `timed_out`.
    private func code<Code>(_ field: String, _ known: [String: Code]) throws(BadLine) -> Code {
        let value = try text(field)
        let words = value.split(separator: "_")
        let camel = words.first.map {
            String($0) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
        if let code = known[camel ?? value] { return code }
        throw bad(.unknown(field: field, value: value, nearest: JSONLine.nearest(value, known.keys.sorted())))
    }

    /// With what was told before it, what is left out is taken from that.
    private func visit(in told: ToldVisits) throws(BadLine) -> SwitchCallID {
        let place = try place()
        return told.meant(place) ?? place.id
    }

    private func place() throws(BadLine) -> ToldVisits.Place {
        let queue = try optional("line").flatMap { $0.isEmpty ? nil : SwitchName.shown($0) }
        return ToldVisits.Place(call: try name("call"), queue: queue, stay: try stay())
    }

    private func stay() throws(BadLine) -> Int? {
        guard let value = object["visit"], value != .null else { return nil }
        guard case .number(let written) = value, let stay = Int(written), stay > 0 else {
            throw bad(.wrong(field: "visit", expected: "1"))
        }
        return stay
    }

    /// Everybody who waits: objects like those of `callWaiting`.
    private func waiting(_ at: Instant, _ told: ToldVisits) throws(BadLine) -> [WaitingCaller] {
        guard let value = object["waiting"] else { throw bad(.missing(field: "waiting")) }
        guard case .list(let items) = value else { throw bad(.wrong(field: "waiting", expected: "[{…}]")) }
        var callers: [WaitingCaller] = []
        for item in items {
            let line = JSONLine(object: item, number: number, names: names)
            let place = try line.place()
            callers.append(try line.queued(at, as: told.waiting(place) ?? place.id))
        }
        return callers
    }

    private func queued(_ at: Instant, as id: SwitchCallID) throws(BadLine) -> WaitingCaller {
        try caller(id, object["queuedAt"] == nil ? at : time("queuedAt"))
    }

    private func caller(_ id: SwitchCallID, _ at: Instant) throws(BadLine) -> WaitingCaller {
        let line = try optional("line").map { names.line($0) } ?? SwitchNames.unknownLine
        return WaitingCaller(
            id: id, call: try name("call"), line: line, queuedAt: at, country: try optional("country"),
            language: try optional("language"), number: try optional("number").map { Private($0) })
    }

    private func agent() throws(BadLine) -> String {
        let device = try text("agent")
        return names.operator(name: try optional("agentName") ?? device, device: device)
    }

    private func name(_ field: String) throws(BadLine) -> String { SwitchName.shown(try text(field)) }

    private func text(_ field: String) throws(BadLine) -> String {
        guard let text = try optional(field), !text.isEmpty else { throw bad(.missing(field: field)) }
        return text
    }

    private func optional(_ field: String) throws(BadLine) -> String? {
        switch object[field] {
        case nil, .null?: return nil
        case .text(let text)?: return text
        // Numbers as names: 101, 1795233565.1.
        case .number(let written)?: return written
        case .flag?, .nested?, .list?: throw bad(.wrong(field: field, expected: "text"))
        }
    }

    private func time(_ field: String) throws(BadLine) -> Instant {
        guard let written = try optional(field) else { throw bad(.missing(field: field)) }
        if let at = Instant(decimalSeconds: written) ?? Instant(iso8601: written) { return at }
        throw bad(.wrong(field: field, expected: "1795233566.21, 2026-11-21T11:59:26Z"))
    }

    private func bad(_ fault: BadLine.Fault) -> BadLine { BadLine(number: number, fault: fault) }

    /// What was meant, if a few letters are wrong.
    private static func nearest(_ word: String, _ known: [String]) -> String? {
        let scored = known.map { (name: $0, distance: distance(folded(word), folded($0))) }
        guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }), best.distance <= 3
        else { return nil }
        return best.name
    }

    /// How many letters to change, add or leave out to make one of the other.
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.prefix(64)), Array(b.prefix(64)))
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
