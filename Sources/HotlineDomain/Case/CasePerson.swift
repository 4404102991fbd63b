/// Somebody in a case, known by a pseudonym: the one it is about, a child, who
/// called, an aggressor.
public struct CasePerson: Hashable, Sendable, Codable {
    /// 1, 2, 3 ... within the case.
    public let number: Int
    /// Of the list `case_role`.
    public internal(set) var role: String
    public internal(set) var pseudonym: WordsID
    /// By the names of `CaseField`.
    public internal(set) var values: [String: CaseValue]

    public init(number: Int, role: String, pseudonym: WordsID, values: [String: CaseValue] = [:]) {
        self.number = number
        self.role = role
        self.pseudonym = pseudonym
        self.values = values
    }

    public var isSurvivor: Bool { CasePerson.isSurvivor(role) }
    public var isAggressor: Bool { CasePerson.isAggressor(role) }

    /// The one a case is about: what the standard asks for is asked of them.
    public static let beneficiary = "beneficiary"

    static func isSurvivor(_ role: String) -> Bool { role == beneficiary || role == "child" }
    static func isAggressor(_ role: String) -> Bool { role == "aggressor" || role == "trafficker" }

    public func code(_ field: String) -> String? { values[field]?.codes.first }
}

extension CasePerson {
    private static let childBands: Set = ["0-8", "9-17"]

    private var isChild: Bool {
        if let band = code("age_band"), CodeLists.list(.ageBand).contains(band) {
            return CasePerson.childBands.contains(band)
        }
        return role == "child"
    }

    /// The contexts of GBVIMS, codes of the list `gbv_context`: read off what is
    /// known, never typed.
    public var contexts: [String] {
        guard let type = code("gbv_type"), type != "non_gbv" else { return [] }
        let isSexual = type == "rape" || type == "sexual_assault"
        let abductions: Set = ["forced_conscription", "trafficked", "other_abduction"]
        let found = [
            ("intimate_partner_violence", code("aggressor") == "intimate_partner"),
            ("child_sexual_abuse", isSexual && isChild),
            ("early_marriage", type == "forced_marriage" && isChild),
            ("possible_sexual_exploitation", isSexual && code("goods_exchanged") == "yes"),
            ("possible_sexual_slavery", isSexual && abductions.contains(code("abduction") ?? "")),
            ("harmful_traditional_practice", code("traditional_practice") == "yes"),
        ]
        return found.filter(\.1).map(\.0)
    }
}
