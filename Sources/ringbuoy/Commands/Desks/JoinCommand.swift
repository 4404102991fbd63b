import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// A desk joins a server: it is enrolled there and given a whole store of its own.
struct JoinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: say("cli.join"), discussion: say("cli.join.discussion"))

    @Argument(help: ArgumentHelp(say("cli.join.url"), valueName: "url"))
    var url: FileName?
    @Option(help: ArgumentHelp(say("cli.join.name"), valueName: "name"))
    var name: String?
    @Flag(help: ArgumentHelp(say("cli.join.again")))
    var again = false
    @OptionGroup var options: StoreOptions

    func run() throws {
        if again { return try joinAgain() }
        guard let url else { throw UsageError(say("cli.usage.missing_argument", ["argument": "<url>"])) }
        guard let name else { throw UsageError(say("cli.usage.missing_argument", ["argument": "--name <name>"])) }
        let path = try StorePlace(options.path).file()
        let turn = try MakingTurn(at: path)
        let moved = try movedAway(path)
        let (server, address) = try self.server(url.path)
        let making = path + ".joining"
        let engine = try SQLiteEngine.open(path: making, create: .ifMissing)
        let joining: Joining
        let count: Int
        do {
            defer { engine.close() }
            joining = try Joining.begin(
                engine, at: server.store, name: name, address: address, by: server.person, at: server.now,
                zoneNamed: { try ZoneRules.named($0) })
            count = try joining.fill(progress: Progress.shown("cli.join.progress"))
        }
        let kept = try SQLiteEngine.place(making, at: path, keptAs: moved ? "moved" : nil)
        turn.end()
        carry(path)
        try done(joining.desk, count, path, address, "cli.join.done")
        if let kept { Output.note(say("cli.join.kept", ["file": kept])) }
    }

    /// What is there is refused before anybody is asked for a passphrase, unless its work is done elsewhere.
    private func movedAway(_ path: String) throws -> Bool {
        guard Environment.exists(path) else { return false }
        do {
            _ = try Desk(opening: path)
        } catch StoreError.moved {
            return true
        }
        throw StoreError.exists(path: path)
    }

    /// Where desks meet, for an admin there.
    private func server(_ url: String) throws -> (Desk, address: String) {
        let (address, hadPassword) = try StorePlace(url).server()
        let server = try Desk(
            opening: url, identity: Identity(person: options.identity.person, source: options.identity.source))
        try options.check(server.hotline.code)
        try server.identity.prove(options.identity.person, server)
        if hadPassword { Output.note(say("cli.join.password")) }
        return (server, address)
    }

    /// Takes along what only it has, and notes that it was there.
    private func carry(_ path: String) {
        guard let own = try? Desk(leaving: StorePlace(path)) else { return }
        LastShipping.carry(own.store)
    }

    private func done(_ desk: EnrolledDesk, _ count: Int, _ path: String, _ address: String, _ key: String) throws {
        try Output.done(
            options.json,
            [
                "desk": .number(desk.mark.number), "name": .text(desk.name), "events": .number(count),
                "store": .text(path), "server": .text(address),
            ],
            say(key, n: count, ["desk": desk.mark.description, "name": desk.name, "store": path]))
    }

    // MARK: - Again

    /// The store was copied, or put back from a copy: it becomes another desk's, with everything it holds.
    private func joinAgain() throws {
        let path = try StorePlace(options.path).file()
        let own = try Desk(leaving: StorePlace(path))
        guard own.store.desk != nil, let known = try own.store.server() else { throw Refusal(ServerRule.notJoined) }
        let (server, address) = try self.server(url?.path ?? known)
        let (desk, count) = try own.store.joinAgain(
            at: server.store, name: name, address: address, by: server.person, at: server.now)
        own.engine.close()
        try Desk.rebuild(path)
        carry(path)
        try done(desk, count, path, address, "cli.join.done_again")
    }
}
