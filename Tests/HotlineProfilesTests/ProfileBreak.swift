import HotlineProfiles
import Testing

/// One change to the sample, and the problems it makes: each a rule and a text of the line it names.
struct ProfileBreak: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let expected: [(rule: ProfileRule, at: String)]

    init(_ old: String, _ new: String, _ expected: (ProfileRule, String)...) { self.init(old, new, expected) }

    init(_ old: String, _ new: String, _ expected: [(ProfileRule, String)]) {
        self.old = old
        self.new = new
        self.expected = expected.map { (rule: $0.0, at: $0.1) }
    }

    var testDescription: String { "\(old) -> \(new)" }
    var text: String { Sample.with(old, new) }
    var problems: [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return expected.map { rule, at in
            "\(rule.rawValue) \((lines.firstIndex { $0.contains(at) } ?? -1) + 1)"
        }
    }
}

extension ProfileBreak {
    static let form: [ProfileBreak] = [
        ProfileBreak("code = \"md\"", "code = \"md", (.syntax, "code = \"md")),
        ProfileBreak("[[pattern]]", "[pattern", (.syntax, "[pattern")),
        ProfileBreak("[settings]", "[=settings]", (.namelessHeader, "[=")),
        ProfileBreak("[\"MD\"]", "[\"MD\", }", (.strayBrace, "countries")),
        ProfileBreak("[\"MD\"]", "[\"MD\", # and\n{}, }", (.strayBrace, "{}, }")),
        ProfileBreak("[settings]", "[ș]", (.namelessHeader, "[ș]")),
        ProfileBreak("staff = 2", "staff = 2\nstaff = 3", (.syntax, "staff = 3")),
        ProfileBreak("name = \"Moldova\"", "name = \"Mol\u{202E}dova\"", (.forbiddenCharacter, "name = \"Mol")),
        ProfileBreak("name = \"Moldova\"", "name = \"Mol\u{7}dova\"", (.forbiddenCharacter, "dova\"")),
        ProfileBreak("countries =", "contries =", (.missingKey, "[[line]]"), (.unknownKey, "contries")),
        ProfileBreak("since = 2026-01-01\n", "", (.missingKey, "[[line]]")),
        ProfileBreak("[settings]", "[setings]", (.unknownKey, "[setings]")),
        ProfileBreak("name = \"Sample\"\n", "", (.missingKey, "code = \"sample\"")),
        ProfileBreak("staff = 2", "staff = \"2\"", (.wrongType, "staff = \"2\"")),
        ProfileBreak("code = \"01\"", "code = 1", (.wrongType, "code = 1")),
        ProfileBreak("[\"ro\", \"ru\"]", "\"ro\"", (.wrongType, "languages")),
        ProfileBreak("[\"ro\", \"ru\"]", "[\"ro\",\n  7]", (.wrongType, "  7]")),
        ProfileBreak("[[provider]]", "[provider]", (.wrongType, "[provider]")),
        ProfileBreak("[\"MD\"]", "[]", (.empty, "countries")),
        ProfileBreak("name = \"A shelter\"", "name = \" \"", (.empty, "name = \" \"")),
        ProfileBreak("code = \"shelter\"", "code = \"The shelter\"", (.badCode, "The shelter")),
        ProfileBreak(
            "code = \"02\"", "code = \"01\" # again", (.rosterUnknownOperator, "# by day"),
            (.duplicateCode, "# again")),
        ProfileBreak("[\"ro\", \"ru\"]", "[\"ro\", \"ro\"]", (.listedTwice, "languages")),
        ProfileBreak("staff = 2", "staff = 0", (.outOfRange, "staff = 0")),
        ProfileBreak("on_call =", "plan_days = 1000\non_call =", (.outOfRange, "plan_days")),
        ProfileBreak("08:00-20:00", "8:00-20:00", (.badHours, "8:00-20:00")),
        ProfileBreak("08:00-20:00", "24:00-20:00", (.badHours, "24:00-20:00")),
        ProfileBreak("hours = \"00:00-24:00\"", "hours = \"always\"", (.badHours, "always")),
    ]

