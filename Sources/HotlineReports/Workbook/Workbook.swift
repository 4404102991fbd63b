/// A workbook as values: what stands in which cell, and which charts are drawn
/// from which. Another module writes it in the form spreadsheets read.
public struct Workbook: Hashable, Sendable {
    public var title: String
    public var author: String
    /// The end of the period, not the moment of writing: the same pack is the same bytes.
    /// Seconds since 1970.
    public var created: Int64
    public var sheets: [WorkbookSheet]

    public init(title: String, author: String, created: Int64, sheets: [WorkbookSheet]) {
        self.title = title
        self.author = author
        self.created = created
        self.sheets = sheets
    }
}
