import HotlineDomain
import TerminalUI
import Wording

/// Every command of this screen by its name: for keys one has not learnt yet.
struct PaletteOverlay: Sendable {
    private var picker: Picker<Int>
    private let commands: [ListedCommand]

    init(_ screen: any ConsoleScreen, _ situation: Situation) {
        var english = situation
        english.language = .en
        let rows = screen.listing.rows
        commands = rows.map(\.command)
        picker = Picker(
            rows.enumerated().map { place, row in
                Choice(
                    id: place, code: printed(row.keys), label: PaletteOverlay.label(row, screen, situation),
                    also: [PaletteOverlay.label(row, screen, english)],
                    described: [situation.say(row.help), english.say(row.help)]
                ) { folded($0) }
            })
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
        if key == .enter { return picker.selected.map { .run(commands[$0.id]) } ?? .stays }
        _ = picker.handle(key) { folded($0) }
        return .stays
    }

    mutating func layOut(_ size: Size) { picker.height = max(1, size.rows - 8) }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let box = surface.bounds.centred(width: 60, height: min(surface.height - 2, picker.matches.count + 3))
        let inside = surface.frame(box, title: situation.say("palette.title"))
        picker.field.draw(on: &surface, in: inside.cutTop(1).top.inset(left: 1, right: 1), isFocused: true)
        picker.drawList(on: &surface, in: inside.cutTop(1).rest)
    }
}
