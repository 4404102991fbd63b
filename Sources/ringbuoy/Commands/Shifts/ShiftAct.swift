import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that changes one shift that is named, and nothing else.
protocol ShiftAct: ParsableCommand {
    var id: String { get }
    var options: StoreOptions { get }
    var actor: ActorOption { get }
    func command(_ shift: Shift, _ desk: Desk) throws -> ShiftCommand
}

extension ShiftAct {
    func run() throws {
        let desk = try options.open()
        let shift = try desk.store.shift(named: id)
        try desk.perform([.shift(shift.id, command(shift, desk))], by: actor.code)
        try Output.tell(shift.id, desk, options)
    }
}

extension Output {
    /// How a shift stands now.
    static func tell(_ id: ShiftID, _ desk: Desk, _ options: StoreOptions) throws {
        guard let shift = try desk.store.shift(id) else { return }
        let status = say("cli.status.shift.\(shift.status.rawValue)")
        try done(
            options.json, ["id": .id(id), "status": .string(shift.status.rawValue)],
            say(
                "cli.shift.done",
                [
                    "operator": shift.operatorCode, "date": shift.businessDate.description,
                    "pattern": shift.pattern ?? "-", "status": status,
                ]))
    }
}

struct ShiftConfirm: ShiftAct {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: say("cli.shift.confirm"))

    @Argument(help: ArgumentHelp(say("cli.shift.id"), valueName: "shift"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ shift: Shift, _ desk: Desk) -> ShiftCommand { .confirm }
}

struct ShiftCancel: ShiftAct {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: say("cli.shift.cancel"))

    @Argument(help: ArgumentHelp(say("cli.shift.id"), valueName: "shift"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ shift: Shift, _ desk: Desk) -> ShiftCommand { .cancel }
}

/// A supervisor ends somebody's shift for them.
struct ShiftEnd: ShiftAct {
    static let configuration = CommandConfiguration(commandName: "end", abstract: say("cli.shift.end"))

    @Argument(help: ArgumentHelp(say("cli.shift.id"), valueName: "shift"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.shift.end.reason", ListID.shiftEndedBecause.codes), valueName: "code"))
    var reason: String

    func command(_ shift: Shift, _ desk: Desk) -> ShiftCommand { .endBySupervisor(reason: reason) }
}
