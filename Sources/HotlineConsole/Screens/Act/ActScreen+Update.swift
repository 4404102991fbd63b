import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension ActScreen {
    public mutating func update(
        _ message: ScreenMessage<ActCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened:
            form.suggest(situation)
            return load + lookUp(situation)
        case .changed: return load
        case .command(.save), .save: return save(situation, around)
        case .command(.discard):
            return draftStartedAt == nil ? [.back] : [.ask(.discardForm, then: [.dropDraft(act.draftKey), .back])]
        case .key(let key): return take(key, situation, around)
        case .answered(let answer):
            let isFirst = shown == nil
            take(answer, situation)
            if isFirst, draftStartedAt == nil, let shown { form.begin(with: shown, situation) }
            return []
        case .refused(let refusal):
            take(refusal)
            return []
        case .chosen, .performed: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        form.layOut(width: form.fields.noteWidth(ActLayout(size).work.width, situation.say))
        return []
    }

    public mutating func relabel(_ situation: Situation) { form.fields.relabel(situation.language) }

    // MARK: - What it is about

    private var load: [Effect] {
        guard let subject = act.subject else { return [] }
        switch subject.kind {
        case .escalation: return [.load(.escalation(ID(raw: subject.id)))]
        case .case: return [.load(.case(ID(raw: subject.id)))]
        case .referral: return [.load(.referral(ID(raw: subject.id)))]
        case .call: return [.load(.call(ID(raw: subject.id)))]
        case .entry: return [.load(.entry(ID(raw: subject.id)))]
        case .hotline, .shift, .handover, .stay, .visit, .operatorState, .linkState, .monthClosing,
            .packRelease, .access, .erasure:
            return []
        }
    }

    private mutating func take(_ answer: Answer, _ situation: Situation) {
        switch answer {
        case .escalation(let file?, _): shown = .escalation(file)
        case .case(let file?, _): shown = .case(file)
        case .referral(let file?, _): shown = .referral(file)
        case .call(let file?, _): shown = .call(file)
        case .entry(let file?, _):
            if shown == nil, draftStartedAt == nil { form.begin(with: file.entry, situation.language) }
            shown = .entry(file)
        case .caseNumbered(let file, let number): named = Named(number: number, file: file)
        default: break
        }
    }

    // MARK: - Typing

    private mutating func take(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch form.handle(key, situation) {
        case .changed: return saveDraft(situation, around) + lookUp(situation)
        case .full: return [.say(Notice(.warning, says: "form.full"))]
        case .nothingFits: return [.say(Notice(.warning, says: "form.nothing_fits"))]
        case .finished: return save(situation, around)
        case .ignored: return key == .escape ? [.back] : []
        case .moved, .taken: return []
        }
    }

    /// What is typed, on its way to the disk.
    private mutating func saveDraft(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let person = situation.person else { return [] }
        let startedAt = draftStartedAt ?? around.now
        draftStartedAt = startedAt
        let key = act.draftKey
        let draft = Draft(
            form: key.form, subject: key.subject, fields: form.fields.values, operatorCode: person.code,
            startedAt: startedAt)
        return [.saveDraft(draft)]
    }

    /// Asks for the case whose number is typed.
    private func lookUp(_ situation: Situation) -> [Effect] {
        guard let number = number(situation), number != named?.number else { return [] }
        return [.load(.caseNumbered(number))]
    }

    /// The number typed, as cases have them: `19` is one of this year and this desk.
    func number(_ situation: Situation) -> String? {
        guard !form.fields.hidden.contains(.caseNumber) else { return nil }
        let typed = form.fields.text(.caseNumber).filter { $0.isNumber || $0 == "-" }
        return SpokenNumber.typed(
            typed, year: situation.live.businessDate.year, here: situation.about.desk, digits: 2)
    }

    /// The case that is meant, if there is one of that number.
    func namedCase(_ situation: Situation) -> Case? {
        named.flatMap { $0.number == number(situation) ? $0.file : nil }
    }

    // MARK: - Saving

    private mutating func save(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        var faults = form.faults()
        let named = namedCase(situation)
        if form.fields.shown.contains(.caseNumber), faults[.caseNumber] == nil, named == nil {
            faults[.caseNumber] = FieldFault(says: "act.no_such_case")
        }
        form.show(faults)
        guard faults.isEmpty, let outcome = form.outcome(named: named, around) else {
            return [.say(Notice(.warning, says: "act.incomplete"))]
        }
        let done = Effect.say(Notice(.done, says: "act.done.\(act.name)", ["number": shownNumber]))
        let leave: Effect = outcome.leadsTo.map { .replace($0) } ?? .back
        let perform = Effect.perform(outcome.commands, then: [.dropDraft(act.draftKey), leave, done])
        if let danger = act.danger { return [.ask(danger, naming: merging(situation), then: [perform])] }
        let tasks = openTasks(situation)
        return tasks.isEmpty ? [perform] : [.ask(.closeOverTasks, naming: tasks, then: [perform])]
    }

    /// Of two cases that are one: which goes and which stays. Nothing for other acts.
    func merging(_ situation: Situation) -> [String] {
        guard case .merge = act, case .case(let file)? = shown else { return [] }
        let say = situation.say
        let goes = say("act.merge.duplicate", ["number": file.case.number])
        guard let other = namedCase(situation) else { return [goes, say("act.merge.which_stays")] }
        return [goes, say("act.merge.stays", ["number": other.number])]
    }

    /// What is left to do in a case that is to be closed.
    private func openTasks(_ situation: Situation) -> [String] {
        guard case .case(let file)? = shown else { return [] }
        switch act {
        case .proposeClosing, .approveOverriding: return file.openTasks(situation)
        default: return []
        }
    }

    var shownNumber: String {
        switch shown {
        case .escalation(let file): file.escalation.callNumber
        case .case(let file): file.case.number
        case .referral(let file): file.referral.number
        case .call(let file): file.call.number
        case .entry, nil: ""
        }
    }

    /// A rule that can be overridden offers it; any other is said beside the field it is about.
    private mutating func take(_ refusal: Refusal) {
        let fault = FieldFault(says: refusal.sentence, refusal.details)
        switch (CaseRule(rawValue: refusal.rule), act) {
        case (.openEscalation, .proposeClosing), (.unendedReferral, .proposeClosing): form.askForOverride()
        case (.mergedIntoItself, _), (.mergeTargetUnknown, _): form.show([.caseNumber: fault])
        case (_, .admit) where refusal.rule == StayRule.full.rawValue: form.askForOverride()
        default:
            guard let field = ActForm.field(of: refusal.rule), form.fields.shown.contains(field) else { return }
            form.show([field: fault])
        }
    }
}

extension ActForm {
    /// The field that a rule is about, for what can only be judged by the store.
    fileprivate static func field(of rule: String) -> ActField? {
        switch rule {
        case EscalationRule.cannotTake.rawValue: .to
        case EscalationRule.needsOutcome.rawValue, ReferralRule.needsOutcome.rawValue,
            ReferralRule.outcomeDoesNotFit.rawValue:
            .outcome
        case EscalationRule.needsReason.rawValue, ReferralRule.needsReason.rawValue: .reason
        case EscalationRule.caseUnknown.rawValue: .caseNumber
        case ReferralRule.unknownProvider.rawValue: .provider
        case ReferralRule.needsService.rawValue: .service
        case ReferralRule.needsDelivery.rawValue: .donor
        case StayRule.needsCategory.rawValue: .category
        case EntryRule.needsCountry.rawValue: .country
        case EntryRule.needsPersons.rawValue: .persons
        case EntryRule.needsSource.rawValue: .figureSource
        default: nil
        }
    }
}
