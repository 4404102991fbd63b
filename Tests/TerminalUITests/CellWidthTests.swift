import Testing

@testable import TerminalCurses
@testable import TerminalUI

@Suite("How much room a scalar takes")
struct CellWidthTests {
    @Test(
        "letters take one cell, ideographs two, marks none",
        arguments: [
            ("a", 1), ("ș", 1), ("Ж", 1), ("日", 2), ("ｗ", 2), ("👍", 2), ("\u{301}", 0), ("각", 2), ("─", 1), ("▲", 1),
            ("✓", 1), ("\u{200B}", 0), ("\u{202E}", 0), ("\u{1B}", 0), ("\u{E000}", 1), ("\u{378}", 1), ("\t", 1),
        ] as [(Unicode.Scalar, Int)])
    func widths(scalar: Unicode.Scalar, width: Int) {
        #expect(cellWidth(of: scalar) == width)
    }

    @Test("every assigned scalar takes what the C library says, unless it is dropped or replaced on purpose")
    func sameAsSystem() {
        #expect(TerminalCharset.useUTF8())
        var different: [String] = []
        for value in UInt32(0x20)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 14 else {
                continue
            }
            switch ScalarKind(scalar) {
            case .dropped, .unknown, .blank: continue
            case .mark, .narrow, .wide: break
            }
            let system = TerminalCharset.systemWidth(of: scalar)
            if system != cellWidth(of: scalar) { different.append("\(String(value, radix: 16)): \(system)") }
        }
        #expect(different == [])
    }

    @Test("what is dropped is what hides, turns or controls")
    func dropped() {
        let expected: [ClosedRange<UInt32>] = [
            0...8, 0xB...0xC, 0xE...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E,
            0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
            0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF,
        ]
        let wrong = (UInt32(0)..<0x11_0000).filter { value in
            guard let scalar = Unicode.Scalar(value) else { return false }
            return (ScalarKind(scalar) == .dropped) != expected.contains { $0.contains(value) }
        }
        #expect(wrong == [])
    }

    @Test("a text takes as many cells as it is drawn in", arguments: 0..<40)
    func textWidth(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = difficultText(20, using: &generator)
        var surface = Surface(columns: 80, rows: 1)
        #expect(cellWidth(of: text) == surface.put(text, x: 0, y: 0), "seed \(seed)")
    }

    @Test("what is kept of a text is what the screen shows of it")
    func shownForm() {
        #expect(shown("a\r\nb\tc\u{202E}d", keepingLines: true) == "a\nb cd")
        #expect(shown("a\r\nb\u{2028}c", keepingLines: false) == "a b c")
        #expect(shown("e" + String(repeating: "\u{301}", count: 9), keepingLines: false).unicodeScalars.count == 5)
    }
}
