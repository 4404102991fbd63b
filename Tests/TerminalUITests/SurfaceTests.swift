import Testing

@testable import TerminalUI

@Suite("Drawing on a surface")
struct SurfaceTests {
    @Test("text stands where it is put and is cut with an ellipsis")
    func cutting() {
        var surface = Surface(columns: 10, rows: 3)
        #expect(surface.put("hotline", x: 1, y: 0) == 7)
        #expect(surface.put("a longer sentence", x: 2, y: 1) == 8)
        #expect(surface.put("abc", x: 0, y: 2, maxWidth: 2, cut: .plain) == 2)
        #expect(surface.text == " hotline\n  a longe…\nab")
    }

    @Test(
        "text is aligned inside the room it has",
        arguments: [
            (Surface.Alignment.left, "ab"), (.right, "    ab"), (.centre, "  ab"),
        ])
    func alignment(align: Surface.Alignment, expected: String) {
        var surface = Surface(columns: 8, rows: 1)
        surface.put("ab", x: 0, y: 0, maxWidth: 6, align: align)
        #expect(surface.text == expected)
    }

    @Test(
        "a wide cell is shown whole or not at all",
        arguments: [
            (5, "日本"), (4, "日本"), (3, "日…"), (2, "…"), (1, "…"), (0, ""),
        ])
    func wideCut(width: Int, expected: String) {
        var surface = Surface(columns: 8, rows: 1)
        surface.put("日本", x: 0, y: 0, maxWidth: width)
        #expect(surface.text == expected)
    }

    @Test("writing over one half of a wide cell takes the other half away")
    func halves() {
        var left = Surface(columns: 4, rows: 1)
        left.put("日本", x: 0, y: 0)
        left.put("x", x: 1, y: 0, cut: .plain)
        #expect(left.text == " x本")
        left.put("日", x: 1, y: 0, cut: .plain)
        #expect(left.text == " 日")
        #expect(left[3, 0] == Cell(" "))
    }

    @Test("marks join the letter before them, four at most; a mark alone stands on a space")
    func marks() {
        var surface = Surface(columns: 6, rows: 1)
        surface.put("e\u{301}x" + String(repeating: "\u{306}", count: 7), x: 0, y: 0)
        #expect(surface[0, 0].text == "e\u{301}")
        #expect(surface[1, 0].text.unicodeScalars.count == 5)
        var alone = Surface(columns: 2, rows: 1)
        alone.put("\u{301}", x: 0, y: 0)
        #expect(alone[0, 0].text == " \u{301}")
    }

    @Test("a caller's words cannot move the cursor, turn the line or hide")
    func spoofing() {
        var surface = Surface(columns: 30, rows: 1)
        surface.put("a\u{1B}[2Jb\u{202E}c\u{200D}d\u{9B}e\u{E0041}f\ng\u{2066}h", x: 0, y: 0)
        #expect(surface.text == "a[2Jbcdef gh")
    }

    @Test("a part has its own corner, and nothing leaves it")
    func parts() {
        var surface = Surface(columns: 8, rows: 3)
        surface.draw(in: Rect(x: 2, y: 1, width: 4, height: 1)) { surface in
            #expect(surface.bounds == Rect(width: 4, height: 1))
            surface.put("abcdefgh", x: -1, y: 0, cut: .plain)
            surface.put("below", x: 0, y: 1)
            surface.showCursor(x: 3, y: 0)
            surface.draw(in: Rect(x: 3, y: 0, width: 9, height: 9)) { $0.fill(nil, "#") }
        }
        #expect(surface.text == "\n  bcd#\n")
        #expect(surface.cursor == Point(x: 5, y: 1))
        surface.draw(in: Rect(x: 2, y: 1, width: 4, height: 1)) { $0.showCursor(x: 4, y: 0) }
        #expect(surface.cursor == nil)
    }

    @Test("a terminal without UTF-8 gets plain signs of the same room")
    func plainSigns() {
        var surface = Surface(columns: 20, rows: 2, glyphs: .ascii)
        surface.put("\(Glyph.alarm) SOS – „Rază” ✓", x: 0, y: 0, maxWidth: 11)
        surface.horizontalLine(y: 1, length: 5)
        #expect(surface.text == "^ SOS - \"R~\n-----")
        for glyph in Glyph.allCases {
            #expect(
                cellWidth(of: glyph.scalar) == 1 && glyph.ascii.isASCII && glyph.rawValue.unicodeScalars.count == 1)
        }
    }

    @Test("a frame keeps its title and gives its inside back")
    func frames() {
        var surface = Surface(columns: 12, rows: 4)
        let inside = surface.frame(surface.bounds, title: "Erase")
        #expect(inside == Rect(x: 1, y: 1, width: 10, height: 2))
        #expect(
            surface.lines == ["┌ Erase ───┐", "│          │", "│          │", "└──────────┘"])
        surface.verticalLine(x: 5, joinsTop: true, joinsBottom: true)
        #expect(surface.lines[3] == "└────┴─────┘")
    }

    @Test("an alarm in the selected row stays an alarm")
    func selection() {
        var surface = Surface(columns: 8, rows: 1)
        surface.put("▲ SOS", x: 0, y: 0, role: .alarm)
        surface.select(surface.bounds)
        #expect(surface.texts(in: .selectedAlarm) == ["▲ SOS"])
        #expect(surface.texts(in: .selected) == ["   "])
    }

    @Test(
        "anything can be drawn at any size, and stays inside",
        arguments: [(0, 0), (1, 1), (1, 0), (0, 1), (2, 2), (20, 5)])
    func tinyScreens(columns: Int, rows: Int) {
        var generator = SeededGenerator(seed: 7)
        var surface = Surface(columns: columns, rows: rows)
        for _ in 0..<300 {
            let place = (x: Int.random(in: -5...25, using: &generator), y: Int.random(in: -3...8, using: &generator))
            let rect = Rect(
                x: place.x, y: place.y, width: Int.random(in: -2...30, using: &generator),
                height: Int.random(in: -2...9, using: &generator))
            surface.put(difficultText(6, using: &generator), x: place.x, y: place.y)
            surface.put("日本", x: place.x, y: place.y, maxWidth: rect.width, align: .right)
            surface.fill(rect, "日")
            surface.frame(rect, title: "日本 title")
            surface.select(rect)
            surface.draw(in: rect) { $0.put(difficultText(9, using: &generator), x: 0, y: 0, cut: .plain) }
            surface.showCursor(x: place.x, y: place.y)
        }
        #expect(surface.cells.count == columns * rows)
        expectWholeCells(surface)
    }

    @Test("a long text costs no more than what is seen of it")
    func longText() {
        let text = String(repeating: "word ", count: 2_000_000)
        var surface = Surface(columns: 80, rows: 1)
        let time = ContinuousClock().measure { surface.put(text, x: 0, y: 0) }
        #expect(surface.lines[0].hasSuffix("…"))
        #expect(time < .milliseconds(100))
    }
}

/// Every wide cell has its second half and every second half its first.
func expectWholeCells(_ surface: Surface) {
    for y in 0..<surface.size.rows {
        for x in 0..<surface.size.columns {
            let cell = surface[x, y]
            if cell.width == 2 { #expect(x + 1 < surface.size.columns && surface[x + 1, y].isTrailingHalf) }
            if cell.isTrailingHalf { #expect(x > 0 && surface[x - 1, y].width == 2) }
        }
    }
}
