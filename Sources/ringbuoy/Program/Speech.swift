import Wording

/// Says things in the language of this run. It is chosen before anything is
/// parsed, because the help texts are said in it too.
let say = Say(Spoken.language(CommandLine.arguments, Environment.value))

/// Which language a run speaks.
enum Spoken {
    /// `--lang`, else `RINGBUOY_LANG`, else the first of `LC_ALL`, `LC_MESSAGES`
    /// and `LANG` that is set, as everywhere; English where none names a language we speak.
    static func language(_ arguments: [String], _ environment: (String) -> String?) -> Language {
        if let typed = option(arguments).flatMap({ Language(locale: $0) }) { return typed }
        if let ours = environment("RINGBUOY_LANG").flatMap({ Language(locale: $0) }) { return ours }
        let theirs = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first
        return theirs.flatMap { Language(locale: $0) } ?? .en
    }

    private static func option(_ arguments: [String]) -> String? {
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst(), argument != "--" {
            if argument == "--lang" { return rest.first }
            if argument.hasPrefix("--lang=") { return String(argument.dropFirst(7)) }
        }
        return nil
    }
}
