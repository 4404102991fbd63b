/// One thing that may be known about a case or about a person in it: a line of
/// the table `Data/case_field.tsv`, whose README explains the columns.
public struct CaseField: Hashable, Sendable {
    public enum Scope: String, Sendable { case `case`, person }

    public enum Group: String, Sendable, CaseIterable {
        case course, plan, referral
        case identity, name, contact, situation, trafficking, events, violence, part
    }

    public enum Kind: Hashable, Sendable {
        case code(ListID)
        case codes(ListID)
        case date
        case number
        /// Sealed, like the two after it: it tells who somebody is.
        case text
        case sealedDate
        case sealedCode(ListID)
    }

    /// When a field that is missing is missed.
    public struct Condition: Hashable, Sendable {
        public let field: String
        public let code: String
    }

    public let name: String
    public let scope: Scope
    public let group: Group
    public let kind: Kind
    /// Core in the Human Trafficking Case Data Standard.
    public let isCore: Bool
    /// False: in nothing that leaves the house about a person.
    public let mayLeave: Bool
    /// It says who somebody is: in what leaves the house a pseudonym stands for it.
    public let namesSomebody: Bool
    public let condition: Condition?
    /// Its name in HTCDS 2.0; nil for a field that the standard does not have.
    public let standard: String?
    private let labels: [String: String]

    public init(
        name: String, scope: Scope, group: Group, kind: Kind, isCore: Bool, mayLeave: Bool,
        namesSomebody: Bool = false,
        condition: Condition?, standard: String?, labels: [String: String]
    ) {
        self.name = name
        self.scope = scope
        self.group = group
        self.kind = kind
        self.isCore = isCore
        self.mayLeave = mayLeave
        self.namesSomebody = namesSomebody
        self.condition = condition
        self.standard = standard
        self.labels = labels
    }

    public func label(_ language: String) -> String { labels[language] ?? name }

    /// Whether it is in a case that goes to another house.
    public var goesOut: Bool { mayLeave && !namesSomebody }

    public var isSealed: Bool {
        switch kind {
        case .text, .sealedDate, .sealedCode: true
        case .code, .codes, .date, .number: false
        }
    }

    /// The list its codes are of.
    public var list: ListID? {
        switch kind {
        case .code(let list), .codes(let list), .sealedCode(let list): list
        case .date, .number, .text, .sealedDate: nil
        }
    }
}

extension CaseField {
    /// In the order of the table, which is that of every form.
    public static var all: [CaseField] { CaseFieldTable.shared.fields }

    /// By its own name, or by the standard's.
    public static func named(_ name: String) -> CaseField? { CaseFieldTable.shared.named[name] }

    public static func of(_ scope: Scope) -> [CaseField] { all.filter { $0.scope == scope } }

    /// Those that somebody in this role has: what was done to a survivor, what an aggressor did.
    public static func of(role: String) -> [CaseField] {
        of(.person).filter { field in
            switch field.group {
            case .trafficking, .events, .violence: CasePerson.isSurvivor(role)
            case .part: CasePerson.isAggressor(role)
            default: true
            }
        }
    }
}
