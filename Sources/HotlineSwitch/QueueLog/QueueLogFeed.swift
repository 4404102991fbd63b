import HotlineDomain

/// `queue_log` as a feed: lines in, events out. It knows no refusals, no ringing
/// and no hold, and only whole seconds; what it knows of outcomes is right.
public struct QueueLogFeed: Sendable {
    /// A switch that stops logs its callers as having given up this long before it starts again.
    static let stopping = Span.seconds(3)
    static let remembered = 512

    private struct Stay: Sendable {
        let id: SwitchCallID
        let queue: String
        var talker: String?
    }

    private let names: SwitchNames
    private var open: [String: Stay] = [:]
    private var stays: [String: [String: Int]] = [:]
    /// Calls by when they were last in a queue, to forget the oldest.
    private var seen: [String] = []
    private var abandoned: [(id: SwitchCallID, at: Instant)] = []
    private var roster = AgentRoster()
    private var clock = ToldClock()
    private var known: KnownStays
    private var count = 0
    /// How many lines were lines of such a log, also those no event comes of.
    public private(set) var understood = 0

    /// `visits`: what was told of before, by this log or by whoever listens to the
    /// switch. Lines may be read again, or go on behind it.
    public init(names: SwitchNames = SwitchNames(), after visits: [VisitFacts] = []) {
        self.names = names
        known = KnownStays(visits)
    }

    public var openVisits: Int { open.count }
    /// How many calls are held; bounded but for the open ones.
    public var held: Int { open.count + stays.count + seen.count + abandoned.count }

    /// One line without its end. `arrived`: when it came, if it may have been written just now.
    public mutating func take(_ text: some StringProtocol, arrived: SwitchMoment? = nil) -> [SwitchEvent] {
        count += 1
        guard !text.isEmpty else { return [] }
        do throws(BadLine) {
            let line = try QueueLogLine(text, number: count)
            understood += 1
            return clock.read(line.at, line: count, arrived: arrived) + take(line)
        } catch {
            return [.trouble(.badLine(error), at: Instant(milliseconds: 0))]
        }
    }

    public mutating func take(_ line: QueueLogLine) -> [SwitchEvent] {
        switch line.verb {
        case "ENTERQUEUE": return enter(line)
        case "CONNECT": return connect(line)
        case "COMPLETEAGENT": return end(line, by: .operator)
        case "COMPLETECALLER": return end(line, by: .caller)
        case "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER": return end(line, by: .transfer)
        case "ABANDON": return abandon(line)
        case "EXITWITHTIMEOUT": return left(line, .timedOut)
        case "EXITEMPTY": return left(line, .nobodyOnDuty)
        case "EXITWITHKEY": return left(line, .byKey)
        case "WITHDRAW": return left(line, .withdrawn)
        case "QUEUESTART": return restart(line)
        default: return agent(line)
        }
    }

    private mutating func enter(_ line: QueueLogLine) -> [SwitchEvent] {
        var events: [SwitchEvent] = []
        if known.same(line.call, line.queue, at: line.at) == nil { takeUp(line) }
        if let stay = open[line.call] {
            events.append(
                stay.talker == nil
                    ? .callLeft(stay.id, .unknown, at: line.at) : .callEnded(stay.id, by: .transfer, at: line.at))
        }
        let number = line.data.count > 1 ? line.data[1] : ""
        return events + [begin(line, at: line.at, number: number)]
    }

    private mutating func begin(_ line: QueueLogLine, at: Instant, number: String = "") -> SwitchEvent {
        if stays[line.call] == nil { remember(line.call) }
        let had = stays[line.call]?[line.queue] ?? 0
        let stay = known.number(line.call, line.queue, at: at, after: had)
        stays[line.call, default: [:]][line.queue] = max(had, stay)
        let id = SwitchCallID(call: line.call, queue: line.queue, stay: stay)
        open[line.call] = Stay(id: id, queue: line.queue)
        let known = number.contains(where: \.isNumber) ? Private(number) : nil
        return .callWaiting(
            WaitingCaller(id: id, call: line.call, line: names.line(line.queue), queuedAt: at, number: known))
    }

