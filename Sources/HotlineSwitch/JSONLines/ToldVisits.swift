import HotlineDomain

/// The visits that lines of a feed have begun, by their calls: a later line may
/// leave out of which line and visit it is. Holds those that go on and a bounded
/// number of those that are over, which a late word can still reach.
struct ToldVisits: Sendable {
    /// What a line says of which visit it is of.
    struct Place: Sendable {
        let call: String
        let queue: String?
        let stay: Int?

        /// Where nothing told before says more: the first stay of a call in a line.
        var id: SwitchCallID { SwitchCallID(call: call, queue: queue ?? "", stay: stay ?? 1) }
    }

    static let remembered = 512

    private enum Stage: Sendable { case waits, talks, over }

    private struct Told: Sendable {
        let id: SwitchCallID
        let queue: String
        let stay: Int
        var stage: Stage
    }

    /// Of each call in the order in which they were begun.
    private var visits: [String: [Told]] = [:]
    /// Calls by when a visit of theirs was last over, to forget the oldest.
    private var ended: [String] = []

    /// `visits`: what the feed before this one told.
    init(after visits: [VisitFacts] = []) {
        for visit in visits.sorted(by: { ($0.offered.at, $0.id) < ($1.offered.at, $1.id) }) {
            add(visit.id, visit.call, visit.isWaiting ? .waits : visit.isTalking ? .talks : .over)
        }
    }

    /// How many visits are held; bounded but for those that go on.
    var held: Int { visits.values.reduce(0) { $0 + $1.count } }

    func knows(_ id: SwitchCallID, of call: String) -> Bool { visits[call]?.contains { $0.id == id } ?? false }

    /// The visit that is meant where not all is said: the latest of the call that goes on, else the latest.
    func meant(_ place: Place) -> SwitchCallID? {
        let fitting = fitting(place)
        return (fitting.last { $0.stage != .over } ?? fitting.last)?.id
    }

    /// The same where somebody is known to wait.
    func waiting(_ place: Place) -> SwitchCallID? { fitting(place).last { $0.stage == .waits }?.id }

    /// Somebody of whom the line was not said at first may be in any.
    private func fitting(_ place: Place) -> [Told] {
        let fitting = (visits[place.call] ?? []).filter { place.stay == nil || $0.stay == place.stay }
        guard let queue = place.queue else { return fitting }
        let there = fitting.filter { $0.queue == queue }
        return there.isEmpty ? fitting.filter(\.queue.isEmpty) : there
    }

    /// What an event says of the visits of `call`; a snapshot names the calls itself.
    mutating func take(_ event: SwitchEvent, of call: String) {
        switch event {
        case .callWaiting(let caller): add(caller.id, call, .waits)
        case .callRefused(let caller, _):
            // It never waited: no later word is about that, if the call is anywhere else.
            if visits[call] == nil { add(caller.id, call, .over) }
        case .snapshot(let callers, _): meet(callers)
        case .callAnswered(let id, _, _): move(id, of: call, to: .talks)
        case .callAbandoned(let id, _), .callLeft(let id, _, _), .callEnded(let id, _, _), .callLost(let id, _):
            move(id, of: call, to: .over)
        default: break
        }
    }

    /// A visit that nothing began: no more is said of it than once.
    mutating func addUnknown(_ id: SwitchCallID, of call: String) { add(id, call, .over) }

    private mutating func add(_ id: SwitchCallID, _ call: String, _ stage: Stage) {
        guard let (queue, stay) = id.place(of: call) else { return }
        // Told again from its beginning, it is the latest again.
        visits[call]?.removeAll { $0.id == id }
        visits[call, default: []].append(Told(id: id, queue: queue, stay: stay, stage: stage))
        if stage == .over { forget(after: call) }
    }

    private mutating func move(_ id: SwitchCallID, of call: String, to stage: Stage) {
        guard let index = visits[call]?.firstIndex(where: { $0.id == id }), visits[call]?[index].stage != stage
        else { return }
        visits[call]?[index].stage = stage
        if stage == .over { forget(after: call) }
    }

    private mutating func meet(_ callers: [WaitingCaller]) {
        let present = Set(callers.map(\.id))
        let gone = visits.flatMap { call, told in
            told.filter { $0.stage == .waits && !present.contains($0.id) }.map { (id: $0.id, call: call) }
        }
        for (id, call) in gone.sorted(by: { $0.id < $1.id }) { move(id, of: call, to: .over) }
        for caller in callers where !knows(caller.id, of: caller.call) { add(caller.id, caller.call, .waits) }
    }

    private mutating func forget(after call: String) {
        ended.append(call)
        guard ended.count > 2 * ToldVisits.remembered else { return }
        for old in ended.prefix(ToldVisits.remembered) {
            visits[old]?.removeAll { $0.stage == .over }
            if visits[old]?.isEmpty == true { visits[old] = nil }
        }
        ended.removeFirst(ToldVisits.remembered)
    }
}

extension SwitchCallID {
    /// What `init(call:queue:stay:)` made it of, for a call whose name may hold a slash.
    fileprivate func place(of call: String) -> (queue: String, stay: Int)? {
        guard text.hasPrefix(call + "/"), let slash = text.lastIndex(of: "/") else { return nil }
        let start = text.index(text.startIndex, offsetBy: call.count + 1)
        guard start <= slash, let stay = Int(text[text.index(after: slash)...]) else { return nil }
        return (String(text[start..<slash]), stay)
    }
}
