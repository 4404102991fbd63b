import TerminalUI

public enum SignInCommand: Hashable, Sendable {
    case enterCode
    case signOn, unplanned, without
    case goOn, later, discard
    case quit
}

extension SignInScreen {
    public static let keys = KeyTable<SignInCommand, Requirement>(codeRows + shiftRows + draftRows + [quit])

    private static let codeRows: [KeyRow<SignInCommand, Requirement>] = [
        KeyRow([.enter], .enterCode, label: "sign_in.enter", help: "sign_in.enter.help", rank: 0)
    ]

    private static let shiftRows: [KeyRow<SignInCommand, Requirement>] = [
        KeyRow(["s", .enter], .signOn, label: "sign_in.sign_on", help: "sign_in.sign_on.help", rank: 0),
        KeyRow(["u"], .unplanned, label: "sign_in.unplanned", help: "sign_in.unplanned.help", rank: 1),
        KeyRow(["w"], .without, label: "sign_in.without", help: "sign_in.without.help", rank: 2),
    ]

    private static let draftRows: [KeyRow<SignInCommand, Requirement>] = [
        KeyRow(["c", .enter], .goOn, label: "sign_in.continue", help: "sign_in.continue.help", rank: 0),
        KeyRow(["l"], .later, label: "sign_in.later", help: "sign_in.later.help", rank: 1),
        KeyRow(["d"], .discard, label: "sign_in.discard", help: "sign_in.discard.help", isDangerous: true, rank: 2),
    ]

    private static let quit = KeyRow<SignInCommand, Requirement>(
        [.control("q"), .control("c")], .quit, label: "key.quit", help: "key.quit.help", rank: 10)

    public static let stages = [codeRows, shiftRows, draftRows].map { KeyTable($0 + [quit]) }

    public var keysNow: KeyTable<SignInCommand, Requirement> {
        switch stage {
        case .code, .passphrase: KeyTable(SignInScreen.codeRows + [SignInScreen.quit])
        case .shift(let facts):
            KeyTable(
                SignInScreen.shiftRows.filter { $0.command != .signOn || facts.planned != nil }
                    + [SignInScreen.quit])
        case .drafts: KeyTable(SignInScreen.draftRows + [SignInScreen.quit])
        }
    }
}
