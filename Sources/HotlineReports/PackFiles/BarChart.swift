/// Bars as a picture in SVG: told apart by hatching and by their labels, never
/// by colour alone, so that a black-and-white print says the same.
struct BarChart {
    struct Bar {
        var label: String
        /// What stands at its end.
        var value: String
        /// Parts from the left, drawn in the fills of `BarChart.fills`.
        var parts: [Int]
    }

    /// Read aloud in place of the picture.
    var summary: String
    var bars: [Bar]
    /// What the parts are called; one part needs no key.
    var key: [String] = []
    /// Share of the width for the labels, of a hundred.
    var labelWidth = 40

    /// Solid, hatched, dotted.
    static let fills = ["#222", "url(#hatch)", "url(#dots)"]

    /// Once a page: what the fills refer to.
    static let patterns = """
        <svg width="0" height="0" aria-hidden="true" focusable="false"><defs>\
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect width="4" height="4" fill="#fff"/><rect width="2" height="4" fill="#666"/></pattern>\
        <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">\
        <rect width="4" height="4" fill="#fff"/><circle cx="2" cy="2" r="1" fill="#444"/></pattern></defs></svg>
        """

    private static let rowHeight = 13
    /// Of the second line of a label.
    private static let lineHeight = 10
    private static let width = 340
    private static let letterWidth = 5

    var svg: String {
        let most = max(1, bars.map { $0.parts.reduce(0, +) }.max() ?? 1)
        let left = BarChart.width * labelWidth / 100
        let room = BarChart.width - left - 46
        var body = XMLText.element("title", [], XMLText.escaped(summary))
        var height = 0
        for bar in bars {
            let label = BarChart.lines(bar.label, longest: left / BarChart.letterWidth)
            for (place, line) in label.enumerated() {
                body += text(left - 5, height + 10 + place * BarChart.lineHeight, line, anchor: "end")
            }
            var x = left
            for (place, part) in bar.parts.enumerated() where part > 0 {
                let length = max(1, part * room / most)
                body += XMLText.element(
                    "rect",
                    [
                        ("x", String(x)), ("y", String(height + 2)), ("width", String(length)), ("height", "9"),
                        ("fill", BarChart.fills[place % BarChart.fills.count]), ("stroke", "#222"),
                        ("stroke-width", "0.5"),
                    ])
                x += length
            }
            body += text(x + 4, height + 10, bar.value, anchor: "start")
            height += BarChart.rowHeight + (label.count - 1) * BarChart.lineHeight
        }
        if key.count > 1 {
            body += legend(height + 4)
            height += BarChart.rowHeight + 4
        }
        return XMLText.element(
            "svg",
            [
                ("viewBox", "0 0 \(BarChart.width) \(height)"), ("role", "img"), ("font-size", "9"),
                ("aria-label", summary),
            ], body)
    }

    /// A long label goes on in a second line, and what is longer than two ends in dots.
    static func lines(_ label: String, longest: Int) -> [String] {
        guard label.count > longest else { return [label] }
        let head = label.prefix(longest + 1)
        let first = head.lastIndex(of: " ").map { label[..<$0] } ?? label.prefix(longest)
        let rest = label[first.endIndex...].drop { $0 == " " }
        return [String(first), rest.count > longest ? rest.prefix(longest - 1) + "\u{2026}" : String(rest)]
    }

    private func legend(_ y: Int) -> String {
        var x = 0
        var out = ""
        for (place, name) in key.enumerated() {
            out += XMLText.element(
                "rect",
                [
                    ("x", String(x)), ("y", String(y + 2)), ("width", "11"), ("height", "9"),
                    ("fill", BarChart.fills[place % BarChart.fills.count]), ("stroke", "#222"),
                    ("stroke-width", "0.5"),
                ])
            out += text(x + 15, y + 10, name, anchor: "start")
            x += 30 + name.count * 5
        }
        return out
    }

    private func text(_ x: Int, _ y: Int, _ text: String, anchor: String) -> String {
        XMLText.element(
            "text", [("x", String(x)), ("y", String(y)), ("text-anchor", anchor)], XMLText.escaped(text))
    }
}
