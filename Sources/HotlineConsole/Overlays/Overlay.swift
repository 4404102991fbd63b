import TerminalUI

/// What lies over the screen and has the keys until it is answered.
enum Overlay: Sendable {
    case palette(PaletteOverlay)
    case help(HelpOverlay)
    case confirm(ConfirmOverlay)
    case choice(ChoiceOverlay)
}

/// What a key did to an overlay.
enum OverlayAnswer: Sendable {
    case stays
    case closes
    case run(ListedCommand)
    case confirmed([Effect])
    case chosen(String, Asking)
}

extension Overlay {
    mutating func handle(_ key: Key) -> OverlayAnswer {
        switch self {
        case .palette(var palette):
            defer { self = .palette(palette) }
            return palette.handle(key)
        case .help(var help):
            defer { self = .help(help) }
            return help.handle(key)
        case .confirm(let confirm): return confirm.handle(key)
        case .choice(var choice):
            defer { self = .choice(choice) }
            return choice.handle(key)
        }
    }

    mutating func layOut(_ size: Size) {
        switch self {
        case .palette(var palette):
            palette.layOut(size)
            self = .palette(palette)
        case .help(var help):
            help.layOut(size)
            self = .help(help)
        case .choice(var choice):
            choice.layOut(size)
            self = .choice(choice)
        case .confirm: break
        }
    }

    func draw(on surface: inout Surface, _ situation: Situation) {
        switch self {
        case .palette(let palette): palette.draw(on: &surface, situation)
        case .help(let help): help.draw(on: &surface, situation)
        case .confirm(let confirm): confirm.draw(on: &surface, situation)
        case .choice(let choice): choice.draw(on: &surface, situation)
        }
    }
}
