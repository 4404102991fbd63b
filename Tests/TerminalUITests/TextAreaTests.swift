import Testing

@testable import TerminalUI

@Suite("A note of many lines")
struct TextAreaTests {
    private func area(_ text: String, _ keys: String, width: Int = 11, enterLeaves: Bool = false) throws -> TextArea {
        var area = TextArea(text, width: width, height: 4, enterLeaves: enterLeaves)
        for key in try #require(Key.keys(in: keys)) { _ = area.handle(key) }
        return area
    }

    @Test(
        "keys move and edit by lines as they are seen",
        arguments: [
            // Ten cells a line: "one two " / "three four"
            ("one two three four", "<Up>X", "one twoX three four"),
            ("one two three four", "<Home>X", "one two Xthree four"),
            ("one two three four", "<Up><End>X", "one twoX three four"),
            ("one two three four", "<Up><Home>X", "Xone two three four"),
            ("ab\ncdef\ngh", "<Up><Up><End><Down>X", "ab\ncdXef\ngh"),
            ("abcdef\ng\nhijklm", "<Up><Up>X", "abcdefX\ng\nhijklm"),
            ("ab", "<Enter>c", "ab\nc"), ("ab\ncd", "<Home><BS>", "abcd"), ("ab\ncd", "<Up><End><C-k>", "abcd"),
            ("ab\ncd", "<C-Home>X<C-End>Y", "Xab\ncdY"), ("a\n\nb", "<Up>X", "a\nX\nb"),
            ("日本語日本語", "<Up>X", "日X本語日本語"), ("и\u{306}о", "<Left><BS>", "о"),
            ("", "<Paste:one\r\ntwo>", "one\ntwo"),
        ])
    func editing(text: String, keys: String, expected: String) throws {
        #expect(try area(text, keys).text == expected)
    }

    @Test("moving down and up keeps the column through shorter lines")
    func goal() throws {
        #expect(
            try area("abcdef\ng\nhijklm", "<C-Home><Right><Right><Right><Down><Down>X").text == "abcdef\ng\nhijXklm")
    }

    @Test("a form can keep Enter for itself")
    func enterLeaves() throws {
        var area = TextArea("ab", width: 10, enterLeaves: true)
        #expect(area.handle(.enter) == .ignored)
        #expect(area.handle(Key(.enter, .alt)) == .changed && area.text == "ab\n")
    }

    @Test("the limit is said and nothing is half taken")
    func limit() {
        var area = TextArea("abc", limit: 4)
        #expect(area.handle(.paste("de")) == .full && area.handle(.enter) == .changed && area.handle("x") == .full)
        #expect(area.text == "abc\n" && area.lineCount == 2)
    }

    @Test("lines are drawn as they wrap, with the cursor in sight", arguments: [0, 1, 2, 5, 11, 40])
    func cursorInSight(width: Int) {
        var area = TextArea("Привет, 日本 șаră\nand a much longer second line", width: width, height: 3)
        for key in [Key](repeating: .up, count: 40) + [Key](repeating: .right, count: 60) {
            _ = area.handle(key)
            var surface = Surface(columns: width, rows: 3)
            area.draw(on: &surface, in: surface.bounds, isFocused: true)
            expectWholeCells(surface)
            if width > 0 { #expect(surface.cursor != nil) }
        }
    }

    @Test("a note is drawn in its lines")
    func drawing() {
        let area = TextArea("one two three\nfour", width: 11)
        var surface = Surface(columns: 11, rows: 4)
        area.draw(on: &surface, in: surface.bounds, isFocused: true)
        #expect(surface.lines == ["one two", "three", "four", ""])
        #expect(surface.cursor == Point(x: 4, y: 2))
    }

    @Test("whatever is typed, up and down any number of times ends at a place of the text", arguments: 0..<30)
    func property(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var area = TextArea(
            difficultText(60, using: &generator), limit: 100, width: Int.random(in: 1...20, using: &generator))
        let keys = Array(EditCommand.areaKeys.rows.flatMap(\.keys)) + difficultPieces.map { .paste($0) }
        for _ in 0..<300 {
            _ = area.handle(keys.randomElement(using: &generator) ?? .up)
            #expect(area.cursor >= 0 && area.cursor <= area.count && area.count <= 100, "seed \(seed)")
        }
        var typed = TextArea(area.text, limit: 100)
        #expect(typed.text == area.text && typed.handle(.end) == .moved)
    }
}

@Suite("Wrapping")
struct WrapTests {
    @Test(
        "text breaks after spaces, inside what is too long, at line ends",
        arguments: [
            ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
            ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\n\nb", 5, ["a", "", "b"]), ("", 5, [""]),
            ("日本語", 4, ["日本", "語"]), ("日本", 1, ["日", "本"]), ("a   b", 2, ["a", "b"]),
            ("слово слово", 6, ["слово", "слово"]),
            ("end\n", 5, ["end", ""]), ("x", 0, []),
        ])
    func table(text: String, width: Int, lines: [String]) {
        #expect(wrap(text, width: width) == lines)
    }

    @Test("no line is wider than it may be, and nothing but spaces is lost", arguments: 0..<40)
    func property(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = difficultText(80, using: &generator)
        let width = Int.random(in: 4...30, using: &generator)
        let lines = wrap(text, width: width)
        for line in lines { #expect(cellWidth(of: line) <= width, "seed \(seed)") }
        let kept = lines.joined().unicodeScalars.filter { $0 != " " }
        let all = shown(text, keepingLines: false).unicodeScalars.filter { $0 != " " }
        #expect(kept.elementsEqual(all), "seed \(seed)")
    }
}
