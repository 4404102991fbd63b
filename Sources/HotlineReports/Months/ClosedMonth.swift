import HotlineDomain

/// A month as it was when it was closed. It never changes again: what comes
/// late counts in the first open month, what was wrong becomes a note in the next.
public struct ClosedMonth: Hashable, Sendable {
    /// Something of an earlier closed month was amended after its closing.
    public struct Correction: Hashable, Comparable, Sendable {
        public let month: Period
        /// A code of the list the act took its reason from.
        public let reason: String

        public init(month: Period, reason: String) {
            self.month = month
            self.reason = reason
        }

        public func label(_ language: String) -> String {
            let lists: [ListID] = [.amendedBecause, .reopenedBecause, .discardedBecause]
            return lists.lazy.compactMap { CodeLists.list($0).code(reason) }.first?.label(language) ?? reason
        }

        public static func < (a: Correction, b: Correction) -> Bool {
            (a.month.first, a.reason) < (b.month.first, b.reason)
        }
    }

    /// One calendar month.
    public let period: Period
    /// Which version of the formulas it was counted by.
    public let definitions: Int
    /// In their canonical order, no two of the same figure.
    public let rows: [MonthRow]
    public let corrections: [Correction]
    public let closedAt: Instant
    /// A supervisor's code.
    public let closedBy: String
    /// Where the rows of a measure stand.
    private let places: [MonthMeasure: Range<Int>]

    /// The formulas of this program.
    public static let definitions = 1

    public init(
        period: Period, definitions: Int = ClosedMonth.definitions, rows: [MonthRow],
        corrections: [Correction] = [], closedAt: Instant, closedBy: String
    ) {
        self.period = period
        self.definitions = definitions
        self.rows = rows.sorted()
        self.corrections = corrections.sorted()
        self.closedAt = closedAt
        self.closedBy = closedBy
        var places: [MonthMeasure: Range<Int>] = [:]
        for (place, row) in self.rows.enumerated() {
            places[row.measure] = (places[row.measure]?.lowerBound ?? place)..<(place + 1)
        }
        self.places = places
    }

    /// All rows of a measure, in their order.
    public func figures(_ measure: MonthMeasure) -> ArraySlice<MonthRow> { rows[places[measure] ?? 0..<0] }
}

extension ClosedMonth {
    /// Counts by the codes of one attribute, of the rows that have no other.
    public func counts(_ measure: MonthMeasure, by name: String) -> [String: Int] {
        var found: [String: Int] = [:]
        for row in figures(measure) where row.keys.count == 1 && row.keys[0].name == name {
            found[row.keys[0].code, default: 0] += row.value.number ?? 0
        }
        return found
    }

    /// One figure; nil where the month has none.
    public func value(_ measure: MonthMeasure, _ keys: [TidyKey] = []) -> FigureValue? {
        let keys = keys.sorted()
        return figures(measure).first { $0.keys == keys }?.value
    }

    /// One count; nothing where the month has none.
    public func count(_ measure: MonthMeasure, _ keys: [TidyKey] = []) -> Int { value(measure, keys)?.number ?? 0 }

    /// The sum over all rows of a measure that carry these attributes, whatever else they carry.
    public func sum(_ measure: MonthMeasure, where keys: [TidyKey] = []) -> Int {
        figures(measure).lazy.filter { row in keys.allSatisfy { row[$0.name] == $0.code } }
            .reduce(0) { $0 + ($1.value.number ?? 0) }
    }
}
