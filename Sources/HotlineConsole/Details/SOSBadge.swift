import HotlineDomain
import HotlineStore
import TerminalUI

/// `▲ SOS` for as long as somebody may be in danger; quiet once it is resolved.
struct SOSBadge: Hashable, Sendable {
    let text: String
    let role: TerminalUI.Role

    init(isOpen: Bool) {
        text = "\(isOpen ? Glyph.alarm : .done) SOS"
        role = isOpen ? .alarm : .text
    }
}

extension Situation {
    /// Whether the SOS of this call is still open.
    func hasOpenSOS(_ call: Call) -> Bool { live.escalations.contains { $0.id == call.escalation } }
}
