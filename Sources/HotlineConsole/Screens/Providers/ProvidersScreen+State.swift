import HotlineDomain
import TerminalUI
import Wording

/// The providers the hotline refers to: found by name, by another name, or by
/// what they offer, as one types.
public struct ProvidersScreen: ConsoleScreen {
    public static let title = "providers.title"

    var picker: Picker<String>

    public init(_ situation: Situation) {
        picker = Picker(ProvidersScreen.choices(situation, freeOnly: false))
    }

    /// Only those with a free place now.
    var freeOnly = false

    /// A confidential address that was uncovered, while the cursor stays on its provider.
    var uncovered: Uncovered?

    struct Uncovered: Sendable {
        let provider: String
        let address: Private<String>?
    }

    public var isWriting: Bool { true }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        guard requirement == .confidentialAddress else { return situation.isMet(requirement) }
        return picker.selected.flatMap { situation.hotline.provider($0.id) }?.hasConfidentialAddress ?? false
    }

    static func choices(_ situation: Situation, freeOnly: Bool) -> [Choice<String>] {
        let taken = situation.placesTaken
        let shown = situation.hotline.providers.filter { !freeOnly || $0.free(taken) ?? 0 > 0 }
        let directory = Directory(
            providers: shown.sorted { folded($0.name) < folded($1.name) }, territories: situation.hotline.territories,
            taken: taken)
        return ChoiceSource.providers(directory).choices(situation.language)
    }
}

extension Provider {
    var hasConfidentialAddress: Bool {
        if case .confidential? = address { true } else { false }
    }
}
