/// One sheet of a workbook.
public struct WorkbookSheet: Hashable, Sendable {
    public var name: String
    /// Of each column, in characters.
    public var widths: [Int]
    /// Lines at the top that stay where they are.
    public var frozenRows: Int
    public var rows: [[SheetCell]] = []
    public var charts: [Chart] = []
    public var isLandscape = false

    public init(name: String, widths: [Int], frozenRows: Int = 0) {
        self.name = name
        self.widths = widths
        self.frozenRows = frozenRows
    }

    /// A chart stands beside the rows, from this line on.
    public struct Chart: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case bars, stackedColumns }

        public var kind: Kind
        public var title: String
        public var row: Int
        public var column: Int
        /// How many lines of the sheet it is high.
        public var lines: Int
        public var categories: Cells
        public var series: [Series]

        public init(
            kind: Kind, title: String, row: Int, column: Int, lines: Int = 15, categories: Cells,
            series: [Series]
        ) {
            self.kind = kind
            self.title = title
            self.row = row
            self.column = column
            self.lines = lines
            self.categories = categories
            self.series = series
        }
    }

    /// What a chart draws in one pattern.
    public struct Series: Hashable, Sendable {
        public var name: String
        public var values: Cells

        public init(_ name: String, _ values: Cells) {
            self.name = name
            self.values = values
        }
    }

    /// A stretch of cells, both ends included; counted from 0.
    public struct Cells: Hashable, Sendable {
        public var firstRow: Int
        public var firstColumn: Int
        public var lastRow: Int
        public var lastColumn: Int

        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            firstRow = rows.lowerBound
            lastRow = rows.upperBound
            firstColumn = columns.lowerBound
            lastColumn = columns.upperBound
        }
    }
}
