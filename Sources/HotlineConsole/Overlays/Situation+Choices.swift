import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// What there is to choose from besides codes.
extension Situation {
    var lineChoices: [Choice<String>] {
        linesOpen.map { line in
            Choice(id: line.code, code: line.code, label: line.name, also: [line.dialled]) { folded($0) }
        }
    }

    /// Who may take a caller over: who is free on shift first, then who is on a call, then the others.
    var colleagueChoices: [Choice<String>] {
        let others = hotline.operators.filter { $0.active && $0.code != person?.code && $0.answersCallers }
        return Presence.allCases.flatMap { presence in
            others.filter { self.presence(of: $0) == presence }.map { colleague in
                let role = say("role.\(colleague.roles.first?.rawValue ?? "operator")")
                return Choice(
                    id: colleague.code, code: colleague.code,
                    label: "\(role), \(say("presence.\(presence.rawValue)"))"
                ) { folded($0) }
            }
        }
    }

    private enum Presence: String, CaseIterable {
        case free
        case onCall = "on_call"
        case away
    }

    private func presence(of colleague: Operator) -> Presence {
        guard live.shiftsOn.contains(where: { $0.operatorCode == colleague.code }) else { return .away }
        return live.liveCalls.contains { $0.operatorCode == colleague.code } ? .onCall : .free
    }
}

extension Operator {
    fileprivate var answersCallers: Bool { has(.operator) || has(.specialist) || has(.supervisor) }
}
