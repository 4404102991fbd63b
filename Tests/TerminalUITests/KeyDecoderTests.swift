import Testing

@testable import TerminalUI

@Suite("Bytes to keys")
struct KeyDecoderTests {
    /// Bytes as terminals send them, and the keys they are.
    static let table: [(String, [Key])] = [
        ("a", ["a"]), ("ЖșԱ日👍", ["Ж", "ș", "Ա", "日", "👍"]), ("e\u{301}", ["e", "\u{301}"]),
        ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
        ("\0", [.control(" ")]), ("\u{1}\u{1A}", [.control("a"), .control("z")]), ("\u{1F}", [.control("_")]),
        ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
        ("\u{1B}OA\u{1B}OH\u{1B}OF", [.up, .home, .end]), ("\u{1B}[H\u{1B}[F", [.home, .end]),
        ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
        ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.insert, .delete, .pageUp, .pageDown]),
        ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", (1...4).map { .function($0) }),
        ("\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[24~", [1, 5, 6, 10, 12].map { .function($0) }),
        ("\u{1B}[[A\u{1B}[[E", [.function(1), .function(5)]),
        ("\u{1B}[Z", [.shiftTab]), ("\u{1B}[1;5D", [Key(.left, .control)]), ("\u{1B}[1;2A", [Key(.up, .shift)]),
        ("\u{1B}[3;5~", [Key(.delete, .control)]), ("\u{1B}[1;6C", [Key(.right, [.control, .shift])]),
        ("\u{1B}[5^", [Key(.pageUp, .control)]), ("\u{1B}[3$", [Key(.delete, .shift)]),
        ("\u{1B}Oa", [Key(.up, .control)]),
        ("\u{1B}[97;5u", [.control("a")]), ("\u{1B}[27;5;13~", [Key(.enter, .control)]),
        ("\u{1B}x", [.alt("x")]), ("\u{1B}ж", [.alt("ж")]), ("\u{1B}\r", [Key(.enter, .alt)]),
        ("\u{1B}\u{1B}[A", [.escape, .up]),
        ("\u{1B}[<0;12;7Ma\u{1B}[<0;12;7m", ["a"]), ("\u{1B}[M !!b", ["b"]), ("\u{1B}[Ic\u{1B}[O", ["c"]),
        ("\u{1B}[200~one\r\ntwo\rж\u{1B}[Ax\u{1B}[201~y", [.paste("one\ntwo\nж\u{1B}[Ax"), "y"]),
        ("\u{1B}[200~\u{1B}[201~", [.paste("")]), ("\u{1B}[200~\u{1B}\u{1B}[201~z", [.paste("\u{1B}"), "z"]),
        ("\u{1B}[\u{3}", [.control("c")]), ("\u{1B}[999zq", ["q"]), ("\u{9B}a", ["a"]),
    ]

    @Test("each sequence is its key, whole and cut at every byte", arguments: table)
    func cutEverywhere(text: String, keys: [Key]) {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            let decoded = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(decoded == keys, "cut at \(cut)")
        }
        var decoder = KeyDecoder()
        #expect(bytes.flatMap { decoder.feed([$0]) } == keys)
    }

    @Test("everything in one stream, cut in three anywhere, is the same keys")
    func stream() {
        let bytes = KeyDecoderTests.table.flatMap { Array($0.0.utf8) }
        let keys = KeyDecoderTests.table.flatMap(\.1)
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let cuts = (0..<2).map { _ in Int.random(in: 0...bytes.count, using: &generator) }.sorted()
            var decoder = KeyDecoder()
            let parts = [bytes[..<cuts[0]], bytes[cuts[0]..<cuts[1]], bytes[cuts[1]...]]
            #expect(parts.flatMap { decoder.feed($0) } == keys, "seed \(seed)")
        }
    }

    @Test("a lone Escape is the key when nothing follows, and nothing else waits for a clock")
    func loneEscape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [] && decoder.holdsEscape)
        #expect(decoder.flush() == [.escape] && !decoder.holdsEscape)
        #expect(decoder.flush() == [])
        #expect(decoder.feed([0x1B, 0x5B]) == [] && !decoder.holdsEscape)
        #expect(decoder.flush() == [] && decoder.feed([0x41]) == [.up])
        #expect(decoder.feed([0xD0]) == [] && !decoder.holdsEscape)
        #expect(decoder.flush() == [] && decoder.feed([0x96]) == ["Ж"])
    }

    @Test("bytes that are no UTF-8 become what the standard library makes of them", arguments: 0..<60)
    func invalidBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = (0..<200).map { _ in
            Bool.random(using: &generator)
                ? UInt8.random(in: 0x80...0xFF, using: &generator) : UInt8.random(in: 0x21...0x7E, using: &generator)
        }
        // An unfinished last character is still waiting; a letter ends it.
        var decoder = KeyDecoder()
        let keys = decoder.feed(bytes + [0x2E])
        let expected = String(decoding: bytes + [0x2E], as: UTF8.self).unicodeScalars.filter {
            !(0x80...0x9F).contains($0.value)
        }
        #expect(keys == expected.map { .character($0) }, "seed \(seed)")
    }

    @Test("any bytes at all leave a decoder that still knows its keys", arguments: 0..<60)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var decoder = KeyDecoder()
        _ = decoder.feed((0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) })
        // The end of a paste that the noise may have begun, of a sequence, of a mouse report, of an Escape.
        _ = decoder.feed(Array("\u{1B}[201~".utf8)) + decoder.feed(Array("....".utf8)) + decoder.flush()
        #expect(decoder.feed(Array("n\u{1B}[A".utf8)) == ["n", .up], "seed \(seed)")
    }

    @Test("ten megabytes pasted are one key, soon, in pieces as a terminal sends them")
    func hugePaste() {
        let line = Array("слово и ещё words\n".utf8)
        let count = 10_000_000 / line.count
        let bytes = Array("\u{1B}[200~".utf8) + (0..<count).flatMap { _ in line } + Array("\u{1B}[201~".utf8)
        var decoder = KeyDecoder()
        var keys: [Key] = []
        let time = ContinuousClock().measure {
            for start in stride(from: 0, to: bytes.count, by: 4096) {
                keys += decoder.feed(bytes[start..<min(bytes.count, start + 4096)])
            }
        }
        guard keys.count == 1, case .paste(let text) = keys[0].code else {
            Issue.record("\(keys.count) keys")
            return
        }
        #expect(text.utf8.count == line.count * count)
        #expect(time < .seconds(10))
    }
}
