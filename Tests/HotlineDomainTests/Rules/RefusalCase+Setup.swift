@testable import HotlineDomain

extension RefusalCase {
    static let setup: [RefusalCase] = [
        RefusalCase("hotline.other_hotline", by: "09") { desk in
            var other = Hotline.example
            other.code = "other"
            return .hotline(.apply(other))
        },
        RefusalCase("operator.unknown", by: "99") { desk in .call(desk.id(), .hold) },
        RefusalCase("operator.unknown", by: "09") { desk in .hotline(.disableOperator(code: "99")) },
        RefusalCase("operator.disabled", by: "04") { desk in .call(desk.id(), .hold) },
        RefusalCase("operator.exists", by: "09") { desk in
            .hotline(.addOperator(Operator(code: "01", roles: [.operator])))
        },
        RefusalCase("operator.bad_code", by: "09") { desk in
            .hotline(.addOperator(Operator(code: "M. Rusu", roles: [.operator])))
        },
        RefusalCase("operator.needs_role", by: "09") { desk in .hotline(.changeOperator(code: "01", roles: [])) },
        RefusalCase("operator.needs_role", by: "09") { desk in
            .hotline(.addOperator(Operator(code: "10", roles: [])))
        },
        RefusalCase("operator.already_disabled", by: "09") { desk in .hotline(.disableOperator(code: "04")) },
        RefusalCase("operator.not_disabled", by: "09") { desk in .hotline(.enableOperator(code: "01")) },
        RefusalCase("operator.on_shift", by: "09") { desk in
            _ = try desk.signOn()
            return .hotline(.disableOperator(code: "01"))
        },
        settings("settings.out_of_range") { $0.acknowledgeSeconds = 9 },
        settings("settings.out_of_range") { $0.planDays = 367 },
        settings("settings.unknown_service") { $0.countsAsReferred.append("legall") },
        settings("settings.listed_twice") { $0.onCall = ["05", "05"] },
        settings("operator.unknown") { $0.onCall = ["77"] },
        settings("operator.unknown") { $0.switchAgents["103"] = "77" },
        settings("call.unknown_line") { $0.switchLines["line-ru"] = "nowhere" },
        RefusalCase("settings.bad_pair", by: "09") { _ in
            .hotline(.changeSettings([.switchLines: .codes(["line-ru"])]))
        },
        settings("operator.disabled") { $0.onCall = ["04"] },
        settings("settings.out_of_range") { $0.thresholdPeople = 1 },
        settings("settings.linked_families") { $0.families.append(.line) },
        settings("settings.linked_families") { $0.families = [.serviceFund, .fund] },
        settings("settings.uneven_windows") { $0.windows[.fund] = .month },
        settings("settings.uneven_windows") {
            $0.windows = [.repatriated: .quarter, .repatriatedFrom: .month]
        },
        settings("settings.listed_twice") { $0.families.append(.country) },
        value("settings.unknown_family", .packsFamilies, "contry"),
        value("settings.unknown_family", .packsWindows, "contry=month"),
        value("settings.unknown_window", .packsWindows, "country=fortnight"),
        value("settings.unknown_window", .packsWindows, "country"),
        RefusalCase("settings.listed_twice", by: "09") { _ in
            .hotline(.changeSettings([.packsWindows: .codes(["country=month", "country=quarter"])]))
        },
    ]

    private static func value(_ rule: String, _ setting: Setting, _ text: String) -> RefusalCase {
        RefusalCase(rule, by: "09") { _ in .hotline(.changeSettings([setting: .codes([text])])) }
    }

    private static func settings(
        _ rule: String, _ change: @escaping @Sendable (inout Settings) -> Void
    ) -> RefusalCase {
        RefusalCase(rule, by: "09") { desk in
            var settings = desk.hotline?.settings ?? Settings()
            change(&settings)
            return .hotline(.changeSettings(settings.changes(from: desk.hotline?.settings ?? Settings())))
        }
    }

    static let words: [RefusalCase] = [
        RefusalCase("words.too_long") { desk in try noted(&desk, String(repeating: "a", count: 20_001)) },
        RefusalCase("words.too_long") { desk in try noted(&desk, String(repeating: "ș", count: 5_000_000)) },
        RefusalCase("words.too_long") { desk in
            let region = desk.written(String(repeating: "я", count: 81))
            return .call(try desk.startCall(), .save(CallEntry(CallContent(), region: region)))
        },
        RefusalCase("words.control_character") { desk in try noted(&desk, "before \u{1B}[31m after") },
        RefusalCase("words.control_character") { desk in try noted(&desk, "half a\u{85}line") },
        RefusalCase("words.direction_mark") { desk in try noted(&desk, "to\u{202E}xt.exe") },
        RefusalCase("words.direction_mark") { desk in try noted(&desk, "a\u{2067}b") },
        RefusalCase("words.direction_mark") { desk in try noted(&desk, "a\u{61C}b") },
        RefusalCase("words.control_character", by: "05") { desk in
            let (file, words) = (try desk.openCase(), desk.written("\u{0}"))
            return .case(file, .note(words))
        },
        RefusalCase("words.control_character", by: "05") { desk in
            let (escalation, words) = (try desk.escalation(in: .inHand), desk.written("\u{7F}"))
            return .escalation(escalation, .resolve(outcome: "caller_lost", reason: words, openedCase: nil))
        },
        RefusalCase("words.control_character") { desk in
            let (referral, words) = (try desk.referral(in: .sent), desk.written("\u{D}"))
            return .referral(referral, .revoke(reason: words, outcome: "not_applicable"))
        },
        RefusalCase("words.control_character") { desk in
            let (shift, words) = (try desk.signOn(), desk.written("\u{8}"))
            return .handover(desk.id(), .offer(shift: shift, notes: [words]))
        },
    ]

    private static func noted(_ desk: inout Desk, _ text: String) throws -> Command {
        let note = desk.written(text)
        return .call(try desk.startCall(), .save(CallEntry(CallContent(), note: note)))
    }
}
