import ArgumentParser
import Crypto
import HotlineDomain
import HotlineStore
import HotlineSwitch
import Wording

/// The bridge: runs beside the switch, is the only one that knows its secret,
/// and writes what happens until it is ended. Comes back by itself when the
/// switch does, and goes on where the bridge before it was ended.
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
    /// So many times sooner than usual it pings, gives up and tries again: for trying faults out.
    @Option(help: .hidden)
    var haste: Int64 = 1

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError(say("cli.feed.bad_port", ["value": "\(port)"]))
        }
    }

    func run() throws {
        EndSignals.block()
        let desk = try feed.options.open(for: .feed)
        let names = try feed.names(desk.hotline)
        let secret = try PassphraseSource.file(secretFile.path).line()
        let source = try feed.source("asterisk")
        let account = AMIAccount(user: user, secret: Private(secret)) { bytes in
            Insecure.MD5.hash(data: bytes).map { digit in
                String(digit >> 4, radix: 16) + String(digit & 15, radix: 16)
            }.joined()
        }
        // The turn first: what the store remembers is then nobody else's to change.
        let shelf = try FeedShelf(desk, source: source)
        let memory = try desk.store.feedMemory(source)
        var session = AMISession(account: account, names: names, waits: AMIWaits(dividedBy: haste))
        session.resume(after: memory)
        let outbox = try FeedOutbox()
        let backfill = queueLog.map { FeedBackfill(file: $0.path, names: names) }
        let writer = BridgeWriter(shelf, outbox, backfill)
        var bridge = Bridge(
            session, FeedFold(source: source, after: memory), outbox, host: host, port: port,
            isFirst: memory.mark == nil)
        let count = try writer.beside { try bridge.run() }
        try count.tell(feed.options.json)
    }
}
