/// What is known of somebody who has called before: how many calls this makes,
/// the date of the last one, and whether the same operator answered it. Nothing
/// leads from it to those calls.
public struct Recognition: Hashable, Sendable {
    /// This one among them; 1 where no earlier one is known.
    public let calls: Int
    public let last: Last?

    public struct Last: Hashable, Sendable {
        public let date: BusinessDate
        public let sameOperator: Bool
    }

    public init(calls: Int, last: Last?) {
        self.calls = calls
        self.last = last
    }

    /// Of a call, and others by the same caller. One that was discarded or a
    /// test was none; one that began later is not told of.
    public init(of call: Call, among others: [Call]) {
        let earlier = others.filter {
            $0.id != call.id && $0.status != .discarded && $0.content.code != "test"
                && ($0.started, $0.id) < (call.started, call.id)
        }
        self.init(earlier, by: call.operatorCode)
    }

    /// Of somebody who is about to be answered by this operator, and calls from the same number.
    public init(ofCallerFor operatorCode: String, among others: [Call]) {
        self.init(others.filter { $0.status != .discarded && $0.content.code != "test" }, by: operatorCode)
    }

    private init(_ earlier: [Call], by operatorCode: String) {
        calls = earlier.count + 1
        last = earlier.max { ($0.started, $0.id) < ($1.started, $1.id) }.map {
            Last(date: $0.placement.businessDate, sameOperator: $0.operatorCode == operatorCode)
        }
    }
}
