import HotlineDomain

extension Family {
    /// What a hotline publishes by, with the windows its settings give each.
    public static func standard(for hotline: Hotline) -> [Family] {
        standard(for: hotline, windows: hotline.settings.windows, names: hotline.settings.families)
    }

    /// These families of it, in the order of all there are.
    public static func standard(
        for hotline: Hotline, windows: [FamilyName: WindowLength] = [:], names: [FamilyName] = FamilyName.published
    ) -> [Family] {
        FamilyName.allCases.filter(names.contains).map {
            Family($0, window: windows[$0], tree: codeTree($0, hotline))
        }
    }

    private static func codeTree(_ name: FamilyName, _ hotline: Hotline) -> CodeTree {
        switch name {
        case .country: CodeTree(codes(.country), parents: countryParents(hotline))
        case .line: CodeTree(hotline.lines.map(\.code) + [CountKey.notRecorded], isOpen: true)
        case .language: CodeTree(codes(.language))
        case .topic: CodeTree(codes(.topic))
        case .caller: CodeTree(codes(.caller))
        case .heard: CodeTree(codes(.heard))
        case .hour: CodeTree((0...23).map { $0.padded(2) }, parents: hourParents(hotline))
        case .shift: CodeTree(hotline.patterns.map(\.code) + [CountKey.notRecorded], isOpen: true)
        case .weekday: CodeTree(Weekday.allCases.map(\.code))
        case .callOutcome: CodeTree(codes(.callOutcome))
        case .escalationOutcome: CodeTree(Array(codes(.escalationOutcome).dropLast()) + [EscalationOutcomes.open])
        case .service: CodeTree(codes(.service))
        case .fund: CodeTree(funds(hotline), isOpen: true)
        case .serviceFund: CrossedCode.tree(codes(.service), funds(hotline), isOpen: true)
        case .admitted: CodeTree(codes(.resident))
        case .repatriated: CodeTree(codes(.beneficiary))
        case .repatriatedFrom: CodeTree(codes(.country))
        }
    }

    private static func codes(_ list: ListID) -> [String] {
        CodeLists.list(list).codes.map(\.code) + [CountKey.notRecorded]
    }

    private static func funds(_ hotline: Hotline) -> [String] { hotline.funds + [CountKey.notRecorded] }

    /// The line that answers a country's calls.
    private static func countryParents(_ hotline: Hotline) -> [String: String] {
        let pairs = hotline.lines.flatMap { line in line.countries.map { ($0, line.code) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The first pattern whose hours an hour lies in.
    private static func hourParents(_ hotline: Hotline) -> [String: String] {
        let pairs = (0...23).compactMap { hour in
            hotline.patterns.first {
                OpeningHours(from: $0.from, to: $0.to).contains(minuteOfDay: hour * 60)
            }.map { (hour.padded(2), $0.code) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension FamilyName {
    public var measure: PackMeasure {
        switch self {
        case .escalationOutcome: .escalations
        case .service, .fund, .serviceFund: .services
        case .admitted, .repatriated, .repatriatedFrom: .persons
        default: .calls
        }
    }

    /// The column of `data.csv`, and the code list where there is one.
    public var column: String {
        switch self {
        case .admitted, .repatriated: "category"
        case .repatriatedFrom: "country"
        default: rawValue
        }
    }

    /// What a row carries beside its code: persons are of one kind or the other.
    var fixed: [TidyKey] {
        switch self {
        case .admitted: [TidyKey("kind", "admitted")]
        case .repatriated, .repatriatedFrom: [TidyKey("kind", "repatriated")]
        default: []
        }
    }

    /// Where the counts stand in a closed month: the measure, and by which attributes.
    var source: (measure: MonthMeasure, attributes: [String]) {
        let measure: MonthMeasure =
            switch counted {
            case .calls, .sos: .calls
            case .escalations: .escalations
            case .casesOpened: .casesOpened
            case .referred: .referred
            case .delivered: .delivered
            case .admitted: .admitted
            case .repatriated: .repatriated
            }
        return (measure, attributes.map(\.rawValue))
    }
}
