import TerminalUI

public enum ActCommand: Hashable, Sendable {
    case save, discard
}

extension ActScreen {
    public static let keys = KeyTable<ActCommand, Requirement>([
        KeyRow([.function(2), .control("s")], .save, label: "act.save", help: "act.save.help", rank: 1),
        KeyRow([.function(8)], .discard, label: "act.discard", help: "act.discard.help", isDangerous: true, rank: 5),
    ])
}
