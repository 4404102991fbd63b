import HotlineDomain
import HotlineStore
import Wording

/// What the keys of a call do.
extension CallScreen {
    mutating func perform(
        _ command: CallScreenCommand, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch command {
        case .save: return save(situation, around)
        case .hold:
            guard let call else { return [] }
            return [.perform([.call(call.id, call.status == .held ? .resume : .hold)], then: [])]
        case .end:
            guard let call else { return [] }
            return [.perform([.call(call.id, .end(at: around.now))], then: [])]
        case .closeAs: return [.choose(.closeCall)]
        case .discard:
            return mode == .afterwards
                ? [.ask(.discardBackEntry, then: [.dropDraft(draftKey), .back])] : [.choose(.discardCall)]
        case .transfer: return [.choose(.transferCall)]
        case .line: return [.choose(.callLine)]
        case .recognise:
            form?.ask(.knownAs)
            return []
        case .amend, .takeUp:
            takesUp = command == .takeUp
            return [.choose(.amendCall)]
        case .raise:
            // Of this record; F9 is about whoever is on the line.
            return id.map { [.perform([.escalation(around.newID(), .raise(call: $0))], then: [.ring])] } ?? []
        case .calledBack:
            guard let call else { return [] }
            let done = Notice(.done, says: "call.call_back_made", ["number": call.number])
            return [.perform([.call(call.id, .callBackDone)], then: [.say(done)])]
        case .unmask: return id.map { [.load(.callBackNumber($0))] } ?? []
        case .withdrawCallBack:
            guard let call else { return [] }
            let done = Notice(.done, says: "call.call_back_was_withdrawn", ["number": call.number])
            let act = Effect.perform([.call(call.id, .withdrawCallBack)], then: [.say(done)])
            return [.ask(.withdrawCallBack, then: [act])]
        case .refer: return id.map { [.open(.newReferral(.call(id: $0)))] } ?? []
        case .erase: return [.choose(.erase)]
        case .keep: return file.map { [.choose($0.keeping.hold == nil ? .keep : .release)] } ?? []
        case .escalation: return call?.escalation.map { [.open(.escalation($0))] } ?? []
        }
    }

    mutating func take(
        _ code: String, _ asking: Asking, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch asking {
        case .closeCall: return close(as: code, situation, around)
        case .discardCall:
            guard let call else { return [] }
            var commands: [Command] = call.status.isLive ? [.call(call.id, .end(at: around.now))] : []
            commands.append(.call(call.id, .discard(reason: code)))
            let done = Notice(.done, says: "call.was_discarded", ["number": call.number])
            return [.perform(commands, then: [.dropDraft(draftKey), .back, .say(done)])]
        case .transferCall: return transfer(to: code, situation, around)
        case .callLine:
            guard let call, let name = situation.hotline.line(code)?.name else { return [] }
            let done = Notice(.done, says: "call.line_changed", ["line": code, "name": name])
            return [.perform([.call(call.id, .changeLine(to: code))], then: [.say(done)])]
        case .amendCall:
            guard let file else { return [] }
            mode = .amending(reason: code, revision: file.call.revision)
            form = CallForm(file, situation, isAmending: true)
            if takesUp { form?.takeUp(file, situation) }
            return []
        case .erase, .keep, .release:
            guard let call else { return [] }
            return Subject(.call, call.id.raw).keepingEffects(
                code, asking, number: call.number, erasing: .eraseCall)
        case .discardDraft, .signOnUnplanned, .markAbsent, .endShift: return []
        }
    }

    /// What was typed goes with the caller, who is not left on hold.
    private mutating func transfer(to code: String, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let call, let form else { return [] }
        let clues = clues(call.id, around)
        var commands: [CallCommand] = call.status == .held ? [.resume] : []
        if situation.drafts[draftKey] != nil { commands.append(.save(form.entry(situation, around))) }
        commands.append(.transfer(to: code))
        let done = Notice(.done, says: "call.transferred", ["number": call.number, "to": code])
        return [
            .perform(clues + commands.map { .call(call.id, $0) }, then: [.dropDraft(draftKey), .back, .say(done)])
        ]
    }

    /// What was typed is kept with it: a caller who fell silent may have said something first.
    private mutating func close(as code: String, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let call, let form else {
            form?.set(.callClass, CallClass.nonCounselling.rawValue)
            form?.set(.code, code)
            return save(situation, around)
        }
        let commands: [Command] =
            clues(call.id, around) + [
                .call(call.id, .save(form.entry(situation, around))),
                .call(call.id, .closeAs(code: code, at: around.now)),
            ]
        return [
            .perform(
                commands,
                then: [
                    .rememberOneKeyCall(.closed(call.id)), .dropDraft(draftKey), .back,
                    .say(DeskScreen.closed(as: code)),
                ])
        ]
    }
}
