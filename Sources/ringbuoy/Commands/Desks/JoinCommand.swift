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
        let path = try file()
        let turn = try MakingTurn(at: path)
        let moved = try movedAway(path)
        let (server, address) = try self.server(url.path)
        let making = path + ".joining"
        let (engine, joining) = try begin(making, server, name, address)
        let filled: Joining.Filled
        do {
            defer { engine.close() }
            filled = try joining.fill(progress: Progress.shown("cli.join.progress"))
        }
        let kept = try SQLiteEngine.place(making, at: path, keptAs: moved ? "moved" : nil)
        turn.end()
        carry(path)
        try done(joining.desk, filled.total, path, address, "cli.join.done", damaged: filled.wordsLeft)
        if filled.wordsLeft > 0 {
            Output.note(say("cli.join.words_damaged", n: filled.wordsLeft, ["server": address]))
        }
        if let kept { Output.note(say("cli.join.kept", ["file": kept])) }
    }

    /// A desk works in a file of its own, also while the server is out of reach.
    private func file() throws -> String {
        guard case .file(let path) = StorePlace(try options.path) else {
            throw UsageError(say("cli.usage.join_into_file"))
        }
        return path
    }

    /// What an earlier try left is gone on with; nothing is left of one that is refused.
    private func begin(
        _ making: String, _ server: Desk, _ name: String, _ address: String
    ) throws -> (any Engine, Joining) {
        let engine = try SQLiteEngine.open(path: making, create: .ifMissing)
        do {
            let joining = try Joining.begin(
                engine, at: server.store, name: name, address: address, by: server.person, at: server.now,
                zoneNamed: { try ZoneRules.named($0) })
            return (engine, joining)
        } catch StoreError.exists(path: making) {
            // On its way from another hotline: nobody ever worked in it.
            engine.close()
            try SQLiteEngine.remove(making)
            return try begin(making, server, name, address)
        } catch let refusal as Refusal {
            engine.close()
            try SQLiteEngine.remove(making)
            throw refusal
        } catch {
            engine.close()
            throw error
        }
    }

    /// What is there is refused before anybody is asked for a passphrase, unless its work is done elsewhere.
    private func movedAway(_ path: String) throws -> Bool {
        guard Environment.exists(path) else { return false }
        do {
            let known = try Desk(opening: path)
            // Who was refused as a copy comes here too.
            if let mark = known.store.desk {
                if let retired = try known.store.desks().first(where: { $0.mark == mark && $0.retired != nil }) {
                    throw Refusal(
                        DeskRule.retired,
                        ["desk": mark.description, "name": retired.name, "by": retired.retired?.by ?? "-"])
                }
                throw Refusal(ServerRule.hasJoined, ["path": path, "desk": mark.description])
            }
        } catch StoreError.moved {
            return true
        }
        throw StoreError.exists(path: path)
    }

    /// Where desks meet, for an admin there.
    /// `own`: the store of a desk that joined already; who signed in there is who they are at the server.
    private func server(_ url: String, _ own: Desk? = nil) throws -> (Desk, address: String) {
        let (address, hadPassword) = try StorePlace(url).server()
        let server = try Desk(
            opening: url, identity: Identity(person: options.identity.person, source: options.identity.source))
        try options.check(server.hotline.code)
        if try !isSignedIn(own, server) { try server.identity.prove(options.identity.person, server) }
        if hadPassword { Output.note(say("cli.join.password")) }
        return (server, address)
    }

    /// Whether they signed in at their own desk, for commands that follow, and the server knows them by it.
    private func isSignedIn(_ own: Desk?, _ server: Desk) throws -> Bool {
        guard let own, try options.identity.source == nil, own.identity.hasSignedIn(options.identity.person, own)
        else {
            return false
        }
        do {
            try server.store.enter(as: own.store)
            return true
        } catch is Refusal {
            return false
        }
    }

    /// Takes along what only it has, and notes that it was there.
    private func carry(_ path: String) {
        guard let own = try? Desk(leaving: StorePlace(path)) else { return }
        LastShipping.carry(own.store)
    }

    private func done(
        _ desk: EnrolledDesk, _ count: Int, _ path: String, _ address: String, _ key: String, damaged: Int = 0
    ) throws {
        try Output.done(
            options.json,
            [
                "desk": .number(desk.mark.number), "name": .text(desk.name), "events": .number(count),
                "store": .text(path), "server": .text(address), "words_damaged": .number(damaged),
            ],
            say(key, n: count, ["desk": desk.mark.description, "name": desk.name, "store": path]))
    }

    // MARK: - Again

    /// The store was copied, or put back from a copy: it becomes another desk's, with everything it holds.
    private func joinAgain() throws {
        let path = try file()
        let own = try Desk(leaving: StorePlace(path))
        guard own.store.desk != nil, let known = try own.store.server() else { throw Refusal(ServerRule.notJoined) }
        let (server, address) = try self.server(url?.path ?? known, own)
        if url != nil, name == nil { return try follow(server, address, own, path) }
        let (desk, count) = try own.store.joinAgain(
            at: server.store, name: name, address: address, by: server.person, at: server.now)
        own.engine.close()
        try Desk.rebuild(path)
        carry(path)
        try done(desk, count, path, address, "cli.join.done_again")
    }

    /// The house's store was moved: the same desk, and where to carry to is another place.
    private func follow(_ server: Desk, _ address: String, _ own: Desk, _ path: String) throws {
        let desk = try own.store.follow(server.store, to: address)
        own.engine.close()
        carry(path)
        try Output.done(
            options.json,
            [
                "desk": .number(desk.mark.number), "name": .text(desk.name), "events": .number(0),
                "store": .text(path),
                "server": .text(address), "words_damaged": .number(0),
            ],
            say("cli.join.followed", ["desk": desk.mark.description, "name": desk.name, "server": address]))
    }
}
