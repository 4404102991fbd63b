import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// Somebody else wrote of the call without having seen what stands.
extension CallForm {
    mutating func tell(_ file: CallFile, _ situation: Situation) {
        let texts = file.others.words(.call, file.keeping, situation)
        told = [:]
        for value in file.others.lasting {
            guard let field = value.callField else { continue }
            told[field] = FieldFault(says: "other.hint.wrote", texts.facts(value))
        }
    }

    /// Puts what does not stand into the form; beside it, what stands.
    mutating func takeUp(_ file: CallFile, _ situation: Situation) {
        let texts = file.others.words(.call, file.keeping, situation)
        var focus: CallField?
        for value in file.others.lasting {
            guard let field = value.callField else { continue }
            told[field] = FieldFault(says: "other.hint.stands", texts.facts(value))
            put(value.wrote, into: field, file.others, situation)
            focus = focus ?? field
        }
        hint()
        if let focus { fields.go(to: focus) }
    }

    private mutating func put(
        _ value: FieldValue?, into field: CallField, _ others: Others, _ situation: Situation
    ) {
        switch value {
        case .codes(let codes) where field == .topic:
            set(.topic, codes.first ?? "")
            set(.further, codes.dropFirst().joined(separator: " "))
        case .codes(let codes): set(field, codes.joined(separator: " "))
        case .name(let name): set(field, name)
        case .time(let time): set(field, TimeText.text(time, zone: situation.zone))
        case .words(let id): set(field, others.words[id]?.revealed ?? "")
        case .date, .number: break
        case nil: set(field, "")
        }
    }
}

extension OtherValue {
    /// The line of the form; nil for what is none.
    var callField: CallField? {
        if case .call(let part) = field { CallField(rawValue: part.rawValue) } else { nil }
    }
}
