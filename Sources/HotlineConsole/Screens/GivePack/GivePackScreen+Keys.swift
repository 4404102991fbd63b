import TerminalUI

public enum GivePackCommand: Hashable, Sendable {
    case give
}

extension GivePackScreen {
    public static let keys = KeyTable<GivePackCommand, Requirement>([
        KeyRow(
            [.function(2), .control("s")], .give, label: "pack.give", help: "pack.give.now.help",
            needs: [.dutyExport],
            isDangerous: true, rank: 1)
    ])
}
