import HotlineDomain
import TerminalUI
import Wording

/// The providers the hotline refers to: found by name, by another name, or by
/// what they offer, as one types.
public struct ProvidersScreen: ConsoleScreen {
    public static let title = "providers.title"

    var picker: Picker<String>

    public init(_ situation: Situation) {
        let providers = situation.hotline.providers.sorted { folded($0.name) < folded($1.name) }
        picker = Picker(ChoiceSource.providers(providers).choices(situation.language))
    }

    public var isWriting: Bool { true }
}
