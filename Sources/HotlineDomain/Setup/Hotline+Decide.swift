extension Hotline {
    /// `operatorIsOn`: the operator the command names is on shift now.
    /// `knowsZone`: there is a clock of the name the command gives.
    public static func decide(
        _ hotline: Hotline?, _ command: HotlineCommand, operatorIsOn: Bool, knowsZone: Bool = true
    ) throws(Refusal) -> [HotlineEvent] {
        switch command {
        case .apply(let new):
            if let hotline, hotline.code != new.code {
                throw Refusal(HotlineRule.otherHotline, ["hotline": hotline.code, "other": new.code])
            }
            let merged = new.keepingOperators(of: hotline).keepingLines(of: hotline).keepingDirectory(of: hotline)
                .keepingDonors(of: hotline)
            if let first = merged.lines.first { try merged.refuseClosingAllLines(without: first.code) }
            return hotline == merged ? [] : [.applied(hotline: merged)]
        case .addOperator(let person):
            if hotline?.operatorNamed(person.code) != nil {
                throw Refusal(HotlineRule.operatorExists, ["operator": person.code])
            }
            guard isOperatorCode(person.code) else {
                throw Refusal(HotlineRule.badOperatorCode, ["operator": person.code])
            }
            if person.roles.isEmpty { throw Refusal(HotlineRule.operatorNeedsRole, ["operator": person.code]) }
            return [.operatorAdded(operator: Operator(code: person.code, roles: person.roles.eachOnce))]
        case .changeOperator(let code, let roles):
            let person = try known(hotline, code)
            if roles.isEmpty { throw Refusal(HotlineRule.operatorNeedsRole, ["operator": code]) }
            if !roles.contains(.admin) { try hotline?.refuseLosingLastAdmin(code) }
            return person.roles == roles.eachOnce ? [] : [.operatorChanged(code: code, roles: roles.eachOnce)]
        case .disableOperator(let code):
            guard try known(hotline, code).active else {
                throw Refusal(HotlineRule.alreadyDisabled, ["operator": code])
            }
            if operatorIsOn { throw Refusal(HotlineRule.operatorOnShift, ["operator": code]) }
            try hotline?.refuseLosingLastAdmin(code)
            return [.operatorDisabled(code: code)]
        case .enableOperator(let code):
            guard try !known(hotline, code).active else {
                throw Refusal(HotlineRule.notDisabled, ["operator": code])
            }
            return [.operatorEnabled(code: code)]
        case .changeSettings(let wanted):
            guard let hotline else { return [] }
            var settings = hotline.settings
            for (setting, value) in wanted {
                try SwitchName.check(setting, value)
                try FamilyWindow.check(setting, value)
                settings.set(setting, value)
            }
            try hotline.check(settings)
            let changes = settings.changes(from: hotline.settings).map { ($0.key.rawValue, $0.value) }
            return changes.isEmpty
                ? [] : [.settingsChanged(settings: Dictionary(changes, uniquingKeysWith: { first, _ in first }))]
        case .addLine(let line): return try decide(hotline, adding: line, knowsZone: knowsZone)
        case .changeLine(let line): return try decide(hotline, changing: line, knowsZone: knowsZone)
        case .addProvider(let provider, let address):
            return try [.providerSet(provider: decide(hotline, adding: provider, address))]
        case .changeProvider(let provider, let address):
            return try [.providerSet(provider: decide(hotline, changing: provider, address))]
        case .addTerritory(let territory):
            return try [.territorySet(territory: decide(hotline, adding: territory))]
        case .changeTerritory(let territory):
            return try [.territorySet(territory: decide(hotline, changing: territory))]
        case .addDonor(let donor): return try decide(hotline, adding: donor)
        case .changeDonor(let donor): return try decide(hotline, changing: donor)
        }
    }

    private static func known(_ hotline: Hotline?, _ code: String) throws(Refusal) -> Operator {
        guard let person = hotline?.operatorNamed(code) else {
            throw Refusal(HotlineRule.unknownActor, ["operator": code, "known": hotline?.knownOperators ?? "-"])
        }
        return person
    }

    private func refuseLosingLastAdmin(_ code: String) throws(Refusal) {
        let admins = operators.filter { $0.active && $0.has(.admin) }.map(\.code)
        if admins == [code] { throw Refusal(RoleRule.lastAdmin, ["operator": code]) }
    }

    /// One to eight ASCII letters or digits: a code, never a name.
    public static func isOperatorCode(_ code: String) -> Bool {
        (1...8).contains(code.utf8.count) && code != Stamp.systemCode
            && code.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) }
    }

    public static func applying(_ event: HotlineEvent, to hotline: Hotline?) -> Hotline? {
        if case .applied(let new) = event { return new }
        guard var hotline else { return nil }
        switch event {
        case .applied: break
        case .operatorAdded(let person): hotline.operators.append(person)
        case .operatorChanged(let code, let roles): hotline.change(code) { $0.roles = roles }
        case .operatorDisabled(let code): hotline.change(code) { $0.active = false }
        case .operatorEnabled(let code): hotline.change(code) { $0.active = true }
        case .settingsChanged(let settings):
            for (name, value) in settings {
                if let setting = Setting(rawValue: name) { hotline.settings.set(setting, value) }
            }
        case .lineSet(let line): hotline.set(line)
        case .providerSet(let provider): hotline.set(provider)
        case .territorySet(let territory): hotline.set(territory)
        case .donorSet(let donor): hotline.set(donor)
        }
        return hotline
    }

    /// A profile does not undo what was done to operators since: those added in
    /// the store stay, and who was disabled stays disabled.
    private func keepingOperators(of old: Hotline?) -> Hotline {
        guard let old else { return self }
        var merged = self
        for person in old.operators {
            if merged.operatorNamed(person.code) == nil {
                merged.operators.append(person)
            } else if !person.active {
                merged.change(person.code) { $0.active = false }
            }
        }
        return merged
    }

    private mutating func change(_ code: String, _ body: (inout Operator) -> Void) {
        guard let place = operators.firstIndex(where: { $0.code == code }) else { return }
        body(&operators[place])
    }
}

extension [Role] {
    /// In the order they were named.
    fileprivate var eachOnce: [Role] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
