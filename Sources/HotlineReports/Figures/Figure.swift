import HotlineDomain

/// One number of a report with all that says what it is: a row of the tidy
/// table that spreadsheets and scripts read.
public struct Figure: Hashable, Sendable {
    public let measure: Measure
    public let period: String
    public let dimension: Dimension
    public let key: String
    public let value: Int

    public init(_ measure: Measure, _ period: Period, _ dimension: Dimension, _ key: String, _ value: Int) {
        self.measure = measure
        self.period = period.name
        self.dimension = dimension
        self.key = key
        self.value = value
    }

    /// Names of the columns, in the order of `columns`.
    public static let columnNames = ["measure", "period", "dimension", "key", "value"]
    public var columns: [String] { [measure.rawValue, period, dimension.rawValue, key, String(value)] }
}
