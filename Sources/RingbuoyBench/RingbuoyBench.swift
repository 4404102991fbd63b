import Foundation

/// `ringbuoy-bench [--calls N] [--in FOLDER] [--switch [--events N]|--board|--pack]`: what things cost, as
/// ratios within one run, each with its goal. Not a test: a busy machine fails nothing.
@main
enum RingbuoyBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        let most = value(of: "--calls", arguments).flatMap { Int($0) } ?? 1_000_000
        let parent = URL(fileURLWithPath: value(of: "--in", arguments) ?? NSTemporaryDirectory())
        let folder = parent.appendingPathComponent("ringbuoy-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if arguments.contains("--switch") {
            let events = value(of: "--events", arguments).flatMap { Int($0) } ?? SwitchBench.events
            for outcome in try SwitchBench.run(in: folder, events: events) { outcome.printed() }
        } else if arguments.contains("--board") {
            try runBoard(upTo: most, in: folder)
        } else if arguments.contains("--pack") {
            for outcome in try PackBench(count: most, in: folder).outcomes() { outcome.printed() }
        } else {
            try run(upTo: most, in: folder)
        }
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
