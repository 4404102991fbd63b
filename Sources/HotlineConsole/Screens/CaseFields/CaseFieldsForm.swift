import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// The form of what is known of a case or of somebody in it, made from the
/// table of fields. Only what was changed is written: what a colleague filled
/// in meanwhile stays.
struct CaseFieldsForm: Hashable, Sendable {
    let part: CasePart
    private(set) var fields: Form<CaseFieldName>
    /// As it was when it was opened.
    private var before: [CaseFieldName: String] = [:]

    /// - Parameter hotline: the countries and languages of its lines are offered first.
    init(_ part: CasePart, _ hotline: Hotline) {
        self.part = part
        let scope: CaseField.Scope = part == .file ? .case : .person
        let table = CaseField.of(scope)
        let head: [(CaseFieldName, FieldContent)] =
            part == .file
            ? []
            : [
                (.pseudonym, .text(TextField(limit: Written.pseudonymLengthMax))),
                (.role, .code(CodeField(.caseRole))),
            ]
        let lines = head + table.map { (CaseFieldName(rawValue: $0.name), CaseFieldsForm.content($0, hotline)) }
        fields = Form(labels: "case.field.", lines)
        for field in table {
            let labels = Language.allCases.map { ($0, field.label($0.rawValue)) }
            fields.spelled[CaseFieldName(rawValue: field.name)] = Dictionary(uniqueKeysWithValues: labels)
            fields.sections[CaseFieldName(rawValue: field.name)] = "case.group.\(field.group.rawValue)"
        }
        fields.hasLongLabels = true
        if part == .newPerson { fields.set(.role, "beneficiary") }
        hideWhatDoesNotMatter()
    }

    /// As many codes as a list of the standard has.
    private static let codesMax = 24

    private static func content(_ field: CaseField, _ hotline: Hotline) -> FieldContent {
        let preferred: [String] =
            switch field.list {
            case .country: hotline.countries
            case .language: hotline.languages
            default: []
            }
        return switch field.kind {
        case .code(let list), .sealedCode(let list): .code(CodeField(list, preferred: preferred))
        case .codes(let list): .code(CodeField(list, maximum: codesMax, preferred: preferred))
        case .date, .sealedDate: .text(TextField(limit: 10))
        case .number: .text(TextField(limit: 3))
        case .text: .text(TextField(limit: Written.fieldLengthMax))
        }
    }

    /// What is known already; what a draft holds comes after it.
    mutating func fill(_ file: CaseFile) {
        var values = file.case.values
        if case .person(let number) = part {
            guard let person = file.case.person(number) else { return }
            values = person.values
            fields.set(.pseudonym, file.words[person.pseudonym]?.revealed ?? "")
            fields.set(.role, person.role)
        }
        if part != .newPerson {
            for (name, value) in values { fields.set(CaseFieldName(rawValue: name), file.typed(value)) }
            before = Dictionary(uniqueKeysWithValues: fields.order.map { ($0, fields[$0]?.value ?? "") })
        }
        hideWhatDoesNotMatter()
    }

    /// Beside each field what the other one of two wrote there; beside the one that is taken up, what stands.
    mutating func hint(_ file: CaseFile, _ situation: Situation, takingUp field: ThingField?) {
        let texts = file.others.words(.case, file.keeping, situation)
        for value in file.others.values where value.part == part {
            guard let name = value.field.formName else { continue }
            if value.field == field {
                fields.set(name, value.wrote.map { file.typed($0) } ?? "")
                hideWhatDoesNotMatter()
                fields.go(to: name)
            }
            let key = value.field == field ? "other.hint.stands" : "other.hint.wrote"
            fields.hints[name] = FieldFault(says: key, texts.facts(value))
        }
    }

    mutating func restore(_ values: [String: String]) {
        fields.restore(values)
        hideWhatDoesNotMatter()
    }

    mutating func handle(_ key: Key, _ language: Language) -> FormAnswer {
        let answer = fields.handle(key, language)
        if answer == .changed { hideWhatDoesNotMatter() }
        return answer
    }

    mutating func relabel(_ language: Language) { fields.relabel(language) }

