@testable import HotlineDomain

/// Desks that ask to join.
extension RefusalCase {
    private static func joining(_ mark: Int, _ name: String, insteadOf old: Int? = nil) -> Command {
        .access(
            .enrolDesk(
                Enrolment(
                    mark: DeskMark(mark)!, name: name, token: "token-\(mark)", insteadOf: old.flatMap { DeskMark($0) }
                )))
    }

    static let desks: [RefusalCase] = [
        RefusalCase("desk.needs_name", by: "21") { _ in joining(1, "") },
        RefusalCase("desk.needs_name", by: "21") { _ in joining(1, " north") },
        RefusalCase("desk.needs_name", by: "21") { _ in joining(1, "a\u{1B}[2J") },
        RefusalCase("desk.needs_name", by: "21") { _ in joining(1, String(repeating: "a", count: 41)) },
        RefusalCase("desk.mark_taken", by: "21") { desk in
            try desk.does(joining(1, "north"), by: "21")
            return joining(1, "south")
        },
        RefusalCase("desk.name_taken", by: "21") { desk in
            try desk.does(joining(1, "Tiraspol"), by: "21")
            return joining(2, "tiraspol")
        },
        RefusalCase("desk.name_taken", by: "21") { desk in
            try desk.does(joining(1, "north"), by: "21")
            return joining(2, "north", insteadOf: 1)
        },
        RefusalCase("desk.retired", by: "21") { desk in
            try desk.does(joining(1, "north"), by: "21")
            try desk.does(.access(.retireDesk(DeskMark(1)!)), by: "21")
            return joining(2, "north again", insteadOf: 1)
        },
        RefusalCase("desk.retired", by: "21") { desk in
            try desk.does(joining(1, "north"), by: "21")
            try desk.does(.access(.retireDesk(DeskMark(1)!)), by: "21")
            return .access(.retireDesk(DeskMark(1)!))
        },
        RefusalCase("desk.unknown", by: "21") { _ in .access(.retireDesk(DeskMark(9)!)) },
        RefusalCase("desk.not_here", by: "21") { desk in
            try desk.does(joining(3, "north"), by: "21")
            desk.mark = DeskMark(3)
            return .access(.retireDesk(DeskMark(3)!))
        },
        RefusalCase("desk.is_retired") { desk in
            try desk.does(joining(3, "north"), by: "21")
            try desk.does(.access(.retireDesk(DeskMark(3)!)), by: "21")
            desk.mark = DeskMark(3)
            return .call(desk.id(), .start(line: "md", at: desk.now, country: nil, language: nil))
        },
        RefusalCase("desk.of_house", by: "21") { desk in
            desk.mark = DeskMark(3)
            var settings = Settings()
            settings.retention = try Retention(rules: [Retention.Rule(name: "draft", days: "3")])
            return .hotline(.changeSettings([.retention: settings[.retention]]))
        },
        RefusalCase("desk.of_house", by: "24") { desk in
            let call = try desk.toldCall()
            desk.mark = DeskMark(3)
            desk.now = desk.now + .days(731)
            return .erasure(Subject(.call, call.raw), .retire(listed: desk.now))
        },
        RefusalCase("desk.not_here", by: "21") { desk in
            desk.mark = DeskMark(3)
            return joining(4, "north")
        },
    ]
}
