import Testing

@testable import TerminalUI

@Suite("Keys")
struct KeyTests {
    @Test(
        "keys in print",
        arguments: [
            ("n", "n"), (.control("k"), "Ctrl-K"), (.alt("x"), "Alt-x"), (.function(12), "F12"),
            (.shiftTab, "Shift-Tab"),
            (.pageDown, "PgDn"), (.space, "Space"), (Key(.left, .control), "Ctrl-Left"),
            (.paste("слово"), "Paste(10)"),
        ] as [(Key, String)])
    func printing(key: Key, text: String) {
        #expect(key.description == text)
    }

    @Test("a paste shows its words to no log")
    func pasteIsMasked() {
        var dumped = ""
        dump(Key.paste("a secret"), to: &dumped)
        dump([Input.key(.paste("a secret"))], to: &dumped)
        #expect(!dumped.contains("secret") && !String(reflecting: Key.paste("a secret")).contains("secret"))
    }

    @Test("a key of the Russian layout knows the Latin key at its place")
    func layout() {
        #expect(Key("ы").onLatinKeys == "s" && Key("Т").onLatinKeys == "N" && Key.alt("ч").onLatinKeys == .alt("x"))
        #expect(Key("s").onLatinKeys == nil && Key.enter.onLatinKeys == nil && Key("ț").onLatinKeys == nil)
    }

    @Test("keys are written down as people write them")
    func notation() {
        #expect(
            Key.keys(in: "jЖ<Enter><C-k><A-x><S-Tab><F12><lt><Paste:two words><C-Left>")
                == [
                    "j", "Ж", .enter, .control("k"), .alt("x"), .shiftTab, .function(12), "<", .paste("two words"),
                    Key(.left, .control),
                ])
        #expect(Key.keys(in: "<Nothing>") == nil && Key.keys(in: "a<b") == ["a", "<", "b"])
    }
}
