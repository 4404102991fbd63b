import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// What the operator's telephone does comes up, and takes nothing from whoever
/// types: no key, no field, no screen that is in use.
extension Console {
    /// So long no key was pressed before a screen opens by itself.
    static let handsRest = Span.seconds(2)

    /// The key that takes the caller: a call with the line, country and language
    /// of the visit, over whatever is open, which stays as it is below.
    mutating func takeCaller(_ around: Surroundings) -> [Effect] {
        guard let caller = situation.telephone.first else {
            notice = Notice(.hint, says: "needs.caller_for_me")
            return []
        }
        if situation.liveCall != nil, !caller.visit.facts.isOver {
            notice = Notice(.hint, says: "needs.no_call_in_progress")
            return []
        }
        if caller.call != nil, caller.visit.facts.isWaiting {
            notice = Notice(.hint, says: "needs.answered_first")
            return []
        }
        return begin(caller, around)
    }

    /// Who was answered on the telephone while the desk lay idle has their call
    /// open, with the clock since the answer. While somebody types, reads or has
    /// just pressed a key, the strip says it and waits.
    mutating func openAnswered(_ around: Surroundings) -> [Effect] {
        guard isIdle(around.now), let caller = situation.telephone.first,
            case .onLine = caller.visit.phase(for: situation.person?.code, at: around.now),
            situation.telephone.opened.insert(caller.id).inserted
        else { return [] }
        return begin(caller, around)
    }

    private func isIdle(_ now: Instant) -> Bool {
        deskLock == nil && overlay == nil && top is DeskScreen && !top.isWriting && situation.liveCall == nil
            && now - lastTouched >= Console.handsRest
    }

    private func begin(_ caller: DeskCaller, _ around: Surroundings) -> [Effect] {
        let id = caller.call ?? around.newID()
        return [.perform([.call(id, .answer(caller.id))], then: [.open(.call(id))])]
    }

    /// What was typed of a caller whom the switch has passed on goes along to
    /// whoever answers, once for each time it changed; the form stays as it is.
    mutating func savePassedOn(_ around: Surroundings) -> [Effect] {
        situation.telephone.passedOn.sorted().flatMap { id -> [Effect] in
            let key = DraftKey(CallScreen.draftForm, id.raw)
            guard let draft = situation.drafts[key], passedOnDrafts[id] != draft,
                let call = situation.myCalls.first(where: { $0.id == id && $0.status.isLive })
            else { return [] }
            passedOnDrafts[id] = draft
            var form = CallForm(CallFile(call: call), situation)
            form.restore(draft.fields)
            return [.perform([.call(id, .save(form.entry(situation, around)))], then: [])]
        }
    }

    /// Says that the caller hung up, or is with somebody else now. A sentence
    /// that is being read is not written over.
    func heard(of before: [Call]) -> Notice? {
        guard notice == nil, let person = situation.person?.code else { return nil }
        for old in before where old.status.isLive {
            if let now = situation.myCalls.first(where: { $0.id == old.id }) {
                guard now.status == .wrapUp, now.lastChanged.by != person, let ended = now.ended else { continue }
                let talk = situation.duration(ended - now.started)
                return Notice(.hint, says: "call.hung_up", ["number": now.number, "talk": talk])
            }
            if let taken = situation.live.liveCalls.first(where: { $0.id == old.id && $0.operatorCode != person }),
                taken.lastChanged.by == taken.operatorCode
            {
                let isLostRing = situation.telephone.lostRings.contains(taken.id)
                return Notice(
                    .warning, says: isLostRing ? "call.lost_ring" : "call.taken_over",
                    ["number": taken.number, "to": taken.operatorCode])
            }
        }
        return nil
    }
}
