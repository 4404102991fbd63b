import ArgumentParser
import Glibc
import HotlineDomain
import HotlineSwitch
import Wording

/// A recording of Asterisk's manager interface, as it happened or as fast as it goes.
struct FeedReplay: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "replay", abstract: say("cli.feed.replay"))

    @OptionGroup var feed: FeedOptions
    @Argument(help: ArgumentHelp(say("cli.feed.replay.file"), valueName: "file"))
    var file: FileName
    @Option(help: ArgumentHelp(say("cli.feed.replay.speed"), valueName: "x"))
    var speed: Double?

    func validate() throws {
        if let speed, !(speed > 0 && speed <= 1_000_000) {
            throw ValidationError(say("cli.feed.bad_speed", ["value": String(speed)]))
        }
    }

    func run() throws {
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let source = try feed.source("asterisk")
        let input = try FeedFile(file.path)
        var writer = try FeedWriter(desk, source: source)
        var replay = AsteriskReplay(names: names)
        if let speed {
            try play(input, &replay, &writer, Pace(speed: speed))
        } else {
            while let bytes = try input.read() { try writer.take(replay.take(bytes)) }
        }
        try writer.take(replay.finish())
        try writer.flush()
        try writer.count.tell(feed.options.json)
        try input.check(understood: replay.understood)
    }

    /// Record by record, each when its time has come; a head that is none ends it.
    private func play(
        _ input: FeedFile, _ replay: inout AsteriskReplay, _ writer: inout FeedWriter, _ pace: Pace
    ) throws {
        var pace = pace
        var recording = AMIRecording()
        while let bytes = try input.read() {
            let records = recording.take(bytes)
            for record in records {
                pace.wait(until: record.at)
                try writer.take(replay.take(record))
                try writer.flush()
            }
            if let fault = recording.fault { return try writer.take([.trouble(.badLine(fault), at: Clock.now)]) }
        }
    }
}

/// When the next part of a recording is due, so many times faster than it was.
struct Pace {
    private let speed: Double
    private var began: (recorded: Instant, real: Instant)?

    init(speed: Double) { self.speed = speed }

    /// Returns when it is due.
    mutating func wait(until recorded: Instant) {
        guard let began else {
            began = (recorded, Clock.now)
            return
        }
        let passed = Double((recorded - began.recorded).milliseconds) / speed
        let left = passed - Double((Clock.now - began.real).milliseconds)
        if left > 0 { usleep(UInt32(min(left * 1000, 3_600_000_000))) }
    }
}
