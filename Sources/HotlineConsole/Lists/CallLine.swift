import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// A call in one line of a list: when, who, what, and its state as a mark.
enum CallLine {
    static func draw(_ call: Call, on surface: inout Surface, _ situation: Situation, withDate: Bool = false) {
        let when = withDate ? situation.dayAndClock(call.started) : situation.clock(call.started)
        let whenWidth = withDate ? 16 : 5
        surface.put(when, x: 1, y: 0, maxWidth: whenWidth)
        surface.put(call.operatorCode, x: whenWidth + 2, y: 0, role: .faint, maxWidth: 3)
        let x = whenWidth + 6
        let mark = mark(call)
        surface.put(mark.glyph, x: surface.width - 2, y: 0, role: mark.role)
        let end = drawFurther(call, on: &surface, from: x, to: surface.width - 3, situation)
        let isSOS = call.content.callClass == .sos
        let room = max(0, end - x)
        let classWidth = isSOS ? 6 : min(classWidth(situation), max(min(14, room / 2), room * 2 / 5))
        let badge = isSOS ? SOSBadge(isOpen: situation.hasOpenSOS(call)) : nil
        if call.content.callClass == .nonCounselling, let code = call.content.code {
            surface.put(situation.label(.nonCounselling, code), x: x, y: 0, role: .faint, maxWidth: end - x)
        } else {
            surface.put(
                badge?.text ?? name(call, situation), x: x, y: 0, role: badge?.role ?? .text, maxWidth: classWidth)
            surface.put(
                isSOS ? state(of: call, situation) : situation.label(.topic, call.content.topics.first),
                x: x + classWidth + 1, y: 0, maxWidth: end - x - classWidth - 1)
        }
    }

    /// Where there is room behind the topic: the country, then what came of it.
    /// Gives the column where they begin.
    private static func drawFurther(
        _ call: Call, on surface: inout Surface, from start: Int, to end: Int, _ situation: Situation
    ) -> Int {
        var end = end
        if end - start >= 76 {
            end -= 26
            surface.put(
                situation.label(.callOutcome, call.content.outcome), x: end + 1, y: 0, role: .faint, maxWidth: 25)
        }
        if end - start >= 50 {
            end -= 3
            surface.put(call.content.country ?? "", x: end + 1, y: 0, role: .faint, maxWidth: 2)
        }
        return end
    }

    /// What the longest class of the hotline's language takes.
    private static func classWidth(_ situation: Situation) -> Int {
        CallClass.allCases.lazy.filter { $0 != .nonCounselling && $0 != .sos }
            .map { cellWidth(of: situation.label(.callClass, $0.rawValue)) }.max() ?? 0
    }

    /// Its class, or how far it has come where none was chosen yet.
    private static func name(_ call: Call, _ situation: Situation) -> String {
        call.content.callClass.map { situation.label(.callClass, $0.rawValue) }
            ?? situation.say("call.status.\(call.status.rawValue)")
    }

    /// What became of its SOS so far.
    private static func state(of call: Call, _ situation: Situation) -> String {
        guard let open = situation.live.escalations.first(where: { $0.id == call.escalation }) else {
            return situation.say("escalation.resolved")
        }
        return open.isAcknowledged
            ? situation.say("escalation.in_hand", ["operator": open.assignee ?? ""])
            : situation.say("escalation.waiting", ["age": situation.age(since: open.raisedAt)])
    }

    static func mark(_ call: Call) -> (glyph: Glyph, role: TerminalUI.Role) {
        switch call.status {
        case .talking, .held: (.live, .strong)
        case .wrapUp, .draft: (.ellipsis, .warning)
        case .final: (.done, .good)
        case .discarded: (.none, .faint)
        }
    }
}

/// The clock of a call in progress: how long one talks, how long one writes up.
struct CallClock {
    let text: String
    let role: TerminalUI.Role

    init(_ call: Call, _ situation: Situation) {
        let say = situation.say
        let now = situation.now
        switch call.status {
        case .talking where situation.heldAtTelephone(call) == nil:
            text = "\(Glyph.live) \(situation.duration(now - call.started))"
            role = .strong
        case .talking, .held:
            let since = call.heldSince ?? situation.heldAtTelephone(call)
            let held = situation.duration(now - (since ?? now))
            text = "\(Glyph.live) \(say("call.held_for", ["time": held]))"
            role = .warning
        case .wrapUp:
            let since = now - (call.ended ?? now)
            let limit = Span.seconds(Int64(situation.hotline.settings.wrapUpSeconds))
            let mark = since > limit ? "\(Glyph.overdue) " : ""
            text =
                mark
                + say("call.wrap_up_for", ["time": situation.duration(since), "of": situation.duration(limit)])
            role = since > limit ? .warning : .strong
        case .draft:
            text = "\(Glyph.ellipsis) \(say("call.status.draft"))"
            role = .warning
        case .final:
            text = "\(Glyph.done) \(say("call.status.final"))"
            role = .good
        case .discarded:
            text = "\(Glyph.none) \(say("call.status.discarded"))"
            role = .faint
        }
    }
}

extension Situation {
    /// Since when the telephone has the caller on hold: the switch says when it was, once it is over.
    func heldAtTelephone(_ call: Call) -> Instant? {
        guard call.visit != nil, call.id == liveCall?.id else { return nil }
        return telephone.heldSince
    }
}
