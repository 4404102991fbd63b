import HotlineDomain

/// One answer to `QueueStatus`, row by row. Live events come in between and only
/// the action's id tells the rows apart.
struct StatusList: Sendable {
    let began: Instant
    var queues: Set<String> = []
    var members: [String: Set<String>] = [:]
    var free: Set<String> = []
    var calls: Set<String> = []
    /// Callers of whom no event told, who waited too long for it to be on its way.
    var unheard = 0
    /// How many callers each queue says it has had, answered or gone.
    var served: [String: Int64] = [:]

    /// After a gap a queue may be gone, and all who waited in it with it; where
    /// no queue is told of at all, nobody was asked.
    func mayTell(of queue: String, _ link: AsteriskLink) -> Bool {
        queues.contains(queue) || link.isResyncing && link.hasDoubts && !queues.isEmpty
    }

    /// Whether an operator's device is free, or they sit in no queue any more.
    func isOff(_ code: String) -> Bool {
        free.contains(code) || !queues.isEmpty && !members.values.contains { $0.contains(code) }
    }
}

/// After every login the switch is asked who waits and who is on duty.
extension AsteriskFeed {
    mutating func takeResponse(_ message: AMIMessage, _ at: Instant) {
        if let date = message["CoreStartupDate"], let time = message["CoreStartupTime"] {
            meet(link.learn(startup: "\(date) \(time)"), Now(at: at, steady: Span(milliseconds: 0)))
        }
        if let action = message[.actionID], message["Message"] == "Queue status will follow" {
            lists[action] = StatusList(began: at)
        }
    }

    /// Whether the switch is the one that was lost; nil: still unknown.
    mutating func meet(_ verdict: AsteriskLink.Verdict?, _ now: Now) {
        guard let verdict, let from = link.gapFrom else { return }
        switch verdict {
        case .sameBoot:
            for uniqueid in calls.keys {
                guard case .talking(var talk)? = calls[uniqueid]?.open?.stage else { continue }
                talk.isDoubtful = true
                calls[uniqueid]?.open?.stage = .talking(talk)
            }
        case .otherBoot:
            for uniqueid in calls.keys.sorted() {
                guard let visit = calls[uniqueid]?.open else { continue }
                close(visit, .callLost(visit.caller.id, at: from))
            }
            calls = [:]
            closed = []
            guessed = []
            idle = []
            wrapUps = [:]
        }
        out.append(.gap(from: from, to: max(from, now.at)))
        link.closeGap()
    }

    mutating func row(_ event: String, _ message: AMIMessage, _ now: Now) {
        guard let action = message[.actionID] else { return }
        // Nothing said which start of the switch this is: one that stopped before is another now.
        meet(link.isStopping ? .otherBoot : .sameBoot, now)
        var list = lists[action] ?? StatusList(began: now.at)
        switch event {
        case "QueueParams":
            if let queue = message[.queue] {
                list.queues.insert(queue)
                list.served[queue] = (message.number(.completed) ?? 0) + (message.number(.abandoned) ?? 0)
            }
        case "QueueMember": memberRow(message, now, &list)
        case "QueueEntry": entryRow(message, now, &list)
        default:
            lists[action] = nil
            return finish(list, now)
        }
        lists[action] = list
        if lists.count > 8 { lists = [action: list] }
    }

    private mutating func memberRow(_ message: AMIMessage, _ now: Now, _ list: inout StatusList) {
        guard let interface = message[.interface], let queue = message[.queue] else { return }
        let code = names.operator(name: message[.memberName] ?? "", device: interface)
        list.members[queue, default: []].insert(code)
        if message[.status] == "1" { list.free.insert(code) }
        member(message, now)
    }

    private mutating func entryRow(_ message: AMIMessage, _ now: Now, _ list: inout StatusList) {
        guard let uniqueid = message[.uniqueid], let queue = message[.queue] else { return }
        list.calls.insert(uniqueid)
        recall("QueueEntry", message, now)
        if var visit = calls[uniqueid]?.open, visit.queue == queue {
            if case .missing = visit.stage {
                visit.stage = .waiting
                keep(visit, until: nil)
            }
            return
        }
        let waited = message.number(.wait) ?? 0
        let recent = now.at - AsteriskFeed.patience
        guard !closed.contains(where: { $0.uniqueid == uniqueid && $0.queue == queue && recent < $0.closedAt })
        else { return }
        if waited >= 2, !link.isResyncing { list.unheard += 1 }
        supersede(uniqueid, now)
        open(message, uniqueid, queue, queuedAt: now.at - .seconds(waited))
    }

    private mutating func finish(_ list: StatusList, _ now: Now) {
        var list = list
        for queue in list.queues.sorted() {
            let sitting = list.members[queue] ?? []
            for gone in roster.members(of: queue) where !sitting.contains(gone) {
                out += roster.leave(gone, queue, at: now.at)
            }
        }
        for uniqueid in calls.keys.sorted() {
            guard var visit = calls[uniqueid]?.open, visit.caller.queuedAt < list.began else { continue }
            switch visit.stage {
            case .waiting where list.mayTell(of: visit.queue, link) && !list.calls.contains(uniqueid):
                visit.stage = .missing(at: now.at)
            case .talking(var talk) where talk.isDoubtful && talk.foundOver == nil && list.isOff(talk.code):
                talk.foundOver = now.at
                visit.stage = .talking(talk)
            case .waiting, .leaving, .abandoning, .hungUp, .missing, .talking, .ending: continue
            }
            keep(visit, until: now.steady + AsteriskFeed.patience)
        }
        // Their counters count nothing here; but that they go up while nothing was told is a sign.
        if !link.isResyncing, !wasTold {
            let more = list.served.map { queue, now in max(0, now - (served[queue] ?? now)) }.reduce(0, +)
            list.unheard = max(list.unheard, Int(more))
        }
        served.merge(list.served) { $1 }
        wasTold = false
        if list.unheard > 0 { out.append(.trouble(.eventsMissed(visits: list.unheard), at: now.at)) }
        link.isResyncing = false
        let waiting = calls.values.compactMap(\.open).filter { $0.talk == nil }.map(\.caller)
        out.append(.snapshot(waiting: waiting.sorted { ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id) }, at: now.at))
    }
}
