import TerminalUI

public enum ShiftScreenCommand: Hashable, Sendable {
    case signOn, signOff, handover
    case confirm, absent, swap, add, cancel, end
    case look, dayBack, dayOn, weekBack, weekOn, today
    /// Ends what is being chosen.
    case take
}

extension ShiftScreen {
    public static let keys = KeyTable<ShiftScreenCommand, Requirement>(own + planning + moving + picking)

    private static let own: [KeyRow<ShiftScreenCommand, Requirement>] = [
        KeyRow(["o"], .signOn, label: "shift.sign_on", help: "shift.sign_on.help", needs: [.notOnShift], rank: 1),
        KeyRow(["x"], .signOff, label: "shift.sign_off", help: "shift.sign_off.help", needs: [.onShift], rank: 1),
        KeyRow(
            ["h"], .handover, label: "shift.handover", help: "shift.handover.help", needs: [.handoverThere], rank: 2),
    ]

    private static let planning: [KeyRow<ShiftScreenCommand, Requirement>] = [
        KeyRow(
            ["c"], .confirm, label: "shift.confirm", help: "shift.confirm.help",
            needs: [.shiftUnconfirmed, .ownShiftOrSupervisor], rank: 3),
        KeyRow(["a"], .absent, label: "shift.absent", help: "shift.absent.help", needs: [.shiftAhead], rank: 4),
        KeyRow(["w"], .swap, label: "shift.swap", help: "shift.swap.help", needs: [.shiftAhead], rank: 5),
        KeyRow(["n"], .add, label: "shift.add", help: "shift.add.help", needs: [.rosterSlot], rank: 6),
        KeyRow(
            ["d", .delete], .cancel, label: "shift.cancel", help: "shift.cancel.help",
            needs: [.shiftAhead, .ownShiftOrSupervisor], isDangerous: true, rank: 9),
        KeyRow(
            ["e"], .end, label: "shift.end", help: "shift.end.help", needs: [.supervisor, .shiftOn],
            isDangerous: true, rank: 10),
    ]

    private static let moving: [KeyRow<ShiftScreenCommand, Requirement>] = [
        KeyRow([.enter, .space], .look, label: "shift.look", help: "shift.look.help", needs: [.selection], rank: 7),
        KeyRow([.left], .dayBack, label: "shift.day_back", help: "shift.day_back.help", rank: nil),
        KeyRow([.right], .dayOn, label: "shift.day_on", help: "shift.day_on.help", rank: nil),
        KeyRow(["["], .weekBack, label: "shift.week_back", help: "shift.week_back.help", rank: 11),
        KeyRow(["]"], .weekOn, label: "shift.week_on", help: "shift.week_on.help", rank: 11),
        KeyRow(["t"], .today, label: "shift.today", help: "shift.today.help", rank: 8),
    ]

    private static let picking: [KeyRow<ShiftScreenCommand, Requirement>] = [
        KeyRow([.enter], .take, label: "shift.take", help: "shift.take.help", rank: 0)
    ]

    public static let stages = [own + planning + moving, picking].map { KeyTable($0) }

    public var keysNow: KeyTable<ShiftScreenCommand, Requirement> {
        guard picking == nil else { return KeyTable(ShiftScreen.picking) }
        return KeyTable(ShiftScreen.own + ShiftScreen.planning + ShiftScreen.moving)
    }
}
