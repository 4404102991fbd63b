/// How much of what the Human Trafficking Case Data Standard calls core is
/// known of a case. Everything is optional: this reproaches nobody, it shows
/// what can still be asked.
public struct DataQuality: Hashable, Sendable {
    public struct Missing: Hashable, Sendable {
        /// Nil: of the case itself.
        public let person: Int?
        public let field: CaseField
    }

    public let known: Int
    public let asked: Int
    /// Without those that say who somebody is.
    public let missing: [Missing]
    /// Names, dates of birth, addresses that are not known: an anonymous line
    /// may well never ask.
    public let anonymous: Int
}

extension Case {
    public var dataQuality: DataQuality {
        var missing: [DataQuality.Missing] = []
        var known = 0
        func look(_ fields: [CaseField], _ values: [String: CaseValue], _ person: Int?) {
            for field in fields where field.isCore && isAsked(field, values) {
                if values[field.name] == nil {
                    missing.append(DataQuality.Missing(person: person, field: field))
                } else {
                    known += 1
                }
            }
        }
        look(CaseField.of(.case), values, nil)
        for person in people where person.role == CasePerson.beneficiary {
            look(CaseField.of(.person), person.values, person.number)
        }
        let open = missing.filter { !$0.field.saysWho }
        return DataQuality(
            known: known, asked: known + missing.count, missing: open, anonymous: missing.count - open.count)
    }

    private func isAsked(_ field: CaseField, _ values: [String: CaseValue]) -> Bool {
        guard let condition = field.condition else { return true }
        switch condition.field {
        case "origin": return origin.code == condition.code
        case "referred": return referredOn != nil
        default: return values[condition.field]?.codes.contains(condition.code) ?? false
        }
    }
}

extension CaseField {
    /// Part of a name or an address.
    public var saysWho: Bool { group == .name || group == .contact }
}
