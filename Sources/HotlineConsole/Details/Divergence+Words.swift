import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension Divergence {
    /// What fills its sentences. Times are said by whoever knows the clock on the wall.
    public func facts(_ time: (Instant) -> String) -> [String: String] {
        [
            "number": number ?? "", "earlier": earlier.stamp.by, "earlier_at": time(earlier.stamp.at),
            "later": later.stamp.by, "later_at": time(later.stamp.at),
        ]
    }

    /// Where one goes to look at both; nil for what has no screen of its own.
    var route: Route? {
        switch subject.kind {
        case .call: .call(ID(raw: subject.id))
        case .escalation: .escalation(ID(raw: subject.id))
        case .case: .case(ID(raw: subject.id))
        case .referral: .referral(ID(raw: subject.id))
        case .handover: .handover(ID(raw: subject.id))
        case .shift: .shift
        case .stay: .stays
        case .entry: .registers(.task)
        default: nil
        }
    }
}

extension Situation {
    /// `written of in two places: 51 at 14:02, 52 at 14:05; …`
    func told(_ divergence: Divergence) -> String {
        say("divergence.both", divergence.facts { dayAndClock($0) })
    }

    /// Of what a desk is to look at: whoever wrote one of the two, and who looks after everybody's work.
    func concerns(_ divergence: Divergence) -> Bool {
        guard divergence.route != nil, let code = person?.code else { return false }
        return has(.supervisor) || [divergence.earlier.stamp.by, divergence.later.stamp.by].contains(code)
    }
}

extension Sheet {
    /// Two people wrote of it without having seen each other's work.
    mutating func divergence(_ divergence: Divergence?, _ situation: Situation) {
        guard let divergence else { return }
        text("\(Glyph.overdue) \(situation.told(divergence))", role: .warning)
    }
}
