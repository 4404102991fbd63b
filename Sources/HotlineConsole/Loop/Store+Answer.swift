import HotlineDomain
import HotlineReports
import HotlineStore

/// Answers the console's questions from the read tables.
extension Store {
    func answer(_ query: Query, at now: Instant) throws -> Answer {
        switch query {
        case .signIn(let code): try signIn(code, at: now)
        case .call(let id): .call(try callFile(id), id)
        case .callPage(let filter, let want, let rows): .callPage(try callPage(filter, want, rows), filter)
        case .escalation(let id): .escalation(try escalationFile(id), id)
        case .escalationPage(let filter, let want, let rows):
            .escalationPage(try escalationPage(filter, want, rows), filter)
        case .case(let id): .case(try caseFile(id), id)
        case .caseNumbered(let number): .caseNumbered(try self.case(number: number), number)
        case .casePage(let filter, let want, let rows): .casePage(try casePage(filter, want, rows), filter)
        case .referral(let id): .referral(try referralFile(id), id)
        case .referralPage(let filter, let want, let rows):
            .referralPage(try referralPage(filter, want, rows, now), filter)
        case .referrals(let origin): .referrals(try referrals(from: origin), from: origin)
        case .shifts(let dates): .shifts(try shifts(dates), dates)
        case .entries(let kind): .entries(try entries(kind).map(entryFile), kind)
        case .entry(let id): .entry(try entry(id).map(entryFile), id)
        case .address(let provider): .address(try confidentialAddress(of: provider), of: provider)
        case .openWork(let code): .openWork(try openWork(of: code, at: now).map { try handed($0) }, of: code)
        case .handover(let id): .handover(try handoverFile(id), id)
        case .history(let subject):
            .history(try rows(of: subject), of: subject)
        case .report(let period):
            .report(try PeriodReport(period) { try counts($0, by: $1, $2) }, period)
        case .auditPage(let words, let want, let rows): .auditPage(try auditPage(words, want, rows), words)
        case .auditPlace(let moment): .auditPlace(try auditPlace(before: moment), before: moment)
        case .slotOwners: .slotOwners(try slotOwners())
        }
    }

    private func signIn(_ code: String, at now: Instant) throws -> Answer {
        guard let person = try hotline().operatorNamed(code), person.active else { return .noSuchOperator(code) }
        // A switch's feed reads nothing: there is no screen for it.
        if !person.hasScreens { try person.require(.readCounts) }
        guard access == .open || access == .signedIn(code) else { return .passphraseNeeded(code) }
        return .signIn(
            SignInFacts(
                person: person, current: try currentShift(of: code), planned: try shiftToSignOn(code, at: now),
                leftOver: []))
    }

    /// Nil also for somebody whose slot does not hold the key.
    private func readable(_ id: WordsID) throws -> Private<String>? { opensWords ? try words(id) : nil }

    private func rows(of subject: Subject) throws -> [HistoryRow] {
        try told(of: subject).map { stamp, event in
            HistoryRow(stamp: stamp, event: event, words: try event.words.flatMap { try readable($0) })
        }
    }

    /// A case's history tells of what hangs on it as well.
    private func told(of subject: Subject) throws -> [(stamp: Stamp, event: Event)] {
        guard subject.kind == .case, let file = try self.case(ID(raw: subject.id)) else {
            return try history(of: subject)
        }
        return try timeline(of: file)
    }

    private func callFile(_ id: CallID) throws -> CallFile? {
        guard let call = try call(id) else { return nil }
        return CallFile(
            call: call, note: try call.content.note.flatMap { try readable($0) },
            region: try call.content.region.flatMap { try readable($0) },
            escalation: try call.escalation.flatMap { try escalation($0) })
    }

    private func escalationFile(_ id: EscalationID) throws -> EscalationFile? {
        guard let escalation = try escalation(id) else { return nil }
        let call = try call(escalation.call)
        return EscalationFile(
            escalation: escalation, call: call, callNote: try call?.content.note.flatMap { try readable($0) },
            reason: try escalation.reason.flatMap { try readable($0) },
            place: try escalation.place.flatMap { try readable($0) },
            openedCase: try escalation.openedCase.flatMap { try self.case($0) })
    }

    private func caseFile(_ id: CaseID) throws -> CaseFile? {
        guard let file = try self.case(id) else { return nil }
        var origin: Escalation?
        if case .escalation(let escalation) = file.origin { origin = try self.escalation(escalation) }
        var said: [WordsID: Private<String>] = [:]
        for id in file.words { said[id] = try readable(id) }
        return CaseFile(
            case: file, escalation: origin, referrals: try referrals(of: file), notes: file.notes.map { said[$0] },
            words: said, mergedInto: try file.mergedInto.flatMap { try self.case($0) },
            readers: try readers(of: Subject(.case, id.raw)))
    }

    func entryFile(_ entry: Entry) throws -> EntryFile {
        EntryFile(entry: entry, what: try entry.what.flatMap { try readable($0) })
    }

    private func confidentialAddress(of code: String) throws -> Private<String>? {
        guard case .confidential(let words)? = try hotline().provider(code)?.address else { return nil }
        return try readable(words)
    }

    private func referralFile(_ id: ReferralID) throws -> ReferralFile? {
        guard let referral = try referral(id) else { return nil }
        let number: String? =
            switch referral.origin {
            case .case(let id): try self.case(id)?.number
            case .escalation(let id): try escalation(id)?.callNumber
            case .call(let id): try call(id)?.number
            }
        return ReferralFile(referral: referral, originNumber: number)
    }

    private func handoverFile(_ id: HandoverID) throws -> HandoverFile? {
        guard let handover = try handover(id) else { return nil }
        return HandoverFile(handover: handover, things: try handover.items.map { try handed($0.content) })
    }

    private func handed(_ content: HandoverContent) throws -> HandedThing {
        let thing: HandedThing? =
            switch content {
            case .escalation(let id): try escalation(id).map { .escalation($0) }
            case .draft(let id): try call(id).map { .draft($0) }
            case .callBack(let id): try call(id).map { .callBack($0) }
            case .referral(let id): try referral(id).map { .referral($0) }
            case .task(let id): try entry(id).map { .task($0, what: try $0.what.flatMap { try readable($0) }) }
            case .caseTask(let id, let number):
                try self.case(id).flatMap { file in file.task(number).map { .caseTask(file, $0) } }
            case .places(let provider, let places, let taken):
                .places(provider: provider, places: places, taken: taken)
            case .note(let id): try readable(id).map { .note($0) }
            }
        return thing ?? .gone(content)
    }
}
