import HotlineDomain
import TerminalUI

extension ReferralScreen {
    public mutating func update(
        _ message: ScreenMessage<ReferralScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed: return [.load(.referral(id)), .load(.history(subject))]
        case .answered(.referral(let file, id)):
            guard let file else { return [.say(Notice(.warning, says: "refusal.referral.unknown")), .back] }
            self.file = file
            return []
        case .answered(.history(let history, of: subject)):
            self.history = history
            return []
        case .answered(.address(let address, let provider)) where provider == referral?.provider:
            self.address = address
            return [
                .say(Notice(.hint, says: address == nil ? "provider.address.none" : "provider.address.journalled"))
            ]
        case .command(let command): return perform(command)
        case .key(let key): return pane.handle(key) || key != .escape ? [] : [.back]
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let (facts, past) = sheets(size, situation)
        pane.layOut(size, facts, past)
        return []
    }

    private func perform(_ command: ReferralScreenCommand) -> [Effect] {
        switch command {
        case .consent: return [.open(.act(.consent(id)))]
        case .send: return done(.send, "referral.is_sent")
        case .accept: return done(.accept, "referral.is_accepted")
        case .start: return done(.start, "referral.is_started")
        case .chase: return done(.chase, "referral.is_chased")
        case .reject: return [.open(.act(.reject(id)))]
        case .end: return [.open(.act(.endReferral(id)))]
        case .giveUp: return giveUp
        case .full: return [.open(.act(.overrideFull(id)))]
        case .revoke:
            let isUnsent = referral?.status == .draft || referral?.status == .ready
            return [.open(.act(isUnsent ? .drop(id) : .revoke(id)))]
        case .unmask: return referral.map { [.load(.address(of: $0.provider))] } ?? []
        case .open: return pane.route.map { [.open($0)] } ?? []
        }
    }

    /// Nobody is given up on who was not asked again: said before the form, not after it.
    private var giveUp: [Effect] {
        guard let referral, referral.chases > 0 else {
            return [.say(Notice(.hint, says: "refusal.referral.needs_chase", ["number": referral?.number ?? ""]))]
        }
        return [.open(.act(.giveUp(id)))]
    }

    private func done(_ command: ReferralCommand, _ key: String) -> [Effect] {
        let notice = Notice(.done, says: key, ["number": referral?.number ?? ""])
        return [.perform([.referral(id, command)], then: [.say(notice)])]
    }
}
