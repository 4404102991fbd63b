/// Whether a hotline can work with other settings. What stays as it is is not
/// judged again: somebody of the on-call list may have been disabled since.
extension Hotline {
    func check(_ new: Settings) throws(Refusal) {
        for setting in Setting.allCases where new[setting] != settings[setting] {
            switch (new[setting], setting.range) {
            case (.number(let number), let range?):
                guard range.contains(number) else { throw setting.outOfRange(String(number)) }
            case (.codes(let codes), _):
                guard Set(codes).count == codes.count else {
                    throw Refusal(HotlineRule.settingListsTwice, ["setting": setting.rawValue])
                }
                try check(codes.filter { !kept(setting).contains($0) }, of: setting, new)
            case (.number, nil): break
            }
        }
        if let uneven = new.unevenWindows, new.families != settings.families || new.windows != settings.windows {
            throw Refusal(
                HotlineRule.settingUnevenWindows,
                ["first": uneven.first.rawValue, "second": uneven.second.rawValue])
        }
    }

    private func kept(_ setting: Setting) -> [String] {
        if case .codes(let codes) = settings[setting] { codes } else { [] }
    }

    private func check(_ added: [String], of setting: Setting, _ new: Settings) throws(Refusal) {
        for code in added {
            switch setting {
            case .onCall:
                guard let person = operatorNamed(code) else {
                    throw Refusal(HotlineRule.unknownActor, ["operator": code, "known": knownOperators])
                }
                guard person.active else { throw Refusal(HotlineRule.disabledActor, ["operator": code]) }
            // A donor goes by whatever code the hotline gives it.
            case .donors: break
            // Read when they were typed; of linked ones the later is the one too many.
            case .packsFamilies:
                for other in FamilyName(rawValue: code)?.linked ?? [] where new.families.contains(other) {
                    throw Refusal(HotlineRule.settingLinkedFamilies, ["first": other.rawValue, "second": code])
                }
            case .packsWindows: break
            // Read when it was typed; a line that stands there twice says two things.
            case .retention:
                let names = new.retention.rules.map(\.name)
                guard Set(names).count == names.count else {
                    throw Refusal(HotlineRule.settingListsTwice, ["setting": setting.rawValue])
                }
            case .switchLines:
                guard let named = SwitchName(code), line(named.code) == nil else { break }
                throw Refusal(CallRule.unknownLine, ["line": named.code, "known": knownLines])
            // Somebody who left may have been heard at the switch.
            case .switchAgents:
                guard let named = SwitchName(code), operatorNamed(named.code) == nil else { break }
                throw Refusal(HotlineRule.unknownActor, ["operator": named.code, "known": knownOperators])
            default:
                let services = CodeLists.list(.service)
                guard services.contains(code) else {
                    let nearest = services.nearest(to: code, limit: 3).map(\.code).joined(separator: ", ")
                    throw Refusal(HotlineRule.settingUnknownService, ["service": code, "nearest": nearest])
                }
            }
        }
    }
}
