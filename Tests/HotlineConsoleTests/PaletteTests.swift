import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The palette")
struct PaletteTests {
    @Test(
        "finds a command by the beginning of a word of its name or of what it does, here and in English",
        arguments: [
            (Language.en, "report", "m"), (.ru, "report", "m"), (.ru, "отч", "m"), (.ro, "rap", "m"),
            (.en, "silent", "1"),
            (.en, "silent", "1"), (.ru, "silent", "1"), (.ru, "молч", "1"), (.en, "roster", "t"), (.en, "take", "u"),
        ])
    func finds(language: Language, typed: String, key: String) throws {
        let bench = try Bench.onDesk(language: language)
        bench.type("<C-p>")
        bench.write(typed)
        let first = try #require(bench.surface.lines.first { $0.contains("│>") })
        #expect(first.contains("│>\(key) "), "\(first)")
    }

    @Test("no two of its rows read the same", arguments: Language.allCases)
    func noTwoAlike(language: Language) throws {
        let bench = try Bench.onDesk(columns: 160, rows: 80, language: language)
        bench.type("<C-p>")
        let names = bench.surface.lines.compactMap { line -> String? in
            line.split(separator: "│").first { $0.contains("…") }.map { $0.dropFirst(20).trimmed }
        }
        #expect(Set(names).count == names.count)
        #expect(names.count >= CodeLists.list(.nonCounselling).codes.count)
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