    mutating func show(_ faults: [CaseFieldName: FieldFault]) {
        fields.faults = faults
        if let first = fields.shown.first(where: { faults[$0] != nil }) { fields.go(to: first) }
    }

    /// What was done to a survivor is not asked of an aggressor; an industry only where labour was forced.
    private mutating func hideWhatDoesNotMatter() {
        let role = fields.code(.role) ?? ""
        let offered = part == .file ? CaseField.of(.case) : CaseField.of(role: role)
        let hidden = fields.order.filter { name in
            guard let field = name.field, name != .pseudonym, name != .role,
                fields[name]?.value.isEmpty ?? true
            else { return false }
            if !offered.contains(field) { return true }
            guard let condition = field.condition, CaseField.named(condition.field) != nil else { return false }
            return !fields.codes(CaseFieldName(rawValue: condition.field)).contains(condition.code)
        }
        if fields.hidden != Set(hidden) { fields.hidden = Set(hidden) }
    }
}

extension CaseFieldsForm {
    /// What it comes to, or what stands in the way, by field.
    func command(_ around: Surroundings) -> (command: CaseCommand?, faults: [CaseFieldName: FieldFault]) {
        var faults = fields.unpicked
        var entries: [CaseEntry] = []
        for name in fields.order where fields[name]?.value != before[name] ?? "" {
            guard let field = name.field, name != .pseudonym, name != .role else { continue }
            do throws(Refusal) {
                entries.append(try entry(name, field, around))
            } catch {
                faults[name] = FieldFault(says: "refusal.\(error.rule)", error.details)
            }
        }
        guard part != .file else { return (.set(person: nil, entries), faults) }
        let pseudonym = fields.text(.pseudonym)
        if pseudonym.allSatisfy(\.isWhitespace) { faults[.pseudonym] = FieldFault(says: "case.missing.pseudonym") }
        if fields.code(.role) == nil { faults[.role] = FieldFault(says: "case.missing.role") }
        guard faults.isEmpty, let role = fields.code(.role), let words = around.written(pseudonym) else {
            return (nil, faults)
        }
        if case .person(let number) = part { return (.set(person: number, entries), faults) }
        return (.addPerson(role: role, pseudonym: words, entries), faults)
    }

    /// The person's role or pseudonym where they were changed.
    func change(_ around: Surroundings) -> CaseCommand? {
        guard case .person(let number) = part else { return nil }
        func changed(_ name: CaseFieldName) -> Bool { fields[name]?.value != before[name] }
        guard changed(.role) || changed(.pseudonym) else { return nil }
        let pseudonym = changed(.pseudonym) ? around.written(fields.text(.pseudonym)) : nil
        return .changePerson(number, role: changed(.role) ? fields.code(.role) : nil, pseudonym: pseudonym)
    }

    private func entry(
        _ name: CaseFieldName, _ field: CaseField, _ around: Surroundings
    ) throws(Refusal) -> CaseEntry {
        func written(_ text: String) -> Written { Written(id: around.newID(), text: Private(text)) }
        let codes = fields.codes(name)
        switch field.kind {
        case .code, .codes: return CaseEntry(field.name, codes.isEmpty ? nil : .codes(codes))
        case .sealedCode: return CaseEntry(field.name, codes.first.map { .words(written($0)) })
        case .date, .number, .text, .sealedDate: return try field.read(fields.text(name), written: written)
        }
    }
}

extension CaseFile {
    /// A value as it is typed into a field.
    fileprivate func typed(_ value: CaseValue) -> String {
        switch value {
        case .codes(let codes): codes.joined(separator: " ")
        case .date(let date): date.description
        case .number(let number): String(number)
        case .words(let id): words[id]?.revealed ?? ""
        }
    }

    /// What the other one wrote, likewise.
    fileprivate func typed(_ value: FieldValue) -> String {
        switch value {
        case .codes(let codes): codes.joined(separator: " ")
        case .date(let date): date.description
        case .number(let number): String(number)
        case .words(let id): others.words[id]?.revealed ?? ""
        case .name(let name): name
        case .time: ""
        }
    }
}
