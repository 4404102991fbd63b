import TerminalUI

public enum OfficeCommand: Hashable, Sendable {
    case go(OfficePlace)
    case open
    case signOut, quit
}

extension OfficeScreen {
    public static let keys = KeyTable<OfficeCommand, Requirement>(places + leave)

    private static let places: [KeyRow<OfficeCommand, Requirement>] = [
        row("m", .reports, needs: .dutyReadCounts, rank: 1), row("p", .months, needs: .dutyReadCounts, rank: 2),
        row("g", .registers, needs: .dutyReadCounts, rank: 2),
        row("t", .shift, needs: .dutyPlanShifts, rank: 3), row("d", .admin, needs: .dutyErase, rank: 4),
        row("i", .audit, needs: .dutyReadJournal, rank: 5),
    ]

    private static let leave: [KeyRow<OfficeCommand, Requirement>] = [
        KeyRow([.enter], .open, label: "detail.open", help: "office.open.help", needs: [.selection], rank: 0),
        KeyRow(["x"], .signOut, label: "desk.sign_out", help: "desk.sign_out.help", rank: 6),
        KeyRow(["q", .control("q"), .control("c")], .quit, label: "key.quit", help: "key.quit.help", rank: 7),
    ]

    private static func row(
        _ key: Key, _ place: OfficePlace, needs duty: Requirement, rank: Int
    ) -> KeyRow<OfficeCommand, Requirement> {
        KeyRow([key], .go(place), label: place.label, help: "\(place.label).help", needs: [duty], rank: rank)
    }

    /// Keys of parts that are not one's duty are not there.
    public var keysNow: KeyTable<OfficeCommand, Requirement> {
        KeyTable(
            OfficeScreen.keys.rows.filter { row in
                guard case .go(let place) = row.command else { return true }
                return places.contains(place)
            })
    }
}
