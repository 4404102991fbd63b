import HotlineDomain
import HotlineReports

@testable import HotlineStore

extension Store {
    /// As the program does.
    func counted(_ month: String, at now: Instant) throws -> ClosedMonth {
        let hotline = try hotline()
        return try reading(Period(month)!) { source in
            try ClosedMonth(counting: source, of: hotline, zones: { _ in Sample.zone }, at: now, by: "91")
        }
    }

    @discardableResult
    func close(_ month: String, at now: Instant) throws -> ClosedMonth {
        let hotline = try hotline()
        try close(Period(month)!, by: "91", at: now) { source in
            let counted = try ClosedMonth(
                counting: source, of: hotline, zones: { _ in Sample.zone }, at: now, by: "91")
            return (counted.definitions, counted.canonicalText, counted.balance)
        }
        return try closed(month)
    }

    func closed(_ month: String) throws -> ClosedMonth {
        try ClosedMonth(canonicalText: closing(of: Period(month)!)!.figures)
    }

    /// A call that ended earlier and is told of now.
    @discardableResult
    func enter(
        _ callClass: CallClass, of started: Instant, now: Instant, country: String? = "MD", isFinal: Bool = true
    ) throws -> CallID {
        let id = newID(Call.self, at: now)
        let content = CallContent(
            callClass: callClass, country: country, topics: ["documents"],
            outcome: callClass == .sos ? "escalated" : "information_given")
        var commands: [Command] = [
            .call(id, .enter(line: "md", started: started, ended: started + .minutes(5), CallEntry(content)))
        ]
        if callClass == .sos {
            commands.append(.escalation(newID(Escalation.self, at: now), .raise(call: id)))
        }
        if isFinal { commands.append(.call(id, .finalise)) }
        try perform(commands, by: "01", at: now)
        return id
    }

    func amend(_ id: CallID, _ callClass: CallClass, because reason: String, at now: Instant) throws {
        let call = try call(id)!
        var content = call.content
        content.callClass = callClass
        try perform(
            [
                .call(
                    id,
                    .amend(
                        revision: call.revision, reason: reason, started: call.started, ended: call.ended!,
                        CallEntry(content)))
            ], by: "91", at: now)
    }
}