    /// A call that no line has told of yet may have been open when the feed before this one ended.
    private mutating func takeUp(_ line: QueueLogLine) {
        guard !known.isEmpty, stays[line.call] == nil, let stay = known.takeOpen(line.call, at: line.at)
        else { return }
        remember(line.call)
        stays[line.call] = [stay.queue: stay.number]
        open[line.call] = Stay(id: stay.visit.id, queue: stay.queue, talker: stay.visit.operator)
    }

    /// The open stay, and its beginning where that was before the first line.
    private mutating func stay(_ line: QueueLogLine, waited: Int64?) -> (Stay, [SwitchEvent])? {
        takeUp(line)
        if let stay = open[line.call], stay.queue == line.queue { return (stay, []) }
        guard let waited else { return nil }
        let event = begin(line, at: line.at - .seconds(waited))
        return open[line.call].map { ($0, [event]) }
    }

    private mutating func connect(_ line: QueueLogLine) -> [SwitchEvent] {
        guard let (stay, events) = stay(line, waited: line.number(0)) else { return [] }
        let code = names.operator(name: line.agent)
        var answered = stay
        answered.talker = code
        open[line.call] = answered
        return events + [.callAnswered(stay.id, by: code, at: line.at)]
    }

    private mutating func end(_ line: QueueLogLine, by: SwitchEvent.EndedBy) -> [SwitchEvent] {
        takeUp(line)
        guard let stay = open[line.call], stay.queue == line.queue, stay.talker != nil else { return [] }
        open[line.call] = nil
        return [.callEnded(stay.id, by: by, at: line.at)]
    }

    private mutating func abandon(_ line: QueueLogLine) -> [SwitchEvent] {
        guard let (stay, events) = stay(line, waited: line.number(2)) else { return [] }
        open[line.call] = nil
        abandoned.removeAll { $0.at + QueueLogFeed.stopping < line.at }
        abandoned.append((stay.id, line.at))
        return events + [.callAbandoned(stay.id, at: line.at)]
    }

    private mutating func left(_ line: QueueLogLine, _ because: SwitchEvent.LeftBecause) -> [SwitchEvent] {
        guard let (stay, events) = stay(line, waited: line.number(2)) else { return [] }
        open[line.call] = nil
        return events + [.callLeft(stay.id, because, at: line.at)]
    }

    private mutating func restart(_ line: QueueLogLine) -> [SwitchEvent] {
        let thrown = abandoned.filter { line.at <= $0.at + QueueLogFeed.stopping }
        let lost = Set(open.values.map(\.id) + known.takeOpen(at: line.at).map(\.visit.id)).sorted()
        open = [:]
        stays = [:]
        seen = []
        abandoned = []
        return thrown.map { .callLeft($0.id, .switchStopping, at: $0.at) } + lost.map { .callLost($0, at: line.at) }
    }

    private mutating func remember(_ call: String) {
        seen.append(call)
        guard seen.count > 2 * QueueLogFeed.remembered else { return }
        for old in seen.prefix(QueueLogFeed.remembered) where open[old] == nil { stays[old] = nil }
        seen.removeFirst(QueueLogFeed.remembered)
    }

    private mutating func agent(_ line: QueueLogLine) -> [SwitchEvent] {
        let code = names.operator(name: line.agent)
        switch line.verb {
        case "ADDMEMBER":
            return roster.sit(code, in: line.queue, paused: line.data.first == "PAUSED", at: line.at)
        case "REMOVEMEMBER": return roster.leave(code, line.queue, at: line.at)
        case "PAUSE", "UNPAUSE":
            return roster.sit(code, in: line.queue, paused: line.verb == "PAUSE", reason: line.text, at: line.at)
        default: return []
        }
    }
}
