import HotlineDomain

/// One figure with all that says what it is: a line of a table in which nothing
/// is nested, and from which everything else is made.
public struct TidyRow<Measure: RawRepresentable<String> & Hashable & Sendable>: Hashable, Sendable {
    public let measure: Measure
    public let period: Period
    /// In the order of their names; none: everything together.
    public let keys: [TidyKey]
    public let value: FigureValue

    public init(_ measure: Measure, _ period: Period, _ keys: [TidyKey] = [], _ value: FigureValue) {
        self.measure = measure
        self.period = period
        self.keys = keys.sorted()
        self.value = value
    }

    /// The code it has of an attribute; nil: it is not told apart by it.
    public subscript(name: String) -> String? { keys.first { $0.name == name }?.code }
}

/// A figure of a closed month.
public typealias MonthRow = TidyRow<MonthMeasure>
/// A figure of a pack, in the vocabulary of `data.csv`.
public typealias PackRow = TidyRow<PackMeasure>

/// One attribute of a figure: `class` is `sos`.
public struct TidyKey: Hashable, Comparable, Sendable {
    public let name: String
    public let code: String

    public init(_ name: String, _ code: String) {
        self.name = name
        self.code = code
    }

    public static func < (a: TidyKey, b: TidyKey) -> Bool { (a.name, a.code) < (b.name, b.code) }
}

extension TidyRow: Comparable {
    /// By measure, then time, then attributes: the order of the canonical text.
    public static func < (a: TidyRow, b: TidyRow) -> Bool {
        if a.measure != b.measure { return a.measure.rawValue < b.measure.rawValue }
        if a.period != b.period {
            return (a.period.first, a.period.last, a.period.name) < (b.period.first, b.period.last, b.period.name)
        }
        if a.keys != b.keys { return a.keys.lexicographicallyPrecedes(b.keys) }
        return a.value.text < b.value.text
    }
}
