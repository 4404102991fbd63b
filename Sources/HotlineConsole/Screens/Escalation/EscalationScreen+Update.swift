import HotlineDomain
import TerminalUI

extension EscalationScreen {
    public mutating func update(
        _ message: ScreenMessage<EscalationScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            return [.load(.escalation(id)), .load(.referrals(from: subject)), .load(.history(subject))]
        case .answered(.escalation(let file, id)):
            guard let file else { return [.say(Notice(.warning, says: "refusal.escalation.unknown")), .back] }
            self.file = file
            return []
        case .answered(.referrals(let referrals, from: subject)):
            self.referrals = referrals
            return []
        case .answered(.history(let history, of: subject)):
            self.history = history
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return pane.handle(key) || key != .escape ? [] : [.back]
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let (facts, past) = sheets(size, situation)
        pane.layOut(size, facts, past)
        return []
    }

    private func perform(_ command: EscalationScreenCommand, _ situation: Situation) -> [Effect] {
        guard let escalation else { return [] }
        switch command {
        case .acknowledge:
            let done = Notice(.done, says: "escalation.is_in_hand", ["number": escalation.callNumber])
            return [.perform([.escalation(id, .acknowledge)], then: [.say(done)])]
        case .assess: return [.open(.act(.assess(id)))]
        case .assign: return [.open(.act(escalation.status == .inHand ? .reassign(id) : .assign(id)))]
        case .resolve: return [.open(.act(.resolve(id)))]
        case .refer: return [.open(.newReferral(.escalation(id: id)))]
        case .reopen: return [.open(.act(.reopenEscalation(id)))]
        case .open: return pane.route.map { [.open($0)] } ?? []
        }
    }
}
