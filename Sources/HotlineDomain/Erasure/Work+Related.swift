/// Finding what belongs together, from any part of it.
extension Work {
    /// Everything that `subject` belongs to; nil where there is no such thing.
    public mutating func related(to subject: Subject) throws -> Related? {
        var found = Related()
        switch subject.kind {
        case .call:
            guard let call = try calls.load(ID(raw: subject.id), records.call) else { return nil }
            try add(call, to: &found)
        case .escalation:
            guard let escalation = try escalations.load(ID(raw: subject.id), records.escalation) else { return nil }
            try add(escalation, to: &found)
        case .case:
            guard let file = try cases.load(ID(raw: subject.id), records.case) else { return nil }
            try add(standing(file) ?? file, to: &found)
        case .referral:
            guard let referral = try referrals.load(ID(raw: subject.id), records.referral) else { return nil }
            return try related(to: referral.origin.subject)
        case .entry:
            found.entry = try entries.load(ID(raw: subject.id), records.entry)
            return found.entry == nil ? nil : found
        case .handover:
            found.handover = try handovers.load(ID(raw: subject.id), records.handover)
            return found.handover == nil ? nil : found
        case .hotline, .shift, .stay, .visit, .operatorState, .linkState, .monthClosing, .packRelease, .access,
            .erasure:
            return nil
        }
        return found
    }

    /// What hangs on it, without what it hangs on itself.
    mutating func hanging(on subject: Subject, _ all: Related) throws -> [Subject] {
        switch subject.kind {
        case .case: return all.things.map(\.subject)
        case .call, .escalation:
            var found = [subject]
            if subject.kind == .call, let raised = try calls.load(ID(raw: subject.id), records.call)?.escalation {
                found.append(Subject(.escalation, raised.raw))
            }
            return found
                + all.referrals.filter { found.contains($0.origin.subject) }.map { Subject(.referral, $0.id.raw) }
        default: return [subject]
        }
    }

    // MARK: - From a part to the whole

    private mutating func add(_ call: Call, to found: inout Related) throws {
        if let raised = call.escalation, let escalation = try escalations.load(raised, records.escalation) {
            return try add(escalation, to: &found)
        }
        found.calls = [call]
        found.referrals = try referrals(from: [Subject(.call, call.id.raw)])
    }

    private mutating func add(_ escalation: Escalation, to found: inout Related) throws {
        let opened = try escalation.openedCase ?? caseOpened(from: escalation.id)
        if let opened, let file = try cases.load(opened, records.case) {
            return try add(standing(file) ?? file, to: &found)
        }
        found.escalations = [escalation]
        found.calls = try [calls.load(escalation.call, records.call)].compactMap(\.self)
        found.referrals = try referrals(
            from: [Subject(.escalation, escalation.id.raw), Subject(.call, escalation.call.raw)])
    }

    /// `file` is one that nothing was merged away from.
    private mutating func add(_ file: Case, to found: inout Related) throws {
        for id in file.whole {
            guard let part = try cases.load(id, records.case) else { continue }
            found.cases.append(part)
            for escalation in try escalations(of: part)
            where !found.escalations.contains(where: { $0.id == escalation.id }) {
                found.escalations.append(escalation)
                if let call = try calls.load(escalation.call, records.call) { found.calls.append(call) }
            }
            found.stays += try stays(of: part)
        }
        found.referrals = try referrals(from: found.things.map(\.subject))
    }

    /// The case that stands for this one: itself, or what it was merged into.
    mutating func standing(_ file: Case) throws -> Case? {
        var found = file
        var seen = [file.id]
        // Desks that did not see each other can have merged in a circle.
        while let target = found.mergedInto, !seen.contains(target) {
            seen.append(target)
            guard let next = try cases.load(target, records.case) else { return nil }
            found = next
        }
        return found
    }

    private func caseOpened(from escalation: EscalationID) throws -> CaseID? {
        let staged = cases.changes.map(\.new).first { $0.origin == .escalation(id: escalation) }
        return try staged?.id ?? records.caseOpened(from: escalation)
    }

    private mutating func escalations(of file: Case) throws -> [Escalation] {
        var ids = try records.escalations(of: file.id)
        if case .escalation(let origin) = file.origin { ids.append(origin) }
        ids += escalations.changes.map(\.new).filter { $0.openedCase == file.id }.map(\.id)
        return try eachOnce(ids).compactMap { try escalations.load($0, records.escalation) }
    }

    private mutating func referrals(from origins: [Subject]) throws -> [Referral] {
        var ids = try origins.flatMap { try records.referrals(from: $0) }
        ids += referrals.changes.map(\.new).filter { origins.contains($0.origin.subject) }.map(\.id)
        return try eachOnce(ids).compactMap { try referrals.load($0, records.referral) }
    }

    private mutating func stays(of file: Case) throws -> [Stay] {
        let ids = try records.stays(of: file.id) + stays.changes.map(\.new).filter { $0.case == file.id }.map(\.id)
        return try eachOnce(ids).compactMap { try stays.load($0, records.stay) }
    }

    private func eachOnce<Kind>(_ ids: [ID<Kind>]) -> [ID<Kind>] {
        ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
