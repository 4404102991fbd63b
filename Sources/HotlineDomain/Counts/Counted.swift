/// Something that adds to the count tables. What it adds is read off its
/// state, so a change of state is a difference of two such lists, and an
/// amended call moves from one count to another by itself.
public protocol Counted {
    var counts: [CountKey] { get }
}

extension Call: Counted {
    public var counts: [CountKey] {
        guard isCounted else { return [] }
        let date = placement.businessDate
        let values: [(Dimension, String?)] = [
            (.all, CountKey.everything), (.class, content.callClass?.rawValue), (.code, content.code),
            (.line, line), (.country, content.country), (.language, content.language),
            (.topic, content.topics.first), (.caller, content.caller), (.hour, placement.hour.padded(2)),
            (.weekday, date.weekday.code), (.operator, operatorCode), (.heard, content.heard),
            (.shift, placement.pattern), (.outcome, content.outcome),
        ]
        let measures: [Measure] = content.callClass == .sos ? [.calls, .sos] : [.calls]
        return measures.flatMap { measure in
            values.map { CountKey(measure, date, $0.0, $0.1 ?? CountKey.notRecorded) }
        }
    }
}

extension Escalation: Counted {
    public var counts: [CountKey] { [CountKey(.escalations, businessDate, .outcome, outcome ?? "open")] }
}

extension Case: Counted {
    public var counts: [CountKey] {
        var keys = [CountKey(.casesOpened, businessDate, .all, CountKey.everything)]
        // A duplicate's is counted where it was merged into.
        if let referredOn, status != .duplicate {
            keys.append(CountKey(.referred, referredOn, .all, CountKey.everything))
        }
        return keys
    }
}

extension Referral: Counted {
    public var counts: [CountKey] {
        delivered.flatMap { received in
            CountKey.each(
                .delivered, received.businessDate,
                [(.service, received.service), (.donor, received.donor), (.provider, provider)])
        }
    }
}

extension Stay: Counted {
    public var counts: [CountKey] {
        CountKey.each(.admitted, admittedOn, [(.category, category), (.donor, donor), (.provider, provider)])
    }
}

extension Entry: Counted {
    public var counts: [CountKey] {
        guard status == .done, case .mission(let mission) = content else { return [] }
        return mission.persons.flatMap { persons in
            let one = CountKey.each(
                .repatriated, mission.date,
                [(.category, persons.category), (.country, mission.country), (.donor, mission.donor)])
            return (0..<persons.count).flatMap { _ in one }
        }
    }
}

extension CountKey {
    /// One of everything, and of each attribute.
    static func each(
        _ measure: Measure, _ date: BusinessDate, _ values: [(Dimension, String?)]
    ) -> [CountKey] {
        [CountKey(measure, date, .all, everything)]
            + values.map { CountKey(measure, date, $0.0, $0.1 ?? notRecorded) }
    }
}

extension Change where A: Counted {
    /// What this change adds to each count (1, or -1 for what it takes away).
    public func addCounts(to sums: inout [CountKey: Int64]) {
        for key in old?.counts ?? [] { sums[key, default: 0] -= 1 }
        for key in new.counts { sums[key, default: 0] += 1 }
    }
}
