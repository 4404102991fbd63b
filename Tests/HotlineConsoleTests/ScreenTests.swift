import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Screens as one sees them")
struct ScreenTests {
    static let sizes = [(80, 24), (160, 50)]

    /// A day with a bit of everything.
    private func day(_ columns: Int, _ rows: Int, _ language: Language, _ glyphs: GlyphSet = .utf8) throws -> Bench {
        let bench = try Bench.onDesk("13:02", columns: columns, rows: rows, language: language, glyphs: glyphs)
        bench.type("n11<Enter>")
        bench.write("asks whether a contract is safe")
        bench.type("<F2>")
        bench.pass(seconds: 600)
        bench.type("1")
        bench.pass(seconds: 900)
        bench.type("s")
        bench.pass(seconds: 300)
        bench.type("<F2>")
        bench.pass(seconds: 1500)
        bench.type("n")
        bench.pass(seconds: 372)
        return bench
    }

    @Test("the desk", arguments: sizes, Language.allCases)
    func desk(size: (Int, Int), language: Language) throws {
        let bench = try day(size.0, size.1, language)
        bench.type("<Esc>")
        try Golden.expect(bench.text, "desk-\(size.0)x\(size.1)-\(language)")
    }

    @Test("a call being written up", arguments: sizes, Language.allCases)
    func call(size: (Int, Int), language: Language) throws {
        let bench = try day(size.0, size.1, language)
        bench.type("1")
        try Golden.expect(bench.text, "call-\(size.0)x\(size.1)-\(language)")
    }

    @Test("signing in", arguments: [(80, 24)], Language.allCases)
    func signIn(size: (Int, Int), language: Language) throws {
        let bench = try Bench(columns: size.0, rows: size.1, language: language)
        try Golden.expect(bench.text, "sign-in-\(size.0)x\(size.1)-\(language)")
        bench.type("01<Enter>")
        try Golden.expect(bench.text, "sign-on-\(size.0)x\(size.1)-\(language)")
    }

    @Test("what lies over the desk", arguments: [("<C-p>", "palette"), ("?", "help"), ("q", "quit")])
    func overlays(keys: String, name: String) throws {
        let bench = try day(80, 24, .en)
        bench.type("<Esc>" + keys)
        try Golden.expect(bench.text, "overlay-\(name)-80x24-en")
    }

    @Test("a terminal without UTF-8 shows plain signs and the same words")
    func ascii() throws {
        let bench = try day(80, 24, .en, .ascii)
        bench.type("<Esc>")
        #expect(!bench.text.unicodeScalars.contains { !$0.isASCII })
        try Golden.expect(bench.text, "desk-80x24-en-ascii")
    }

    @Test("a call that is entered afterwards, with what is missing beside its fields")
    func backEntry() throws {
        let bench = try Bench.onDesk()
        bench.type("b")
        bench.write("13:7")
        bench.type("<F2>")
        try Golden.expect(bench.text, "call-afterwards-80x24-en")
    }

    @Test("callers who wait stand above today's calls, and answering one fills the call in")
    func waiting() throws {
        let bench = try Bench.onDesk()
        bench.runner.handle(
            .switchboard([
                .linkUp(at: bench.now),
                .callWaiting(
                    WaitingCaller(
                        id: SwitchCallID("1"), line: "eu", queuedAt: bench.now - .seconds(41), country: "BE",
                        language: "en")),
            ]))
        bench.runner.show()
        try Golden.expect(bench.text, "desk-waiting-80x24-en")
        bench.type("a")
        let call = try bench.lastCall()
        #expect(call.line == "eu" && call.content.country == "BE" && call.content.language == "en")
    }

    @Test("a ring takes nothing away from what is being typed")
    func ringWhileTyping() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("in the mid")
        bench.runner.handle(
            .switchboard([
                .linkUp(at: bench.now),
                .callWaiting(WaitingCaller(id: SwitchCallID("1"), line: "ru", queuedAt: bench.now)),
            ]))
        bench.write("dle")
        #expect(bench.text.contains("in the middle"))
        #expect(bench.surface.lines[1].contains("waiting 1"))
    }

    @Test("the language changes on any screen and keeps what is typed")
    func language() throws {
        let bench = try Bench.onDesk()
        bench.type("n1<Tab><Tab>")
        bench.write("abc")
        bench.type("<F7>")
        #expect(bench.text.contains("Informare") && bench.text.contains("abc"))
        bench.type("<F7>")
        #expect(bench.text.contains("Информация") && bench.text.contains("abc"))
    }

    @Test("another desk's call is seen within a tick")
    func otherDesk() throws {
        let bench = try Bench.onDesk()
        let id: CallID = bench.store.newID(at: bench.now)
        try bench.store.perform(
            [.call(id, .start(line: "ru", at: bench.now, country: nil, language: nil))], by: "02", at: bench.now)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("02 on call"))
    }
}
