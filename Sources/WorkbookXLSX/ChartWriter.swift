import CXlsxWriter
import HotlineReports

/// A chart the spreadsheet draws itself, from cells that are on its sheet.
struct ChartWriter {
    let chart: WorkbookSheet.Chart
    let sheet: String
    let book: UnsafeMutablePointer<lxw_workbook>

    /// Of the second series and those after it: hatchings that a black-and-white print keeps apart.
    private static let patterns: [UInt8] = [
        LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, LXW_CHART_PATTERN_SMALL_CHECK,
        LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
        LXW_CHART_PATTERN_PERCENT_10, LXW_CHART_PATTERN_LARGE_GRID,
    ].map { UInt8($0.rawValue) }
    /// Of a line of a sheet, and of a chart as the library makes it, in pixels.
    private static let lineHeight = 20
    private static let plainHeight = 288.0
    private static let dark: lxw_color_t = 0x222222
    private static let light: lxw_color_t = 0xFFFFFF

    func insert(_ page: UnsafeMutablePointer<lxw_worksheet>) {
        let kind = chart.kind == .bars ? LXW_CHART_BAR : LXW_CHART_COLUMN_STACKED
        guard let made = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
        for (place, series) in chart.series.enumerated() { add(series.name, series.values, place, made) }
        chart_title_set_name(made, chart.title)
        var font = lxw_chart_font()
        font.size = 11
        font.bold = UInt8(LXW_TRUE.rawValue)
        chart_title_set_name_font(made, &font)
        if chart.kind == .bars {
            // The first line on top, as in the table; numbers stand at the bars, not on an axis.
            chart_axis_set_reverse(made.pointee.y_axis)
            // Every line has its name.
            chart_axis_set_interval_unit(made.pointee.y_axis, 1)
            chart_axis_off(made.pointee.x_axis)
            chart_axis_major_gridlines_set_visible(made.pointee.x_axis, UInt8(LXW_FALSE.rawValue))
            chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        }
        var options = lxw_chart_options()
        // A column for each month wants room.
        options.x_scale = chart.kind == .bars ? 1 : 1.8
        options.y_scale = Double(chart.lines * ChartWriter.lineHeight) / ChartWriter.plainHeight
        worksheet_insert_chart_opt(page, lxw_row_t(chart.row), lxw_col_t(chart.column), made, &options)
    }

    private func add(
        _ name: String, _ values: WorkbookSheet.Cells, _ place: Int, _ made: UnsafeMutablePointer<lxw_chart>
    ) {
        guard let series = chart_add_series(made, nil, nil) else { return }
        let names = chart.categories
        chart_series_set_categories(
            series, sheet, lxw_row_t(names.firstRow), lxw_col_t(names.firstColumn), lxw_row_t(names.lastRow),
            lxw_col_t(names.lastColumn))
        chart_series_set_values(
            series, sheet, lxw_row_t(values.firstRow), lxw_col_t(values.firstColumn), lxw_row_t(values.lastRow),
            lxw_col_t(values.lastColumn))
        chart_series_set_name(series, name)
        var line = lxw_chart_line()
        line.color = ChartWriter.dark
        line.width = 0.5
        chart_series_set_line(series, &line)
        if chart.kind == .bars {
            chart_series_set_labels(series)
            chart_series_set_labels_num_format(series, "#,##0")
        }
        guard place > 0 else {
            var fill = lxw_chart_fill()
            fill.color = ChartWriter.dark
            return chart_series_set_fill(series, &fill)
        }
        var pattern = lxw_chart_pattern()
        pattern.type = ChartWriter.patterns[(place - 1) % ChartWriter.patterns.count]
        pattern.fg_color = ChartWriter.dark
        pattern.bg_color = ChartWriter.light
        chart_series_set_pattern(series, &pattern)
    }
}
