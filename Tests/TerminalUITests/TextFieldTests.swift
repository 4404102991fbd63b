import Testing

@testable import TerminalUI

@Suite("A field of one line")
struct TextFieldTests {
    @Test(
        "keys edit as people expect",
        arguments: [
            ("abc", "abc", 3), ("abc<Left>X", "abXc", 3), ("abc<Home><Del>", "bc", 0), ("abc<BS><BS>", "a", 1),
            ("one two<C-w>", "one ", 4), ("one two <C-w>", "one ", 4), ("one two<A-b><C-k>", "one ", 4),
            ("one two<A-b><C-u>", "two", 0), ("one<C-Left>x<End>y", "xoney", 5),
            ("a<Left><Left>b<Right><Right>c", "bac", 3),
            ("Привет țară<C-Left><C-Left>ș", "șПривет țară", 1), ("e\u{301}x<Left><BS>", "x", 0),
            ("e<Left>x<Right>\u{301}", "xe\u{301}", 2),
            ("日本<BS>", "日", 1), ("<Paste:two\nlines\u{202E}>", "two lines", 9), ("a<Left><Paste:xy>", "xya", 2),
            ("-- a.b<C-w>", "-- a.", 5),
        ])
    func editing(keys: String, text: String, cursor: Int) throws {
        var field = TextField()
        for key in try #require(Key.keys(in: keys)) { #expect(field.handle(key) != .ignored) }
        #expect(field.text == text && field.cursor == cursor)
    }

    @Test("keys that are not the field's are left to the form")
    func ignored() {
        var field = TextField("x")
        for key in [Key.enter, .escape, .tab, .up, .function(2), .control("s"), .alt("z"), .paste("\u{202E}")] {
            #expect(field.handle(key) == .ignored)
        }
        #expect(field.text == "x")
    }

    @Test("a limit is said, and nothing is half taken")
    func limit() {
        var field = TextField("abcd", limit: 5)
        #expect(field.handle(.paste("xy")) == .full && field.text == "abcd")
        #expect(field.handle("e") == .changed && field.handle("f") == .full && field.text == "abcde")
        #expect(field.handle("\u{301}") == .changed && field.count == 5, "a mark makes no new character")
        #expect(field.handle(.backspace) == .changed && field.text == "abcd")
        let long = TextField("stored before", limit: 3)
        #expect(long.text == "stored before")
    }

    @Test("marks do not pile up on one letter")
    func marks() {
        var field = TextField("e")
        for _ in 0..<20 { _ = field.handle(.character("\u{301}")) }
        #expect(field.text.unicodeScalars.count == 5)
    }

    @Test("a clipboard of ten megabytes is refused at once")
    func hugePaste() {
        let text = String(repeating: "word ", count: 2_000_000)
        var field = TextField(limit: 200)
        let time = ContinuousClock().measure { #expect(field.handle(.paste(text)) == .full) }
        #expect(field.isEmpty && time < .milliseconds(100))
    }

    @Test("the cursor is always seen, and what is around it", arguments: [0, 1, 2, 3, 5, 12])
    func scrolling(width: Int) {
        var field = TextField("Привет 日本 țară and more")
        _ = field.handle(.home)
        for place in 0...field.count {
            var surface = Surface(columns: width, rows: 1)
            field.draw(on: &surface, in: surface.bounds, isFocused: true)
            expectWholeCells(surface)
            if width > 0 { #expect(surface.cursor != nil, "at \(place)") }
            _ = field.handle(.right)
        }
    }

    @Test("drawn as it stands, with the cursor where it writes")
    func drawing() {
        var surface = Surface(columns: 12, rows: 2)
        var field = TextField("日本 country")
        field.draw(on: &surface, in: Rect(x: 2, y: 1, width: 8, height: 1), isFocused: false)
        #expect(surface.text == "\n  日本 co…" && surface.cursor == nil)
        _ = field.handle(.home)
        _ = field.handle(.right)
        field.draw(on: &surface, in: Rect(x: 2, y: 1, width: 8, height: 1), isFocused: true)
        #expect(surface.text == "\n  日本 cou" && surface.cursor == Point(x: 4, y: 1))
        #expect(surface.texts(in: .fieldFocused) == ["日本 cou"])
    }

    @Test("no log shows what was written")
    func masked() {
        var dumped = ""
        dump(TextField("a secret"), to: &dumped)
        dump(TextArea("a secret"), to: &dumped)
        #expect(!dumped.contains("secret") && !"\(TextField("a secret"))\(TextArea("a secret"))".contains("secret"))
    }
}
