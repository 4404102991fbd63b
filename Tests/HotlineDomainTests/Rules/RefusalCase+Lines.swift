@testable import HotlineDomain

extension RefusalCase {
    static let lines: [RefusalCase] = [
        line("line.exists") { .addLine($0.with { $0.code = "md" }) },
        line("line.unknown") { .changeLine($0) },
        line("line.bad_code") { .addLine($0.with { $0.code = "The new line" }) },
        line("line.bad_name") { .addLine($0.with { $0.name = " " }) },
        line("line.bad_name") { .addLine($0.with { $0.name = "two\nlines" }) },
        line("line.bad_number") { .addLine($0.with { $0.dialled = "\u{202E}00-08" }) },
        line("line.needs_country") { .addLine($0.with { $0.countries = [] }) },
        line("call.unknown_code") { .addLine($0.with { $0.countries = ["MDA"] }) },
        line("line.needs_language") { .addLine($0.with { $0.languages = [] }) },
        line("call.unknown_code") { .addLine($0.with { $0.languages = ["moldovan"] }) },
        line("line.unknown_zone") { .addLine($0.with { $0.zone = "Europe/Atlantis" }) },
        line("line.ends_before_it_begins") { .addLine($0.with { $0.until = $0.since - 1 }) },
        RefusalCase("line.last_open", by: "21") { desk in
            try desk.does(.hotline(.changeLine(Hotline.example.lines[1].with { $0.until = .september })), by: "21")
            return .hotline(.changeLine(Hotline.example.lines[0].with { $0.until = .september }))
        },
        RefusalCase("line.last_open", by: "21") { _ in
            var profile = Hotline.example
            for place in profile.lines.indices { profile.lines[place].until = .september }
            return .hotline(.apply(profile))
        },
    ]

    private static func line(
        _ rule: String, _ command: @escaping @Sendable (Line) -> HotlineCommand
    ) -> RefusalCase {
        RefusalCase(rule, by: "21") { _ in .hotline(command(.spare)) }
    }
}

extension Line {
    /// One that the hotline of the tests has not.
    static let spare = Line(
        code: "it", name: "Italy", dialled: "800-000-001", countries: ["IT"], languages: ["ro", "it"],
        zone: "Europe/Chisinau", hours: OpeningHours("18:00-02:00")!, since: .september)

    func with(_ change: (inout Line) -> Void) -> Line {
        var changed = self
        change(&changed)
        return changed
    }
}

extension Desk {
    /// The first line has its last day on that date.
    mutating func closeLine(on date: String) throws {
        try does(.hotline(.changeLine(Hotline.example.lines[0].with { $0.until = BusinessDate(date) })), by: "21")
    }
}
