import HotlineDomain
import HotlineStore
import TerminalUI

extension CaseFieldsScreen {
    public mutating func relabel(_ situation: Situation) { form.relabel(situation.language) }

    public mutating func update(
        _ message: ScreenMessage<CaseFieldsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed: return [.load(.case(id))]
        case .command(.save), .save: return save(around)
        case .command(.discard):
            return draftStartedAt == nil ? [.back] : [.ask(.discardForm, then: [.dropDraft(draftKey), .back])]
        case .key(let key): return take(key, situation, around)
        case .answered(.case(let file, id)): return take(file, situation)
        case .chosen, .answered, .performed, .refused: return []
        }
    }

    /// The first answer fills the form; after that what is typed stands, whatever a colleague does.
    private mutating func take(_ file: CaseFile?, _ situation: Situation) -> [Effect] {
        guard let file else { return [.say(Notice(.warning, says: "refusal.case.unknown")), .back] }
        let isFirst = self.file == nil
        self.file = file
        guard isFirst else { return [] }
        form.fill(file)
        if let draft = situation.drafts[draftKey] {
            form.restore(draft.fields)
            draftStartedAt = draft.startedAt
        }
        form.hint(file, situation, takingUp: takenUp)
        return []
    }

    private mutating func take(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch form.handle(key, situation.language) {
        case .changed: return saveDraft(situation, around)
        case .full: return [.say(Notice(.warning, says: "form.full"))]
        case .nothingFits: return [.say(Notice(.warning, says: "form.nothing_fits"))]
        case .finished: return save(around)
        case .ignored: return key == .escape ? [.back] : []
        case .moved, .taken: return []
        }
    }

    /// What is typed, on its way to the disk.
    private mutating func saveDraft(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let person = situation.person else { return [] }
        let startedAt = draftStartedAt ?? around.now
        draftStartedAt = startedAt
        return [
            .saveDraft(
                Draft(
                    form: draftKey.form, subject: draftKey.subject, fields: form.fields.values,
                    operatorCode: person.code, startedAt: startedAt))
        ]
    }

    private mutating func save(_ around: Surroundings) -> [Effect] {
        guard let file else { return [] }
        let (command, faults) = form.command(around)
        form.show(faults)
        guard faults.isEmpty, let command else { return [.say(Notice(.warning, says: "act.incomplete"))] }
        let commands = [form.change(around), command].compactMap { $0 }.map { Command.case(id, $0) }
        let done = Effect.say(Notice(.done, says: "case_fields.saved", ["number": file.case.number]))
        return [.perform(commands, then: [.dropDraft(draftKey), .back, done])]
    }
}
