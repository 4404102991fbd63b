import TerminalUI

public enum HandoverScreenCommand: Hashable, Sendable {
    // While it is put together.
    case offer, addNote, takeNoteBack
    // When it is offered.
    case acknowledge, park, parkAll, open, look
}

extension HandoverScreen {
    public static let keys = KeyTable<HandoverScreenCommand, Requirement>(writing + taking)

    private static let writing: [KeyRow<HandoverScreenCommand, Requirement>] = [
        KeyRow([.function(2), .control("s")], .offer, label: "handover.offer", help: "handover.offer.help", rank: 0),
        KeyRow([.enter], .addNote, label: "handover.add_note", help: "handover.add_note.help", rank: 1),
        KeyRow(
            [.function(3)], .takeNoteBack, label: "handover.note_back", help: "handover.note_back.help",
            needs: [.leftOver], rank: 2),
    ]

    private static let taking: [KeyRow<HandoverScreenCommand, Requirement>] = [
        KeyRow(
            ["a"], .acknowledge, label: "handover.acknowledge", help: "handover.acknowledge.help",
            needs: [.itemOpen, .notOutgoing], rank: 0),
        KeyRow([.enter], .open, label: "handover.open", help: "handover.open.help", needs: [.selection], rank: 1),
        KeyRow([.space], .look, label: "handover.look", help: "handover.look.help", needs: [.selection], rank: 2),
        KeyRow(
            ["p"], .park, label: "handover.park", help: "handover.park.help", needs: [.itemOpen], isDangerous: true,
            rank: 3),
        KeyRow(
            ["P"], .parkAll, label: "handover.park_all", help: "handover.park_all.help", needs: [.anyItemOpen],
            isDangerous: true, rank: 4),
    ]

    public static let stages = [writing, taking].map { KeyTable($0) }

    public var keysNow: KeyTable<HandoverScreenCommand, Requirement> {
        switch stage {
        case .building: KeyTable(HandoverScreen.writing)
        case .offered: KeyTable(HandoverScreen.taking.filter { $0.command != .look || !isWide })
        }
    }
}
