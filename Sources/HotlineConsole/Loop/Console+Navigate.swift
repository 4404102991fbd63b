import HotlineDomain
import TerminalUI
import Wording

extension Console {
    /// A screen that is open already is gone back to, with what was opened over it
    /// closed: Esc leads through no screen twice. Letters typed there are on disk.
    mutating func open(_ route: Route, replacing: Bool, _ around: Surroundings) -> [Effect] {
        if let place = stack.lastIndex(where: { $0.route == route }) {
            stack.removeSubrange((place + 1)...)
            return tell(.changed, around)
        }
        if let refusal = situation.refusal(of: route) {
            notice = Notice(refusal)
            return []
        }
        guard let screen = route.screen(situation, around) else {
            notice = Notice(.hint, says: "route.not_there")
            return []
        }
        if replacing { stack.removeLast() }
        stack.append(OpenScreen(route: route, screen: screen))
        let wanted = top.update(.opened, situation, around)
        return settle(wanted, around)
    }

    /// One screen back; from the first one there is nowhere to go.
    mutating func back(_ around: Surroundings) -> [Effect] {
        guard stack.count > 1 else { return [] }
        stack.removeLast()
        return tell(.changed, around)
    }

    mutating func run(_ command: GlobalCommand, _ around: Surroundings) -> [Effect] {
        switch command {
        case .sos: return raiseSOS(around)
        case .otherSOS: return raiseOtherSOS(around)
        case .takeCaller: return takeCaller(around)
        case .save: return tell(.save, around)
        case .back: return back(around)
        case .palette:
            overlay = .palette(PaletteOverlay(top, situation))
            return []
        case .help:
            overlay = .help(HelpOverlay(top, situation))
            return []
        case .server:
            overlay = .server(ServerOverlay(situation))
            return []
        case .theme:
            let all = Scheme.allCases
            scheme = all[((all.firstIndex(of: scheme) ?? 0) + 1) % all.count]
            return []
        case .language:
            situation.language = situation.language.next
            for place in stack.indices { stack[place].screen.relabel(situation) }
            return []
        case .quit: return settle(situation.leaving(by: .quit), around)
        case .blank:
            lock()
            return []
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        }
    }
}
