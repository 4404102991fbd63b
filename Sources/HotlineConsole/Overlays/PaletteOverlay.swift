import HotlineDomain
import TerminalUI
import Wording

/// Every command of this screen by its name: for keys one has not learnt yet.
struct PaletteOverlay: Sendable {
    private var picker: Picker<Int>
    private let commands: [ListedCommand]

    init(_ screen: any ConsoleScreen, _ situation: Situation) {
        let say = situation.say
        var choices: [Choice<Int>] = []
        var commands: [ListedCommand] = []
        for row in screen.listing.rows {
            var label = say(row.label)
            if case .screen(let place) = row.command { label += "  " + screen.detail(row: place, situation) }
            choices.append(
                Choice(
                    id: commands.count, code: printed(row.keys), label: label,
                    also: Language.allCases.map { Say($0)(row.label) } + [say(row.help)]
                ) { folded($0) })
            commands.append(row.command)
        }
        picker = Picker(choices)
        self.commands = commands
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
