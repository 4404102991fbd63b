/// What a switch calls a line or an operator, and the code of the hotline's own
/// for it: `line-ru=ru`. What is not named goes by the switch's name: nothing is
/// dropped for want of one.
public struct SwitchName: Hashable, Sendable, CustomStringConvertible {
    /// A queue or a number as it is dialled; an agent's name, device or extension.
    public let name: String
    public let code: String

    /// The name is what stands before the last `=`. Nil where either is missing.
    public init?(_ text: some StringProtocol) {
        guard let place = text.lastIndex(of: "="), place > text.startIndex, text.index(after: place) < text.endIndex
        else { return nil }
        self.init(name: String(text[..<place]), code: String(text[text.index(after: place)...]))
    }

    init(name: String, code: String) {
        self.name = name
        self.code = code
    }

    public var description: String { "\(name)=\(code)" }
}

/// Names as settings and events have them: in their order, each with its code.
extension SwitchName {
    static func texts(_ names: [String: String]) -> [String] {
        names.sorted { $0.key < $1.key }.map { SwitchName(name: $0.key, code: $0.value).description }
    }

    /// What is none is left out.
    static func names(_ texts: [String]) -> [String: String] {
        Dictionary(texts.compactMap { SwitchName($0) }.map { ($0.name, $0.code) }) { $1 }
    }

    /// A text that names nothing would be left out without a word.
    static func check(_ setting: Setting, _ value: SettingValue) throws(Refusal) {
        guard setting == .switchLines || setting == .switchAgents, case .codes(let texts) = value else { return }
        for text in texts where SwitchName(text) == nil { throw badPair(setting, text) }
    }

    private static func badPair(_ setting: Setting, _ text: some StringProtocol) -> Refusal {
        Refusal(HotlineRule.settingBadPair, ["setting": setting.rawValue, "value": String(text)])
    }

    /// What somebody typed, with commas between: a name may hold spaces.
    static func names(_ setting: Setting, typed: String) throws(Refusal) -> [String: String] {
        var names: [String: String] = [:]
        for part in typed.split(separator: ",") {
            let text = part.withoutSpacesAround
            let named = SwitchName(text).map { ($0.name[...].withoutSpacesAround, $0.code[...].withoutSpacesAround) }
            guard let (name, code) = named, !name.isEmpty, !code.isEmpty else { throw badPair(setting, text) }
            guard names.updateValue(String(code), forKey: String(name)) == nil else {
                throw Refusal(HotlineRule.settingListsTwice, ["setting": setting.rawValue])
            }
        }
        return names
    }
}

extension Substring {
    fileprivate var withoutSpacesAround: Substring {
        let front = drop { $0 == " " }
        return front.lastIndex { $0 != " " }.map { front[...$0] } ?? ""
    }
}
