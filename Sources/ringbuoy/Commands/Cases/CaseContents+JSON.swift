import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

// What is in a case, for scripts and for people; sealed words are opened here.

extension CasePerson {
    func row(_ store: Store) throws -> JSONValue {
        [
            "person": .number(number), "role": .string(role), "pseudonym": .string(try store.text(pseudonym)),
            "contexts": .strings(contexts), "fields": try values.row(store),
        ]
    }
}

extension [String: CaseValue] {
    /// Only what is known, in the order of the table.
    func row(_ store: Store) throws -> JSONValue {
        .object(
            try CaseField.all.compactMap { field in
                try self[field.name].map { (name: field.name, value: try $0.json(field, store)) }
            })
    }
}

extension CaseValue {
    func json(_ field: CaseField, _ store: Store) throws -> JSONValue {
        switch self {
        case .codes(let codes):
            if case .codes = field.kind { return .strings(codes) }
            return .string(codes.first)
        case .date(let date): return .string(date.description)
        case .number(let number): return .number(number)
        case .words(let id): return .string(try store.text(id))
        }
    }

    /// As people read it.
    func spoken(_ field: CaseField, _ store: Store) throws -> String? {
        switch self {
        case .codes(let codes): return codes.map { field.list?.label($0) ?? $0 }.joined(separator: ", ")
        case .date(let date): return date.description
        case .number(let number): return String(number)
        case .words(let id):
            guard let text = try store.text(id) else { return try store.said(id) }
            if case .sealedCode(let list) = field.kind { return list.label(text) }
            return text
        }
    }
}

extension CaseTask {
    func row(_ file: Case, _ desk: Desk, _ zone: ZoneRules) throws -> JSONValue {
        [
            "task": .number(number), "what": .string(try desk.store.text(what)), "responsible": .string(responsible),
            "due": .string(due?.description), "overdue": .flag(try file.isOverdue(self, desk)),
            "done": .time(doneOn, zone), "done_by": .string(doneBy), "result": .string(try desk.store.text(result)),
        ]
    }
}

extension Case {
    /// Nothing is overdue any more in a case that is closed.
    func isOverdue(_ task: CaseTask, _ desk: Desk) throws -> Bool {
        try status.isOpen && task.isOverdue(on: desk.today)
    }
}

extension DataQuality {
    var row: JSONValue {
        [
            "known": .number(known), "core": .number(asked),
            "missing": .array(
                missing.map { ["person": $0.person.map { .number($0) } ?? .null, "field": .string($0.field.name)] }),
            "anonymous": .number(anonymous),
        ]
    }
}
