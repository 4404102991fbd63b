import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Calls somebody agreed to make: part of the call they were agreed in.
struct CallBackCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call-back", abstract: say("cli.call_back"),
        subcommands: [CallBackAdd.self, CallBackList.self, CallBackDone.self])
}

/// Agreed after the call was written up, or at another time than before: the
/// call is amended by it.
struct CallBackAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.call_back.add"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.call_back.at"), valueName: "time"))
    var at: Moment

    func run() throws {
        let desk = try options.open(as: actor.code)
        let call = try desk.store.call(named: id)
        let zone = try desk.zone(ofLine: call.line)
        var content = call.content
        let agreed = try at.instant(zone)
        content.callBackAt = agreed
        let amend = CallCommand.amend(
            revision: call.revision, reason: "new_information", started: call.started,
            ended: call.ended ?? call.started,
            CallEntry(content))
        try desk.perform([.call(call.id, amend)], by: actor.code)
        try Output.done(
            options.json, ["id": .id(call.id), "call_back": .time(agreed, zone)],
            say("cli.call_back.added", ["number": call.number, "time": zone.spoken(agreed)]))
    }
}

struct CallBackDone: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "done", abstract: say("cli.call_back.done"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.open(as: actor.code)
        let call = try desk.store.call(named: id)
        try desk.perform([.call(call.id, .callBackDone)], by: actor.code)
        try Output.done(
            options.json, ["id": .id(call.id)], say("cli.call_back.made", ["number": call.number]))
    }
}

struct CallBackList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.call_back.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let zone = try desk.zone()
        let found = try desk.store.live(at: desk.now).callBacks
        if options.json { return try Output.rows(found.map { row($0, desk.now, zone) }) }
        var table = TextTable(["number", "due", "operator", "language"].map { say("cli.field.\($0)") })
        for call in found {
            table.add([
                call.number, call.content.callBackAt.map(zone.spoken) ?? "-", call.callBackBy ?? call.operatorCode,
                ListID.language.label(call.content.language),
            ])
        }
        try table.print()
    }

    private func row(_ call: Call, _ now: Instant, _ zone: ZoneRules) -> JSONValue {
        [
            "id": .id(call.id), "number": .string(call.number), "due": .time(call.content.callBackAt, zone),
            "overdue": .flag(call.content.callBackAt.map { $0 < now } ?? false),
            "responsible": .string(call.callBackBy ?? call.operatorCode), "language": .string(call.content.language),
        ]
    }
}
