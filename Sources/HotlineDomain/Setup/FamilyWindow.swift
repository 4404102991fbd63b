/// The windows of one family, as they are typed and kept: `language=month`.
struct FamilyWindow: Hashable, Sendable, CustomStringConvertible {
    let family: FamilyName
    let length: WindowLength

    var description: String { "\(family.rawValue)=\(length.rawValue)" }

    /// Refuses what names no family or no length, with those that are nearest.
    init(typed text: some StringProtocol) throws(Refusal) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        family = try FamilyName(settingTyped: parts[0])
        guard let length = parts.count == 2 ? WindowLength(rawValue: parts[1]) : nil else {
            throw Refusal(
                HotlineRule.settingUnknownWindow,
                [
                    "value": String(text), "family": family.rawValue,
                    "known": Hotline.list(WindowLength.allCases.map(\.rawValue)),
                ])
        }
        self.length = length
    }

    static func texts(_ windows: [FamilyName: WindowLength]) -> [String] {
        FamilyName.allCases.compactMap { name in windows[name].map { "\(name.rawValue)=\($0.rawValue)" } }
    }

    /// What is none is left out.
    static func windows(_ texts: [String]) -> [FamilyName: WindowLength] {
        let windows = texts.compactMap { try? FamilyWindow(typed: $0) }
        return Dictionary(windows.map { ($0.family, $0.length) }) { $1 }
    }

    /// A text that names nothing would be left out without a word, and so would the first of two.
    static func check(_ setting: Setting, _ value: SettingValue) throws(Refusal) {
        guard case .codes(let texts) = value else { return }
        switch setting {
        case .packsFamilies: for text in texts { _ = try FamilyName(settingTyped: text) }
        case .packsWindows:
            var seen = Set<FamilyName>()
            for text in texts where try !seen.insert(FamilyWindow(typed: text).family).inserted {
                throw Refusal(HotlineRule.settingListsTwice, ["setting": setting.rawValue])
            }
        default: break
        }
    }
}

extension FamilyName {
    /// Refuses what is no family's name, with the nearest.
    init(settingTyped text: String) throws(Refusal) {
        guard let name = FamilyName(rawValue: text) else {
            throw Refusal(
                HotlineRule.settingUnknownFamily, ["family": text, "nearest": FamilyName.nearest(to: text)])
        }
        self = name
    }

    static func nearest(to text: String) -> String {
        let list = CodeList(
            id: "family", version: 1, source: "", codes: allCases.map { Code(code: $0.rawValue, labels: [:]) })
        return Hotline.list(list.nearest(to: text, limit: 3).map(\.code))
    }
}
