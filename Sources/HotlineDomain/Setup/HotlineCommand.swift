/// What can be asked of a hotline's set-up.
public enum HotlineCommand: Hashable, Sendable {
    /// A profile as it stands: the first one sets the hotline up.
    case apply(Hotline)
    case addOperator(Operator)
    case changeOperator(code: String, roles: [Role])
    case disableOperator(code: String)
    case enableOperator(code: String)
    /// Those that are set to something else; the others stay as they are by then.
    case changeSettings([Setting: SettingValue])
    case addLine(Line)
    /// The line as it is from now on; one that closes gets its last day.
    case changeLine(Line)
    /// A new entry of the directory; an address to be sealed comes beside it.
    case addProvider(Provider, confidentialAddress: Written?)
    /// The entry as it is from now on; a sealed address that is not given again stays.
    case changeProvider(Provider, confidentialAddress: Written?)
    case addTerritory(Territory)
    case changeTerritory(Territory)
    case addDonor(Donor)
    /// The donor as it is from now on; packs that were given stay as they were given.
    case changeDonor(Donor)
}

extension HotlineCommand {
    /// The name of the clock it puts a line on: nobody can judge it who does not know that clock.
    public var zone: String? {
        switch self {
        case .addLine(let line), .changeLine(let line): line.zone
        default: nil
        }
    }
}

/// What happened to a hotline's set-up.
public enum HotlineEvent: Hashable, Sendable, Codable {
    case applied(hotline: Hotline)
    case operatorAdded(operator: Operator)
    case operatorChanged(code: String, roles: [Role])
    case operatorDisabled(code: String)
    case operatorEnabled(code: String)
    /// By the key of each in a profile.
    case settingsChanged(settings: [String: SettingValue])
    case lineSet(line: Line)
    case providerSet(provider: Provider)
    case territorySet(territory: Territory)
    case donorSet(donor: Donor)
}

/// The rules that can stand in the way of a change of the set-up.
public enum HotlineRule: String, RuleName {
    case otherHotline = "hotline.other_hotline"
    case unknownActor = "operator.unknown"
    case disabledActor = "operator.disabled"
    case operatorExists = "operator.exists"
    case badOperatorCode = "operator.bad_code"
    case operatorNeedsRole = "operator.needs_role"
    case alreadyDisabled = "operator.already_disabled"
    case notDisabled = "operator.not_disabled"
    case operatorOnShift = "operator.on_shift"
    case settingOutOfRange = "settings.out_of_range"
    case settingUnknownService = "settings.unknown_service"
    case settingListsTwice = "settings.listed_twice"
    case settingBadPair = "settings.bad_pair"
    case settingUnknownFamily = "settings.unknown_family"
    case settingUnknownWindow = "settings.unknown_window"
    case settingLinkedFamilies = "settings.linked_families"
    case settingUnevenWindows = "settings.uneven_windows"
}
