import ArgumentParser
import Glibc
import HotlineDomain
import HotlineSwitch
import Wording

/// Asterisk's `queue_log`: all of it, and with `--follow` what is added, over
/// rotations too.
struct FeedQueueLog: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "queue-log", abstract: say("cli.feed.queue_log"))

    @OptionGroup var feed: FeedOptions
    @Argument(help: ArgumentHelp(say("cli.feed.queue_log.file"), valueName: "file"))
    var file: FileName
    @Flag(help: ArgumentHelp(say("cli.feed.queue_log.follow")))
    var follow = false

    func run() throws {
        EndSignals.block()
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let source = try feed.source("asterisk")
        var writer = try FeedWriter(desk, source: source, .log)
        var reader = QueueLogFeed(names: names, after: writer.known)
        let input = try FeedFile(file.path)
        if follow {
            try self.follow(input, &reader, &writer)
        } else {
            var lines = FeedLines()
            try writer.read(input) { bytes in lines.take(bytes).flatMap { reader.take($0) } }
            try writer.take(lines.finish().flatMap { reader.take($0) })
        }
        try writer.end()
        try writer.count.tell(feed.options.json)
        if !follow { try input.check(understood: reader.understood) }
    }

    /// Once a second: what was added is on the board soon, and nothing is asked for in between.
    private func follow(_ first: FeedFile, _ reader: inout QueueLogFeed, _ writer: inout FeedWriter) throws {
        var input = first
        var tail = LogTail()
        repeat {
            var lines: [String] = []
            var status = stat()
            if stat(file.path, &status) == 0 {
                let look = LogTail.Look(
                    device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: UInt64(status.st_size))
                switch tail.step(look) {
                case .nothing: break
                case .read(let from): lines = try read(input, from, &tail)
                case .finishThenReopen(let from):
                    lines = try read(input, from, &tail) + tail.finish()
                    input = try FeedFile(file.path)
                    tail.reopened(look)
                case .restart:
                    input = try FeedFile(file.path)
                    continue
                }
            }
            let now = SwitchMoment.now
            for line in lines { try writer.take(reader.take(line, arrived: now)) }
        } while try writer.pause(.seconds(1))
    }

    private func read(_ input: FeedFile, _ from: UInt64, _ tail: inout LogTail) throws -> [String] {
        lseek(input.descriptor, off_t(from), SEEK_SET)
        var lines: [String] = []
        while let bytes = try input.read() { lines += tail.take(bytes) }
        return lines
    }
}
