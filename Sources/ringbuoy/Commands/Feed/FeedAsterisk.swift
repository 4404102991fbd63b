import ArgumentParser
import Crypto
import Glibc
import HotlineDomain
import HotlineSwitch
import Wording

/// The bridge: runs beside the switch, is the only one that knows its secret,
/// and writes what happens until it is ended. Comes back by itself when the
/// switch does.
struct FeedAsterisk: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "asterisk", abstract: say("cli.feed.asterisk"))

    @OptionGroup var feed: FeedOptions
    @Option(help: ArgumentHelp(say("cli.feed.host"), valueName: "host"))
    var host = "127.0.0.1"
    @Option(help: ArgumentHelp(say("cli.feed.port"), valueName: "port"))
    var port = 5038
    @Option(help: ArgumentHelp(say("cli.feed.user"), valueName: "name"))
    var user: String
    @Option(name: .customLong("secret-file"), help: ArgumentHelp(say("cli.feed.secret_file"), valueName: "file"))
    var secretFile: FileName
    @Option(name: .customLong("queue-log"), help: ArgumentHelp(say("cli.feed.backfill"), valueName: "file"))
    var queueLog: FileName?

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError(say("cli.feed.bad_port", ["value": "\(port)"]))
        }
    }

    func run() throws {
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let secret = try PassphraseSource.file(secretFile.path).line()
        let source = feed.source ?? "asterisk"
        let account = AMIAccount(user: user, secret: Private(secret)) { bytes in
            Insecure.MD5.hash(data: bytes).map { digit in
                String(digit >> 4, radix: 16) + String(digit & 15, radix: 16)
            }.joined()
        }
        var bridge = Bridge(
            session: AMISession(account: account, names: names), writer: try FeedWriter(desk, source: source),
            host: host, port: port,
            backfill: queueLog.map { Backfill(file: $0.path, names: names) }, isQuiet: feed.options.json)
        try bridge.run()
    }
}

/// The loop around a session: a socket, a clock, the store.
private struct Bridge {
    var session: AMISession
    var writer: FeedWriter
    let host: String
    let port: Int
    let backfill: Backfill?
    let isQuiet: Bool
    private var connection: SwitchConnection?

    /// The longest it sleeps: a store that was locked is tried again by then.
    private static let idle = Span.seconds(1)

    init(
        session: AMISession, writer: FeedWriter, host: String, port: Int, backfill: Backfill?, isQuiet: Bool
    ) {
        self.session = session
        self.writer = writer
        self.host = host
        self.port = port
        self.backfill = backfill
        self.isQuiet = isQuiet
    }

    mutating func run() throws -> Never {
        try act(on: session.take(.start, at: .now))
        while true {
            let now = SwitchMoment.now
            let wait = min(
                Bridge.idle,
                session.wakeAt.map { Span(milliseconds: $0.milliseconds - now.steady.milliseconds) } ?? Bridge.idle)
            switch connection?.arrival(within: wait) {
            case .bytes(let bytes)?: try act(on: session.take(.received(bytes), at: .now))
            case .closed?:
                connection = nil
                try act(on: session.take(.closed, at: .now))
            case .nothing?: break
            case nil: usleep(UInt32(max(1, wait.milliseconds)) * 1000)
            }
            try act(on: session.take(.tick, at: .now))
            try writer.flush()
        }
    }

    private mutating func act(on outputs: [AMISession.Output]) throws {
        for output in outputs {
            switch output {
            case .connect:
                connection = SwitchConnection(host: host, port: port)
                try act(on: session.take(connection == nil ? .connectFailed : .connected, at: .now))
            case .send(let bytes):
                if connection?.send(bytes) != true {
                    connection = nil
                    try act(on: session.take(.closed, at: .now))
                }
            case .close: connection = nil
            case .event(let event):
                tell(event)
                try writer.take([event])
                if case .gap(let from, let to) = event, let backfill { try writer.merge(backfill.visits(from, to)) }
            }
        }
    }

    /// What an administrator reads in the log of the service: never a number, never a name.
    private func tell(_ event: SwitchEvent) {
        switch event {
        case .linkUp: Output.note(say("cli.feed.link_up", ["host": host]))
        case .linkDown: Output.note(say("cli.feed.link_down", ["host": host]))
        case .trouble(let trouble, _): Output.note(say("feed.trouble.\(trouble.code)", ["host": host]))
        case .gap: Output.note(say(backfill == nil ? "cli.feed.gap" : "cli.feed.gap_filled"))
        default: break
        }
    }
}

/// The switch's own log, for what happened while it could not be heard.
private struct Backfill {
    let file: String
    let names: SwitchNames

    /// Nothing where the log cannot be read: then the gap stays a gap.
    func visits(_ from: Instant, _ to: Instant) throws -> [VisitFacts] {
        guard let input = try? FeedFile(file) else { return [] }
        var lines = FeedLines()
        var log = QueueLogBackfill(from: from, to: to, names: names)
        while let bytes = try input.read() { for line in lines.take(bytes) { log.take(line) } }
        for line in lines.finish() { log.take(line) }
        return log.over
    }
}

extension SwitchMoment {
    /// By the wall clock, and by one that nobody sets.
    static var now: SwitchMoment {
        var steady = timespec()
        clock_gettime(CLOCK_MONOTONIC, &steady)
        return SwitchMoment(
            wall: Clock.now,
            steady: Span(milliseconds: Int64(steady.tv_sec) * 1000 + Int64(steady.tv_nsec) / 1_000_000))
    }
}
