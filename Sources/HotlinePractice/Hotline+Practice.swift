import HotlineDomain

extension Hotline {
    /// The Transnistria line of October 2008 to September 2009, for practising.
    /// The same as `shifts/transnistria-migration.toml`, which a test compares
    /// it with: the installed program has no profile lying beside it.
    public static let practice = Hotline(
        code: "transnistria-migration", name: "Transnistria: migration and trafficking", projectYearStartMonth: 10,
        lines: [
            Line(
                code: "tn", name: "Transnistria", dialled: "", countries: ["MD"], languages: ["ru", "ro", "uk"],
                zone: "Europe/Chisinau", hours: OpeningHours(from: clock(8, 0), to: clock(23, 0)), since: opening)
        ],
        operators: [
            Operator(code: "01", roles: [.operator]), Operator(code: "02", roles: [.operator]),
            Operator(code: "03", roles: [.operator]), Operator(code: "04", roles: [.operator]),
            Operator(code: "51", roles: [.specialist]), Operator(code: "52", roles: [.specialist]),
            Operator(code: "71", roles: [.reportingOfficer]), Operator(code: "91", roles: [.supervisor, .admin]),
        ],
        patterns: [
            Pattern(code: "morning", from: clock(8, 0), to: clock(15, 30), staff: 1),
            Pattern(code: "evening", from: clock(15, 30), to: clock(23, 0), staff: 1),
            Pattern(code: "specialist", from: clock(9, 0), to: clock(17, 0), staff: 1),
            Pattern(code: "supervisor", from: clock(9, 0), to: clock(17, 0), staff: 1),
        ],
        roster: [
            RosterEntry(pattern: "morning", operators: ["01"], first: opening, days: workdays),
            RosterEntry(pattern: "morning", operators: ["03"], first: opening, days: [.saturday, .sunday]),
            RosterEntry(pattern: "evening", operators: ["02"], first: opening, days: workdays),
            RosterEntry(pattern: "evening", operators: ["04"], first: opening, days: [.saturday, .sunday]),
            RosterEntry(
                pattern: "specialist", operators: ["51"], first: opening, days: [.monday, .tuesday, .wednesday]),
            RosterEntry(pattern: "specialist", operators: ["52"], first: opening, days: [.thursday, .friday]),
            RosterEntry(pattern: "supervisor", operators: ["91"], first: opening, days: workdays),
        ],
        providers: providersOfPractice, donors: donorsOfPractice, settings: Settings(onCall: ["51", "52", "91"]))

    private static let opening = PracticeYear.firstDate
    private static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

    private static let providersOfPractice = [
        Provider(
            code: "capc-chisinau", name: "CAPC Chișinău",
            services: [
                "safe_accommodation", "urgent_medical", "psychological_crisis", "legal", "social_reintegration",
            ],
            aliases: ["CAPC Chişinău", "CAPC Chisinau"]),
        Provider(
            code: "copsr", name: "COPSR",
            services: [
                "safe_accommodation", "psychological_long_term", "vocational_training", "social_reintegration",
            ]),
        Provider(
            code: "amicul", name: "Amicul",
            services: ["child_protection", "psychological_crisis", "psychological_long_term"]),
        Provider(code: "sotis", name: "SOTIS", services: ["safe_accommodation", "psychological_crisis", "legal"]),
        Provider(
            code: "la-strada", name: "La Strada Moldova",
            services: ["psychological_crisis", "legal", "repatriation", "documents"], aliases: ["La Strada"]),
        Provider(
            code: "cnpac", name: "CNPAC",
            services: ["child_protection", "psychological_crisis", "psychological_long_term"],
            aliases: [
                "National Centre for Child Abuse Prevention",
                "Centrul Național de Prevenire a Abuzului față de Copii",
            ]),
        Provider(
            code: "interaction", name: "Interaction",
            services: ["psychological_crisis", "legal", "social_reintegration", "individual_assistance_package"],
            aliases: ["Взаимодействие"]),
    ]

    private static func clock(_ hour: Int, _ minute: Int) -> LocalTime {
        guard let time = LocalTime(minutes: hour * 60 + minute) else { preconditionFailure("an hour of the day") }
        return time
    }
}
