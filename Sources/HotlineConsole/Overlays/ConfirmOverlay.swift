import HotlineDomain
import TerminalUI
import Wording

/// The one question before a dangerous act.
struct ConfirmOverlay: Sendable {
    let act: DangerousAct
    /// What it is about; more than a screen holds is counted.
    var naming: [String] = []
    let then: [Effect]

    private enum Reply: Hashable, Sendable { case yes, no }

    private static let keys = KeyTable<Reply, Never>([
        KeyRow(["y"], .yes, label: "confirm.yes", help: "confirm.yes.help", isDangerous: true, rank: 0),
        KeyRow([.escape, "n"], .no, label: "confirm.no", help: "confirm.no.help", rank: 0),
    ])

    func handle(_ key: Key) -> OverlayAnswer {
        switch ConfirmOverlay.keys.row(for: key)?.command {
        case .yes: .confirmed(then)
        case .no: .closes
        case nil: .stays
        }
    }

    /// What the question is about, as it stands at this moment.
    private func facts(_ situation: Situation) -> [String] {
        let facts = act == .quitWithOpenWork ? situation.openAtLeaving.map { situation.text(of: $0) } : naming
        let more = facts.count - ConfirmOverlay.factsMax
        return facts.prefix(ConfirmOverlay.factsMax).map { "\(Glyph.dot) \($0)" } + (more > 0 ? ["+\(more)"] : [])
    }

    private static let factsMax = 8

    func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let bar = KeyBar(ConfirmOverlay.keys, width: 50) { say($0) }
        let text = facts(situation) + [say("confirm.\(act.rawValue).text")]
        ConfirmBox(title: say("confirm.\(act.rawValue)"), text: text.joined(separator: "\n"), bar: bar)
            .draw(on: &surface)
    }
}
