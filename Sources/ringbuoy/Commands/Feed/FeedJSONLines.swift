import ArgumentParser
import HotlineDomain
import HotlineSwitch
import Wording

/// Events of any other switch, one JSON object a line on standard input.
struct FeedJSONLines: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "json-lines", abstract: say("cli.feed.json_lines"), discussion: say("cli.feed.json_lines.format")
    )

    @OptionGroup var feed: FeedOptions

    func run() throws {
        EndSignals.block()
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let source = try feed.source("json-lines")
        let input = try FeedFile("-")
        var lines = FeedLines()
        var writer = try FeedWriter(desk, source: source)
        var reader = JSONLinesFeed(names: names, after: writer.known)
        try writer.read(input) { bytes in
            let now = SwitchMoment.now
            return lines.take(bytes).flatMap { reader.take($0, arrived: now) }
        }
        try writer.take(lines.finish().flatMap { reader.take($0) })
        try writer.end()
        try writer.count.tell(feed.options.json)
        try input.check(understood: reader.understood)
    }
}
