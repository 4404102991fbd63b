import HotlineDomain

/// Escalations, cases, referrals, shifts and handovers, found and listed.
extension Store {
    public func escalation(_ id: EscalationID) throws -> Escalation? {
        try engine.read { try EscalationTable.find(id, $0) }
    }
    public func `case`(_ id: CaseID) throws -> Case? { try engine.read { try CaseTable.find(id, $0) } }
    public func referral(_ id: ReferralID) throws -> Referral? {
        try engine.read { try ReferralTable.find(id, $0) }
    }
    public func shift(_ id: ShiftID) throws -> Shift? { try engine.read { try ShiftTable.find(id, $0) } }
    public func handover(_ id: HandoverID) throws -> Handover? {
        try engine.read { try HandoverTable.find(id, $0) }
    }

    /// By what people say aloud, `09-19`.
    public func `case`(number: String) throws -> Case? {
        try engine.read {
            try CaseTable.select(
                "hotline = $1 AND number = $2 ORDER BY id LIMIT 1", [.integer(hotlineID), .text(number)], $0
            ).first
        }
    }
    public func referral(number: String) throws -> Referral? {
        try engine.read {
            try ReferralTable.select(
                "hotline = $1 AND number = $2 ORDER BY id LIMIT 1", [.integer(hotlineID), .text(number)], $0
            ).first
        }
    }
    /// By the number of the call it was raised from.
    public func escalation(callNumber: String) throws -> Escalation? {
        try engine.read {
            try EscalationTable.select(
                """
                hotline = $1 AND id IN (SELECT escalation FROM call WHERE hotline = $1 AND number = $2)
                ORDER BY id LIMIT 1
                """,
                [.integer(hotlineID), .text(callNumber)], $0
            ).first
        }
    }

    /// Made from this case, this escalation or this call, oldest first.
    public func referrals(from origin: Subject) throws -> [Referral] {
        try engine.read {
            try ReferralTable.select(
                "origin = $1 AND origin_id = $2 ORDER BY id", [.text(origin.kind.rawValue), .integer(origin.id)], $0)
        }
    }

    /// Shifts whose business date is in this range, in order of start and operator.
    public func shifts(_ dates: ClosedRange<BusinessDate>) throws -> [Shift] {
        let rules = try zone(hotline().zone)
        let from = rules.instant(dates.lowerBound, secondsOfDay: 0) - .days(1)
        let to = rules.instant(dates.upperBound + 2, secondsOfDay: 0)
        return try engine.read {
            try ShiftTable.select(
                """
                hotline = $1 AND planned_start BETWEEN $2 AND $3 AND business_date BETWEEN $4 AND $5
                ORDER BY planned_start, operator, id
                """,
                [
                    .integer(hotlineID), .instant(from), .instant(to), .integer(dates.lowerBound.days),
                    .integer(dates.upperBound.days),
                ], $0)
        }
    }

    public func currentShift(of operatorCode: String) throws -> Shift? {
        try engine.read { try StoreRecords(connection: $0, hotline: hotlineID).currentShift(of: operatorCode) }
    }

    /// The planned or confirmed shift this operator may sign on to at this
    /// moment, the earliest first.
    public func shiftToSignOn(_ operatorCode: String, at now: Instant) throws -> Shift? {
        try engine.read {
            try ShiftTable.select(
                """
                hotline = $1 AND operator = $2 AND status IN ('planned', 'confirmed')
                AND planned_start BETWEEN $3 - 172800000 AND $3 + \(Shift.earlySignOn.milliseconds)
                AND planned_end > $3 ORDER BY planned_start, id LIMIT 1
                """,
                [.integer(hotlineID), .text(operatorCode), .instant(now)], $0
            ).first
        }
    }

