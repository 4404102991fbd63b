import HotlineDomain

extension QueueLine {
    /// For scripts; what is not known, and what has nothing to divide by, is null.
    public var json: JSONValue {
        let counted = (counts?.identity ?? []).map { (name: $0.outcome.rawValue, value: JSONValue.number($0.n)) }
        let terms = counts == nil ? IdentityTerm.allCases.map { (name: $0.rawValue, value: JSONValue.null) } : counted
        let level: JSONValue =
            counts.map { counts in
                .object([
                    (name: "n", value: .number(counts.serviceLevel.n)),
                    (name: "of", value: .number(counts.serviceLevel.of)),
                    (name: "target_s", value: .seconds(counts.targets.answer)),
                ])
            } ?? .null
        let line = (name: "line", value: line.map { JSONValue.text($0) } ?? .null)
        return .object(
            [line, (name: "offered", value: .orNull(counts?.offered))] + terms + [
                (name: "waiting", value: .orNull(counts?.waiting)),
                (name: "longest_wait_s", value: .orNull(longestWait)),
                (name: "service_level", value: level),
                (name: "asa_s", value: .orNull(waits.mean)),
                (name: "asa_median_s", value: .orNull(waits.median)),
                (name: "asa_p90_s", value: .orNull(waits.p90)),
                (name: "handle_s", value: .orNull(counts?.handleTime)),
                (name: "closed", value: .orNull(counts?.closed)),
                (name: "handled", value: .orNull(counts?.handled)),
                (name: "wait_unknown", value: .orNull(counts?.waitUnknown)),
                (name: "answer_rate", value: .orNull(counts?.answerRate)),
                (name: "abandon_rate", value: .orNull(counts?.abandonRate)),
                (name: "unstaffed_rate", value: .orNull(counts?.unstaffedRate)),
                (name: "logged", value: logged?.json ?? .null),
            ])
    }
}

extension LoggedCalls {
    fileprivate var json: JSONValue {
        .object([
            (name: "calls", value: .number(calls)), (name: "sos", value: .number(sos)),
            (name: "handle_s", value: .orNull(handleTime)), (name: "timed", value: .number(timed)),
        ])
    }
}

extension JSONValue {
    public static func orNull(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }
    public static func orNull(_ span: Span?) -> JSONValue { span.map { .seconds($0) } ?? .null }

    /// Both its numbers; a script divides them itself, where there is something to divide by.
    public static func orNull(_ share: Share?) -> JSONValue {
        share.map { .object([(name: "n", value: .number($0.n)), (name: "of", value: .number($0.of))]) } ?? .null
    }
}

extension WaitHistogram {
    public var json: JSONValue {
        .array(
            steps.map { step in
                .object([
                    (name: "up_to_s", value: .orNull(step.upTo)), (name: "answered", value: .number(step.answered)),
                    (name: "abandoned", value: .number(step.givenUp)),
                ])
            })
    }
}
