/// One setting of a hotline, by the key it has in a profile.
public enum Setting: String, CaseIterable, Hashable, Sendable {
    case answerTargetSeconds = "answer_target_seconds"
    case shortAbandonSeconds = "short_abandon_seconds"
    case wrapUpSeconds = "wrap_up_seconds"
    case acknowledgeSeconds = "acknowledge_seconds"
    case idleLockSeconds = "idle_lock_seconds"
    case planDays = "plan_days"
    case repeatCallerDays = "repeat_caller_days"
    case countsAsReferred = "counts_as_referred"
    case onCall = "on_call"
    case donors
    /// How long words are kept, where it is not as the program has it.
    case retention
    /// What a switch calls the lines, `line-ru=ru`, and the operators.
    case switchLines = "switch_lines"
    case switchAgents = "switch_agents"
    /// Of a profile's table `packs`: how small a count may be that is shown by an attribute.
    case packsThresholdCalls = "packs_threshold_calls"
    case packsThresholdPeople = "packs_threshold_people"
    /// By which attributes figures are published, and the windows that are not as the program has them.
    case packsFamilies = "packs_families"
    case packsWindows = "packs_windows"

    /// What a number may be, wherever it comes from; nil for a list of codes.
    public var range: ClosedRange<Int>? {
        switch self {
        case .answerTargetSeconds: 1...3600
        case .shortAbandonSeconds: 0...600
        case .wrapUpSeconds: 0...7200
        case .acknowledgeSeconds: 10...86_400
        case .idleLockSeconds: 30...86_400
        case .planDays: 1...366
        case .repeatCallerDays: 7...366
        case .packsThresholdCalls, .packsThresholdPeople: Thresholds.range
        case .countsAsReferred, .onCall, .donors, .retention, .switchLines, .switchAgents, .packsFamilies,
            .packsWindows:
            nil
        }
    }
}

/// What a setting is set to; in an event a number or a list, as in a profile.
public enum SettingValue: Hashable, Sendable, Codable {
    case number(Int)
    case codes([String])

    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else {
            self = .codes(try value.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .number(let number): try value.encode(number)
        case .codes(let codes): try value.encode(codes)
        }
    }

    /// As it is typed: `90`, or `52, 91`.
    public var text: String {
        switch self {
        case .number(let number): String(number)
        case .codes(let codes): codes.joined(separator: ", ")
        }
    }
}

extension Settings {
    public subscript(setting: Setting) -> SettingValue {
        switch setting {
        case .answerTargetSeconds: .number(answerTargetSeconds)
        case .shortAbandonSeconds: .number(shortAbandonSeconds)
        case .wrapUpSeconds: .number(wrapUpSeconds)
        case .acknowledgeSeconds: .number(acknowledgeSeconds)
        case .idleLockSeconds: .number(idleLockSeconds)
        case .planDays: .number(planDays)
        case .repeatCallerDays: .number(repeatCallerDays)
        case .countsAsReferred: .codes(countsAsReferred)
        case .onCall: .codes(onCall)
        case .donors: .codes(donors)
        case .retention: .codes(retention.rules.map(\.description))
        case .switchLines: .codes(SwitchName.texts(switchLines))
        case .switchAgents: .codes(SwitchName.texts(switchAgents))
        case .packsThresholdCalls: .number(thresholdCalls)
        case .packsThresholdPeople: .number(thresholdPeople)
        case .packsFamilies: .codes(families.map(\.rawValue))
        case .packsWindows: .codes(FamilyWindow.texts(windows))
        }
    }

