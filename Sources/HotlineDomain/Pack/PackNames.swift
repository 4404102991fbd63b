/// What a hotline calls what its own codes stand for: lines, shifts, funds,
/// territories. Codes are for machines; a donor reads these.
public struct PackNames: Hashable, Sendable, Codable {
    /// By code, all four.
    public var lines: [String: String]
    public var shifts: [String: String]
    public var funds: [String: String]
    public var territories: [String: String]

    public init(
        lines: [String: String] = [:], shifts: [String: String] = [:], funds: [String: String] = [:],
        territories: [String: String] = [:]
    ) {
        self.lines = lines
        self.shifts = shifts
        self.funds = funds
        self.territories = territories
    }

    /// As the hotline is set up now. A shift is called by its hours: they say the same in every language.
    public init(_ hotline: Hotline) {
        let hours = hotline.patterns.map { "\($0.from)\u{2013}\($0.to)" }
        let shifts = zip(hotline.patterns, hours).map { pattern, name in
            (pattern.code, hours.count { $0 == name } > 1 ? "\(name) (\(pattern.code))" : name)
        }
        self.init(
            lines: PackNames.byCode(hotline.lines.map { ($0.code, $0.name) }), shifts: PackNames.byCode(shifts),
            funds: PackNames.byCode(hotline.donors.map { ($0.code, $0.name) }),
            territories: PackNames.byCode(hotline.territories.map { ($0.code, $0.name) }))
    }

    private static func byCode(_ pairs: [(String, String)]) -> [String: String] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
