/// What the records answer, as this work has changed it so far: a command is
/// judged against what the commands before it did.
extension Work {
    func currentShift(of code: String) throws -> Shift? {
        try latest(records.currentShift(of: code), shifts) { $0.isOn(code) }
    }

    func shift(of code: String, at instant: Instant) throws -> Shift? {
        try latest(records.shift(of: code, at: instant), shifts) { $0.wasOn(code, at: instant) }
    }

    func shift(of code: String, overlapping hours: Range<Instant>) throws -> ShiftID? {
        let read = try records.shift(of: code, overlapping: hours).flatMap { try shifts[$0] ?? records.shift($0) }
        return latest(read, shifts) { $0.takes(hours, of: code) }?.id
    }

    func shiftsOn() throws -> [Shift] { try latest(records.shiftsOn(), shifts) { $0.status.isOn } }

    func shiftsStarting(in hours: Range<Instant>) throws -> [Shift] {
        try latest(records.shiftsStarting(in: hours), shifts) { $0.startsAhead(in: hours) }
    }

    func liveCall(of code: String) throws -> CallID? {
        let read = try records.liveCall(of: code).flatMap { try calls[$0] ?? records.call($0) }
        return latest(read, calls) { $0.operatorCode == code && $0.status.isLive }?.id
    }

    func received(file: String) throws -> CaseID? {
        let read = try records.received(file: file).flatMap { try cases[$0] ?? records.case($0) }
        return latest(read, cases) { $0.origin.source?.file == file }?.id
    }

    /// What of a case is without its end, with what hangs on the cases merged into it.
    mutating func openEnds(of file: Case) throws -> (escalations: Int, referrals: Int) {
        var found = (escalations: 0, referrals: 0)
        for id in file.whole {
            guard let part = try cases.load(id, records.case) else { continue }
            found.escalations += try openEscalations(of: part)
            found.referrals += try unendedReferrals(of: part)
        }
        return found
    }

    private func openEscalations(of file: Case) throws -> Int {
        var count = try records.openEscalations(of: file.id)
        for change in escalations.changes {
            if change.new.isOpen(of: file) { count += 1 }
            if change.old?.isOpen(of: file) ?? false { count -= 1 }
        }
        // The records do not know yet what a case that is new was opened from.
        if cases.before(file.id) == nil, case .escalation(let origin) = file.origin,
            escalations.before(origin)?.isOpen ?? false
        {
            count += 1
        }
        return count
    }

    private mutating func unendedReferrals(of file: Case) throws -> Int {
        var count = try records.unendedReferrals(of: file.id)
        for change in referrals.changes {
            guard try belongs(change.new, to: file) else { continue }
            if !change.new.status.hasEnded { count += 1 }
            if let old = change.old, !old.status.hasEnded { count -= 1 }
        }
        return count
    }

    private mutating func belongs(_ referral: Referral, to file: Case) throws -> Bool {
        switch referral.origin {
        case .case(let id): return id == file.id
        case .escalation(let id): return try belongs(id, to: file)
        case .call(let id):
            guard let escalation = try calls.load(id, records.call)?.escalation else { return false }
            return try belongs(escalation, to: file)
        }
    }

    private mutating func belongs(_ id: EscalationID, to file: Case) throws -> Bool {
        try file.origin == .escalation(id: id) || escalations.load(id, records.escalation)?.openedCase == file.id
    }

    /// The case that something was referred from, directly or through its SOS.
    mutating func caseOf(_ origin: ReferralOrigin) throws -> Case? {
        let escalation: EscalationID?
        switch origin {
        case .case(let id): return try cases.load(id, records.case)
        case .escalation(let id): escalation = id
        case .call(let id): escalation = try calls.load(id, records.call)?.escalation
        }
        guard let escalation, let file = try escalations.load(escalation, records.escalation)?.openedCase else {
            return nil
        }
        return try cases.load(file, records.case)
    }

