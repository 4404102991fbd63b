import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("No letter is lost")
struct DraftTests {
    @Test("every letter is kept before the screen shows it")
    func eachLetter() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        for (count, letter) in "Алина, 19 лет".enumerated() {
            bench.write(String(letter))
            #expect(bench.drafts.memory.writes == count + 1)
        }
        #expect(bench.drafts.memory.drafts.values.first?.fields["note"] == "Алина, 19 лет")
    }

    @Test("after a kill in the middle of a word the next sign-in offers the draft, and it goes on")
    func kill() throws {
        let memory = DraftMemory()
        let killed = try Bench.onDesk(memory: memory)
        killed.type("n1<Tab><Tab>")
        killed.write("she says that the agen")
        // No farewell: the next console finds what is on the shelf.
        let next = try Bench("14:40", store: killed.store, memory: memory)
        next.type("01<Enter>")
        #expect(next.text.contains("Draft of 14:32 found"))
        #expect(next.text.contains("she says that the agen"))
        next.type("c")
        next.write("cy took her papers")
        next.type("<F2>")
        let call = try next.lastCall()
        #expect(call.status == .final)
        #expect(try next.note(of: call) == "she says that the agency took her papers")
        #expect(memory.drafts.isEmpty)
    }

    @Test("a draft may be kept for later, and is offered again")
    func later() throws {
        let memory = DraftMemory()
        let killed = try Bench.onDesk(memory: memory)
        killed.type("n1")
        let next = try Bench(store: killed.store, memory: memory)
        next.type("01<Enter>l")
        #expect(next.console.top is DeskScreen)
        let third = try Bench(store: killed.store, memory: memory)
        third.type("01<Enter>")
        #expect(third.text.contains("Draft of 14:32 found"))
    }

    @Test("a draft is discarded with a reason, and its call leaves a trace")
    func discard() throws {
        let memory = DraftMemory()
        let killed = try Bench.onDesk(memory: memory)
        killed.type("n1")
        let next = try Bench(store: killed.store, memory: memory)
        next.type("01<Enter>d<Enter>")
        #expect(try next.lastCall().status == .discarded)
        #expect(memory.drafts.isEmpty)
        #expect(next.console.top is DeskScreen)
    }

    @Test("Esc goes back without losing a letter")
    func escape() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("half a sent")
        bench.type("<Esc>")
        #expect(bench.console.top is DeskScreen)
        bench.type("<Enter>")
        #expect(bench.text.contains("half a sent"))
    }

    @Test("a full disk is said, and what was typed stays on the screen")
    func fullDisk() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.drafts.fails = true
        bench.write("still here")
        #expect(bench.text.contains("still here"))
        #expect(bench.console.notice?.key == "store.disk_full")
        bench.drafts.fails = false
        bench.write("!")
        #expect(bench.drafts.memory.drafts.values.first?.fields["note"] == "still here!")
    }

    @Test("a paste of Cyrillic and of Romanian letters comes in whole")
    func paste() throws {
        let bench = try Bench.onDesk()
        bench.type("n1<Tab><Tab>")
        bench.type("<Paste:Звонит мать; дочь в Анкаре, Țara Moldovei, ținut>")
        bench.type("<F2>")
        #expect(try bench.note(of: bench.lastCall()) == "Звонит мать; дочь в Анкаре, Țara Moldovei, ținut")
    }

    @Test("a paste of ten megabytes is refused and changes nothing")
    func hugePaste() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("before")
        bench.runner.take(.key(.paste(String(repeating: "x", count: 10_000_000))))
        bench.runner.show()
        #expect(bench.text.contains("before"))
        #expect(bench.console.notice?.key == "form.full")
    }

    @Test("a terminal of 20x5 says so politely and goes on working; nothing is lost on the way back")
    func tiny() throws {
        let bench = try Bench.onDesk()
        bench.type("n1<Tab><Tab>")
        bench.write("before ")
        bench.resize(20, 5)
        #expect(bench.surface.size == Size(columns: 20, rows: 5))
        #expect(bench.text.contains("This window is too"))
        bench.write("during ")
        bench.type("<F9>")
        bench.resize(80, 24)
        bench.write("after")
        #expect(bench.text.contains("before during after"))
        #expect(try bench.lastCall().escalation != nil)
        bench.resize(400, 120)
        #expect(bench.text.contains("before during after"))
    }

    @Test(
        "no size breaks the drawing of any screen",
        arguments: [(1, 1), (2, 2), (59, 15), (60, 16), (80, 24), (400, 120)])
    func sizes(columns: Int, rows: Int) throws {
        let bench = try Bench.onDesk()
        for keys in ["", "n", "<F5>", "<Esc><Esc>b", "<C-p>", "<Esc><F1>"] {
            bench.type(keys)
            bench.resize(columns, rows)
            #expect(bench.surface.size == Size(columns: columns, rows: rows))
        }
    }
}
