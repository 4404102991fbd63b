import HotlineDomain
import HotlineStore

/// Whose fields are filled in: the case's own, somebody's in it, or those of
/// somebody who is new in it.
public enum CasePart: Hashable, Sendable {
    case file
    case person(Int)
    case newPerson
}

extension CasePart {
    private static let form = "case_fields"
    private static let new = "new"

    func draftKey(_ id: CaseID) -> DraftKey {
        switch self {
        case .file: DraftKey(CasePart.form, id.raw)
        case .person(let number): DraftKey("\(CasePart.form).\(number)", id.raw)
        case .newPerson: DraftKey("\(CasePart.form).\(CasePart.new)", id.raw)
        }
    }

    /// The part a draft's form belongs to; nil for another form.
    init?(form: String) {
        let parts = form.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.first == CasePart.form, parts.count <= 2 else { return nil }
        if parts.count == 1 {
            self = .file
        } else if parts[1] == CasePart.new {
            self = .newPerson
        } else if let number = Int(parts[1]) {
            self = .person(number)
        } else {
            return nil
        }
    }
}

extension OtherValue {
    /// The form it is taken up in; nil for what is no field of one.
    var part: CasePart? {
        switch field {
        case .value(_, nil): .file
        case .value(_, let number?), .role(let number), .pseudonym(let number): .person(number)
        default: nil
        }
    }
}

extension ThingField {
    /// The line of the form; nil for what is none.
    var formName: CaseFieldName? {
        switch self {
        case .value(let name, _): CaseFieldName(rawValue: name)
        case .role: .role
        case .pseudonym: .pseudonym
        default: nil
        }
    }
}

/// A line of the form: a field of the table, or what every person has before it.
public struct CaseFieldName: RawRepresentable, Hashable, Sendable, CaseIterable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    static let pseudonym = CaseFieldName(rawValue: "pseudonym")
    static let role = CaseFieldName(rawValue: "role")

    public static var allCases: [CaseFieldName] {
        [pseudonym, role] + CaseField.all.map { CaseFieldName(rawValue: $0.name) }
    }

    var field: CaseField? { CaseField.named(rawValue) }
}
