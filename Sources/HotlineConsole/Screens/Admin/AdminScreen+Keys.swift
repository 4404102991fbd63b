import TerminalUI

public enum AdminCommand: Hashable, Sendable {
    case add, change, disable, enable
    case slot, removeSlot
    case applyRetention
    case nextPart, previousPart, filter, journal
    /// Ends what is typed under the list.
    case take
    case save
}

extension AdminScreen {
    public static let keys = KeyTable<AdminCommand, Requirement>(
        people + keeping + places + typing + writing)

    private static let change = KeyRow<AdminCommand, Requirement>(
        [.enter], .change, label: "admin.change", help: "admin.change.help", needs: [.dutyStaff, .selection], rank: 1)

    private static let people: [KeyRow<AdminCommand, Requirement>] = [
        change,
        KeyRow(["n"], .add, label: "admin.add", help: "admin.add.help", needs: [.dutyStaff], rank: 2),
        KeyRow(
            ["p"], .slot, label: "admin.slot", help: "admin.slot.help",
            needs: [.dutyStaff, .sealedStore, .selection, .activePerson], rank: 3),
        KeyRow(
            ["x"], .removeSlot, label: "admin.remove_slot", help: "admin.remove_slot.help",
            needs: [.dutyStaff, .sealedStore, .selection, .hasSlot], isDangerous: true, rank: 6),
        KeyRow(
            ["d"], .disable, label: "admin.disable", help: "admin.disable.help",
            needs: [.dutyStaff, .selection, .activePerson], isDangerous: true, rank: 4),
        KeyRow(
            ["e"], .enable, label: "admin.enable", help: "admin.enable.help",
            needs: [.dutyStaff, .selection, .disabledPerson], rank: 5),
    ]

    private static let settings: [KeyRow<AdminCommand, Requirement>] = [
        KeyRow(
            [.enter], .change, label: "admin.change", help: "admin.change.help", needs: [.dutySetUp, .selection],
            rank: 1)
    ]

    private static let entries: [KeyRow<AdminCommand, Requirement>] =
        settings + [KeyRow(["n"], .add, label: "admin.add", help: "admin.add.help", needs: [.dutySetUp], rank: 2)]

    private static let keeping: [KeyRow<AdminCommand, Requirement>] = [
        KeyRow(
            ["x"], .applyRetention, label: "admin.retention.apply", help: "admin.retention.apply.help",
            needs: [.dutyErase, .somethingDue], isDangerous: true, rank: 1)
    ]

    private static let places: [KeyRow<AdminCommand, Requirement>] = [
        KeyRow([.tab], .nextPart, label: "admin.next_part", help: "admin.next_part.help", rank: 0),
        KeyRow(
            [.shiftTab], .previousPart, label: "admin.previous_part", help: "admin.previous_part.help", rank: nil),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "list.filter_key.help", rank: 7),
        KeyRow(
            ["a"], .journal, label: "desk.audit", help: "desk.audit.help", needs: [.dutyReadJournal], rank: 8),
    ]

    private static let typing: [KeyRow<AdminCommand, Requirement>] = [
        KeyRow([.enter], .take, label: "calls.take", help: "calls.take.help", rank: 0)
    ]

    private static let writing: [KeyRow<AdminCommand, Requirement>] = [
        KeyRow([.function(2), .control("s")], .save, label: "act.save", help: "admin.save.help", rank: 1)
    ]

    public static let stages = [
        people + places, entries + places, settings + places, keeping + places, typing, writing,
    ].map { KeyTable($0) }

    public var keysNow: KeyTable<AdminCommand, Requirement> {
        if work != nil { return KeyTable(AdminScreen.writing) }
        if list.isWriting { return KeyTable(AdminScreen.typing) }
        switch part {
        case .people: return KeyTable(AdminScreen.people + AdminScreen.places)
        case .settings: return KeyTable(AdminScreen.settings + AdminScreen.places)
        case .retention: return KeyTable(AdminScreen.keeping + AdminScreen.places)
        case .lines, .providers, .donors: return KeyTable(AdminScreen.entries + AdminScreen.places)
        }
    }
}
