import TerminalUI

public enum CaseFieldsCommand: Hashable, Sendable {
    case save, discard
}

extension CaseFieldsScreen {
    public static let keys = KeyTable<CaseFieldsCommand, Requirement>([
        KeyRow([.function(2), .control("s")], .save, label: "act.save", help: "act.save.help", rank: 1),
        KeyRow([.function(8)], .discard, label: "act.discard", help: "act.discard.help", isDangerous: true, rank: 5),
    ])
}
