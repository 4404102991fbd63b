import CXlsxWriter
import HotlineReports

/// One sheet: its cells, its charts, and how it is printed.
struct SheetWriter {
    let sheet: WorkbookSheet
    let name: String
    let book: UnsafeMutablePointer<lxw_workbook>
    let formats: CellFormats

    /// The format ends a cell's text there.
    private static let longestText = 32_000
    /// A4, as the format numbers paper.
    private static let paper: UInt8 = 9

    func write() {
        guard let page = workbook_add_worksheet(book, name) else { return }
        for (column, width) in sheet.widths.enumerated() {
            worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
        }
        for (row, cells) in sheet.rows.enumerated() {
            worksheet_set_row(page, lxw_row_t(row), height(cells), nil)
            for (column, cell) in cells.enumerated() { write(cell, page, lxw_row_t(row), lxw_col_t(column)) }
        }
        for chart in sheet.charts { ChartWriter(chart: chart, sheet: name, book: book).insert(page) }
        if sheet.frozenRows > 0 {
            worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), 0)
            worksheet_repeat_rows(page, 0, lxw_row_t(sheet.frozenRows - 1))
        }
        worksheet_set_paper(page, SheetWriter.paper)
        if sheet.isLandscape { worksheet_set_landscape(page) }
        worksheet_fit_to_pages(page, 1, 0)
    }

    /// Not every program that opens it makes room for text that runs over several lines.
    private func height(_ cells: [SheetCell]) -> Double {
        var lines = 1
        var size = SheetWriter.lineHeight
        for (cell, width) in zip(cells, sheet.widths) {
            switch cell {
            // Lines break between words, and not every program has the same letters.
            case .words(let text) where text.count * 20 > width * 19:
                lines = max(lines, (text.count * 9 / 8 + width - 1) / width)
            // Bold letters are wider.
            case .heading(let text), .numberHeading(let text):
                lines = max(lines, (text.count * 12 / 10 + width - 1) / width)
            case .title: size = 20
            default: break
            }
        }
        return Double(lines) * size
    }

    /// Points.
    private static let lineHeight = 15.0

    private func write(
        _ cell: SheetCell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
    ) {
        /// Written as text whatever it begins with: never read as a formula.
        func text(_ text: String, _ format: CellFormats.Format?) {
            if !text.isEmpty {
                worksheet_write_string(page, row, column, String(text.prefix(SheetWriter.longestText)), format)
            }
        }
        switch cell {
        case .empty: break
        case .text(let string): text(string, formats.text)
        case .words(let string): text(string, formats.words)
        case .title(let string): text(string, formats.title)
        case .section(let string): text(string, formats.section)
        case .heading(let string): text(string, formats.heading)
        case .numberHeading(let string): text(string, formats.numberHeading)
        case .status(let string): text(string, formats.status)
        case .number(let number): worksheet_write_number(page, row, column, Double(number), formats.number)
        case .share(let share):
            guard share.of > 0 else { return }
            worksheet_write_number(page, row, column, Double(share.n) / Double(share.of), formats.share)
        }
    }
}
