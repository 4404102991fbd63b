/// A figure a donor asked for, in the donor's own words.
public struct DonorIndicator: Hashable, Sendable, Codable {
    /// The hotline's code, `assisted`.
    public var code: String
    /// The number it has in the donor's logical framework, `1.2`.
    public var donorsCode: String?
    /// By language; one that is missing is said in English.
    public var wording: [String: String]
    public var unit: Unit
    public var baseline: Int?
    /// For the project year.
    public var target: Int?
    public var source: Source

    /// What a baseline and a target may be.
    public static let range = 0...1_000_000_000

    public init(
        code: String, donorsCode: String? = nil, wording: [String: String], unit: Unit = .number,
        baseline: Int? = nil, target: Int? = nil, source: Source
    ) {
        self.code = code
        self.donorsCode = donorsCode
        self.wording = wording
        self.unit = unit
        self.baseline = baseline
        self.target = target
        self.source = source
    }

    public enum Unit: String, Sendable, Codable, CaseIterable, Hashable {
        case number, calls, cases, referrals, services, persons
    }

    /// Where the figure comes from.
    public enum Source: Hashable, Sendable {
        /// The hotline's own counts, all of them or those of one code.
        case counted(Measure, of: Filter?)
        /// An indicator of the register, by its code: figures of others.
        case register(String)
    }

    public struct Filter: Hashable, Sendable, Codable {
        public var dimension: Dimension
        public var code: String
        public init(_ dimension: Dimension, _ code: String) {
            self.dimension = dimension
            self.code = code
        }
    }
}

/// `{"measure":"calls","of":{"code":"MD","dimension":"country"}}`, or `{"register":"trials"}`.
extension DonorIndicator.Source: Codable {
    private enum Key: String, CodingKey { case measure, of, register }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        if let code = try values.decodeIfPresent(String.self, forKey: .register) {
            self = .register(code)
        } else {
            self = .counted(
                try values.decode(Measure.self, forKey: .measure),
                of: try values.decodeIfPresent(DonorIndicator.Filter.self, forKey: .of))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        switch self {
        case .counted(let measure, let filter):
            try values.encode(measure, forKey: .measure)
            try values.encodeIfPresent(filter, forKey: .of)
        case .register(let code): try values.encode(code, forKey: .register)
        }
    }
}

/// What an indicator may be about.
extension DonorIndicator {
    /// A wording in one of the languages at least, and all of it plain.
    public var isWorded: Bool {
        !wording.isEmpty && wording.keys.allSatisfy(Donor.languages.contains)
            && wording.values.allSatisfy { !$0.allSatisfy(\.isWhitespace) && Provider.isPlain($0) }
            && donorsCode.map { Provider.isPlain($0) } ?? true
    }

    /// By what a pack counts it: calls also by class, which is public by declaration.
    public static func attributes(of measure: Measure) -> [Dimension] {
        var found: [Dimension] = measure == .calls ? [.class] : []
        for family in FamilyName.allCases where family.tells(measure) {
            found += family.attributes.filter { !found.contains($0) }
        }
        return found
    }
}

extension Hotline {
    /// Whether its packs tell of the measure, of all of it or by this attribute. The headline
    /// tells of calls by class, and of the steps from a call to a referral.
    public func publishes(_ measure: Measure, by dimension: Dimension?) -> Bool {
        switch (measure, dimension) {
        case (.calls, nil), (.calls, .class), (.sos, nil), (.casesOpened, nil), (.referred, nil): true
        default:
            settings.families.contains { family in
                family.tells(measure) && dimension.map { family.attributes.contains($0) } ?? true
            }
        }
    }

    /// The codes an attribute of a measure may have; nil where nothing lists them.
    public func codes(of dimension: Dimension, _ measure: Measure) -> CodeList? {
        func own(_ codes: [String]) -> CodeList {
            CodeList(
                id: dimension.rawValue, version: 1, source: "", codes: codes.map { Code(code: $0, labels: [:]) })
        }
        return switch dimension {
        case .class: CodeLists.list(.callClass)
        case .country: CodeLists.list(.country)
        case .language: CodeLists.list(.language)
        case .topic: CodeLists.list(.topic)
        case .caller: CodeLists.list(.caller)
        case .heard: CodeLists.list(.heard)
        case .outcome: CodeLists.list(measure == .escalations ? .escalationOutcome : .callOutcome)
        case .service: CodeLists.list(.service)
        case .category: CodeLists.list(measure == .admitted ? .resident : .beneficiary)
        case .line: own(lines.map(\.code))
        case .shift: own(patterns.map(\.code))
        case .donor: own(funds)
        case .hour: own((0...23).map { $0.padded(2) })
        case .weekday: own(Weekday.allCases.map(\.code))
        case .all, .code, .operator, .provider: nil
        }
    }
}
