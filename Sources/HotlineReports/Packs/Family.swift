import HotlineDomain

/// How figures are published by one attribute: from which counts, over which
/// codes, and by windows of which length.
public struct Family: Hashable, Sendable {
    public let name: FamilyName
    public let window: WindowLength
    /// The whole list, `not_recorded` among it: the same in every window and pack.
    public let tree: CodeTree

    public init(_ name: FamilyName, window: WindowLength? = nil, tree: CodeTree) {
        self.name = name
        self.window = window ?? name.defaultWindow
        self.tree = tree
    }
}

extension Family {
    /// All there are for a hotline, with its own lengths where it has some. Of two
    /// that are linked the first is taken: countries, and hours.
    public static func standard(
        for hotline: Hotline, windows: [FamilyName: WindowLength] = [:],
        names: [FamilyName] = FamilyName.allCases.filter { $0 != .line && $0 != .shift }
    ) -> [Family] {
        names.map { Family($0, window: windows[$0], tree: codeTree($0, hotline)) }
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
        case .fund: CodeTree(hotline.settings.donors + [CountKey.notRecorded], isOpen: true)
        case .admitted: CodeTree(codes(.resident))
        case .repatriated: CodeTree(codes(.beneficiary))
        case .repatriatedFrom: CodeTree(codes(.country))
        }
    }

    private static func codes(_ list: ListID) -> [String] {
        CodeLists.list(list).codes.map(\.code) + [CountKey.notRecorded]
    }

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
        case .service, .fund: .services
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

    /// Where the counts stand in a closed month: the measure, and by which attribute.
    var source: (measure: MonthMeasure, attribute: String) {
        switch self {
        case .callOutcome: (.calls, "outcome")
        case .escalationOutcome: (.escalations, "outcome")
        case .service: (.delivered, "service")
        case .fund: (.delivered, "donor")
        case .admitted: (.admitted, "category")
        case .repatriated: (.repatriated, "category")
        case .repatriatedFrom: (.repatriated, "country")
        default: (.calls, rawValue)
        }
    }
}
