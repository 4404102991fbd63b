extension Command {
    /// The words a command brings, each as the record it will be kept in.
    var words: [Words] {
        switch self {
        case .hotline(.addProvider(_, let address)), .hotline(.changeProvider(_, let address)):
            // A provider has no id; what is looked at is its address.
            address.map { kept($0, .address, Subject(.hotline, $0.id.raw)) } ?? []
        case .hotline: []
        case .call(let id, let command): command.words(Subject(.call, id.raw))
        case .escalation(let id, let command): command.words(Subject(.escalation, id.raw))
        case .case(let id, let command): command.words(Subject(.case, id.raw))
        case .referral(let id, .revoke(let reason, _)), .referral(let id, .drop(let reason, _)):
            kept(reason, .reason, Subject(.referral, id.raw))
        case .referral, .shift: []
        case .handover(let id, .offer(_, let notes)):
            notes.flatMap { kept($0, .handoverNote, Subject(.handover, id.raw)) }
        case .entry(let id, .add(_, let what)): kept(what, .task, Subject(.entry, id.raw))
        case .handover, .stay, .entry, .visit, .operatorState, .linkState, .month, .pack, .access, .erasure: []
        }
    }
}

extension CallCommand {
    fileprivate func words(_ subject: Subject) -> [Words] {
        switch self {
        case .enter(_, _, _, let entry), .save(let entry), .amend(_, _, _, _, let entry):
            kept(entry.region, .region, subject) + kept(entry.note, .note, subject)
                + kept(entry.callBackNumber, .callBackNumber, subject)
        case .recognise(.codename(let name)): kept(name, .codename, subject)
        default: []
        }
    }
}

extension EscalationCommand {
    fileprivate func words(_ subject: Subject) -> [Words] {
        switch self {
        case .resolve(_, let reason, _): kept(reason, .reason, subject)
        case .reopen(_, let words): kept(words, .reason, subject)
        case .assess(_, let place): kept(place, .place, subject)
        default: []
        }
    }
}

extension CaseCommand {
    fileprivate func words(_ subject: Subject) -> [Words] {
        switch self {
        case .hold(let reason), .return(let reason), .approve(let reason): kept(reason, .reason, subject)
        case .proposeClosing(_, _, let reason): kept(reason, .reason, subject)
        case .reopen(_, let words): kept(words, .reason, subject)
        case .note(let note): kept(note, .note, subject)
        case .receive(_, let course): kept(course, .course, subject)
        case .addPerson(_, let pseudonym, let entries):
            kept(pseudonym, .pseudonym, subject) + entries.flatMap { kept($0.words, .caseField, subject) }
        case .changePerson(_, _, let pseudonym): kept(pseudonym, .pseudonym, subject)
        case .set(_, let entries): entries.flatMap { kept($0.words, .caseField, subject) }
        case .addTask(let what, _, _): kept(what, .task, subject)
        case .finishTask(_, let result): kept(result, .task, subject)
        default: []
        }
    }
}

private func kept(_ written: Written?, _ field: WordsField, _ subject: Subject) -> [Words] {
    written.map { [Words(id: $0.id, subject: subject, field: field, text: $0.text)] } ?? []
}
