import HotlineDomain
import TerminalUI
import Wording

/// Where the choices of a field come from.
public enum ChoiceSource: Hashable, Sendable {
    case list(ListID)
    /// Those codes of a list that fit here.
    case some([String], of: ListID)
    /// Answers that are no code list; the catalogue says each after `prefix`.
    case answers([String], prefix: String)
    /// Found by name, by the other names they are known by, by what they offer and where.
    case providers(Directory)
    case operators([Operator])
    /// Found by any of their names.
    case territories([Territory])
    /// Codes that a hotline makes for itself and that have no other name.
    case plain([String])
}

extension ChoiceSource {
    /// All of them, in the order they are offered.
    func choices(_ language: Language) -> [Choice<String>] {
        switch self {
        case .list(let list): ChoiceSource.codes(list, language).map { choice($0, language) }
        case .some(let codes, let list):
            codes.compactMap { CodeLists.list(list).code($0) }.map { choice($0, language) }
        case .answers(let answers, let prefix):
            answers.map { answer in
                Choice(
                    id: answer, code: answer, label: Say(language)("\(prefix)\(answer)"),
                    also: Language.allCases.map { Say($0)("\(prefix)\(answer)") }, fold: { folded($0) })
            }
        case .providers(let directory): directory.providers.map { choice($0, directory, language) }
        case .plain(let codes): codes.map { Choice(id: $0, code: $0, label: $0, also: [], fold: { folded($0) }) }
        case .territories(let places):
            places.map { Choice(id: $0.code, code: $0.code, label: $0.name, also: $0.aliases, fold: { folded($0) }) }
        case .operators(let people):
            people.map { person in
                Choice(
                    id: person.code, code: person.code, label: label(person, language),
                    also: Language.allCases.map { label(person, $0) }, fold: { folded($0) })
            }
        }
    }

    /// What people read for one of them.
    func label(_ id: String, _ language: Language) -> String {
        switch self {
        case .list(let list), .some(_, let list):
            CodeLists.list(list).code(id)?.label(language.rawValue) ?? id
        case .answers(_, let prefix): Say(language)("\(prefix)\(id)")
        case .providers(let directory): directory.providers.first { $0.code == id }?.name ?? id
        case .plain: id
        case .territories(let places): places.first { $0.code == id }?.name ?? id
        case .operators(let people): people.first { $0.code == id }.map { label($0, language) } ?? id
        }
    }

    /// The key that picks one, where the list gives keys.
    func key(of id: String) -> Character? {
        if case .list(let list) = self { return CodeLists.list(list).code(id)?.key }
        return nil
    }

    func id(key: Character) -> String? {
        if case .list(let list) = self { return CodeLists.list(list).code(key: key)?.code }
        return nil
    }

    /// Whether a digit can stand beside a choice: where the list gives keys of
    /// its own, or codes begin with digits themselves, it cannot.
    var takesDigits: Bool {
        switch self {
        case .list(let list):
            !CodeLists.list(list).codes.contains { $0.key != nil || $0.code.first?.isNumber ?? false }
        case .some, .answers, .plain: true
        case .providers, .operators, .territories: false
        }
    }

    /// As the list has them; countries and languages, which nobody looks for by
    /// their codes, by their names.
    private static func codes(_ list: ListID, _ language: Language) -> [Code] {
        byName[list]?[language] ?? CodeLists.list(list).codes
    }

    private static let byName: [ListID: [Language: [Code]]] = Dictionary(
        uniqueKeysWithValues: [ListID.country, .language].map { list in
            (list, Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, byName(list, $0)) }))
        })

    /// What is no country or language at all stays at the end.
    private static func byName(_ list: ListID, _ language: Language) -> [Code] {
        let codes = CodeLists.list(list).codes
        let (unsaid, named) = (codes.filter { isUnsaid($0) }, codes.filter { !isUnsaid($0) })
        return named.map { (folded($0.label(language.rawValue)), $0) }.sorted { $0.0 < $1.0 }.map(\.1) + unsaid
    }

    private static func isUnsaid(_ code: Code) -> Bool { ["unknown", "not_asked", "refused"].contains(code.code) }

    private func choice(_ code: Code, _ language: Language) -> Choice<String> {
        Choice(
            id: code.code, code: code.key.map { String($0) } ?? code.code, label: code.label(language.rawValue),
            also: Language.allCases.map { code.label($0.rawValue) } + [code.code], fold: { folded($0) })
    }

    private func choice(_ provider: Provider, _ directory: Directory, _ language: Language) -> Choice<String> {
        let services = provider.services.flatMap { service in
            [service]
                + Language.allCases.map { CodeLists.list(.service).code(service)?.label($0.rawValue) ?? service }
        }
        return Choice(
            id: provider.code, code: provider.code, label: directory.label(provider, language),
            also: provider.aliases + services + directory.places(of: provider), fold: { folded($0) })
    }

    private func label(_ person: Operator, _ language: Language) -> String {
        "\(person.code) \(Say(language)("role.\(person.roles.first?.rawValue ?? "operator")"))"
    }
}
