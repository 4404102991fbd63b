import HotlineDomain
import TOMLKit

/// `[packs]` and `[packs.windows]`: by what donors are told, and from which count on.
extension ProfileReader {
    mutating func packs(_ node: Node, _ settings: inout Settings) {
        checkKeys(node, ["threshold_calls", "threshold_people", "families", "windows"])
        settings.thresholdCalls = number("threshold_calls", in: node, Thresholds.range) ?? settings.thresholdCalls
        settings.thresholdPeople =
            number("threshold_people", in: node, Thresholds.range) ?? settings.thresholdPeople
        if let families = families("families", in: node, .packsUnknownFamily) {
            settings.families = families
            reportLinked(families, in: node)
        } else if node.table["families"] != nil {
            // What could not be read may be any: nobody should be told that it is not published.
            settings.families = FamilyName.allCases
        }
        guard let windows = table("windows", in: node) else { return }
        checkKeys(windows, FamilyName.allCases.map(\.rawValue))
        for name in FamilyName.allCases where windows.table[name.rawValue] != nil {
            settings.windows[name] = word(name.rawValue, in: windows, of: WindowLength.self, .packsUnknownWindow)
        }
        reportUneven(settings, in: windows)
    }

    /// At the window that was written down: the other may be the one the program has.
    private mutating func reportUneven(_ settings: Settings, in windows: Node) {
        guard let uneven = settings.unevenWindows else { return }
        let written = windows.table[uneven.second.rawValue] == nil ? uneven.first : uneven.second
        report(
            .packsUnevenWindows, at: source.value(windows.path.key(written.rawValue)),
            ["first": .text(uneven.first.rawValue), "second": .text(uneven.second.rawValue)])
    }

    /// Of families that give each other away only one is published: the later is the one too many.
    private mutating func reportLinked(_ families: [FamilyName], in node: Node) {
        for (place, family) in families.enumerated() {
            guard let first = families[..<place].first(where: { $0.linked.contains(family) }) else { continue }
            report(
                .packsLinkedFamilies, at: source.value(node.path.key("families").item(place)),
                ["first": .text(first.rawValue), "second": .text(family.rawValue)])
        }
    }

    mutating func families(_ key: String, in node: Node, _ rule: ProfileRule) -> [FamilyName]? {
        guard let names = texts(key, in: node, required: false, mayBeEmpty: true) else { return nil }
        let known = FamilyName.allCases.map(\.rawValue)
        for (place, name) in names.enumerated() where !known.contains(name) {
            report(
                rule, at: source.value(node.path.key(key).item(place)),
                ["code": .text(name), "nearest": .words(nearest(to: name, in: known))])
        }
        let families = names.compactMap(FamilyName.init(rawValue:))
        return families.count == names.count ? families : nil
    }

    /// One word of a closed set.
    mutating func word(
        _ key: String, in node: Node, among known: [String], _ rule: ProfileRule
    ) -> String? {
        guard let word = text(key, in: node, required: false) else { return nil }
        if known.contains(word) { return word }
        report(
            rule, at: source.value(node.path.key(key)),
            ["code": .text(word), "nearest": .words(nearest(to: word, in: known))])
        return nil
    }

    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, in node: Node, of words: Word.Type, _ rule: ProfileRule
    ) -> Word? {
        word(key, in: node, among: words.allCases.map(\.rawValue), rule).flatMap(Word.init(rawValue:))
    }
}
