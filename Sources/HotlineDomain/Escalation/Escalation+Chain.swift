/// Who is called about an SOS that nobody acknowledges, one after the other.
/// It says whom to call next; nothing is reassigned by a clock.
extension Escalation {
    public struct Step: Hashable, Sendable {
        public let person: String
        /// From when on this is who to call.
        public let from: Instant
        public let because: Because

        public enum Because: String, Sendable, CaseIterable {
            case told, specialist, supervisor
            case onCall = "on_call"
        }
    }

    /// Who was told, then the specialists and the supervisors on duty, then the
    /// on-call list; each has the hotline's acknowledgement time. Who raised it
    /// is not called about it.
    ///
    /// - Parameter onDuty: codes in the order they signed on.
    public func chain(_ hotline: Hotline, onDuty: [String]) -> [Step] {
        let there = onDuty.compactMap(hotline.operatorNamed)
        let called: [(String, Step.Because)] =
            [assignee].compactMap { $0 }.map { ($0, .told) }
            + there.filter { $0.has(.specialist) }.map { ($0.code, .specialist) }
            + there.filter { $0.has(.supervisor) }.map { ($0.code, .supervisor) }
            + hotline.settings.onCall.map { ($0, .onCall) }
        var steps: [Step] = []
        for (code, because) in called {
            guard code != raisedBy || code == assignee, hotline.operatorNamed(code)?.active ?? false,
                !steps.contains(where: { $0.person == code })
            else { continue }
            let wait = Int64(steps.count) * Int64(hotline.settings.acknowledgeSeconds)
            steps.append(Step(person: code, from: raisedAt + .seconds(wait), because: because))
        }
        return steps
    }

    /// Whom to call now; nil once somebody has acknowledged, and where there is nobody.
    public func toCall(_ hotline: Hotline, onDuty: [String], at now: Instant) -> Step? {
        guard !isAcknowledged else { return nil }
        let steps = chain(hotline, onDuty: onDuty)
        return steps.last { $0.from <= now } ?? steps.first
    }
}
