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
        EndSignals.block()
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let source = try feed.source("asterisk")
        let input = try FeedFile(file.path)
        var writer = try FeedWriter(desk, source: source)
        var replay = AsteriskReplay(names: names, after: writer.known)
        if let speed {
            try play(input, &replay, &writer, Pace(speed: speed))
        } else {
            try writer.read(input) { replay.take($0) }
        }
        try writer.take(replay.finish())
        try writer.end()
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
            for record in recording.take(bytes) {
                guard try writer.pause(pace.left(until: record.at)) else { return }
                try writer.take(replay.take(record))
            }
            if let fault = recording.fault { return try writer.take([.trouble(.badLine(fault), at: Clock.now)]) }
        }
    }
}

/// When the next part of a recording is due, so many times faster than it was.
struct Pace {
    private let speed: Double
    private var began: (recorded: Instant, real: Span)?

    init(speed: Double) { self.speed = speed }

    /// How long it still is until then; none where the clock of the recording went back.
    mutating func left(until recorded: Instant) -> Span {
        let now = SwitchMoment.now.steady
        guard let began else {
            began = (recorded, now)
            return .zero
        }
        let due = Double((recorded - began.recorded).milliseconds) / speed
        let left = due - Double(now.milliseconds - began.real.milliseconds)
        return Span(milliseconds: Int64(min(max(0, left), 1e15)))
    }
}
