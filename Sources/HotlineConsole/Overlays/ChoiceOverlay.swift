import HotlineDomain
import TerminalUI
import Wording

/// A box with the codes of a list, or with people or lines: one key or type-ahead picks one.
struct ChoiceOverlay: Sendable {
    let asking: Asking
    private var picker: Picker<String>
    private let say: Say

    init(_ asking: Asking, _ situation: Situation) {
        self.asking = asking
        say = situation.say
        let codes = asking.list.map { ChoiceOverlay.choices($0, without: asking.leavesOut, situation.language) }
        picker = Picker(codes ?? (asking == .callLine ? situation.lineChoices : situation.colleagueChoices))
    }

    mutating func handle(_ key: Key) -> OverlayAnswer {
        if key == .escape { return .closes }
        if key == .enter { return picker.selected.map { .chosen($0.id, asking) } ?? .stays }
        if picker.field.isEmpty, let scalar = key.typed,
            let choice = picker.choices.first(where: { $0.code == String(scalar) })
        {
            return .chosen(choice.id, asking)
        }
        _ = picker.handle(key) { folded($0) }
        return .stays
    }

    /// Each with the key that picks it: the list's own, else its number.
    private static func choices(
        _ list: ListID, without leftOut: Set<String>, _ language: Language
    ) -> [Choice<String>] {
        let codes = CodeLists.list(list).codes.filter { !leftOut.contains($0.code) }
        return codes.enumerated().map { place, code in
            let key = code.key.map { String($0) } ?? (place < 9 ? String(place + 1) : "")
            return Choice(
                id: code.code, code: key, label: code.label(language.rawValue),
                also: Language.allCases.map { code.label($0.rawValue) } + [code.code]
            ) { folded($0) }
        }
    }

    mutating func layOut(_ size: Size) { picker.height = max(1, min(picker.choices.count, size.rows - 8)) }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let rows = min(picker.choices.count, max(1, surface.height - 6))
        let box = surface.bounds.centred(width: 56, height: rows + 3)
        let inside = surface.frame(box, title: say(asking.question))
        picker.field.draw(
            on: &surface, in: inside.cutTop(1).top.inset(left: 1, right: 1), isFocused: true)
        picker.drawList(on: &surface, in: inside.cutTop(1).rest)
    }
}