    /// Characters nobody sees, in any text: as an escape, as they are, in any kind of quotes.
    static let unseen: [ProfileBreak] =
        [
            "\\u001b", "\\u0000", "\\u0007", "\\u009B", "\\u007f", "\\u202E", "\\u2066", "\\u200f", "\\u061c",
            "\\u200B", "\\u200d", "\\uFEFF", "\\u00AD", "\\u034F", "\\u2028", "\\U000E0041", "\\U0000001B", "\\n",
            "\\r", "\\t", "\\b", "\\f", "\\e", "\t", "\u{034F}", "\u{115F}",
        ].map { ProfileBreak("name = \"Moldova\"", "name = \"Mol\($0)dova\"", (.forbiddenCharacter, "name = \"Mo")) }
        + [
            ("name = \"Sample\"", "name = \"\\u001b]0;x\"", "name = \"\\u"),
            ("code = \"01\"", "code = \"\\u202e10\"", "u202e"), ("\"MD\"", "\"M\\u200BD\"", "countries"),
            ("Europe/Chisinau", "Europe/\\u200BChisinau", "zone"), ("08:00-20:00", "08:00\\u00AD-20:00", "u00AD"),
            ("\"51\", \"91\"", "\"51\", \"\\u200f91\"", "on_call"), ("[settings]", "[\"set\\u001btings\"]", "tings"),
            ("staff = 2", "\"st\\u001baff\" = 2", "aff\""), ("first = 2026-11-01", "first = \"\\u001b[2J\"", "[2J"),
            ("name = \"A shelter\"", "name = \"\"\"A\nshelter\"\"\"", "name = \"\"\"A"),
            ("name = \"A shelter\"", "name = '''A\tshelter'''", "A\tshelter"),
            ("services =", "aliases = [\n  'one',\n  \"t\\u202ewo\",\n]\nservices =", "wo"),
        ].map { ProfileBreak($0.0, $0.1, (.forbiddenCharacter, $0.2)) }

    /// What is seen, however it is written.
    static let seen: [ProfileBreak] = [
        ProfileBreak("name = \"Moldova\"", "name = \"Mol\\u0064ov\\\"a\\\" \\\\ \\U00000219i\""),
        ProfileBreak("name = \"Moldova\"", "name = \"\"\"\nMol\\\n   dova\"\"\""),
        ProfileBreak("name = \"Moldova\"", "name = 'C:\\u001b'"),
        ProfileBreak("name = \"Moldova\"", "name = \"Молдова №1\""),
    ]

    static let codes: [ProfileBreak] = [
        ProfileBreak("[\"MD\"]", "[\"MD\",\n  \"Russia\"]", (.lineUnknownCountry, "Russia")),
        ProfileBreak("\"ru\"]", "\"rus\"]", (.lineUnknownLanguage, "languages")),
        ProfileBreak("Europe/Chisinau", "Europe/Kishinew", (.lineUnknownZone, "zone")),
        ProfileBreak("2026-01-01", "2026-02-30", (.lineBadDate, "since")),
        ProfileBreak("[\"supervisor\"]", "[\"superviser\"]", (.operatorUnknownRole, "superviser")),
        ProfileBreak("[\"supervisor\"]", "[\"admin\"]", (.noSupervisor, "[[operator]]")),
        ProfileBreak(
            "[\"specialist\"]", "[\"specialist\"]\nactive = false", (.noSpecialist, "[[operator]]"),
            (.rosterInactiveOperator, "on_call")),
        ProfileBreak(
            "pattern = \"day\"", "pattern = \"dey\"", (.rosterUnknownPattern, "dey"), (.rosterGap, "[[pattern]]")),
        ProfileBreak("[\"03\"]", "[\"08\"]", (.rosterUnknownOperator, "# by night")),
        ProfileBreak("[\"03\"]", "[\n  \"03\",\n  \"3\",\n]", (.rosterUnknownOperator, "  \"3\",")),
        ProfileBreak("code = \"03\"", "code = \"03\"\nactive = false", (.rosterInactiveOperator, "# by night")),
        ProfileBreak("safe_accommodation", "accommodation", (.providerUnknownService, "services")),
        ProfileBreak(
            "code = \"shelter\"", "code = \"shelter\"\nterritories = [\"orhey\"]",
            (.providerUnknownTerritory, "orhey")),
        ProfileBreak(
            "code = \"shelter\"", "code = \"shelter\"\nlanguages = [\"rus\"]", (.providerUnknownLanguage, "rus")),
        ProfileBreak("code = \"shelter\"", "code = \"shelter\"\nages = \"65-18\"", (.providerBadAges, "65-18")),
        ProfileBreak("code = \"shelter\"", "code = \"shelter\"\nplaces = 0", (.outOfRange, "places")),
        ProfileBreak(
            "code = \"shelter\"", "code = \"shelter\"\nuntil = 2026-02-30", (.providerBadDate, "2026-02-30")),
        ProfileBreak("name = \"Orhei\"", "name = \"Orhei\"\nwithin = \"orhei\"", (.territoryUnknown, "within")),
        ProfileBreak(
            "name = \"Orhei\"", "name = \"Orhei\"\nsince = 2026-02-30", (.territoryBadDate, "2026-02-30")),
        ProfileBreak(
            "on_call =", "counts_as_referred = [\"reintegration\"]\non_call =",
            (.settingsUnknownService, "reintegration")),
        ProfileBreak("[\"51\", \"91\"]", "[\"51\", \"19\"]", (.settingsUnknownOperator, "on_call")),
        ProfileBreak(
            "[settings]", "[switch.lines]\n\"line-ru\" = \"mb\"\nq = \"md\"\n[settings]",
            (.switchUnknownLine, "\"mb\"")),
        ProfileBreak(
            "[settings]", "[switch.agents]\n\"Local/103@agents\" = \"3\"\n101 = \"01\"\n[settings]",
            (.switchUnknownOperator, "Local/103")),
        ProfileBreak(
            "[settings]", "[switch]\nlines = { q = \"md\" } # as good\nagents.103 = \"30\"\n[settings]",
            (.switchUnknownOperator, "agents.103")),
        ProfileBreak("[settings]", "[switch.line]\nq = \"md\"\n[settings]", (.unknownKey, "[switch.line]")),
        ProfileBreak("[settings]", "[switch.lines]\nq = 7\n[settings]", (.wrongType, "q = 7")),
        ProfileBreak("[settings]", "[switch.lines]\nq = \" \"\n[settings]", (.empty, "q = \" \"")),
        ProfileBreak("[settings]", "[switch.lines]\n\"\" = \"md\"\n[settings]", (.empty, "\"\" = ")),
        ProfileBreak("[settings]", "[switch]\nlines = \"md\"\n[settings]", (.wrongType, "lines = \"md\"")),
        // Twice the same name: which line did they mean?
        ProfileBreak(
            "[settings]", "[switch.lines]\nq = \"md\"\n\"q\" = \"md\" # again\n[settings]", (.syntax, "# again")),
        // A line is not missed where none could be read.
        ProfileBreak(
            "code = \"md\"", "code = \"MD\"\n# [switch.lines]", (.badCode, "code = \"MD\"")),
    ]

