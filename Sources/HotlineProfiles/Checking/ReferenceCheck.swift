import HotlineDomain

/// Whether the parts of a profile know each other: no code twice, nobody on the
/// roster who is not there, somebody for each duty.
struct ReferenceCheck {
    let draft: ProfileDraft

    var problems: [ProfileProblem] {
        duplicates(draft.lines, "line", \.code) + duplicates(draft.operators, "operator", \.code)
            + duplicates(draft.patterns, "pattern", \.code) + duplicates(draft.providers, "provider", \.code)
            + duplicates(draft.territories, "territory", \.code) + duplicates(draft.donors, "donor", \.donor.code)
            + territories + duties + draft.roster.flatMap(entry) + onCall + switchNames
    }

    /// Providers and territories name only territories that are there.
    private var territories: [ProfileProblem] {
        let known = draft.territories.map(\.value.code)
        let outer = draft.territories.compactMap { item -> ProfileProblem? in
            guard let within = item.value.within, !known.contains(within) || within == item.value.code else {
                return nil
            }
            return unknown(.territoryUnknown, within, known, item.path.key("within"))
        }
        let served = draft.providers.flatMap { item in
            item.value.territories.enumerated().filter { !known.contains($0.element) }.map { index, code in
                unknown(.providerUnknownTerritory, code, known, item.path.key("territories").item(index))
            }
        }
        return outer + served
    }

    private func duplicates<Value>(
        _ located: [ProfileDraft.Located<Value>], _ table: String, _ code: (Value) -> String
    ) -> [ProfileProblem] {
        var first: [String: SourcePath] = [:]
        return located.compactMap { item in
            let code = code(item.value)
            guard let other = first.updateValue(first[code] ?? item.path, forKey: code) else { return nil }
            return draft.problem(
                .duplicateCode, at: item.path.key("code"),
                ["code": .text(code), "table": .text(table), "other_line": .number(draft.source.value(other).line)])
        }
    }

    /// Somebody active has to answer, to take an SOS and to lead.
    private var duties: [ProfileProblem] {
        guard let first = draft.operators.first, draft.isWhole else { return [] }
        let rules: [(Role, ProfileRule)] = [
            (.operator, .noOperator), (.specialist, .noSpecialist), (.supervisor, .noSupervisor),
        ]
        return rules.filter { role, _ in !draft.operators.contains { $0.value.active && $0.value.has(role) } }
            .map { role, rule in draft.problem(rule, at: first.path, ["role": .text(role.rawValue)]) }
    }

    private func entry(_ entry: ProfileDraft.Located<RosterEntry>) -> [ProfileProblem] {
        var problems: [ProfileProblem] = []
        let patterns = draft.patterns.map(\.value.code)
        if !patterns.contains(entry.value.pattern), draft.isWhole {
            problems.append(unknown(.rosterUnknownPattern, entry.value.pattern, patterns, entry.path.key("pattern")))
        }
        for (index, code) in entry.value.operators.enumerated() {
            let path = entry.path.key("operators").item(index)
            problems += operatorProblem(code, .rosterUnknownOperator, at: path)
        }
        if let last = entry.value.last, last < entry.value.first {
            problems.append(
                draft.problem(
                    .rosterEndsBeforeStart, at: entry.path.key("last"),
                    ["first": "\(entry.value.first)", "last": "\(last)"]))
        }
        return problems
    }

    private var onCall: [ProfileProblem] {
        draft.settings.onCall.enumerated().flatMap { index, code in
            operatorProblem(
                code, .settingsUnknownOperator, at: SourcePath().key("settings").key("on_call").item(index))
        }
    }

    /// A switch's names lead to lines and operators that are there. Somebody who
    /// left may still be named: recordings of before know them.
    private var switchNames: [ProfileProblem] {
        guard draft.isWhole else { return [] }
        let (lines, operators) = (draft.lines.map(\.value.code), draft.operators.map(\.value.code))
        return unknown(draft.settings.switchLines, lines, .switchUnknownLine, "lines")
            + unknown(draft.settings.switchAgents, operators, .switchUnknownOperator, "agents")
    }

    private func unknown(
        _ names: [String: String], _ known: [String], _ rule: ProfileRule, _ table: String
    ) -> [ProfileProblem] {
        names.filter { !known.contains($0.value) }.map { name, code in
            unknown(rule, code, known, SourcePath().key("switch").key(table).key(name))
        }
    }

    private func operatorProblem(_ code: String, _ rule: ProfileRule, at path: SourcePath) -> [ProfileProblem] {
        guard let found = draft.operators.first(where: { $0.value.code == code }) else {
            return draft.isWhole ? [unknown(rule, code, draft.operators.map(\.value.code), path)] : []
        }
        return found.value.active ? [] : [draft.problem(.rosterInactiveOperator, at: path, ["code": .text(code)])]
    }

    private func unknown(
        _ rule: ProfileRule, _ code: String, _ known: [String], _ path: SourcePath
    ) -> ProfileProblem {
        draft.problem(rule, at: path, ["code": .text(code), "nearest": .words(nearest(to: code, in: known))])
    }
}
