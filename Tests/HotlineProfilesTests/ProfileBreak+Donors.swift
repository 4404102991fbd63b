import HotlineProfiles

extension ProfileBreak {
    /// A donor added to the sample, and what is wrong with it.
    private static func donor(_ lines: String, _ expected: (ProfileRule, String)...) -> ProfileBreak {
        added("[[donor]]\ncode = \"sdc\"\nname = \"SDC\"\n\(lines)\n", expected)
    }

    private static func indicator(_ lines: String, _ expected: (ProfileRule, String)...) -> ProfileBreak {
        added(
            """
            [[donor]]
            code = "sdc"
            name = "SDC"

            [[donor.indicator]] # one
            code = "served"
            wording = { en = "Served", ro = "Deserviți" }
            \(lines)

            """, expected)
    }

    private static func packs(_ lines: String, _ expected: (ProfileRule, String)...) -> ProfileBreak {
        added("[packs]\n\(lines)\n", expected)
    }

    private static func added(_ text: String, _ expected: [(ProfileRule, String)]) -> ProfileBreak {
        ProfileBreak("[settings]", "\(text)[settings]", expected)
    }

    static let donors: [ProfileBreak] = [
        donor("services = [\"legal\"]\nprojects = [\"7F-1\"]\ndue_day = 28\nuntil = 2029-12-31"),
        donor("dueday = 3", (.unknownKey, "dueday")),
        ProfileBreak("[settings]", "[[donor]]\nname = \"SDC\"\n[settings]", (.missingKey, "[[donor]]")),
        ProfileBreak("[settings]", "[[donor]]\ncode = \"sdc\"\n[settings]", (.missingKey, "[[donor]]")),
        ProfileBreak("[settings]", "[donor]\ncode = \"sdc\"\n[settings]", (.wrongType, "[donor]")),
        ProfileBreak(
            "[settings]", "[[donor]]\ncode = \"The SDC\"\nname = \"SDC\"\n[settings]", (.badCode, "The SDC")),
        donor("[[donor]]\ncode = \"sdc\" # again\nname = \"SDC\"", (.duplicateCode, "# again")),
        donor("services = [\"legal\",\n \"legall\"]", (.donorUnknownService, "\"legall\"")),
        donor("services = \"legal\"", (.wrongType, "services = \"legal\"")),
        donor("projects = [\"a\", \"a\"]", (.listedTwice, "projects")),
        donor("calendar = \"quarterly\"", (.donorUnknownCalendar, "quarterly")),
        donor("due_day = 31", (.outOfRange, "due_day")),
        donor("due_day = \"15\"", (.wrongType, "due_day")),
        donor("language = \"ja\"", (.donorUnknownLanguage, "language = \"ja\"")),
        donor("families = [\"country\", \"contry\"]", (.donorUnknownFamily, "contry")),
        donor("families = [\"country\", \"line\"]", (.donorFamilyNotPublished, "families")),
        donor("since = 2026-02-30", (.donorBadDate, "2026-02-30")),
        donor("since = 2026-12-31\nuntil = 2026-01-01 # early", (.donorEndsBeforeStart, "# early")),
        donor("iati_activity = \"\"", (.empty, "iati_activity")),
        donor("indicator = \"calls\"", (.wrongType, "indicator =")),
    ]

