import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Takes people's words about one thing away for good. What is left of it is
/// its row in the figures, and who erased it, when and why.
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: say("cli.erase"), discussion: say("cli.erase.more"))

    @Argument(help: ArgumentHelp(say("cli.erase.kind"), valueName: "kind"))
    var kind: ErasableKind
    @Argument(help: ArgumentHelp(say("cli.erase.id"), valueName: "id"))
    var id: String
    @Option(
        help: ArgumentHelp(
            say("cli.erase.because", ListID.erasedBecause.codes(without: Erasure.ofProgram)), valueName: "code"))
    var because: String
    @Option(help: ArgumentHelp(say("cli.erase.person"), valueName: "n"))
    var person: Count?
    @Flag(help: ArgumentHelp(say("cli.erase.only")))
    var only = false
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActingOption

    func run() throws {
        let desk = try options.open(as: actor.code)
        let subject = try kind.subject(named: id, in: desk.store)
        let command = ErasureCommand.erase(because: because, person: person?.value, onlyIt: only)
        let commands = [Command.erasure(subject, command)]
        // What stands in the way is said before anybody is asked to be sure.
        _ = try desk.store.judged(commands, by: actor.who(desk), at: desk.now)
        let parts = try desk.store.wordsToErase(subject, command, at: desk.now)
        if confirmation.isGiven { try desk.perform(commands, by: actor.who(desk)) }
        let backups = try desk.store.backups().filter { $0.erasedSince > 0 }
        if options.json {
            try Output.line(row(parts, confirmation.isGiven ? backups : [], desk).compact)
        } else {
            try tell(parts)
        }
        guard confirmation.isGiven else { return try confirmation.remind() }
        if !options.json { try Output.line(say("cli.erase.done", n: parts.reduce(0) { $0 + $1.count })) }
        try Output.noteLeftovers(backups, desk)
    }

    private func tell(_ parts: [(thing: Related.Thing, count: Int)]) throws {
        var table = TextTable(
            ["subject_kind", "number", "records"].map { say("cli.field.\($0)") }, rightAligned: [2])
        for part in parts {
            table.add([say("cli.kind.\(part.thing.subject.kind.rawValue)"), part.thing.name, String(part.count)])
        }
        try table.print()
    }

    private func row(
        _ parts: [(thing: Related.Thing, count: Int)], _ backups: [Store.BackupMade], _ desk: Desk
    ) throws -> JSONValue {
        let zone = try desk.zone()
        return [
            "erased": .flag(confirmation.isGiven), "because": .text(because),
            "things": .array(parts.map { $0.thing.row + ["records": .number($0.count)] }),
            "backups": .array(backups.map { $0.row(zone) }), "traces": .flag(desk.store.tracesLeft != .none),
        ]
    }
}

/// What can be erased by name.
enum ErasableKind: String, CaseIterable, ExpressibleByArgument {
    case call, escalation, `case`, referral

    func subject(named name: String, in store: Store) throws -> Subject {
        switch self {
        case .call: Subject(.call, try store.call(named: name).id.raw)
        case .escalation: Subject(.escalation, try store.escalation(named: name).id.raw)
        case .case: Subject(.case, try store.case(named: name).id.raw)
        case .referral: Subject(.referral, try store.referral(named: name).id.raw)
        }
    }
}

/// For what cannot be taken back: a look at it first, and a word that says so.
struct Confirmation: ParsableArguments {
    @Flag(help: ArgumentHelp(say("cli.option.yes")))
    var yes = false
    @Flag(help: ArgumentHelp(say("cli.option.dry_run")))
    var dryRun = false

    var isGiven: Bool { yes && !dryRun }

    /// Who left it out and did not mean to is not told that all is well.
    func remind() throws {
        if !dryRun { throw UsageError(say("cli.usage.needs_yes")) }
    }
}

/// Who does it: named, or signed in.
struct ActingOption: ParsableArguments {
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.option.operator"), valueName: "code"))
    var code: String?

    func who(_ desk: Desk) throws -> String {
        if let code = code ?? desk.identity.person ?? desk.signedIn { return code }
        throw UsageError(say("cli.usage.who"))
    }
}

extension Related.Thing {
    var row: JSONValue {
        [
            "kind": .text(subject.kind.rawValue), "id": .id(ID<Call>(raw: subject.id)), "number": .text(name),
        ]
    }
}

extension Output {
    /// Where erased words still are, as far as the program knows.
    static func noteLeftovers(_ backups: [Store.BackupMade], _ desk: Desk) throws {
        switch desk.store.tracesLeft {
        case .none: break
        case .withReaders: note(say("cli.erase.traces"))
        case .with(let owner): note(say("cli.erase.traces_of_owner", ["owner": owner]))
        }
        let zone = try desk.zone()
        let (there, gone) = (backups.filter(\.isThere), backups.filter { !$0.isThere })
        for backup in there {
            note(
                say(
                    "cli.erase.backup", n: backup.erasedSince,
                    ["file": backup.path, "time": zone.spoken(backup.stamp.at)]))
        }
        if !gone.isEmpty { note(say("cli.erase.backups_elsewhere", n: gone.count)) }
    }
}
