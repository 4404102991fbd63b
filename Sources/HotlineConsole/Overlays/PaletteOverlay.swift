import HotlineDomain
import TerminalUI
import Wording

/// Every command of this screen by its name: for keys one has not learnt yet.
struct PaletteOverlay: Sendable {
    private var picker: Picker<Int>
    /// What somebody's roles do not allow: found by who types its name, with the reason.
    private var others: Picker<Int>
    private let commands: [ListedCommand]
    private let reasons: [Int: String]

    init(_ screen: any ConsoleScreen, _ situation: Situation) {
        var english = situation
        english.language = .en
        let rows = screen.listing(situation).rows
        commands = rows.map(\.command)
        reasons = PaletteOverlay.reasons(rows, screen, situation)
        let choices = rows.enumerated().map { place, row in
            Choice(
                id: place, code: printed(row.keys), label: PaletteOverlay.label(row, screen, situation),
                also: [PaletteOverlay.label(row, screen, english)],
                described: [situation.say(row.help), english.say(row.help)]
            ) { folded($0) }
        }
        let forbidden = reasons
        picker = Picker(choices.filter { forbidden[$0.id] == nil })
        others = Picker(choices.filter { forbidden[$0.id] != nil })
    }

    /// By the place of a command, what is said where a duty forbids it.
    private static func reasons(
        _ rows: [KeyRow<ListedCommand, Requirement>], _ screen: any ConsoleScreen, _ situation: Situation
    ) -> [Int: String] {
        var reasons: [Int: String] = [:]
        for (place, row) in rows.enumerated() {
            let missing = row.needs.first { $0.duty != nil && !screen.isMet($0, situation) }
            if let missing { reasons[place] = situation.say("needs.\(missing.rawValue)") }
        }
        return reasons
    }

    /// Commands under one label say what tells them apart: `close as… Silent call`.
    private static func label(
        _ row: KeyRow<ListedCommand, Requirement>, _ screen: any ConsoleScreen, _ situation: Situation
    ) -> String {
        let label = situation.say(row.label)
        guard case .screen(let place) = row.command else { return label }
        let detail = screen.detail(row: place, situation)
        return detail.isEmpty ? label : "\(label) \(detail)"
    }

    mutating func handle(_ key: Key) -> OverlayAnswer {
        if key == .escape { return .closes }
        if key == .enter {
            // Where only a forbidden one fits, it says itself why it cannot be done.
            let chosen = picker.selected ?? (picker.field.isEmpty ? nil : others.selected)
            return chosen.map { .run(commands[$0.id]) } ?? .stays
        }
        if picker.handle(key, fold: { folded($0) }) == .changed { _ = others.handle(key) { folded($0) } }
        return .stays
    }

    mutating func layOut(_ size: Size) { picker.height = max(1, size.rows - 8) }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let refused = picker.field.isEmpty ? [] : others.matches
        let rows = picker.matches.count + refused.count
        let box = surface.bounds.centred(width: 60, height: min(surface.height - 2, rows + 3))
        let inside = surface.frame(box, title: situation.say("palette.title"))
        picker.field.draw(on: &surface, in: inside.cutTop(1).top.inset(left: 1, right: 1), isFocused: true)
        let (allowed, rest) = inside.cutTop(1).rest.cutTop(picker.matches.count)
        picker.drawList(on: &surface, in: allowed)
        for (row, choice) in refused.prefix(rest.height).enumerated() {
            let text = "\(choice.label): \(reasons[choice.id] ?? "")"
            surface.put(text, x: rest.x + 1, y: rest.y + row, role: .faint, maxWidth: rest.width - 2)
        }
    }
}
