import Wording

/// A help text as the parser lays it out, with its headings in the language of
/// the run; what stands below them comes from the catalogue already.
struct HelpText {
    private let lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static let headings = [
        "OVERVIEW:": "cli.help.overview", "USAGE:": "cli.help.usage", "ARGUMENTS:": "cli.help.arguments",
        "OPTIONS:": "cli.help.options", "SUBCOMMANDS:": "cli.help.subcommands",
    ]

    /// Of the two options every command has from the parser.
    private static let abstracts = [
        "Show the version.": "cli.help.version", "Show help information.": "cli.help.help",
    ]

    var spoken: String {
        lines.map { line in
            for (heading, key) in HelpText.headings where line.hasPrefix(heading) {
                return say(key) + line.dropFirst(heading.count)
            }
            if let command = HelpText.between("  See '", "' for detailed help.", line) {
                return "  " + say("cli.help.more", ["command": command])
            }
            for (text, key) in HelpText.abstracts where line.hasSuffix(text) {
                return line.dropLast(text.count) + say(key)
            }
            return line
        }.joined(separator: "\n")
    }

    /// Of a failed parse: the usage line and where more stands.
    var usage: [String] {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("Usage:") }) else { return [] }
        return lines[start...].map { line in
            if line.hasPrefix("Usage:") { return say("cli.help.usage") + line.dropFirst(6) }
            if let command = HelpText.between("  See '", "' for more information.", line) {
                return "  " + say("cli.help.more", ["command": command])
            }
            return line
        }
    }

    private static func between(_ start: String, _ end: String, _ line: String) -> String? {
        guard line.hasPrefix(start), line.hasSuffix(end) else { return nil }
        return String(line.dropFirst(start.count).dropLast(end.count))
    }
}
