import Foundation

/// `ringbuoy-bench [--calls N] [--in FOLDER] [--switch [--events N]|--board|--pack|
/// --postgres URL [--programs N] [--seconds N]]`: what things cost, as ratios within one run, each with its
/// goal. Not a test: a busy machine fails nothing.
/// `ringbuoy-bench --server URL [--desks N] [--acts M] [--beside URL|[--every SECONDS] [--boards N]]`: many desks,
/// flat out in turn with pgbench in the other database, or at their pace.
@main
enum RingbuoyBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        let most = value(of: "--calls", arguments).flatMap { Int($0) } ?? 1_000_000
        let parent = URL(fileURLWithPath: value(of: "--in", arguments) ?? NSTemporaryDirectory())
        let folder = parent.appendingPathComponent("ringbuoy-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if let url = value(of: "--server", arguments) {
            try runLoad(url, arguments, in: folder)
        } else if arguments.contains("--switch") {
            let events = value(of: "--events", arguments).flatMap { Int($0) } ?? SwitchBench.events
            for outcome in try SwitchBench.run(in: folder, events: events) { outcome.printed() }
        } else if arguments.contains("--board") {
            try runBoard(upTo: most, in: folder)
        } else if let url = value(of: "--postgres", arguments) {
            // An empty database of a server that may be worn down.
            let programs = value(of: "--programs", arguments).flatMap { Int($0) } ?? 8
            let seconds = value(of: "--seconds", arguments).flatMap { Int($0) } ?? 10
            let bench = ServerBench(url: url, programs: programs, seconds: seconds)
            for outcome in try bench.outcomes() { outcome.printed() }
        } else if arguments.contains("--pack") {
            for outcome in try PackBench(count: most, in: folder).outcomes() { outcome.printed() }
        } else {
            try run(upTo: most, in: folder)
        }
    }

    /// Many desks on a server whose databases are empty.
    private static func runLoad(_ url: String, _ arguments: [String], in folder: URL) throws {
        var options = LoadBench.Options(url: url)
        func number<T: LosslessStringConvertible>(_ name: String, _ otherwise: T) -> T {
            value(of: name, arguments).flatMap { T($0) } ?? otherwise
        }
        options.beside = value(of: "--beside", arguments)
        options.desks = max(1, number("--desks", options.desks))
        options.acts = max(1, number("--acts", options.acts))
        options.every = number("--every", options.every)
        options.boards = number("--boards", options.boards)
        try LoadBench(options, in: folder).run { $0.printed() }
    }

    /// The supervisor's board alone; its stores are gone after it.
    private static func runBoard(upTo most: Int, in folder: URL) throws {
        let own = folder.appendingPathComponent("board")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: own) }
        for outcome in try BoardBench(upTo: most, in: own).outcomes() { outcome.printed() }
    }

    private static func run(upTo most: Int, in folder: URL) throws {
        for outcome in try LoggingBench.run(in: folder) { outcome.printed() }
        for outcome in try SwitchBench.run(in: folder) { outcome.printed() }
        var sizes: [SizeBench] = []
        var count = min(10_000, max(1, most))
        while count <= most {
            sizes.append(try SizeBench(count: count, in: folder))
            count *= 10
        }
        guard let largest = sizes.last else { return }
        for outcome in SizeBench.outcomes(sizes) { outcome.printed() }
        try runBoard(upTo: most, in: folder)
        for outcome in try ConsoleBench(stores: sizes).outcomes() { outcome.printed() }
        for outcome in try PackBench(count: min(most, 1_000_000), in: folder).outcomes() { outcome.printed() }
        try FileBench(path: largest.path).run { $0.printed() }
    }

    private static func value(of option: String, _ arguments: [String]) -> String? {
        arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
}
