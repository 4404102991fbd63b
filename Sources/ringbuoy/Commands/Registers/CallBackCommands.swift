import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Calls somebody agreed to make: part of the call they were agreed in.
struct CallBackCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call-back", abstract: say("cli.call_back"),
        subcommands: [
            CallBackAdd.self, CallBackList.self, CallBackShow.self, CallBackDone.self, CallBackWithdraw.self,
        ])
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
    @Option(help: ArgumentHelp(say("cli.call.call_back_consent", ListID.answer.codes), valueName: "code"))
    var consent: String?
    @Option(help: ArgumentHelp(say("cli.call.call_back_safe"), valueName: "hours"))
    var safe: [OpeningHours] = []
    @Option(help: ArgumentHelp(say("cli.call.call_back_message", ListID.answer.codes), valueName: "code"))
    var message: String?
    @Option(help: ArgumentHelp(say("cli.call.call_back_number"), valueName: "-"))
    var number: SecretSource?
    @Option(name: .customLong("number-fd"), help: ArgumentHelp(say("cli.call.call_back_number_fd"), valueName: "n"))
    var numberDescriptor: Count?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        let zone = try desk.zone(ofLine: call.line)
        var content = call.content
        let agreed = try at.instant(zone)
        content.callBackAt = agreed
        let terms = TypedTerms(
            consent: consent, safe: safe, message: message, number: number, numberDescriptor: numberDescriptor,
            numberOption: "--number")
        let number = try terms.put(into: &content.callBack, desk)
        let amend = CallCommand.amend(
            revision: call.revision, reason: "new_information", started: call.started,
            ended: call.ended ?? call.started,
            CallEntry(content, callBackNumber: number))
        try desk.perform([.call(call.id, amend)], by: actor.who(options))
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
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        try desk.perform([.call(call.id, .callBackDone)], by: actor.who(options))
        try Output.done(
            options.json, ["id": .id(call.id)], say("cli.call_back.made", ["number": call.number]))
    }
}

struct CallBackWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: say("cli.call_back.withdraw"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        try desk.perform([.call(call.id, .withdrawCallBack)], by: actor.who(options))
        try Output.done(
            options.json, ["id": .id(call.id)], say("cli.call_back.withdrawn", ["number": call.number]))
    }
}

struct CallBackList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.call_back.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let zone = try desk.zone()
        let found = try desk.store.live(at: desk.now).callBacks
        if options.json { return try Output.rows(found.map { try row($0, desk, zone) }) }
        let columns = ["number", "due", "operator", "language", "call_back_safe"]
        var table = TextTable(columns.map { say("cli.field.\($0)") })
        var unsafe = 0
        for call in found {
            let isSafe = try desk.isSafeToCallBack(call)
            if !isSafe { unsafe += 1 }
            let safe = call.callBackTerms?.safeTimes.map(\.description).joined(separator: ", ") ?? ""
            table.add([
                call.number, call.content.callBackAt.map(zone.spoken) ?? "-", call.callBackBy ?? call.operatorCode,
                ListID.language.label(call.content.language),
                safe + (isSafe ? "" : " (\(say("cli.call_back.not_safe_now")))"),
            ])
        }
        try table.print()
        if unsafe > 0 { Output.note(say("cli.call_back.outside", ["count": String(unsafe)])) }
    }

    private func row(_ call: Call, _ desk: Desk, _ zone: ZoneRules) throws -> JSONValue {
        [
            "id": .id(call.id), "number": .string(call.number), "due": .time(call.content.callBackAt, zone),
            "overdue": .flag(call.content.callBackAt.map { $0 < desk.now } ?? false),
            "responsible": .string(call.callBackBy ?? call.operatorCode), "language": .string(call.content.language),
            "safe": .strings(call.callBackTerms?.safeTimes.map(\.description) ?? []),
            "safe_now": .flag(try desk.isSafeToCallBack(call)),
        ]
    }
}
