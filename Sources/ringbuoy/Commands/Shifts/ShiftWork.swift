import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

struct ShiftConfirm: Act {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: say("cli.shift.confirm"))

    @OptionGroup var named: Named<Shift>

    func command(_ shift: Shift, _ desk: Desk) -> ShiftCommand { .confirm }
}

struct ShiftCancel: Act {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: say("cli.shift.cancel"))

    @OptionGroup var named: Named<Shift>

    func command(_ shift: Shift, _ desk: Desk) -> ShiftCommand { .cancel }
}

/// A supervisor ends somebody's shift for them, and has what they left open.
struct ShiftEnd: Act {
    static let configuration = CommandConfiguration(commandName: "end", abstract: say("cli.shift.end"))

    @OptionGroup var named: Named<Shift>
    @Option(help: ArgumentHelp(say("cli.shift.end.reason", ListID.shiftEndedBecause.codes), valueName: "code"))
    var reason: String

    func command(_ shift: Shift, _ desk: Desk) throws -> ShiftCommand {
        for thing in try desk.store.openWork(of: shift.operatorCode, at: desk.now) {
            let kind = say("cli.handover.kind.\(thing.kindCode)")
            Output.note(say("cli.shift.end.left", ["what": "\(kind) \(try thing.about(desk.store))"]))
        }
        return .endBySupervisor(reason: reason)
    }
}
