import HotlineDomain
import HotlineStore
import Wording

/// One line of what a hotline is made of.
enum AdminRow: Hashable, Sendable, Identifiable {
    case person(Operator)
    case line(Line)
    case setting(Setting, SettingValue)
    case provider(Provider)
    case donor(Donor)
    case keeping(RetentionItem)

    var id: String {
        switch self {
        case .person(let person): person.code
        case .line(let line): line.code
        case .setting(let setting, _): setting.rawValue
        case .provider(let provider): provider.code
        case .donor(let donor): donor.code
        case .keeping(let item): "\(item.rule.name) \(item.thing.subject.id)"
        }
    }

    /// What it is found by, in every language.
    private var names: [String] {
        switch self {
        case .person(let person):
            [person.code] + Language.allCases.flatMap { say in person.roles.map { Say(say)("role.\($0.rawValue)") } }
        case .line(let line): [line.code, line.name, line.dialled]
        case .setting(let setting, _):
            [setting.rawValue] + Language.allCases.map { Say($0)("admin.setting.\(setting.rawValue)") }
        case .provider(let provider): [provider.code, provider.name] + provider.aliases
        case .donor(let donor): [donor.code, donor.name] + donor.projects
        case .keeping(let item):
            [item.thing.name, item.rule.name]
                + Language.allCases.map { Say($0)("audit.kind.\(item.thing.subject.kind.rawValue)") }
        }
    }

    /// Every typed word is somewhere in it.
    func fits(_ typed: String) -> Bool {
        let names = names.map { folded($0) }
        return folded(typed).split(separator: " ").allSatisfy { word in names.contains { $0.contains(word) } }
    }
}

extension AdminScreen.Part {
    /// Everything of this part, in the order it is shown.
    func rows(_ hotline: Hotline, _ retention: RetentionPart?) -> [AdminRow] {
        switch self {
        case .retention: retention?.items.map { .keeping($0) } ?? []
        case .people: hotline.operators.sorted { $0.code < $1.code }.map { .person($0) }
        case .lines: hotline.lines.map { .line($0) }
        case .settings: Setting.allCases.map { .setting($0, hotline.settings[$0]) }
        case .donors: hotline.donors.map { .donor($0) }
        case .providers:
            hotline.providers.sorted { folded($0.name) < folded($1.name) }.map { .provider($0) }
        }
    }
}
