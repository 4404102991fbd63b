import Testing

@testable import TerminalUI

@Suite("Key tables")
struct KeyTableTests {
    enum Act: Hashable, Sendable {
        case new
        case sos
        case erase
        case close(Int)
        case help
    }

    enum Need: Hashable, Sendable { case onShift, selection }

    static let digits: [KeyRow<Act, Need>] = (0...9).map { digit in
        KeyRow(
            [.character(Unicode.Scalar(UInt8(48 + digit)))], .close(digit), label: "close", help: "close.help",
            rank: 3)
    }
    static let table = KeyTable<Act, Need>(
        [
            KeyRow(["n", .insert], .new, label: "new", help: "new.help", needs: [.onShift], rank: 1),
            KeyRow(["s"], .sos, label: "sos", help: "sos.help", rank: 0),
            KeyRow(
                [.control("e")], .erase, label: "erase", help: "erase.help", needs: [.onShift, .selection],
                isDangerous: true, rank: 9),
        ] + digits + [KeyRow(["?", .function(1)], .help, label: "help", help: "help.help", rank: 0)])

    @Test("a key runs its command, or says what is missing")
    func answers() {
        let table = KeyTableTests.table
        #expect(table.answer(to: "s") == .run(.sos))
        #expect(table.answer(to: "7") == .run(.close(7)))
        #expect(table.answer(to: "z") == .unbound)
        #expect(table.answer(to: .control("e"), isMet: { $0 == .onShift }) == .refused(table.rows[2], .selection))
        #expect(table.answer(to: .control("e"), isMet: { _ in false }) == .refused(table.rows[2], .onShift))
    }

    @Test("SOS is at the same place of the keyboard under the Russian layout, but letters stay letters in fields")
    func russianLayout() {
        #expect(KeyTableTests.table.answer(to: "ы") == .run(.sos))
        #expect(KeyTableTests.table.exactRow(for: "ы") == nil)
    }

    @Test("entries join what stands under one label")
    func entries() {
        let entries = KeyTableTests.table.entries
        #expect(entries.map(\.keys) == ["n", "s", "Ctrl-E", "0–9", "?"])
        #expect(entries.map(\.allKeys) == ["n Ins", "s", "Ctrl-E", "0–9", "? F1"])
        #expect(entries[2].isDangerous)
    }

    @Test("the bar gives way from the least important on, in the table's order")
    func bar() {
        let label = ["new": "new", "sos": "SOS", "erase": "erase", "close": "close as…", "help": "help"]
        func text(_ width: Int) -> String {
            var surface = Surface(columns: width, rows: 1)
            surface.put(KeyBar(KeyTableTests.table, width: width, say: { label[$0]! }), y: 0)
            return surface.text
        }
        #expect(text(60) == " n new  s SOS  Ctrl-E erase  0–9 close as…  ? help")
        #expect(text(50) == " n new  s SOS  Ctrl-E erase  0–9 close as…  ? help")
        #expect(text(49) == " n new  s SOS  0–9 close as…  ? help")
        #expect(text(20) == " s SOS  ? help")
        #expect(text(6) == " s SOS")
        #expect(text(5) == "" && text(0) == "")
    }

    @Test("a key that cannot act now stays in the bar, faint")
    func faint() {
        var surface = Surface(columns: 60, rows: 1)
        let bar = KeyBar(KeyTableTests.table, width: 60, say: { $0 }, isMet: { $0 != .selection })
        surface.put(bar, y: 0)
        #expect(surface.texts(in: .keyOff) == ["Ctrl-E", "erase"])
        #expect(surface.texts(in: .key) == ["n", "s", "0–9", "?"])
        let allowed = KeyBar(KeyTableTests.table, width: 60, say: { $0 })
        surface.put(allowed, y: 0)
        #expect(surface.texts(in: .danger) == ["Ctrl-E"])
    }

    @Test("what cannot act gives way to what can, where there is no room for both")
    func givesWay() {
        let label = ["new": "new", "sos": "SOS", "erase": "erase", "close": "close as…", "help": "help"]
        func text(_ isMet: @escaping (Need) -> Bool) -> String {
            var surface = Surface(columns: 30, rows: 1)
            let bar = KeyBar(KeyTableTests.table, width: 30, say: { label[$0]! }, isMet: isMet)
            surface.put(bar, y: 0)
            return surface.text
        }
        #expect(text { _ in true } == " n new  s SOS  ? help")
        #expect(text { $0 != .onShift } == " s SOS  0–9 close as…  ? help")
    }

    @Test("a table over another keeps what is still free of it")
    func layers() {
        let screen = KeyTable<Act, Need>([KeyRow(["?", "n"], .close(1), label: "here", help: "here.help")])
        let both = screen.over(KeyTableTests.table)
        #expect(both.clashes == [])
        #expect(both.answer(to: "n") == .run(.close(1)))
        #expect(both.answer(to: .insert) == .run(.new))
        #expect(both.answer(to: .function(1)) == .run(.help))
        #expect(both.map { [$0] }.answer(to: "s") == .run([.sos]))
    }

    @Test("the tables of this module have no key twice")
    func clashes() {
        #expect(EditCommand.fieldKeys.clashes == [] && EditCommand.areaKeys.clashes == [])
        #expect(MoveCommand.listKeys.clashes == [] && MoveCommand.pickerKeys.clashes == [])
        #expect(KeyTable<Act, Need>(KeyTableTests.digits + KeyTableTests.digits).clashes.count == 10)
        #expect(Set(EditCommand.areaKeys.rows.map(\.command)) == Set(EditCommand.allCases))
        #expect(Set(MoveCommand.listKeys.rows.map(\.command)) == Set(MoveCommand.allCases))
    }
}