    /// Of a provider with places, as it is now; nil where it takes nobody in.
    func occupancy(of code: String, _ occasion: Occasion) throws -> Occupancy? {
        guard let places = occasion.hotline.provider(code)?.places else { return nil }
        let staying = try latest(records.staysNow(at: code), stays) { $0.provider == code && $0.isNow }
        return Occupancy(places: places, staying: staying, on: businessDate(occasion))
    }

    /// Nil as well where whoever is referred was taken in before the paper came: they need no place any more.
    func placesLeft(for referral: Referral, _ occasion: Occasion) throws -> Occupancy? {
        let isIn = try latest(records.staysNow(at: referral.provider), stays) {
            $0.provider == referral.provider && $0.isNow && $0.referral == referral.id
        }
        return isIn.isEmpty ? try occupancy(of: referral.provider, occasion) : nil
    }

    /// Every shelter the next shift should know the places of.
    func placesNow(_ occasion: Occasion) throws -> [HandoverContent] {
        let today = businessDate(occasion)
        return try occasion.hotline.providers.filter { $0.places != nil && $0.isOpen(on: today) }.compactMap {
            guard let now = try occupancy(of: $0.code, occasion) else { return nil }
            return .places(provider: $0.code, places: now.places, taken: now.taken)
        }
    }

    func isAsked(_ asked: EntryContent.TerritoryReturn) throws -> Bool {
        try !latest(records.returns(like: asked), entries) { $0.isLike(asked) }.isEmpty
    }

    func openWork(of code: String) throws -> [HandoverContent] {
        guard let hotline else { return try openWorkOfCalls(of: code) }
        let today = hotline.businessDate(of: stamp.at, zone: zone(hotline.zone))
        let tasks = try latest(records.tasksDue(of: code, by: today), entries) { $0.isTaskDue(of: code, by: today) }
        return try openWorkOfCalls(of: code) + tasks.map { .task(id: $0.id) } + caseTasksDue(of: code, by: today)
    }

    private func caseTasksDue(of code: String, by date: BusinessDate) throws -> [HandoverContent] {
        let files = try latest(records.casesWithTasksDue(by: date), cases) { file in
            !file.tasksDue(of: code, by: date).isEmpty
        }
        return files.flatMap { file in
            file.tasksDue(of: code, by: date).map { .caseTask(id: file.id, task: $0.number) }
        }
    }

    private func openWorkOfCalls(of code: String) throws -> [HandoverContent] {
        let read = try records.openWork(of: code)
        let changed =
            escalations.changes.filter { $0.new.isOpen(with: code) }.map { HandoverContent.escalation(id: $0.new.id) }
            + calls.changes.filter { $0.new.isDraft(of: code) }.map { .draft(id: $0.new.id) }
            + calls.changes.filter { $0.new.isCallBack(of: code) }.map { .callBack(id: $0.new.id) }
            + referrals.changes.filter { $0.new.isDue(with: code) }.map { .referral(id: $0.new.id) }
        return read.filter { isStillOpen($0, with: code) } + changed.filter { !read.contains($0) }
    }

    private func isStillOpen(_ content: HandoverContent, with code: String) -> Bool {
        switch content {
        case .escalation(let id): escalations[id]?.isOpen(with: code) ?? true
        case .draft(let id): calls[id]?.isDraft(of: code) ?? true
        case .callBack(let id): calls[id]?.isCallBack(of: code) ?? true
        case .referral(let id): referrals[id]?.isDue(with: code) ?? true
        case .task, .caseTask, .places, .note: true
        }
    }

    /// Those the records found that still are so, then those that this work made so.
    private func latest<A>(_ read: [A], _ stage: Stage<A>, _ isSo: (A) -> Bool) -> [A] {
        read.map(stage.latest).filter(isSo)
            + stage.changes.map(\.new).filter { new in isSo(new) && !read.contains { $0.id == new.id } }
    }

    private func latest<A>(_ read: A?, _ stage: Stage<A>, _ isSo: (A) -> Bool) -> A? {
        latest(read.map { [$0] } ?? [], stage, isSo).first
    }
}
