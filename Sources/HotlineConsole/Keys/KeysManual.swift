import TerminalUI
import Wording

/// Every key of the console as a page of text, from the tables that answer
/// them: `Documentation/Keys.md` is this page in English.
public enum KeysManual {
    public static func text(_ language: Language) -> String {
        let say = Say(language)
        var parts = ["# \(say("manual.title"))\n\n\(say("manual.about"))\n"]
        parts.append(section(say("manual.everywhere"), GlobalCommand.keys, say))
        for screen in AllScreens.types { parts.append(part(screen, say)) }
        parts.append(section(say("manual.forms"), FormCommand.keys, say))
        parts.append(section(say("manual.lists"), MoveCommand.listKeys, say))
        parts.append(section(say("manual.text"), EditCommand.areaKeys, say))
        return parts.joined(separator: "\n")
    }

    private static func part<Screen: ConsoleScreen>(_ screen: Screen.Type, _ say: Say) -> String {
        section(say(screen.title), screen.keys, say)
    }

    private static func section<Command, Requirement>(
        _ title: String, _ table: KeyTable<Command, Requirement>, _ say: Say
    ) -> String {
        var lines = ["## \(title)\n", "| \(say("manual.keys")) | \(say("manual.does")) |", "|---|---|"]
        for entry in table.entries {
            let danger = entry.isDangerous ? " **\(say("manual.danger"))**" : ""
            lines.append("| `\(entry.allKeys)` | \(say(entry.help))\(danger) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
