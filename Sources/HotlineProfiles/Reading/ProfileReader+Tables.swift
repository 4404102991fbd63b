import HotlineDomain
import TOMLKit

/// One function a table. Each reads all of it and gives up only on what the plan
/// cannot be judged without; a profile with a problem is never used, but the
/// rest of it should still be looked at.
extension ProfileReader {
    mutating func line(_ node: Node) -> Line? {
        checkKeys(node, ["code", "name", "dialled", "countries", "languages", "zone", "hours", "since", "until"])
        let code = code(in: node)
        let name = text("name", in: node)
        let dialled = text("dialled", in: node, mayBeEmpty: true)
        let countries = codes("countries", in: node, CodeLists.list(.country), .lineUnknownCountry)
        let languages = codes("languages", in: node, CodeLists.list(.language), .lineUnknownLanguage)
        let zone = zone(in: node)
        let hours = hours("hours", in: node)
        let since = date("since", in: node, required: true, .lineBadDate)
        let until = date("until", in: node, required: false, .lineBadDate)
        guard let code, let zone, let hours else { return nil }
        return Line(
            code: code, name: name ?? "", dialled: dialled ?? "", countries: countries ?? [],
            languages: languages ?? [], zone: zone, hours: hours, since: since ?? .distantPast, until: until)
    }

    mutating func operatorEntry(_ node: Node) -> Operator? {
        checkKeys(node, ["code", "roles", "active"])
        let code = code(in: node)
        let codes = codes("roles", in: node, ProfileReader.roles, .operatorUnknownRole)
        let roles = codes?.compactMap(Role.init(rawValue:)) ?? []
        let active = flag("active", in: node) ?? true
        guard let code else { return nil }
        // A role that cannot be read may be any: it should not be missed as well.
        return Operator(code: code, roles: roles.count == codes?.count ? roles : Role.allCases, active: active)
    }

    mutating func pattern(_ node: Node) -> Pattern? {
        checkKeys(node, ["code", "hours", "staff"])
        let code = code(in: node)
        let hours = hours("hours", in: node)
        let staff = number("staff", in: node, 1...999, required: true)
        guard let code, let hours else { return nil }
        return Pattern(code: code, from: hours.from, to: hours.to, staff: staff ?? 1)
    }

    mutating func roster(in root: Node) -> [ProfileDraft.Located<RosterEntry>] {
        tables("roster", in: root, required: true).compactMap { node in
            checkKeys(node, ["pattern", "operators", "first", "last", "days"])
            let pattern = text("pattern", in: node)
            let operators = texts("operators", in: node)
            let days = days(in: node)
            let before = problems.count
            let first = date("first", in: node, required: true, .rosterBadDate)
            let last = date("last", in: node, required: false, .rosterBadDate)
            let hasBadDate = problems.count > before
            guard let pattern, let operators else { return nil }
            return .init(
                value: RosterEntry(
                    pattern: pattern, operators: operators, first: first ?? .distantPast,
                    last: hasBadDate ? nil : last, days: days),
                path: node.path, hasBadDate: hasBadDate)
        }
    }

    mutating func settings(_ node: Node) -> Settings {
        // How long words are kept, a switch's names and what packs show are tables of their own.
        let elsewhere: [Setting] = [
            .retention, .switchLines, .switchAgents, .packsThresholdCalls, .packsThresholdPeople, .packsFamilies,
            .packsWindows,
        ]
        checkKeys(node, Setting.allCases.filter { !elsewhere.contains($0) }.map(\.rawValue))
        var settings = Settings()
        settings.answerTargetSeconds = number(.answerTargetSeconds, in: node) ?? settings.answerTargetSeconds
        settings.shortAbandonSeconds = number(.shortAbandonSeconds, in: node) ?? settings.shortAbandonSeconds
        settings.wrapUpSeconds = number(.wrapUpSeconds, in: node) ?? settings.wrapUpSeconds
        settings.acknowledgeSeconds = number(.acknowledgeSeconds, in: node) ?? settings.acknowledgeSeconds
        settings.idleLockSeconds = number(.idleLockSeconds, in: node) ?? settings.idleLockSeconds
        settings.planDays = number(.planDays, in: node) ?? settings.planDays
        settings.repeatCallerDays = number(.repeatCallerDays, in: node) ?? settings.repeatCallerDays
        settings.countsAsReferred =
            codes("counts_as_referred", in: node, CodeLists.list(.service), .settingsUnknownService, required: false)
            ?? settings.countsAsReferred
        settings.donors = texts("donors", in: node, required: false, mayBeEmpty: true) ?? []
        settings.onCall = texts("on_call", in: node, required: false, mayBeEmpty: true) ?? []
        return settings
    }

    private mutating func number(_ setting: Setting, in node: Node) -> Int? {
        setting.range.flatMap { number(setting.rawValue, in: node, $0) }
    }

    // MARK: Codes of lists

    private static let roles = CodeList(
        id: "role", version: 1, source: "", codes: Role.allCases.map { Code(code: $0.rawValue, labels: [:]) })

    mutating func codes(
        _ key: String, in node: Node, _ list: CodeList, _ rule: ProfileRule, required: Bool = true
    ) -> [String]? {
        guard let codes = texts(key, in: node, required: required, mayBeEmpty: !required) else { return nil }
        for (index, code) in codes.enumerated() where !list.contains(code) {
            report(
                rule, at: source.value(node.path.key(key).item(index)),
                ["code": .text(code), "nearest": .words(list.nearest(to: code, limit: 3).map(\.code))])
        }
        return codes
    }

    private mutating func zone(in node: Node) -> String? {
        guard let name = text("zone", in: node) else { return nil }
        do {
            return try ZoneRules.named(name).name
        } catch {
            report(
                .lineUnknownZone, at: source.value(node.path.key("zone")),
                ["code": .text(name), "nearest": .words(error.nearest)])
            return nil
        }
    }

    private mutating func days(in node: Node) -> [Weekday] {
        guard let codes = texts("days", in: node, required: false) else { return Weekday.allCases }
        let known = Weekday.allCases.map(\.code)
        for (index, code) in codes.enumerated() where !known.contains(code) {
            report(
                .rosterBadDay, at: source.value(node.path.key("days").item(index)),
                ["code": .text(code), "nearest": .words(known)])
        }
        let days = codes.compactMap { Weekday(code: $0) }
        return days.count == codes.count ? days : Weekday.allCases
    }
}

extension BusinessDate {
    /// Before any roster.
    static let distantPast = BusinessDate(days: -25_567)
}
