import HotlineDomain
import TerminalUI

/// What lies over the screen and has the keys until it is answered.
enum Overlay: Sendable {
    case palette(PaletteOverlay)
    case help(HelpOverlay)
    case confirm(ConfirmOverlay)
    case choice(ChoiceOverlay)
    case server(ServerOverlay)
}

/// What the bar names while something lies over the screen; the keys of the screen wait.
enum OverlayCommand: Hashable, Sendable {
    case take, more, back, sos
}

extension Overlay {
    /// A question has its own two keys beside it.
    func keys(_ situation: Situation) -> KeyTable<OverlayCommand, Requirement> {
        let rows: [KeyRow<OverlayCommand, Requirement>] =
            switch self {
            case .palette, .choice: [Overlay.take] + Overlay.always
            case .help(let help): (help.hasMore ? [Overlay.more] : []) + Overlay.always
            case .server(let server): (server.hasMore ? [Overlay.more] : []) + Overlay.always
            case .confirm: Overlay.always.filter { $0.command == .sos }
            }
        // SOS is offered to who may raise one.
        return KeyTable(situation.sees(.answerCalls) ? rows : rows.filter { $0.command != .sos })
    }

    private static let take = KeyRow<OverlayCommand, Requirement>(
        [.enter], .take, label: "shift.take", help: "shift.take.help", rank: 1)
    private static let more = KeyRow<OverlayCommand, Requirement>(
        [.pageDown], .more, label: "overlay.more", help: "move.page_down.help", rank: 1)

    private static let always: [KeyRow<OverlayCommand, Requirement>] = {
        let sos = GlobalCommand.keys.row(for: .sos).map { [$0.map { _ in OverlayCommand.sos }] } ?? []
        let back = GlobalCommand.keys.row(for: .back).map { [$0.map { _ in OverlayCommand.back }] } ?? []
        return sos + back
    }()
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
        case .server(var server):
            defer { self = .server(server) }
            return server.handle(key)
        }
    }

    /// What it shows has changed meanwhile.
    mutating func take(_ situation: Situation) {
        guard case .server(var server) = self else { return }
        server.take(situation)
        self = .server(server)
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
        case .server(var server):
            server.layOut(size)
            self = .server(server)
        case .confirm: break
        }
    }

    func draw(on surface: inout Surface, _ situation: Situation) {
        switch self {
        case .palette(let palette): palette.draw(on: &surface, situation)
        case .help(let help): help.draw(on: &surface, situation)
        case .confirm(let confirm): confirm.draw(on: &surface, situation)
        case .choice(let choice): choice.draw(on: &surface, situation)
        case .server(let server): server.draw(on: &surface, situation)
        }
    }
}
