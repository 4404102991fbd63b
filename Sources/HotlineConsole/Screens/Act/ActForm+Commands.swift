import HotlineDomain

/// What a filled-in act comes to.
struct ActOutcome: Sendable {
    let commands: [Command]
    /// Where it leads; nil back to where one came from.
    var leadsTo: Route?
}

extension ActForm {
    /// Nil while something is missing.
    ///
    /// - Parameter named: the case whose number was typed.
    func outcome(named: Case?, _ around: Surroundings) -> ActOutcome? {
        switch act {
        case .assign(let id): fields.code(.to).map { ActOutcome(commands: [.escalation(id, .assign(to: $0))]) }
        case .reassign(let id): fields.code(.to).map { ActOutcome(commands: [.escalation(id, .reassign(to: $0))]) }
        case .resolve(let id): resolve(id, named, around)
        case .reopenEscalation(let id):
            fields.code(.reason).map {
                ActOutcome(commands: [.escalation(id, .reopen(reason: $0, words: words(around)))])
            }
        case .assess(let id): assess(id, around)
        case .addTask(let id): addTask(id, around)
        case .finishTask(let id, let number):
            ActOutcome(commands: [.case(id, .finishTask(number, result: words(around)))])
        case .openCase: openCase(around)
        case .hold(let id): ActOutcome(commands: [.case(id, .hold(reason: words(around)))])
        case .note(let id): words(around).map { ActOutcome(commands: [.case(id, .note($0))]) }
        case .proposeClosing(let id): proposeClosing(id, around)
        case .approveOverriding(let id): ActOutcome(commands: [.case(id, .approve(override: override(around)))])
        case .sendBack(let id): ActOutcome(commands: [.case(id, .return(reason: words(around)))])
        case .reopenCase(let id):
            fields.code(.reason).map { ActOutcome(commands: [.case(id, .reopen(reason: $0, words: words(around)))]) }
        case .merge(let id):
            named.map { ActOutcome(commands: [.case(id, .merge(into: $0.id))], leadsTo: .case($0.id)) }
        case .newReferral(let origin): newReferral(origin, around)
        case .consent(let id): consent.map { ActOutcome(commands: [.referral(id, .consent($0))]) }
        case .reject(let id): reject(id)
        case .endReferral(let id):
            ended.map { outcome, source in
                let donor = fields.hidden.contains(.donor) ? nil : fields.code(.donor)
                let received = donor.map { [Command.referral(id, .deliver(service: nil, donor: $0))] } ?? []
                return ActOutcome(commands: received + [.referral(id, .end(outcome: outcome, source: source))])
            }
        case .giveUp(let id):
            ended.map { ActOutcome(commands: [.referral(id, .giveUp(outcome: $0, source: $1))]) }
        case .revoke(let id):
            fields.code(.outcome).map {
                ActOutcome(commands: [.referral(id, .revoke(reason: words(around), outcome: $0))])
            }
        case .overrideFull(let id):
            fields.code(.reason).map { ActOutcome(commands: [.referral(id, .overrideFull(because: $0))]) }
        case .newEntry(let kind): newEntry(kind, around)
        case .finishEntry(let id, _): entryResult.map { ActOutcome(commands: [.entry(id, .done($0))]) }
        case .giveEntry(let id): fields.code(.to).map { ActOutcome(commands: [.entry(id, .assign(to: $0))]) }
        case .withdrawEntry(let id):
            fields.code(.reason).map { ActOutcome(commands: [.entry(id, .withdraw(reason: $0))]) }
        case .admit: admit(around)
        case .leaveShelter(let id):
            fields.code(.reason).map { ActOutcome(commands: [.stay(id, .leave(at: around.now, because: $0))]) }
        case .drop(let id): fields.code(.outcome).map { ActOutcome(commands: [.referral(id, .drop(outcome: $0))]) }
        }
    }

    private func words(_ around: Surroundings) -> Written? { around.written(fields.text(.words)) }

    private func override(_ around: Surroundings) -> Written? {
        fields.hidden.contains(.override) ? nil : around.written(fields.text(.override))
    }

