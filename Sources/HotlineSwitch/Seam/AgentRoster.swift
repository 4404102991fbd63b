import HotlineDomain

/// Who takes calls, from what a switch tells queue by queue. Somebody who sits
/// in two queues is one person: logged in while in any of them with a device
/// that can be reached, paused when paused in all.
struct AgentRoster: Sendable {
    struct Seat: Hashable, Sendable {
        var paused: Bool
        var reason: String?
    }

    enum Told: Hashable, Sendable {
        case out
        case ready
        case paused(String?)
    }

    private struct Agent: Sendable {
        var seats: [String: Seat] = [:]
        var isReachable = true
        var told = Told.out
    }

    private var agents: [String: Agent] = [:]

    /// Ever heard of; also those who left every queue.
    func knows(_ name: String) -> Bool { agents[name] != nil }

    /// Those who sit in a queue.
    func members(of queue: String) -> [String] {
        agents.filter { $0.value.seats[queue] != nil }.map(\.key).sorted()
    }

    mutating func sit(
        _ name: String, in queue: String, paused: Bool? = nil, reason: String? = nil, reachable: Bool? = nil,
        at: Instant
    ) -> [SwitchEvent] {
        var agent = agents[name] ?? Agent()
        var seat = agent.seats[queue] ?? Seat(paused: false)
        if let paused { seat = Seat(paused: paused, reason: paused ? reason : nil) }
        agent.seats[queue] = seat
        if let reachable { agent.isReachable = reachable }
        return tell(&agent, name, at)
    }

    mutating func leave(_ name: String, _ queue: String, at: Instant) -> [SwitchEvent] {
        guard var agent = agents[name] else { return [] }
        agent.seats[queue] = nil
        return tell(&agent, name, at)
    }

    /// In every queue the agent sits in, as some switches say it.
    mutating func pause(_ name: String, _ paused: Bool, reason: String?, at: Instant) -> [SwitchEvent] {
        guard var agent = agents[name] else { return [] }
        for queue in agent.seats.keys { agent.seats[queue] = Seat(paused: paused, reason: paused ? reason : nil) }
        return tell(&agent, name, at)
    }

    private mutating func tell(_ agent: inout Agent, _ name: String, _ at: Instant) -> [SwitchEvent] {
        let now = AgentRoster.state(agent)
        let before = agent.told
        agent.told = now
        agents[name] = agent
        guard now != before else { return [] }
        switch (before, now) {
        case (_, .out): return [.agentLoggedOut(name, at: at)]
        case (.out, .ready): return [.agentLoggedIn(name, at: at)]
        case (.out, .paused(let reason)):
            return [.agentLoggedIn(name, at: at), .agentPaused(name, reason: reason, at: at)]
        case (_, .paused(let reason)): return [.agentPaused(name, reason: reason, at: at)]
        case (_, .ready): return [.agentUnpaused(name, at: at)]
        }
    }

    private static func state(_ agent: Agent) -> Told {
        guard !agent.seats.isEmpty, agent.isReachable else { return .out }
        guard agent.seats.values.allSatisfy(\.paused) else { return .ready }
        // The same reason, whichever queue comes first.
        return .paused(agent.seats.values.compactMap(\.reason).min())
    }
}
