import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Wording

/// What the keys of the desk do.
extension DeskScreen {
    mutating func perform(_ command: DeskCommand, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch command {
        case .new: return begin(defaults(situation), around)
        case .answer:
            if situation.telephone.first != nil { return [.takeCaller] }
            return situation.queue.longestWaiting.map { answer($0, situation, around) } ?? []
        case .hold:
            guard let call = situation.liveCall else { return [] }
            return [.perform([.call(call.id, call.status == .held ? .resume : .hold)], then: [])]
        case .end:
            guard let call = situation.liveCall else { return [] }
            return [.perform([.call(call.id, .end(at: around.now))], then: [.open(.call(call.id))])]
        case .closeAs(let code): return close(as: code, situation, around)
        case .sos: return [.raiseSOS]
        case .open: return open(situation, around)
        case .otherPane:
            if case .due = place { place = .today } else if !situation.due.isEmpty { place = .due(0) }
            return []
        case .filter:
            place = .today
            today.beginFilter()
            return []
        case .nextLine: return nextLine(situation)
        case .backEntry: return [.open(.callAfterwards)]
        case .calls: return [.open(.calls(CallFilter()))]
        case .escalations: return [.open(.escalations)]
        case .cases: return [.open(.cases)]
        case .referrals: return [.open(.referrals)]
        case .shift: return [.open(.shift)]
        case .reports: return [.open(.reports)]
        case .months: return [.open(.months)]
        case .board: return [.open(.board)]
        case .registers: return [.open(.registers(.task))]
        case .admin: return [.open(.admin)]
        case .audit: return [.open(.audit)]
        case .takeBack: return situation.oneKeyCalls.last?.takenBack ?? []
        case .signOut: return situation.leaving(by: .signedOut)
        case .quit: return situation.leaving(by: .quit)
        }
    }

    private func begin(
        _ given: (line: String, country: String?, language: String?), _ around: Surroundings,
        first: [Effect] = []
    ) -> [Effect] {
        let id: CallID = around.newID()
        let start = CallCommand.start(
            line: given.line, at: around.now, country: given.country, language: given.language)
        return [.perform([.call(id, start)], then: first + [.open(.call(id))])]
    }

    /// The caller's line, country and language go into the call.
    private func answer(_ caller: WaitingCaller, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        if let visit = situation.telephone.waiting[caller.id] {
            let id: CallID = around.newID()
            return [.perform([.call(id, .answer(visit))], then: [.open(.call(id))])]
        }
        let known = situation.callDefaults(line: caller.line)
        return begin(
            (caller.line, caller.country ?? known.country, caller.language ?? known.language), around,
            first: [.answerCaller(caller.id)])
    }

    private func open(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch place {
        case .waiting(let id):
            guard situation.liveCall == nil else { return [.say(Notice(.hint, says: "needs.no_call_in_progress"))] }
            return situation.queue.caller(id).map { answer($0, situation, around) } ?? []
        case .today: return today.selected.map { [.open(route(to: $0.call, situation))] } ?? []
        case .due(let index):
            let due = situation.due
            return due.indices.contains(index) ? [.open(due[index].route)] : []
        }
    }

    /// Who takes SOS goes straight to one that nobody has acknowledged.
    private func route(to call: Call, _ situation: Situation) -> Route {
        let waiting = situation.live.escalations.first { $0.call == call.id && !$0.isAcknowledged }
        guard let waiting, situation.has(.specialist) || situation.has(.supervisor) else { return .call(call.id) }
        return .escalation(waiting.id)
    }

    private mutating func nextLine(_ situation: Situation) -> [Effect] {
        let lines = situation.linesOpen
        guard let place = lines.firstIndex(where: { $0.code == defaults(situation).line }) else { return [] }
        let next = lines[(place + 1) % lines.count]
        line = next.code
        return [.say(Notice(.hint, says: "desk.line_is", ["line": next.code, "name": next.name]))]
    }

    /// A call in progress is closed with what was typed about it; without one, a
    /// call that has just ended is entered.
    private func close(as code: String, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        if let call = situation.currentCall { return close(call, as: code, situation, around) }
        let id: CallID = around.newID()
        if let caller = situation.telephone.first, caller.call == nil, caller.visit.facts.operator != nil {
            let commands: [Command] = [
                .call(id, .answer(caller.id)), .call(id, .closeAs(code: code, at: around.now)),
            ]
            return [.perform(commands, then: [.rememberOneKeyCall(.closed(id)), .say(DeskScreen.closed(as: code))])]
        }
        let given = defaults(situation)
        let content = CallContent(
            callClass: .nonCounselling, code: code, country: given.country, language: given.language)
        let (started, ended) = (around.now - .minutes(1), around.now)
        let commands: [Command] = [
            .call(id, .enter(line: given.line, started: started, ended: ended, CallEntry(content))),
            .call(id, .finalise),
        ]
        let entered = OneKeyCall.entered(id, started: started, ended: ended, content)
        return [.perform(commands, then: [.rememberOneKeyCall(entered), .say(DeskScreen.closed(as: code))])]
    }

    private func close(
        _ call: Call, as code: String, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        let key = DraftKey(CallScreen.draftForm, call.id.raw)
        var commands: [Command] = []
        if let draft = situation.drafts[key] {
            var form = CallForm(CallFile(call: call), situation)
            form.restore(draft.fields)
            commands.append(.call(call.id, .save(form.entry(situation, around))))
        }
        commands.append(.call(call.id, .closeAs(code: code, at: around.now)))
        let done: [Effect] = [
            .rememberOneKeyCall(.closed(call.id)), .dropDraft(key), .say(DeskScreen.closed(as: code)),
        ]
        return [.perform(commands, then: done)]
    }

    /// Says what the call was closed as, and which key takes that back.
    static func closed(as code: String) -> Notice {
        let key = keys.row(for: .takeBack)?.keys.first
        return Notice(
            .done, says: "desk.closed_as", ["key": key?.description ?? ""],
            codes: ["code": CodeInList(.nonCounselling, code)])
    }
}
