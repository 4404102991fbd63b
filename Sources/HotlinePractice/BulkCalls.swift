import HotlineDomain
import HotlineStore

/// Any number of calls, for measuring: through the same rules, journal, read
/// tables and counts as a call somebody answered, in big transactions.
public enum BulkCalls {
    /// How many calls one transaction takes.
    static let batchSize = 20_000

    /// Makes a store with so many calls, spread over the years until now, the
    /// latest a minute ago. `progress` is told how many are written.
    public static func create(
        in engine: any Engine, count: Int, years: Int = 10, seed: UInt64 = 1, until now: Instant,
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules, progress: (Int) -> Void = { _ in }
    ) throws -> Store {
        let start = now - .days(Int64(years) * 365)
        var hotline = Hotline.practice
        hotline.lines[0].since = try zoneNamed(hotline.zone).date(at: start) - 1
        let store = try Store.create(engine, hotline: hotline, isPractice: true, at: start, zoneNamed: zoneNamed)
        try write(count: count, into: store, from: start, until: now - .minutes(1), seed: seed, progress: progress)
        return store
    }

    /// Writes calls into a store whose line existed at `start`.
    public static func write(
        count: Int, into store: Store, from start: Instant, until end: Instant, seed: UInt64 = 1,
        progress: (Int) -> Void = { _ in }
    ) throws {
        var plan = BulkPlan(seed: seed, codes: try store.hotline().operators.filter { $0.has(.operator) }.map(\.code))
        let length = (end - start).milliseconds
        var written = 0
        while written < count {
            let upTo = min(count, written + batchSize)
            try store.batch { batch in
                for number in written..<upTo {
                    // Whole seconds, evenly through the years: ids never run ahead of time.
                    let offset = Int64(Double(length) * Double(number + 1) / Double(count))
                    try plan.next(at: start + Span(milliseconds: offset), store, &batch)
                }
            }
            written = upTo
            progress(written)
        }
    }
}

/// One call after the other, entered by the operators in turn.
private struct BulkPlan {
    private var chance: Chance
    private let codes: [String]

    init(seed: UInt64, codes: [String]) {
        chance = Chance(seed: seed)
        self.codes = codes
    }

    mutating func next(at now: Instant, _ store: Store, _ batch: inout Store.Batch) throws {
        var content = CallContent(callClass: .nonCounselling)
        if let callClass = CallClass(rawValue: chance.one(of: Mix.callClass)), callClass != .nonCounselling {
            content = CallContent(
                callClass: callClass, caller: chance.one(of: Mix.caller), country: chance.one(of: Mix.country),
                language: chance.one(of: Mix.language), topics: [chance.one(of: Mix.topic)],
                heard: chance.one(of: Mix.heard), outcome: chance.one(of: Mix.informationOutcome),
                offShiftReason: "back_entry")
            // An agreed call-back would stay open for ever.
            if content.outcome == "call_back_agreed" { content.outcome = "information_given" }
        } else {
            content.code = chance.one(of: Mix.nonCounselling)
        }
        let call = store.newID(Call.self, at: now)
        let started = now - .seconds(Int64(chance.around(10...900)))
        let enter = CallCommand.enter(line: "tn", started: started, ended: now, CallEntry(content))
        try batch.perform([.call(call, enter), .call(call, .finalise)], by: chance.one(of: codes), at: now)
    }
}