    static let indicators: [ProfileBreak] = [
        indicator("measure = \"calls\""),
        indicator("measure = \"calls\"\nfilter.class = \"information\""),
        indicator("measure = \"delivered\"\nfilter = { donor = \"sdc\" }\nunit = \"services\""),
        indicator("measure = \"calls\"\nfilter = { line = \"md\" }", (.indicatorNotPublished, "measure")),
        indicator("register = \"trials\"\ntarget = 10"),
        indicator("", (.indicatorNeedsSource, "# one")),
        indicator("measure = \"calls\"\nregister = \"trials\"", (.indicatorTwoSources, "register")),
        indicator("measure = \"call\"", (.indicatorUnknownMeasure, "measure")),
        indicator("measure = \"calls\"\nfilter = \"MD\"", (.wrongType, "filter")),
        indicator("measure = \"calls\"\nfilter = {}", (.indicatorBadFilter, "filter")),
        indicator(
            "measure = \"calls\"\nfilter = { country = \"MD\", language = \"ro\" }", (.indicatorBadFilter, "filter")),
        indicator("register = \"trials\"\nfilter = { country = \"MD\" }", (.indicatorBadFilter, "filter")),
        indicator("measure = \"calls\"\nfilter = { cuntry = \"MD\" }", (.indicatorNoTable, "cuntry")),
        indicator("measure = \"delivered\"\nfilter = { country = \"MD\" }", (.indicatorNoTable, "country = \"MD\"")),
        indicator("measure = \"referred\"\nfilter = { service = \"legal\" }", (.indicatorNoTable, "service =")),
        indicator("measure = \"calls\"\nfilter.country = \"ZZ\"", (.indicatorUnknownCode, "filter.country")),
        indicator(
            "measure = \"delivered\"\nfilter = { donor = \"iom\" }", (.indicatorUnknownCode, "donor = \"iom\"")),
        indicator("measure = \"calls\"\nunit = \"callers\"", (.indicatorUnknownUnit, "unit")),
        indicator("measure = \"calls\"\ntarget = -1", (.outOfRange, "target")),
        indicator("measure = \"calls\"\nbaseline = 1.5", (.wrongType, "baseline")),
        indicator("measure = \"calls\"\nfillter = {}", (.unknownKey, "fillter")),
        indicator(
            "measure = \"calls\"\n[[donor.indicator]]\ncode = \"served\" # again\nwording = \"S\"\nmeasure = \"sos\"",
            (.duplicateCode, "# again")),
        indicator(
            "measure = \"calls\"\n[[donor.indicator]] # two\ncode = \"sos\"\nmeasure = \"sos\"",
            (.missingKey, "# two")),
        indicator(
            "measure = \"calls\"\n[[donor.indicator]]\ncode = \"sos\"\nmeasure = \"sos\"\nwording = { fr = \"SOS\" }",
            (.unknownKey, "fr =")),
        indicator(
            "measure = \"calls\"\n[[donor.indicator]]\ncode = \"sos\"\nmeasure = \"sos\"\nwording = {} # none",
            (.empty, "# none")),
        indicator(
            "measure = \"calls\"\n[[donor.indicator]]\ncode = \"sos\"\nmeasure = \"sos\"\nwording = 3",
            (.wrongType, "= 3")
        ),
    ]

    static let packs: [ProfileBreak] = [
        packs("threshold_calls = 7\nthreshold_people = 20\nfamilies = []"),
        packs("families = [\"language\", \"line\", \"service_fund\"]\nwindows = { line = \"month\" }"),
        packs("treshold_calls = 5", (.unknownKey, "treshold_calls")),
        packs("threshold_calls = 1", (.outOfRange, "threshold_calls")),
        packs("threshold_people = \"11\"", (.wrongType, "threshold_people")),
        packs("families = [\"country\",\n \"langauge\"]", (.packsUnknownFamily, "langauge")),
        packs("families = [\"country\", \"country\"]", (.listedTwice, "families")),
        packs("families = [\"country\",\n \"line\"]", (.packsLinkedFamilies, "\"line\"")),
        packs("families = [\"service_fund\",\n \"fund\"]", (.packsLinkedFamilies, "\"fund\"")),
        packs("windows = { fund = \"month\", service = \"month\" }"),
        packs("windows = { fund = \"month\" }", (.packsUnevenWindows, "\"month\"")),
        packs("windows = { repatriated = \"quarter\" }", (.packsUnevenWindows, "\"quarter\"")),
        packs("windows = { langauge = \"month\" }", (.unknownKey, "langauge")),
        packs("windows = { language = \"week\" }", (.packsUnknownWindow, "week")),
        packs("windows = \"month\"", (.wrongType, "windows")),
        ProfileBreak("[settings]", "[settings]\npacks_threshold_calls = 5", (.unknownKey, "packs_threshold")),
    ]
}
