import HotlineDomain
import TerminalUI

extension CaseScreen {
    public mutating func update(
        _ message: ScreenMessage<CaseScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed: return [.load(.case(id)), .load(.history(subject))]
        case .answered(.case(let file, id)):
            guard let file else { return [.say(Notice(.warning, says: "refusal.case.unknown")), .back] }
            self.file = file
            return []
        case .answered(.history(let history, of: subject)):
            self.history = history
            return []
        case .command(.letStand): return letStand(around)
        case .command(let command): return perform(command, situation)
        case .key(let key):
            if pane.handle(key) || key != .escape { return [] }
            if showsReaders {
                showsReaders = false
                return []
            }
            return [.back]
        // Whoever may not read it does not stay in front of an empty sheet.
        case .refused(let refusal): return file == nil ? [.back, .say(Notice(refusal))] : offerOverride(refusal)
        case .chosen(let code, let asking): return take(code, asking)
        case .save, .answered, .performed: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let (facts, past) = sheets(size, situation)
        pane.layOut(size, facts, past)
        return []
    }

    private mutating func perform(_ command: CaseScreenCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .triage: return done(.triage, "case.is_triaged")
        case .followUp: return done(.followUp, "case.is_followed_up")
        case .approve: return approve(situation)
        case .hold: return status == .active ? [.open(.act(.hold(id)))] : done(.resume, "case.is_resumed")
        case .note: return [.open(.act(.note(id)))]
        case .refer: return [.open(.newReferral(.case(id: id)))]
        case .propose: return [.open(.act(.proposeClosing(id)))]
        case .sendBack: return [.open(.act(.sendBack(id)))]
        case .reopen: return [.open(.act(.reopenCase(id)))]
        case .merge: return [.open(.act(.merge(id)))]
        case .addPerson: return [.open(.caseFields(id, .newPerson))]
        case .edit: return [.open(.caseFields(id, .file))]
        case .addTask: return [.open(.act(.addTask(id)))]
        case .letStand: return []
        case .erase: return [.choose(.erase)]
        case .keep: return file.map { [.choose($0.keeping.hold == nil ? .keep : .release)] } ?? []
        case .readers:
            showsReaders.toggle()
            return []
        case .open: return pane.route.map { [.open($0)] } ?? []
        }
    }

    /// Why its words go, stay, or need not stay any longer.
    private func take(_ code: String, _ asking: Asking) -> [Effect] {
        guard let number = file?.case.number else { return [] }
        return subject.keepingEffects(code, asking, number: number, erasing: .eraseCase)
    }

    /// Tasks are no reason not to close, but nobody closes over them unawares.
    private func approve(_ situation: Situation) -> [Effect] {
        let approve = done(.approve(override: nil), "case.is_closed")
        let tasks = file?.openTasks(situation) ?? []
        return tasks.isEmpty ? approve : [.ask(.closeOverTasks, naming: tasks, then: approve)]
    }

    /// With both in sight: there is nothing to choose any more.
    private func letStand(_ around: Surroundings) -> [Effect] {
        guard let file else { return [] }
        let commands = file.standing { around.written($0) }.map { Command.case(id, $0) }
        let notice = Notice(.done, says: "case.is_settled", ["number": file.case.number])
        return [.perform(commands, then: [.say(notice)])]
    }

    private func done(_ command: CaseCommand, _ key: String) -> [Effect] {
        let notice = Notice(.done, says: key, ["number": file?.case.number ?? ""])
        return [.perform([.case(id, command)], then: [.say(notice)])]
    }

    /// Something is still open: the refusal says what, and the form asks for the
    /// reason to close over it. No other key of this screen meets these rules.
    private func offerOverride(_ refusal: Refusal) -> [Effect] {
        switch CaseRule(rawValue: refusal.rule) {
        case .openEscalation, .unendedReferral: [.open(.act(.approveOverriding(id))), .say(Notice(refusal))]
        default: []
        }
    }
}
