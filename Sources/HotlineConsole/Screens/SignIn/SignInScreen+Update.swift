import HotlineDomain
import HotlineStore
import TerminalUI

extension SignInScreen {
    public mutating func update(
        _ message: ScreenMessage<SignInCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .command(let command): return perform(command, situation, around)
        case .key(let key): return take(key)
        case .answered(.signIn(let facts)):
            stage = .shift(facts)
            let signIn = [Effect.signedIn(facts.person.code)]
            // Who works no shifts is not asked for one.
            let isAsked = facts.current == nil && facts.person.may(.workShifts)
            return isAsked ? signIn : signIn + offerDrafts(facts)
        case .answered(.passphraseNeeded(let code)):
            stage = .passphrase(of: code)
            fault = nil
            return []
        case .refused(let refusal):
            switch stage {
            case .code, .passphrase: break
            case .shift, .drafts: return []
            }
            passphrase.clear()
            fault = FieldFault(says: refusal.sentence, refusal.details)
            return []
        case .answered(.noSuchOperator(let code)):
            fault = FieldFault(says: "sign_in.unknown", ["code": code])
            return []
        case .chosen(let code, .signOnUnplanned):
            return [.perform([situation.unplannedSignOn(because: code, id: around.newID())], then: [])]
        case .chosen(let code, .discardDraft): return discard(because: code, situation, around)
        case .performed(let events): return follow(events)
        case .opened, .changed, .save, .chosen, .answered: return []
        }
    }

    private mutating func take(_ key: Key) -> [Effect] {
        switch stage {
        case .code: break
        case .passphrase where key != .escape:
            fault = nil
            _ = passphrase.handle(key)
            return []
        case .passphrase, .shift, .drafts: return key == .escape ? [.signedOut] : []
        }
        fault = nil
        _ = code.handle(key)
        return []
    }

    private mutating func perform(
        _ command: SignInCommand, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch (command, stage) {
        case (.enterCode, .code):
            guard !code.isEmpty else { return [] }
            return [.planShifts(), .load(.signIn(code.text))]
        case (.enterCode, .passphrase(let code)):
            guard !passphrase.isEmpty else { return [] }
            let typed = passphrase.passphrase
            passphrase.clear()
            return [.signIn(code, typed)]
        case (.signOn, .shift(let facts)):
            return facts.planned.map { [.perform([.shift($0.id, .signOn)], then: [])] } ?? []
        case (.unplanned, .shift): return [.choose(.signOnUnplanned)]
        case (.without, .shift(let facts)): return offerDrafts(facts)
        case (.goOn, .drafts(_, let place)):
            guard let draft else { return [] }
            continued.append(draft)
            return [.takeOverDraft(place), .saveDraft(draft)] + nextDraft()
        case (.later, .drafts): return nextDraft()
        case (.discard, .drafts): return [.choose(.discardDraft)]
        case (.quit, _): return situation.leaving(by: .quit)
        default: return []
        }
    }

    /// Signed on: go on to what was left, else to the desk.
    private mutating func follow(_ events: [Event]) -> [Effect] {
        guard case .shift(let facts) = stage else { return [] }
        let signedOn = events.contains { event in
            if case .shift = event { return true }
            return false
        }
        return signedOn ? offerDrafts(facts) : []
    }

    private mutating func offerDrafts(_ facts: SignInFacts) -> [Effect] {
        guard !facts.leftOver.isEmpty else { return toTheDesk(facts.person) }
        stage = .drafts(facts, place: 0)
        return []
    }

    private mutating func nextDraft() -> [Effect] {
        guard case .drafts(let facts, let place) = stage, place + 1 < facts.leftOver.count else {
            return draftsOwner.map(toTheDesk) ?? []
        }
        stage = .drafts(facts, place: place + 1)
        return []
    }

    private var draftsOwner: Operator? {
        if case .drafts(let facts, _) = stage { facts.person } else { nil }
    }

    /// To the desk, or to where else this person works.
    private func toTheDesk(_ person: Operator) -> [Effect] {
        let ways = person.home + continued.compactMap(\.route)
        return [.replace(ways[0])] + ways.dropFirst().map { .open($0) }
    }

    /// The call itself leaves a trace with the reason; a call never entered leaves nothing.
    private mutating func discard(
        because reason: String, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        guard case .drafts(_, let place) = stage, let draft else { return [] }
        var effects: [Effect] = [.discardLeftOver(place)]
        let call = situation.myCalls.first { draft.form == CallScreen.draftForm && $0.id.raw == draft.subject }
        if let call {
            let end: [Command] = call.status.isLive ? [.call(call.id, .end(at: around.now))] : []
            effects = [.perform(end + [.call(call.id, .discard(reason: reason))], then: effects)]
        }
        return effects + nextDraft()
    }
}
