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
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let source = try feed.source("json-lines")
        let input = try FeedFile("-")
        var lines = FeedLines()
        var reader = JSONLinesFeed(names: names)
        var writer = try FeedWriter(desk, source: source)
        while let bytes = try input.read() {
            for line in lines.take(bytes) { try writer.take(reader.take(line)) }
            // What has come so far is on the board before the next line is there.
            try writer.flush()
        }
        for line in lines.finish() { try writer.take(reader.take(line)) }
        try writer.flush()
        try writer.count.tell(feed.options.json)
        try input.check(understood: reader.understood)
    }
}
