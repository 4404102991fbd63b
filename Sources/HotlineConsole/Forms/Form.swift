import TerminalUI
import Wording

/// A form: one field a line, Enter goes on, the last Enter saves. `ID` is the
/// closed list of a form's fields; its raw values name them in drafts and, after
/// `labels`, in the catalogue.
public struct Form<ID: RawRepresentable<String> & Hashable & Sendable & CaseIterable>: Hashable, Sendable {
    public private(set) var order: [ID]
    private(set) var contents: [ID: FieldContent]
    /// Fields that do not matter at the moment; they keep what they hold.
    public var hidden: Set<ID> = [] {
        didSet { if hidden.contains(focus), let first = shown.first { focus = first } }
    }
    public private(set) var focus: ID
    public var faults: [ID: FieldFault] = [:]
    /// What one may want to know of a field; in the way of nothing.
    public var hints: [ID: FieldFault] = [:]
    /// `call.field.`: what stands before a field's name in the catalogue.
    let labels: String
    /// Names of fields that come from a table and not from the catalogue.
    public var spelled: [ID: [Language: String]] = [:]
    /// The key of the heading that a field stands under; said once over those that follow each other.
    public var sections: [ID: String] = [:]
    /// They may take more of the width, where names that somebody else gave are long.
    public var hasLongLabels = false

    public init(labels: String, _ fields: [(ID, FieldContent)]) {
        self.labels = labels
        order = fields.map(\.0)
        contents = Dictionary(uniqueKeysWithValues: fields.map { ($0.0, $0.1) })
        focus = fields[0].0
    }

    func label(_ id: ID, _ say: Say) -> String { spelled[id]?[say.language] ?? say(labels + id.rawValue) }

    public var shown: [ID] { order.filter { !hidden.contains($0) } }

    /// The heading over the field at this place of those shown; nil where it goes on under the one before.
    func heading(at place: Int) -> String? {
        let section = sections[shown[place]]
        return place > 0 && sections[shown[place - 1]] == section ? nil : section
    }

    public subscript(id: ID) -> FieldContent? { contents[id] }

    public func code(_ id: ID) -> String? {
        if case .code(let field)? = contents[id] { return field.code }
        return nil
    }

    public func codes(_ id: ID) -> [String] {
        if case .code(let field)? = contents[id] { return field.codes }
        return []
    }

    /// What was typed to search for a code and not picked: it would be lost, so
    /// saving waits for it.
    public var unpicked: [ID: FieldFault] {
        var faults: [ID: FieldFault] = [:]
        for id in shown {
            guard case .code(let field)? = contents[id], let search = field.search, !search.isEmpty else { continue }
            faults[id] = Form.notPicked
        }
        return faults
    }

    private static var notPicked: FieldFault { FieldFault(says: "form.not_picked") }

    private var isSearching: Bool {
        if case .code(let field)? = contents[focus] { field.isSearching } else { false }
    }

    public func text(_ id: ID) -> String {
        if case .code? = contents[id] { return "" }
        return contents[id]?.value ?? ""
    }

    public mutating func set(_ id: ID, _ value: String) { contents[id]?.restore(value) }

    /// Another content for a field: what it offers depends on another one.
    public mutating func replace(_ id: ID, with content: FieldContent) { contents[id] = content }

    public mutating func go(to id: ID) {
        if contents[id] != nil, !hidden.contains(id) { focus = id }
    }

    /// As a draft keeps it: what is filled in, by field.
    public var values: [String: String] {
        var values: [String: String] = [:]
        for (id, content) in contents where !content.value.isEmpty { values[id.rawValue] = content.value }
        values[formFocus] = focus.rawValue
        return values
    }

    /// Puts a draft's values in place of what the fields hold, and goes to where it was left off.
    public mutating func restore(_ values: [String: String]) {
        for id in order { contents[id]?.restore(values[id.rawValue] ?? "") }
        if let place = values[formFocus].flatMap(ID.init(rawValue:)) { go(to: place) }
    }

    /// What a list offers that is open is said in another language.
    mutating func relabel(_ language: Language) {
        guard case .code(var field) = contents[focus] else { return }
        field.relabel(language)
        contents[focus] = .code(field)
    }

    /// Notes are wrapped to this width.
    public mutating func layOut(width: Int) {
        for (id, content) in contents {
            guard case .note(var area, let rows) = content else { continue }
            area.width = width
            area.height = rows
            contents[id] = .note(area, rows: rows)
        }
    }
}

/// Under which a draft keeps the field one was in.
let formFocus = "focus"

/// What a key did to a form.
public enum FormAnswer: Hashable, Sendable {
    case ignored
    case moved
    /// Something was written: the draft has to be saved before the screen shows it.
    case changed
    /// A code was picked; the form itself goes on to the next field.
    case taken
    /// There is no more room for what was typed or pasted.
    case full
    /// Enter, and no code fits what was typed.
    case nothingFits
    /// Enter in the last field.
    case finished
}

extension Form {
    public mutating func handle(_ key: Key, _ language: Language) -> FormAnswer {
        let answer = write(key, language)
        // What was searched for and not picked is given up with the search.
        if answer == .changed || (faults[focus] == Form.notPicked && !isSearching) { faults[focus] = nil }
        switch answer {
        case .ignored: return move(key)
        case .taken:
            faults[focus] = nil
            // In a field of several codes one stays, to add another.
            if case .code(let field)? = contents[focus], field.maximum == 1 || key == .tab { _ = step(1) }
            return .changed
        default: return answer
        }
    }

    private mutating func write(_ key: Key, _ language: Language) -> FormAnswer {
        switch contents[focus] {
        case .code(var field)?:
            defer { contents[focus] = .code(field) }
            return field.handle(key, language)
        case .text(var field)?:
            defer { contents[focus] = .text(field) }
            return FormAnswer(field.handle(key))
        case .secret(var field)?:
            defer { contents[focus] = .secret(field) }
            return FormAnswer(field.handle(key))
        case .note(var area, let rows)?:
            defer { contents[focus] = .note(area, rows: rows) }
            return FormAnswer(area.handle(key))
        case nil: return .ignored
        }
    }

    private mutating func move(_ key: Key) -> FormAnswer {
        switch FormCommand.keys.exactRow(for: key)?.command {
        case .next: return step(1) ? .moved : .finished
        case .forward:
            _ = step(1)
            return .moved
        case .back:
            _ = step(-1)
            return .moved
        default: return .ignored
        }
    }

    /// False at the end of the form.
    private mutating func step(_ count: Int) -> Bool {
        let shown = shown
        guard let place = shown.firstIndex(of: focus), shown.indices.contains(place + count) else { return false }
        focus = shown[place + count]
        return true
    }
}

extension FormAnswer {
    init(_ edit: Edit) {
        switch edit {
        case .ignored: self = .ignored
        case .moved: self = .moved
        case .changed: self = .changed
        case .full: self = .full
        }
    }
}
