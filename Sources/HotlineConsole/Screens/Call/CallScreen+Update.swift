import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension CallScreen {
    public mutating func update(
        _ message: ScreenMessage<CallScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed, .performed: return id.map { [.load(.call($0))] } ?? []
        case .answered(.call(let file, let id)):
            guard id == self.id else { return [] }
            return take(file, situation)
        case .answered(.callBackNumber(let number, let id)):
            if id == self.id { unmasked = number }
            return []
        case .command(let command): return perform(command, situation, around)
        case .key(let key): return take(key, situation, around)
        case .save: return save(situation, around)
        case .chosen(let code, let asking): return take(code, asking, situation, around)
        case .refused(let refusal):
            guard let field = CallForm.field(of: refusal.rule) else { return [] }
            form?.show([field: FieldFault(says: refusal.sentence, refusal.details)])
            return []
        case .answered: return []
        }
    }

    public mutating func relabel(_ situation: Situation) { form?.fields.relabel(situation.language) }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        form?.layOut(width: CallLayout(size).noteWidth)
        return []
    }

    // MARK: - The record

    private mutating func take(_ file: CallFile?, _ situation: Situation) -> [Effect] {
        guard let file else { return [.say(Notice(.warning, says: "refusal.call.unknown")), .back] }
        let line = self.file?.call.line
        self.file = file
        if file.call.callBackTerms?.number == nil { unmasked = nil }
        if let line, line != file.call.line { form?.lineMoved(from: line, to: file.call.line, situation) }
        if form == nil { begin(file, situation) }
        form?.known(by: file)
        // An SOS raised meanwhile, by any key, shows in the form.
        if file.call.escalation != nil, form?.callClass != .sos { form?.set(.callClass, CallClass.sos.rawValue) }
        // Final, or somebody else's by now.
        let isMineToWrite = file.call.status.isUnfinished && situation.isMine(file.call)
        if mode == .writing, !isMineToWrite, !isTakenWhileTyped(file.call, situation) { mode = .reading }
        if mode == .reading, situation.drafts[draftKey] == nil { form = CallForm(file, situation) }
        return []
    }

    /// The switch gave the caller to somebody else in the middle of a word: the
    /// letters still go into the form, and to the disk, until it is left.
    private func isTakenWhileTyped(_ call: Call, _ situation: Situation) -> Bool {
        call.status.isUnfinished && situation.drafts[draftKey] != nil
    }

    private mutating func begin(_ file: CallFile, _ situation: Situation) {
        let draft = situation.drafts[draftKey]
        draftStartedAt = draft?.startedAt
        if let fields = draft?.fields, let reason = fields[CallScreen.amendReason], file.call.status == .final {
            mode = .amending(reason: reason, revision: Int(fields[CallScreen.amendRevision] ?? "") ?? 0)
            form = CallForm(file, situation, isAmending: true)
        } else if let reason = amendedBecause, draft == nil, file.call.status == .final {
            mode = .amending(reason: reason, revision: file.call.revision)
            form = CallForm(file, situation, isAmending: true)
        } else {
            mode = file.call.status.isUnfinished && situation.isMine(file.call) ? .writing : .reading
            form = CallForm(file, situation)
        }
        if let fields = draft?.fields { form?.restore(fields) }
    }

    // MARK: - Typing

    private mutating func take(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard isWriting else { return key == .escape ? [.back] : [] }
        let place = form?.fields.focus
        let effects = write(key, situation, around)
        // Whoever calls is looked up as soon as the field is left.
        guard place == .knownAs, let id, form?.fields.focus != .knownAs || key == .escape else { return effects }
        let clues = clues(id, around)
        return clues.isEmpty ? effects : [.perform(clues, then: [])] + effects
    }

    private mutating func write(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch form?.handle(key, situation.language) {
        // What may be a number is in no draft.
        case .changed where form?.fields.focus == .knownAs: return []
        case .changed: return saveDraft(situation, around)
        case .full: return [.say(Notice(.warning, says: "form.full"))]
        case .nothingFits: return [.say(Notice(.warning, says: "form.nothing_fits"))]
        case .finished: return save(situation, around)
        case .ignored, nil: return key == .escape ? [.back] : []
        case .moved, .taken: return []
        }
    }

    private static let amendReason = "amended_because"
    private static let amendRevision = "amended_revision"

    /// What is typed, on its way to the disk.
    private mutating func saveDraft(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let form, let person = situation.person else { return [] }
        let startedAt = draftStartedAt ?? around.now
        draftStartedAt = startedAt
        var fields = form.fields.values
        fields[CallField.knownAs.rawValue] = nil
        if case .amending(let reason, let revision) = mode {
            fields[CallScreen.amendReason] = reason
            fields[CallScreen.amendRevision] = String(revision)
        }
        return [
            .saveDraft(
                Draft(
                    form: draftKey.form, subject: draftKey.subject, fields: fields, operatorCode: person.code,
                    startedAt: startedAt))
        ]
    }

    // MARK: - Saving

    /// The final record where nothing is missing; else what is missing is said
    /// and what there is becomes a draft that can be handed over.
    mutating func save(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard isWriting, let form else { return [] }
        let faults = form.faults(situation)
        self.form?.show(faults)
        switch mode {
        case .writing:
            guard let call else { return [] }
            return faults.isEmpty
                ? finish(call, form, situation, around) : keep(call, form, situation, around)
        case .afterwards: return faults.isEmpty ? enter(form, situation, around) : [missing]
        case .amending(let reason, let revision):
            guard faults.isEmpty, let call, let times = form.times(situation) else { return [missing] }
            let amend = CallCommand.amend(
                revision: revision, reason: reason, started: unmoved(times.started, call.started),
                ended: unmoved(times.ended, call.ended), form.entry(situation, around))
            return [
                .perform(clues(call.id, around) + [.call(call.id, amend)], then: saved("call.amended", call.number))
            ]
        case .opening, .reading: return []
        }
    }

    private var missing: Effect { .say(Notice(.warning, says: "call.incomplete")) }

    /// Times are typed to the minute: one that still shows the same minute has not moved.
    private func unmoved(_ typed: Instant, _ recorded: Instant?) -> Instant {
        guard let recorded, typed.seconds / 60 == recorded.seconds / 60 else { return typed }
        return recorded
    }

    private func saved(_ key: String, _ number: String) -> [Effect] {
        [.dropDraft(draftKey), .back, .say(Notice(.done, says: key, ["number": number]))]
    }

    private mutating func finish(
        _ call: Call, _ form: CallForm, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        var commands = clues(call.id, around)
        if call.status.isLive { commands.append(.call(call.id, .end(at: around.now))) }
        commands.append(.call(call.id, .save(form.entry(situation, around))))
        var then: [Effect] = []
        if form.callClass == .sos, call.escalation == nil {
            commands.append(.escalation(around.newID(), .raise(call: call.id)))
            then = [.ring]
        }
        commands.append(.call(call.id, .finalise))
        let said = form.lacksTopic ? "call.saved_without_topic" : "call.saved"
        return [.perform(commands, then: then + saved(said, call.number))]
    }

    private mutating func keep(
        _ call: Call, _ form: CallForm, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        let save = clues(call.id, around) + [.call(call.id, .save(form.entry(situation, around)))]
        return [
            .perform(save, then: [.say(Notice(.warning, says: "call.saved_as_draft", ["number": call.number]))])
        ]
    }

    private mutating func enter(_ form: CallForm, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let times = form.times(situation) else { return [missing] }
        let id: CallID = around.newID()
        let entry = form.entry(situation, around)
        var commands: [Command] = [
            .call(id, .enter(line: form.fields.text(.line), started: times.started, ended: times.ended, entry))
        ]
        commands += clues(id, around)
        if form.callClass == .sos { commands.append(.escalation(around.newID(), .raise(call: id))) }
        commands.append(.call(id, .finalise))
        let done = Notice(.done, says: "call.entered", ["time": situation.dayAndClock(times.started)])
        return [.perform(commands, then: [.dropDraft(draftKey), .back, .say(done)])]
    }
}
