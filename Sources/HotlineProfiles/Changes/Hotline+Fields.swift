import HotlineDomain

// Each part of a hotline by the keys of its file, so that a change is told in
// the words in which it was made.

extension Hotline {
    var fields: [HotlineProfile.Field] {
        [("code", code), ("name", name), ("project_year_starts", String(projectYearStartMonth))]
    }
}

extension Line {
    var fields: [HotlineProfile.Field] {
        [
            ("name", name), ("dialled", dialled), ("countries", countries.joined(separator: ", ")),
            ("languages", languages.joined(separator: ", ")), ("zone", zone), ("hours", "\(hours.from)-\(hours.to)"),
            ("since", "\(since)"), ("until", until.map { "\($0)" } ?? ""),
        ]
    }
}

extension Operator {
    var fields: [HotlineProfile.Field] {
        [("roles", roles.map(\.rawValue).joined(separator: ", ")), ("active", String(active))]
    }
}

extension Pattern {
    var fields: [HotlineProfile.Field] { [("hours", "\(from)-\(to)"), ("staff", String(staff))] }
}

extension RosterEntry {
    var fields: [HotlineProfile.Field] {
        [("operators", operators.joined(separator: ", ")), ("last", last.map { "\($0)" } ?? "")]
    }

    var weekdays: String { days.map(\.code).joined(separator: ", ") }
}

extension Territory {
    var fields: [HotlineProfile.Field] {
        [
            ("name", name), ("aliases", aliases.joined(separator: ", ")), ("within", within ?? ""),
            ("since", since.map { "\($0)" } ?? ""), ("until", until.map { "\($0)" } ?? ""),
        ]
    }
}

extension Provider {
    var fields: [HotlineProfile.Field] {
        [
            ("name", name), ("services", services.joined(separator: ", ")),
            ("aliases", aliases.joined(separator: ", ")), ("territories", territories.joined(separator: ", ")),
            ("languages", languages.joined(separator: ", ")),
            ("hours", hours.map { "\($0.from)-\($0.to)" } ?? ""), ("ages", ages.map { "\($0.from)-\($0.to)" } ?? ""),
            ("places", places.map { String($0) } ?? ""), ("since", since.map { "\($0)" } ?? ""),
            ("until", until.map { "\($0)" } ?? ""),
        ]
    }
}

extension Donor {
    var fields: [HotlineProfile.Field] {
        [
            ("name", name), ("services", services.joined(separator: ", ")),
            ("projects", projects.joined(separator: ", ")), ("calendar", calendar.rawValue),
            ("due_day", String(dueDay)), ("language", language),
            ("families", families.map(\.rawValue).joined(separator: ", ")), ("iati_activity", iatiActivity ?? ""),
            ("iati_organisation", iatiOrganisation ?? ""), ("since", since.map { "\($0)" } ?? ""),
            ("until", until.map { "\($0)" } ?? ""),
        ]
    }
}

extension DonorIndicator {
    var fields: [HotlineProfile.Field] {
        let measure: (name: String, filter: String, register: String) =
            switch source {
            case .counted(let measure, let filter):
                (measure.rawValue, filter.map { "\($0.dimension.rawValue) = \($0.code)" } ?? "", "")
            case .register(let code): ("", "", code)
            }
        return [
            ("donors_code", donorsCode ?? ""), ("wording.en", wording["en"] ?? ""),
            ("wording.ro", wording["ro"] ?? ""), ("wording.ru", wording["ru"] ?? ""), ("unit", unit.rawValue),
            ("baseline", baseline.map { String($0) } ?? ""), ("target", target.map { String($0) } ?? ""),
            ("measure", measure.name), ("filter", measure.filter), ("register", measure.register),
        ]
    }
}

extension Settings {
    var fields: [HotlineProfile.Field] {
        [
            ("answer_target_seconds", String(answerTargetSeconds)),
            ("short_abandon_seconds", String(shortAbandonSeconds)), ("wrap_up_seconds", String(wrapUpSeconds)),
            ("acknowledge_seconds", String(acknowledgeSeconds)),
            ("counts_as_referred", countsAsReferred.joined(separator: ", ")),
            ("on_call", onCall.joined(separator: ", ")), ("plan_days", String(planDays)),
            ("repeat_caller_days", String(repeatCallerDays)),
            ("idle_lock_seconds", String(idleLockSeconds)), ("donors", donors.joined(separator: ", ")),
            ("retention", retention.rules.map(\.description).joined(separator: ", ")),
            ("switch_lines", self[.switchLines].text), ("switch_agents", self[.switchAgents].text),
            ("packs_threshold_calls", String(thresholdCalls)), ("packs_threshold_people", String(thresholdPeople)),
            ("packs_families", self[.packsFamilies].text), ("packs_windows", self[.packsWindows].text),
        ]
    }
}