    /// A value that is not of the setting's kind changes nothing.
    mutating func set(_ setting: Setting, _ value: SettingValue) {
        switch (setting, value) {
        case (.answerTargetSeconds, .number(let number)): answerTargetSeconds = number
        case (.shortAbandonSeconds, .number(let number)): shortAbandonSeconds = number
        case (.wrapUpSeconds, .number(let number)): wrapUpSeconds = number
        case (.acknowledgeSeconds, .number(let number)): acknowledgeSeconds = number
        case (.idleLockSeconds, .number(let number)): idleLockSeconds = number
        case (.planDays, .number(let number)): planDays = number
        case (.countsAsReferred, .codes(let codes)): countsAsReferred = codes
        case (.onCall, .codes(let codes)): onCall = codes
        case (.donors, .codes(let codes)): donors = codes
        case (.repeatCallerDays, .number(let number)): repeatCallerDays = number
        case (.retention, .codes(let codes)):
            retention = Retention(rules: codes.compactMap { try? Retention.Rule(typed: $0) })
        case (.switchLines, .codes(let texts)): switchLines = SwitchName.names(texts)
        case (.switchAgents, .codes(let texts)): switchAgents = SwitchName.names(texts)
        case (.packsThresholdCalls, .number(let number)): thresholdCalls = number
        case (.packsThresholdPeople, .number(let number)): thresholdPeople = number
        case (.packsFamilies, .codes(let codes)): families = codes.compactMap(FamilyName.init(rawValue:))
        case (.packsWindows, .codes(let texts)): windows = FamilyWindow.windows(texts)
        default: break
        }
    }

    /// What these are set to and others were not.
    public func changes(from old: Settings) -> [Setting: SettingValue] {
        let changed = Setting.allCases.filter { self[$0] != old[$0] }.map { ($0, self[$0]) }
        return Dictionary(changed, uniquingKeysWith: { first, _ in first })
    }

    /// Takes what somebody typed: a number, or codes with commas or spaces
    /// between. Refuses a text that is no number; whether the number may be is
    /// judged when it is asked for.
    public mutating func set(_ setting: Setting, typed: String) throws(Refusal) {
        switch setting {
        case .answerTargetSeconds: answerTargetSeconds = try setting.number(typed)
        case .shortAbandonSeconds: shortAbandonSeconds = try setting.number(typed)
        case .wrapUpSeconds: wrapUpSeconds = try setting.number(typed)
        case .acknowledgeSeconds: acknowledgeSeconds = try setting.number(typed)
        case .idleLockSeconds: idleLockSeconds = try setting.number(typed)
        case .planDays: planDays = try setting.number(typed)
        case .repeatCallerDays: repeatCallerDays = try setting.number(typed)
        case .countsAsReferred: countsAsReferred = Settings.codes(typed)
        case .onCall: onCall = Settings.codes(typed)
        case .donors: donors = Settings.codes(typed)
        case .retention:
            var rules: [Retention.Rule] = []
            for text in Settings.codes(typed) { rules.append(try Retention.Rule(typed: text)) }
            retention = Retention(rules: rules)
        case .switchLines: switchLines = try SwitchName.names(setting, typed: typed)
        case .switchAgents: switchAgents = try SwitchName.names(setting, typed: typed)
        case .packsThresholdCalls: thresholdCalls = try setting.number(typed)
        case .packsThresholdPeople: thresholdPeople = try setting.number(typed)
        case .packsFamilies, .packsWindows:
            let value = SettingValue.codes(Settings.codes(typed))
            try FamilyWindow.check(setting, value)
            set(setting, value)
        }
    }

    private static func codes(_ typed: String) -> [String] {
        typed.split { $0 == "," || $0 == " " }.map(String.init)
    }
}

extension Setting {
    fileprivate func number(_ typed: String) throws(Refusal) -> Int {
        let digits = typed.filter { $0 != " " }
        guard let number = Int(digits) else { throw outOfRange(typed) }
        return number
    }

    func outOfRange(_ value: String) -> Refusal {
        Refusal(
            HotlineRule.settingOutOfRange,
            [
                "setting": rawValue, "value": value, "min": String(range?.lowerBound ?? 0),
                "max": String(range?.upperBound ?? 0),
            ])
    }
}
