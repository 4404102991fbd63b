import HotlineDomain

/// Who takes calls. A device's own `InCall` is not read: it is wrong nearly
/// always; what an operator does is told by the calls.
extension AsteriskFeed {
    mutating func takeOther(_ event: String, _ message: AMIMessage, _ now: Now) {
        switch event {
        case "QueueMemberAdded", "QueueMemberStatus", "QueueMemberPause": member(message, now)
        case "QueueMemberRemoved": removed(message, now)
        case "QueueParams", "QueueMember", "QueueEntry", "QueueStatusComplete": row(event, message, now)
        case "FullyBooted":
            if let uptime = message.number(.uptime) {
                meet(link.learn(started: now.at - .seconds(uptime)), now)
            }
        case "Shutdown": stop(now)
        default: break
        }
    }

    /// Unknown devices and those that cannot be reached take no calls.
    private static let unreachable: Set<String> = ["4", "5"]

    mutating func member(_ message: AMIMessage, _ now: Now) {
        guard let interface = message[.interface], let queue = message[.queue] else { return }
        let code = code(message, interface)
        // A status row may say nothing of a pause; then the last word on it stands.
        let paused = message[.paused].map { $0 == "1" }
        let reachable = message[.status].map { !AsteriskFeed.unreachable.contains($0) }
        if let seconds = message.number(.wrapUpTime) { wrapSeconds[code] = seconds }
        out += roster.sit(
            code, in: queue, paused: paused, reason: message[.pausedReason], reachable: reachable, at: now.at)
    }

    private mutating func removed(_ message: AMIMessage, _ now: Now) {
        guard let interface = message[.interface], let queue = message[.queue] else { return }
        let code = code(message, interface)
        out += roster.leave(code, queue, at: now.at)
    }

    /// The operator of a call. One who was never told of is at work as we see.
    mutating func seat(_ message: AMIMessage, _ interface: String, _ queue: String, _ now: Now) -> String {
        let code = code(message, interface)
        // A caller ends a wrap-up.
        wrapUps[code] = nil
        if !roster.knows(code) { out += roster.sit(code, in: queue, at: now.at) }
        return code
    }

    mutating func beginWrapUp(_ talk: AsteriskTalk, _ now: Now) {
        guard let seconds = wrapSeconds[talk.code], seconds > 0 else { return }
        wrapUps[talk.code] = now.steady + .seconds(seconds)
        out.append(.agentWrapUp(talk.code, at: now.at))
    }
}
