import HotlineDomain
import TerminalUI
import Wording

/// A state as a mark and a word, and the role that gives it its colour.
struct StateMark: Hashable, Sendable {
    let glyph: Glyph
    let word: String
    let role: TerminalUI.Role

    var text: String { "\(glyph) \(word)" }
}

extension StateMark {
    /// `▲ waiting 2 min`, `! overdue 6 min`, `● in hand`, `✓ Case opened`.
    init(_ escalation: Escalation, _ situation: Situation) {
        let say = situation.say
        let settings = situation.hotline.settings
        switch escalation.status {
        case .raised, .assigned:
            if escalation.isOverdue(at: situation.now, settings) {
                let due = escalation.raisedAt + .seconds(Int64(settings.acknowledgeSeconds))
                self.init(
                    glyph: .overdue, word: say("escalation.overdue_by", ["age": situation.age(since: due)]),
                    role: .alarm)
            } else {
                let age = situation.age(since: escalation.raisedAt)
                self.init(glyph: .alarm, word: say("escalation.waiting", ["age": age]), role: .alarm)
            }
        case .inHand: self.init(glyph: .live, word: say("escalation.status.in_hand"), role: .strong)
        case .resolved:
            self.init(
                glyph: .done, word: situation.label(.escalationOutcome, escalation.outcome), role: .good)
        }
    }

    init(_ file: Case, _ situation: Situation) {
        let (glyph, role): (Glyph, TerminalUI.Role) =
            switch file.status {
            case .opened: (.overdue, .warning)
            case .active: (.live, .strong)
            case .onHold, .followUp: (.idle, .text)
            case .closureProposed: (.ellipsis, .warning)
            case .closed, .closedReferred: (.done, .good)
            case .duplicate: (.none, .faint)
            }
        self.init(glyph: glyph, word: situation.say("case.status.\(file.status.rawValue)"), role: role)
    }

    /// `→ sent, due 15:30`, `! no response, due 15:30`, `✓ Provided`.
    init(_ referral: Referral, _ situation: Situation) {
        let say = situation.say
        let due = referral.dueAt.map { situation.dayAndClock($0) } ?? ""
        if referral.hasNoResponse(at: situation.now) {
            self.init(glyph: .overdue, word: say("referral.no_response", ["due": due]), role: .warning)
            return
        }
        let (glyph, role): (Glyph, TerminalUI.Role) =
            switch referral.status {
            case .draft, .ready: (.ellipsis, .warning)
            case .sent: (.right, .strong)
            case .accepted, .inService: (.live, .strong)
            case .ended:
                Referral.outcomesThatHelped.contains(referral.outcome ?? "") ? (.done, .good) : (.none, .faint)
            case .declined, .rejected, .revoked: (.none, .faint)
            }
        let outcome = situation.label(.referralOutcome, referral.outcome)
        let word =
            referral.status == .ended
            ? outcome : say("referral.status.\(referral.status.rawValue)", ["due": due])
        self.init(glyph: glyph, word: word, role: role)
    }
}

extension Referral {
    /// The client got what the referral was for, or part of it.
    fileprivate static let outcomesThatHelped = ["provided", "partly_provided"]
}
