import HotlineDomain
import TerminalUI
import Wording

/// A field that holds codes of a list, or what else there is to choose from. A digit picks what the digit stands
/// beside; letters search by code, by label in any language, by first letters.
public struct CodeField: Hashable, Sendable {
    public let source: ChoiceSource
    public private(set) var codes: [String]
    /// How many it may hold; a topic's further ones are several.
    public let maximum: Int
    /// Offered before the others: the line's own countries and languages.
    private let preferred: [String]
    /// While something is searched for.
    private var picker: Picker<String>?

    public init(_ list: ListID, _ codes: [String] = [], maximum: Int = 1, preferred: [String] = []) {
        self.init(.list(list), codes, maximum: maximum, preferred: preferred)
    }

    public init(_ source: ChoiceSource, _ codes: [String] = [], maximum: Int = 1, preferred: [String] = []) {
        self.source = source
        self.codes = codes
        self.maximum = maximum
        self.preferred = preferred
    }

    public var code: String? { codes.first }
    public var isSearching: Bool { picker != nil }
    public var search: TextField? { picker?.field }

    public mutating func set(_ codes: [String]) {
        self.codes = codes
        picker = nil
    }

    public mutating func handle(_ key: Key, _ language: Language) -> FormAnswer {
        if picker != nil { return handleSearch(key) }
        switch key {
        case .backspace, .delete:
            guard !codes.isEmpty else { return .ignored }
            codes.removeLast()
            return .changed
        case .space:
            picker = Picker(choices(language), selecting: code)
            return .moved
        default: break
        }
        if let scalar = key.typed, let code = quickChoice(Character(scalar), language) { return take(code) }
        guard key.writes else { return .ignored }
        picker = Picker(choices(language))
        return handleSearch(key)
    }

    private mutating func handleSearch(_ key: Key) -> FormAnswer {
        switch key {
        case .escape:
            picker = nil
            return .moved
        case .enter, .tab:
            guard let selected = picker?.selected else { return .nothingFits }
            return take(selected.id)
        default:
            guard let edit = picker?.handle(key, fold: { folded($0) }), edit != .ignored else { return .ignored }
            if edit == .changed, picker?.field.isEmpty ?? true { picker = nil }
            return .moved
        }
    }

    private mutating func take(_ code: String) -> FormAnswer {
        picker = nil
        if maximum == 1 {
            codes = [code]
        } else if !codes.contains(code), codes.count < maximum {
            codes.append(code)
        }
        return .taken
    }

    mutating func relabel(_ language: Language) {
        let choices = choices(language)
        picker?.relabel(choices)
    }

    /// What one key picks: the key of the list itself, else the digit beside the choice.
    private func quickChoice(_ key: Character, _ language: Language) -> String? {
        if let code = source.id(key: key) { return code }
        guard source.takesDigits, let digit = key.wholeNumberValue, digit > 0 else { return nil }
        let offered = choices(language)
        return digit <= offered.count ? offered[digit - 1].code : nil
    }

    /// The key that picks the choice at this place of what is offered.
    func quickKey(_ choice: Choice<String>, at place: Int) -> String {
        if let key = source.key(of: choice.id) { return String(key) }
        return source.takesDigits && place < 9 ? String(place + 1) : ""
    }

    /// What is offered now, best first.
    func offered(_ language: Language) -> [Choice<String>] { picker?.matches ?? choices(language) }
    func selected() -> String? { picker?.selected?.id }

    private func choices(_ language: Language) -> [Choice<String>] {
        let all = source.choices(language)
        guard !preferred.isEmpty else { return all }
        let first = preferred.compactMap { code in all.first { $0.id == code } }
        return first + all.filter { !preferred.contains($0.id) }
    }
}
