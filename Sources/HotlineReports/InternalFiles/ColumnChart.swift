/// Steps of time as columns in SVG, beside each other; the dark foot of a
/// column is its SOS, told apart by hatching too.
struct ColumnChart {
    struct Column {
        var label: String
        var calls: Int
        var sos: Int
    }

    /// Read aloud in place of the picture.
    var summary: String
    var columns: [Column]
    /// What the two parts are called.
    var key: (calls: String, sos: String)

    private static let width = 340
    private static let height = 84
    private static let foot = 12
    /// More labels than this would run into each other.
    private static let labelsMax = 12

    var svg: String {
        let most = max(1, columns.map(\.calls).max() ?? 1)
        let step = ColumnChart.width / max(1, columns.count)
        let wide = max(2, step * 7 / 10)
        var body = XMLText.element("title", [], XMLText.escaped(summary))
        let every = max(1, (columns.count + ColumnChart.labelsMax - 1) / ColumnChart.labelsMax)
        for (place, column) in columns.enumerated() {
            let x = place * step + (step - wide) / 2
            let sos = length(column.sos, most)
            let rest = max(0, length(column.calls, most) - sos)
            body += bar(x, top: ColumnChart.height - sos, wide, sos, BarChart.fills[0])
            body += bar(x, top: ColumnChart.height - sos - rest, wide, rest, BarChart.fills[1])
            if place % every == 0 {
                body += text(x + wide / 2, ColumnChart.height + 9, column.label)
                body += text(x + wide / 2, ColumnChart.height - sos - rest - 2, String(column.calls))
            }
        }
        return XMLText.element(
            "svg",
            [
                ("viewBox", "0 -10 \(ColumnChart.width) \(ColumnChart.height + ColumnChart.foot + 26)"),
                ("role", "img"), ("font-size", "8"), ("aria-label", summary),
            ], body + legend)
    }

    private var legend: String {
        let y = ColumnChart.height + ColumnChart.foot + 3
        return [(0, key.sos, 0), (90, key.calls, 1)].map { x, name, fill in
            bar(x, top: y, 11, 8, BarChart.fills[fill])
                + XMLText.element(
                    "text", [("x", String(x + 15)), ("y", String(y + 7))], XMLText.escaped(name))
        }.joined()
    }

    /// Whatever was counted is seen.
    private func length(_ n: Int, _ most: Int) -> Int { n > 0 ? max(1, n * ColumnChart.height / most) : 0 }

    private func bar(_ x: Int, top: Int, _ width: Int, _ height: Int, _ fill: String) -> String {
        if height == 0 { return "" }
        return XMLText.element(
            "rect",
            [
                ("x", String(x)), ("y", String(top)), ("width", String(width)), ("height", String(height)),
                ("fill", fill), ("stroke", "#222"), ("stroke-width", "0.4"),
            ])
    }

    private func text(_ x: Int, _ y: Int, _ text: String) -> String {
        XMLText.element(
            "text", [("x", String(x)), ("y", String(y)), ("text-anchor", "middle")], XMLText.escaped(text))
    }
}
