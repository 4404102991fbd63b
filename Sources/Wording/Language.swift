/// A language the whole program speaks: screens, refusals, help and reports.
public enum Language: String, CaseIterable, Sendable {
    case en, ro, ru

    /// Reads what the environment says, `ru_RU.UTF-8`, `ro-MD` or `en`. `mo` is
    /// the withdrawn code for Romanian as Moldova wrote it, and still found on
    /// machines there. Nil for `C`, `POSIX` and languages we do not speak.
    public init?(locale: some StringProtocol) {
        let end = locale.firstIndex { "_-.@".contains($0) } ?? locale.endIndex
        switch locale[..<end].lowercased() {
        case "en": self = .en
        case "ro", "mo": self = .ro
        case "ru": self = .ru
        default: return nil
        }
    }

    /// What its speakers call it; the language menu shows these.
    public var ownName: String {
        switch self {
        case .en: "English"
        case .ro: "Română"
        case .ru: "Русский"
        }
    }
}
