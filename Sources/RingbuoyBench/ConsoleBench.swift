import Foundation
import HotlineDomain
import HotlineProfiles
import HotlineStore
import StoreSQLite

/// The program itself in a pseudo terminal of 120x40: how soon the desk is
/// there, how soon a key is on the screen, how much memory a shift takes.
struct ConsoleBench {
    /// From the smallest store to the largest.
    let stores: [SizeBench]

    /// Beside this program; `make bench` builds both.
    private static let program = Bundle.main.bundlePath + "/ringbuoy"
    private static let starts = 15
    private static let keys = 300
    private static let pages = 200

    func outcomes() throws -> [Outcome] {
        guard FileManager.default.isExecutableFile(atPath: ConsoleBench.program), let largest = stores.last else {
            return [Outcome("the console: no program beside this one", "not measured")]
        }
        for store in stores { try signOn(store.path) }
        let first = try firstFrame()
        let console = try desk(largest.path)
        return [first] + (try moving(console)) + [try memory(console)] + (try writing(console))
    }

    /// An operator who is on shift finds the desk at once.
    private func signOn(_ path: String) throws {
        let engine = try SQLiteEngine.open(path: path)
        defer { engine.close() }
        let store = try Store.open(engine) { try ZoneRules.named($0) }
        let now = SizeBench.now
        let signOn = ShiftCommand.signOnUnplanned(reason: "covering", end: now + .hours(12))
        try store.perform([.shift(store.newID(Shift.self, at: now), signOn)], by: "01", at: now)
    }

    private func desk(_ path: String) throws -> PseudoTerminal {
        let console = try PseudoTerminal(ConsoleBench.program, ["console", "--store", path, "--as", "01"])
        try expect("TODAY", of: console)
        return console
    }

    @discardableResult
    private func expect(_ text: String, of console: PseudoTerminal) throws -> PseudoTerminal.Answer {
        guard let answer = console.answer(quiet: 100), String(decoding: answer.bytes, as: UTF8.self).contains(text)
        else { throw StoreError.failed(detail: "the console does not show \(text)") }
        return answer
    }

    /// From starting the program to the last byte of the first screen.
    private func firstFrame() throws -> Outcome {
        let times = try stores.map { store in
            // Plans the shifts ahead, which only the first console of a day does.
            _ = try desk(store.path)
            var timing = Timing()
            for _ in 0..<ConsoleBench.starts {
                let console = try PseudoTerminal(
                    ConsoleBench.program, ["console", "--store", store.path, "--as", "01"])
                timing.add(from: console.started, to: try expect("TODAY", of: console).end)
            }
            return timing.microseconds / 1000
        }
        let measured = times.map { String(format: "%.0f", $0) }.joined(separator: " / ") + " ms"
        return Outcome(
            "the desk's first frame at \(SizeBench.powers(stores))", measured, goal: "< 50 ms",
            isMet: times.allSatisfy { $0 < 50 })
    }

    /// Down through all calls: the key, the rows it needs, the screen.
    private func moving(_ console: PseudoTerminal) throws -> [Outcome] {
        console.type("c")
        try expect("ALL CALLS", of: console)
        return keys("moving in all calls", try press(["\u{1B}[B"], console))
    }

    /// Letters of a note: the draft is in its file before the screen shows it.
    private func writing(_ console: PseudoTerminal) throws -> [Outcome] {
        for key in ["\u{1B}", "n", "1", "\t", "\t"] {
            console.type(key)
            _ = console.answer(quiet: 100)
        }
        return keys("writing, with its draft", try press("a note of what was said ".map { String($0) }, console))
    }

    private struct Presses {
        var timing = Timing()
        var bytes: [Int] = []
        var processorNanoseconds: Int64 = 0
    }

    private func press(_ keys: [String], _ console: PseudoTerminal) throws -> Presses {
        var presses = Presses()
        let before = try console.processorNanoseconds()
        for number in 0..<ConsoleBench.keys {
            let pressed = ContinuousClock.now
            console.type(keys[number % keys.count])
            guard let answer = console.answer(quiet: 5) else {
                throw StoreError.failed(detail: "the console does not answer a key")
            }
            presses.timing.add(from: pressed, to: answer.end)
            presses.bytes.append(answer.bytes.count)
        }
        presses.processorNanoseconds = try console.processorNanoseconds() - before
        return presses
    }

    private func keys(_ name: String, _ presses: Presses) -> [Outcome] {
        let (half, most) = (presses.timing.microseconds, presses.timing.microseconds(atPercent: 99))
        let bytes = presses.bytes.sorted()[presses.bytes.count / 2]
        // What a key costs does not change with the neighbours on the machine as much as how long it takes.
        let cost = Double(presses.processorNanoseconds) / Double(presses.bytes.count) / 1_000_000
        return [
            Outcome(
                "key to screen, \(name): median",
                String(format: "%.2f ms  (%.2f ms of a processor)", half / 1000, cost), goal: "< 0.5 ms",
                isMet: half < 500),
            Outcome(
                "key to screen, \(name): 99 of 100", String(format: "%.2f ms", most / 1000), goal: "< 2 ms",
                isMet: most < 2000),
            Outcome("bytes a key, \(name)", "\(bytes)", goal: "< 500", isMet: bytes < 500),
        ]
    }

    /// After paging, the oldest call, a jump to a date, a search and a year's figures.
    private func memory(_ console: PseudoTerminal) throws -> Outcome {
        let pages = [String](repeating: "\u{1B}[6~", count: ConsoleBench.pages)
        let search = ["/", "s", "o", "s", "\r"]
        for key in pages + ["\u{1B}[F", "\u{1B}[H", "d", "2020-02-02", "\r"] + search + ["\u{1B}", "m", "y"] {
            console.type(key)
            _ = console.answer(quiet: 50)
        }
        let kibibytes = try console.peakKibibytes()
        console.type("\u{1B}")
        _ = console.answer(quiet: 50)
        return Outcome(
            "peak memory of the console", String(format: "%.1f MB", Double(kibibytes) / 1024), goal: "< 40 MB",
            isMet: kibibytes > 0 && kibibytes < 40 * 1024)
    }
}
