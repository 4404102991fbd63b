import Testing

@testable import TerminalCurses
@testable import TerminalUI

@Suite("Terminals")
struct ScriptedTerminalTests {
    @Test("a script gives its inputs, keeps the screens, and hangs up at its end")
    func script() {
        let terminal = ScriptedTerminal(columns: 5, rows: 1)
        #expect(terminal.type("a<Enter>"))
        terminal.resize(columns: 9, rows: 2)
        terminal.feed(.woken, .key("b"))
        #expect(!terminal.type("<Nonsense>"))
        var seen: [Input] = []
        loop: while true {
            var surface = Surface(terminal.size)
            surface.put("\(seen.count)", x: 0, y: 0)
            terminal.present(surface)
            for input in terminal.inputs(within: nil) {
                if input == .hangUp { break loop }
                seen.append(input)
            }
        }
        let size = Size(columns: 9, rows: 2)
        #expect(seen == [.key("a"), .key(.enter), .resized(size), .woken, .key("b")])
        #expect(terminal.surfaces.map(\.lines[0]) == ["0", "1", "2", "3", "5"] && terminal.size == size)
        terminal.suspend()
        #expect(terminal.suspensions == 1 && terminal.inputs(within: .zero) == [.continued])
    }

    @Test("a time-out is rounded up, so that nobody wakes early to ask again")
    func rounding() {
        let now = ContinuousClock.now
        func wait(_ moments: ContinuousClock.Instant?...) -> Int32 {
            CursesTerminal.milliseconds(from: now, to: moments)
        }
        #expect(wait(nil) == -1 && wait(nil, nil) == -1)
        #expect(wait(now + .nanoseconds(1)) == 1 && wait(now + .milliseconds(25)) == 25)
        #expect(wait(now + .microseconds(25_001)) == 26 && wait(now + .seconds(1), now + .milliseconds(3)) == 3)
        #expect(wait(now - .seconds(5)) == 0 && wait(now + .seconds(10_000_000_000)) == 1_000_000_000)
    }

    @Test("a wake from any thread is read once")
    func wakes() async throws {
        let event = try WakeEvent()
        await withTaskGroup { group in
            for _ in 0..<20 { group.addTask { event.raise() } }
        }
        event.clear()
        event.clear()
        event.raise()
        event.clear()
    }
}