    static let plan: [ProfileBreak] = [
        ProfileBreak("first = 2026-11-01", "first = 2026-02-30", (.rosterBadDate, "2026-02-30")),
        ProfileBreak("first = 2026-11-01", "first = \"2026-02-30\"", (.rosterBadDate, "2026-02-30")),
        ProfileBreak("first = 2026-11-01", "first = 2026-11-1", (.rosterBadDate, "2026-11-1")),
        ProfileBreak("first = 2026-11-01", "first = 2026-11-01T08:00:00", (.rosterBadDate, "T08:00")),
        ProfileBreak("first = 2026-11-01", "first = true", (.rosterBadDate, "first = true")),
        ProfileBreak(
            "first = 2026-11-01", "first = 2026-11-01\nlast = 2026-10-01", (.rosterEndsBeforeStart, "2026-10-01")),
        ProfileBreak(
            "first = 2026-11-01", "first = 2026-11-01\ndays = [\"mon\", \"Tuesday\"]", (.rosterBadDay, "Tuesday")),
        ProfileBreak("hours = \"08:00-20:00\"", "hours = \"08:00-19:00\"", (.rosterGapWithoutPattern, "00:00-24:00")),
        ProfileBreak("# by day\nfirst = 2026-11-01", "# by day\nfirst = 2026-11-03", (.rosterGap, "[[roster]]")),
        ProfileBreak("[\"03\"] # by night", "[\"51\"] # by night", (.rosterGap, "[[roster]] # 2")),
        ProfileBreak("[\"01\", \"02\"]", "[\"01\"]", (.rosterUnderstaffed, "# by day")),
        ProfileBreak(
            "[\"01\", \"02\"]", "[\"01\", \"01\"]", (.rosterUnderstaffed, "# by day"), (.listedTwice, "# by day")),
        ProfileBreak("20:00-08:00", "19:30-08:00\"\nstaff = 1\n[[pattern]]\ncode = \"late\"\nhours = \"19:00-21:00"),
        ProfileBreak(
            "[[provider]]",
            "[[roster]]\npattern = \"night\"\noperators = [\"02\", \"03\"] # again\nfirst = 2026-12-01\nlast = 2026-12-24\n[[provider]]",
            (.rosterOverlap, "# again")),
        // Two people together are normal, one in two places is not.
        ProfileBreak("20:00-08:00", "19:30-08:00"),
        ProfileBreak(
            """
            hours = "20:00-08:00"
            staff = 1

            [[roster]]
            pattern = "day"
            operators = ["01", "02"] # by day
            first = 2026-11-01

            [[roster]] # 2
            pattern = "night"
            operators = ["03"] # by night
            """,
            """
            hours = "19:30-08:00"
            staff = 1

            [[roster]]
            pattern = "day"
            operators = ["01", "02"] # by day
            first = 2026-11-01

            [[roster]] # 2
            pattern = "night"
            operators = ["03", "01"] # by night
            """, (.rosterOverlap, "# by night")),
        ProfileBreak(
            "[[provider]]",
            "[[roster]]\npattern = \"day\"\noperators = [\"01\"] # once more\nfirst = 2026-11-02\n[[provider]]",
            (.rosterOverlap, "# once more")),
        ProfileBreak("[\"03\"] # by night", "[\"03\", \"01\"] # by night\n# no overlap: they meet"),
    ]
}
