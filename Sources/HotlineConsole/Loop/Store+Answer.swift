import HotlineDomain
import HotlineReports
import HotlineStore

/// Answers the console's questions from the read tables: what people said only
/// to `reader`s who may read it.
extension Store {
    func answer(_ query: Query, to reader: String?, at now: Instant) throws -> Answer {
        switch query {
        case .signIn(let code): try signIn(code, at: now)
        case .call(let id): .call(try callFile(id, isReadable: mayRead(Subject(.call, id.raw), reader, now)), id)
        case .callBackNumber(let id):
            .callBackNumber(try readable(call(id)?.callBackTerms?.number), id)
        case .callPage(let filter, let want, let rows):
            .callPage(try callPage(filter.found(by: reader, try hotline()), want, rows), filter)
        case .escalation(let id):
            .escalation(try escalationFile(id, isReadable: mayRead(Subject(.escalation, id.raw), reader, now)), id)
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
            .history(try rows(of: subject, isReadable: mayRead(subject, reader, now)), of: subject)
        case .report(let period):
            .report(
                try PeriodReport(period, showing: operatorRows(for: reader)) { try counts($0, by: $1, $2) }, period)
        case .wholeReport(let period): .wholeReport(try internalReport(of: period, to: reader, at: now), period)
        case .months: .months(try months(at: now))
        case .month(let month): .month(try monthView(month, reader, now))
        case .packs: .packs(try packLines(at: now))
        case .pack(let donor, let period): .pack(try packView(donor, period, reader, now), donor: donor, period)
        case .auditPage(let words, let want, let rows): .auditPage(try auditPage(words, want, rows), words)
        case .auditPlace(let moment): .auditPlace(try auditPlace(before: moment), before: moment)
        case .slotOwners: .slotOwners(try slotOwners())
        case .board(let date, let heads): .board(try boardNews(date, after: heads, at: now))
        case .boardPast(let date):
            .boardPast(try boardPast(date, QueueTargets(try hotline().settings), at: now))
        case .retention: try retention(at: now)
        }
    }

    private func retention(at now: Instant) throws -> Answer {
        let items = try retention(at: now, limit: RetentionPart.rowsMax)
        let due = items.filter { $0.standing == .due }.map(\.thing.subject)
        return .retention(items, try backups(holding: due), at: now)
    }

    private func operatorRows(for reader: String?) throws -> OperatorRows {
        try reader.flatMap { try hotline().operatorNamed($0) }.map(OperatorRows.init(for:)) ?? .none
    }

    private func internalReport(of period: Period, to reader: String?, at now: Instant) throws -> InternalReport {
        let (hotline, operators) = try (hotline(), operatorRows(for: reader))
        return try reading(period: period, at: now) { source in
            try InternalReport(source, of: hotline, showing: operators) { try zone($0.zone) }
        }
    }

    private func mayRead(_ subject: Subject, _ reader: String?, _ now: Instant) throws -> Bool {
        guard opensWords, let reader else { return false }
        return try mayRead(subject, by: reader, at: now)
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
    private func readable(_ id: WordsID?) throws -> Private<String>? {
        guard opensWords, let id else { return nil }
        return try words(id)
    }

    private func rows(of subject: Subject, isReadable: Bool) throws -> [HistoryRow] {
        try told(of: subject).map { stamp, event in
            let words = isReadable ? try readable(event.words) : nil
            let erasure = words == nil ? try event.words.flatMap { try self.erasure(of: $0) } : nil
            return HistoryRow(stamp: stamp, event: event, words: words, erasure: erasure)
        }
    }

    /// A case's history tells of what hangs on it as well.
    private func told(of subject: Subject) throws -> [(stamp: Stamp, event: Event)] {
        guard subject.kind == .case, let file = try self.case(ID(raw: subject.id)) else {
            return try history(of: subject)
        }
        return try timeline(of: file)
    }

    /// Who reads no words that stand reads no others.
    private func others(of subject: Subject, isReadable: Bool) throws -> Others {
        try Others(of: subject, in: self, isReadable: isReadable && opensWords)
    }

    private func callFile(_ id: CallID, isReadable: Bool) throws -> CallFile? {
        guard let call = try call(id) else { return nil }
        let escalation = try call.escalation.flatMap { try self.escalation($0) }
        guard isReadable else {
            let hasWords = call.content.note != nil || call.content.region != nil
            return CallFile(
                call: call, escalation: escalation, isWithheld: hasWords,
                divergence: try divergence(of: Subject(.call, id.raw)),
                others: try others(of: Subject(.call, id.raw), isReadable: false))
        }
        return CallFile(
            call: call, note: try readable(call.content.note), region: try readable(call.content.region),
            codename: try readable(call.codename), recognition: try recognition(of: call), escalation: escalation,
            keeping: try keeping(of: Subject(.call, id.raw)), divergence: try divergence(of: Subject(.call, id.raw)),
            others: try others(of: Subject(.call, id.raw), isReadable: true))
    }

    private func escalationFile(_ id: EscalationID, isReadable: Bool) throws -> EscalationFile? {
        guard let escalation = try escalation(id) else { return nil }
        let call = try call(escalation.call)
        guard isReadable else {
            return EscalationFile(
                escalation: escalation, call: call,
                openedCase: try escalation.openedCase.flatMap { try self.case($0) },
                divergence: try divergence(of: Subject(.escalation, id.raw)),
                others: try others(of: Subject(.escalation, id.raw), isReadable: false))
        }
        return EscalationFile(
            escalation: escalation, call: call, callNote: try readable(call?.content.note),
            reason: try readable(escalation.reason), place: try readable(escalation.place),
            openedCase: try escalation.openedCase.flatMap { try self.case($0) },
            keeping: try keeping(of: Subject(.escalation, id.raw)),
            divergence: try divergence(of: Subject(.escalation, id.raw)),
            others: try others(of: Subject(.escalation, id.raw), isReadable: true))
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
            keeping: try keeping(of: Subject(.case, file.id.raw)),
            readers: try readers(of: Subject(.case, file.id.raw)),
            divergence: try divergence(of: Subject(.case, file.id.raw)),
            others: try others(of: Subject(.case, file.id.raw), isReadable: true))
    }

    func entryFile(_ entry: Entry) throws -> EntryFile {
        EntryFile(entry: entry, what: try readable(entry.what))
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
        return ReferralFile(
            referral: referral, originNumber: number, divergence: try divergence(of: Subject(.referral, id.raw)),
            others: try others(of: Subject(.referral, id.raw), isReadable: false))
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
            case .task(let id): try entry(id).map { .task($0, what: try readable($0.what)) }
            case .caseTask(let id, let number):
                try self.case(id).flatMap { file in file.task(number).map { .caseTask(file, $0) } }
            case .places(let provider, let places, let taken):
                .places(provider: provider, places: places, taken: taken)
            case .note(let id): try readable(id).map { .note($0) }
            }
        return thing ?? .gone(content)
    }
}

extension CallFilter {
    /// Who does not read others' words finds no place in them either.
    fileprivate func found(by reader: String?, _ hotline: Hotline) -> CallFilter {
        guard let reader, hotline.operatorNamed(reader)?.may(.readOthersCalls) != true else { return self }
        var own = self
        own.placesOf = reader
        return own
    }
}

extension CallFile {
    /// What is in its journal when somebody else reads it.
    var hasWords: Bool { note != nil || region != nil || !others.words.isEmpty }
}

extension EscalationFile {
    var hasWords: Bool { callNote != nil || place != nil || reason != nil || !others.words.isEmpty }
}