    /// What was not answered stays as it was.
    private func assess(_ id: EscalationID, _ around: Surroundings) -> ActOutcome {
        let given = ActForm.questions.compactMap { question in fields.code(question).map { (question.rawValue, $0) } }
        let answers = Dictionary(given, uniquingKeysWith: { first, _ in first })
        return ActOutcome(
            commands: [.escalation(id, .assess(answers, place: around.written(fields.text(.place))))])
    }

    private func addTask(_ id: CaseID, _ around: Surroundings) -> ActOutcome? {
        guard let what = around.written(fields.text(.task)), let to = fields.code(.to) else { return nil }
        return ActOutcome(commands: [.case(id, .addTask(what, responsible: to, due: due))])
    }

    private var ended: (String, OutcomeSource)? {
        guard let outcome = fields.code(.outcome), let source = fields.code(.source).flatMap(OutcomeSource.init)
        else { return nil }
        return (outcome, source)
    }

    private var consent: Referral.Consent? {
        switch fields.code(.consent) {
        case "given": .given
        case "refused": .refused
        case "overridden": fields.code(.because).map { .overridden(because: $0) }
        default: nil
        }
    }

    /// A case that opens does so in the same act, and one is led to it.
    private func resolve(_ id: EscalationID, _ named: Case?, _ around: Surroundings) -> ActOutcome? {
        guard let outcome = fields.code(.outcome) else { return nil }
        func resolve(_ file: CaseID?) -> Command {
            .escalation(id, .resolve(outcome: outcome, reason: words(around), openedCase: file))
        }
        switch outcome {
        case ActForm.opened:
            let file: CaseID = around.newID()
            return ActOutcome(
                commands: [.case(file, .open(.escalation(id: id))), resolve(file)], leadsTo: .case(file))
        case ActForm.linked: return named.map { ActOutcome(commands: [resolve($0.id)]) }
        default: return ActOutcome(commands: [resolve(nil)])
        }
    }

    private func openCase(_ around: Surroundings) -> ActOutcome? {
        let origin: CaseOrigin
        switch fields.code(.origin) {
        case CaseOrigin.walkIn.code: origin = .walkIn
        case CaseOrigin.referredIn.code: origin = .referredIn
        default: return nil
        }
        let file: CaseID = around.newID()
        return ActOutcome(commands: [.case(file, .open(origin))], leadsTo: .case(file))
    }

    private func proposeClosing(_ id: CaseID, _ around: Surroundings) -> ActOutcome? {
        guard let reason = fields.code(.reason), let ending = fields.code(.ending) else { return nil }
        let propose = CaseCommand.proposeClosing(
            reason: reason, asReferred: ending == Case.Status.closedReferred.rawValue, override: override(around))
        return ActOutcome(commands: [.case(id, propose)])
    }

    private func newReferral(_ origin: ReferralOrigin, _ around: Surroundings) -> ActOutcome? {
        guard let provider = fields.code(.provider), let service = fields.code(.service),
            let urgency = fields.code(.urgency).flatMap(Urgency.init)
        else { return nil }
        let id: ReferralID = around.newID()
        var commands: [Command] = [
            .referral(id, .add(origin, provider: provider, service: service, urgency: urgency))
        ]
        if let consent { commands.append(.referral(id, .consent(consent))) }
        return ActOutcome(commands: commands, leadsTo: .referral(id))
    }

    private func admit(_ around: Surroundings) -> ActOutcome? {
        guard let provider = fields.code(.provider), let category = fields.code(.category) else { return nil }
        let admission = Admission(
            provider: provider, category: category, at: around.now, donor: fields.code(.donor),
            expectedUntil: until,
            overriddenBecause: fields.hidden.contains(.full) ? nil : fields.code(.full))
        return ActOutcome(commands: [.stay(around.newID(), .admit(admission))])
    }

    private func reject(_ id: ReferralID) -> ActOutcome? {
        guard let reason = fields.code(.reason), let outcome = fields.code(.outcome) else { return nil }
        return ActOutcome(commands: [.referral(id, .reject(reason: reason, outcome: outcome))])
    }
}
