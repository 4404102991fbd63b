import HotlineDomain

/// Patterns that somebody works, but fewer than they need.
extension PlanCheck {
    private struct Short: Hashable {
        let pattern: String
        let hours: String
        let planned: Int
        let staff: Int
        let entry: Int
    }

    var staffing: [ProfileProblem] {
        var found: [(Short, BusinessDate)] = []
        for turn in turns where !turn.hours.isEmpty {
            // A pattern nobody works that day may be meant to rest; where a line is
            // open all the same, it is a gap.
            guard let last = turn.places.last, turn.people.count < turn.pattern.staff else { continue }
            let short = Short(
                pattern: turn.pattern.code, hours: "\(turn.pattern.from)-\(turn.pattern.to)",
                planned: turn.people.count, staff: turn.pattern.staff, entry: last.entry)
            found.append((short, turn.date))
        }
        return grouped(found) { short, when in
            draft.problem(
                .rosterUnderstaffed, at: draft.roster[short.entry].path.key("operators"),
                [
                    "pattern": .text(short.pattern), "hours": .text(short.hours), "planned": .number(short.planned),
                    "staff": .number(short.staff), "when": when.detail(horizon: horizon),
                ])
        }
    }
}
