import TerminalUI
import Wording

/// What every key table ends with: works on every screen, also while one types.
public enum GlobalCommand: Hashable, Sendable, CaseIterable {
    case sos, otherSOS, takeCaller, save, back, palette, help, server, theme, language, blank, redraw, suspend, quit

    public static let keys = KeyTable<GlobalCommand, Requirement>([
        KeyRow(
            [.function(9), .control("o")], .sos, label: "key.sos", help: "key.sos.help",
            needs: [.signedIn, .dutyAnswerCalls],
            rank: 0),
        KeyRow(
            [.control("y")], .otherSOS, label: "key.other_sos", help: "key.other_sos.help",
            needs: [.signedIn, .dutyAnswerCalls], rank: nil),
        KeyRow(
            [.control("n")], .takeCaller, label: "key.take_caller", help: "key.take_caller.help",
            needs: [.callerForMe], rank: nil),
        KeyRow([.function(2), .control("s")], .save, label: "key.save", help: "key.save.help", rank: nil),
        KeyRow([.escape], .back, label: "key.back", help: "key.back.help", rank: 30),
        KeyRow([.control("p"), ":"], .palette, label: "key.palette", help: "key.palette.help", rank: 40),
        KeyRow([.function(1), "?"], .help, label: "key.help", help: "key.help.help", rank: 1),
        KeyRow([.control("v")], .server, label: "key.server", help: "key.server.help", rank: nil),
        KeyRow([.function(6)], .theme, label: "key.theme", help: "key.theme.help", rank: nil),
        KeyRow([.function(7)], .language, label: "key.language", help: "key.language.help", rank: 60),
        KeyRow(
            [.control("x")], .blank, label: "key.blank", help: "key.blank.help", needs: [.signedIn], rank: nil),
        KeyRow([.control("l")], .redraw, label: "key.redraw", help: "key.redraw.help", rank: nil),
        KeyRow([.control("z")], .suspend, label: "key.suspend", help: "key.suspend.help", rank: nil),
        KeyRow([.control("q"), .control("c")], .quit, label: "key.quit", help: "key.quit.help", rank: nil),
    ])
}
