import HotlineDomain

/// Calls of a period by one dimension, key by key. Every call has exactly one
/// key, so the lines add up to all calls.
public struct Breakdown: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let key: String
        public let calls: Int
        public let sos: Int
        public init(key: String, calls: Int, sos: Int) {
            self.key = key
            self.calls = calls
            self.sos = sos
        }
    }

    public let dimension: Dimension
    public let lines: [Line]

    /// `withEmpty` also lists the keys the dimension always has and nothing was counted for.
    public init(
        _ dimension: Dimension, _ period: Period, withEmpty: Bool = false, from counts: CountSource
    ) throws {
        self.dimension = dimension
        var calls = try counts(.calls, dimension, period).filter { $0.value != 0 }
        let sos = try counts(.sos, dimension, period)
        if withEmpty {
            for key in KeyOrder.fixed(dimension) ?? [] where calls[key] == nil { calls[key] = 0 }
        }
        lines = KeyOrder.ordered(dimension, calls).map { key in
            Line(key: key, calls: calls[key] ?? 0, sos: sos[key] ?? 0)
        }
    }

    /// Some of the lines.
    init(_ dimension: Dimension, _ lines: [Line]) {
        self.dimension = dimension
        self.lines = lines
    }

    public subscript(key: String) -> Line? { lines.first { $0.key == key } }
}