    /// What this operator would have to hand over.
    public func openWork(of operatorCode: String, at now: Instant) throws -> [HandoverContent] {
        let hotline = try hotline()
        let today = hotline.businessDate(of: now, zone: try zone(hotline.zone))
        return try engine.read {
            let records = StoreRecords(connection: $0, hotline: hotlineID)
            return try records.openWork(of: operatorCode)
                + records.tasksDue(of: operatorCode, by: today).map { .task(id: $0.id) }
                + records.casesWithTasksDue(by: today).flatMap { file in
                    file.tasksDue(by: today).filter { $0.responsible == operatorCode }.map {
                        .caseTask(id: file.id, task: $0.number)
                    }
                }
        }
    }

    /// Handovers with items nobody acknowledged yet, oldest first.
    public func openHandovers() throws -> [Handover] {
        try engine.read { try StoreRecords(connection: $0, hotline: hotlineID).openHandovers() }
    }

    /// People's words by id; nil for erased ones and for none. Throws `locked`
    /// where nobody who may open words has signed in.
    public func words(_ id: WordsID) throws -> Private<String>? {
        let sealer = vault { $0.sealer }
        return try engine.read { connection in
            try connection.first(
                "SELECT sealed, wrapped_key FROM words WHERE id = $1 AND erased_at IS NULL", [.id(id)]
            ) { row in
                guard let sealer else { throw StoreError.locked }
                let record = SealedWords(id: id, sealed: row.bytes(0), wrappedKey: row.bytes(1))
                do {
                    return try sealer.opened(record)
                } catch {
                    try refuseTurnedKey(connection)
                    throw error
                }
            }
        }
    }

    /// What hangs on a case: its own referrals and those of its SOS and its call,
    /// and those of the cases that were merged into it; oldest first.
    public func referrals(of file: Case) throws -> [Referral] {
        try engine.read { connection in
            try parts(of: file, connection).flatMap { origin in
                try ReferralTable.select("origin_id = $1 ORDER BY id", [.integer(origin.id)], connection)
            }
        }
    }

    /// The case, those merged into it, and the SOS and calls they came from.
    private func parts(of file: Case, _ connection: any Connection) throws -> [Subject] {
        var found: [Subject] = []
        for id in file.whole {
            found.append(Subject(.case, id.raw))
            let escalations = try EscalationTable.select(
                """
                opened_case = $1 OR id IN (SELECT escalation FROM case_file WHERE id = $1) ORDER BY raised_at, id
                """, [.id(id)], connection)
            for escalation in escalations {
                found += [Subject(.escalation, escalation.id.raw), Subject(.call, escalation.call.raw)]
            }
        }
        return found
    }

    /// Everything that happened to a case and to what hangs on it (its SOS, its
    /// call, its referrals, the cases merged into it), oldest first.
    public func timeline(of file: Case) throws -> [(stamp: Stamp, event: Event)] {
        let subjects: [Subject] = try engine.read { try parts(of: file, $0) }
        let referred = try referrals(of: file).map { Subject(.referral, $0.id.raw) }
        let told = try (subjects + referred).flatMap { try history(of: $0) }
        // Of one moment, in the order in which one follows from the other.
        return told.enumerated().sorted { ($0.element.stamp.at, $0.offset) < ($1.element.stamp.at, $1.offset) }
            .map(\.element)
    }

    /// Everything that happened to one thing, oldest first.
    public func history(of subject: Subject) throws -> [(stamp: Stamp, event: Event)] {
        let codec = EventCodec()
        return try engine.read {
            try $0.all(
                """
                SELECT at, by_operator, kind, subject, body FROM event
                WHERE subject = $1 AND hotline = $2 AND kind <> 'access' ORDER BY tick, node, sequence
                """,
                [.integer(subject.kind == .hotline ? hotlineID : subject.id), .integer(hotlineID)]
            ) { row in
                guard let kind = SubjectKind(rawValue: row.text(2)) else {
                    throw UnreadableRow(table: "event", column: "kind")
                }
                return (
                    Stamp(by: row.text(1), at: row.instant(0)),
                    try codec.event(kind: kind, subject: row.integer(3), text: row.text(4))
                )
            }
        }
    }
}
