import HotlineDomain

/// What rules may look up, answered from the read tables inside the
/// transaction that will write.
struct StoreRecords: Records {
    let connection: any Connection
    let hotline: Int64

    func call(_ id: CallID) throws -> Call? { try CallTable.find(id, connection) }
    func escalation(_ id: EscalationID) throws -> Escalation? { try EscalationTable.find(id, connection) }
    func `case`(_ id: CaseID) throws -> Case? { try CaseTable.find(id, connection) }
    func referral(_ id: ReferralID) throws -> Referral? { try ReferralTable.find(id, connection) }
    func shift(_ id: ShiftID) throws -> Shift? { try ShiftTable.find(id, connection) }
    func handover(_ id: HandoverID) throws -> Handover? { try HandoverTable.find(id, connection) }
    func stay(_ id: StayID) throws -> Stay? { try StayTable.find(id, connection) }
    func entry(_ id: EntryID) throws -> Entry? { try EntryTable.find(id, connection) }
    func visit(_ id: VisitID) throws -> Visit? { try VisitTable.find(id, connection) }
    func operatorState(_ id: OperatorStateID) throws -> OperatorState? {
        try OperatorStateTable.find(id, connection)
    }

    func linkState(_ id: LinkStateID) throws -> LinkState? { try LinkStateTable.find(id, connection) }

    func closing(_ id: MonthClosingID) throws -> MonthClosing? { try MonthClosingTable.find(id, connection) }

    func closing(of month: BusinessDate) throws -> MonthClosing? {
        try MonthClosingTable.select(
            "hotline = $1 AND month = $2 ORDER BY id LIMIT 1", [.integer(hotline), .integer(month.days)], connection
        ).first
    }

    func packRelease(_ id: PackReleaseID) throws -> PackRelease? { try PackReleaseTable.find(id, connection) }

    func packRelease(of donor: String, period: String) throws -> PackRelease? {
        try PackReleaseTable.select(
            "hotline = $1 AND donor = $2 AND period = $3 ORDER BY id LIMIT 1",
            [.integer(hotline), .text(donor), .text(period)],
            connection
        ).first
    }

    func releases() throws -> [Release] {
        try PackReleaseTable.all(hotline, connection).flatMap(\.contents.tables)
    }

    func desks() throws -> [EnrolledDesk] { try Store.desks(connection, hotline: hotline) }
    func retirement(of desk: DeskMark) throws -> Stamp? {
        try Store.retirement(of: desk, connection, hotline: hotline)
    }

    func lastClosedMonth() throws -> BusinessDate? {
        try connection.first(
            "SELECT max(month) FROM month_closing WHERE hotline = $1", [.integer(hotline)]
        ) { $0.integerOrNil(0).map(BusinessDate.init(days:)) } ?? nil
    }

    func firstCounted() throws -> BusinessDate? {
        // What was amended away, or made a test, leaves a day with a nought behind.
        try [Measure.calls, .casesOpened].compactMap { measure in
            try connection.first(
                """
                SELECT business_date FROM count_cell WHERE hotline = $1 AND measure = $2 AND dimension = 'all'
                GROUP BY business_date HAVING sum(n) <> 0 ORDER BY business_date LIMIT 1
                """, [.integer(hotline), .text(measure.rawValue)]
            ) { BusinessDate(days: $0.integer(0)) }
        }.min()
    }

    func unfinishedCalls(of dates: ClosedRange<BusinessDate>) throws -> Int {
        Int(
            try connection.count(
                """
                SELECT count(*) FROM call WHERE hotline = $1 AND business_date BETWEEN $2 AND $3
                AND status IN ('talking', 'held', 'wrap_up', 'draft')
                """,
                [
                    .integer(hotline), .integer(dates.lowerBound.days), .integer(dates.upperBound.days),
                ]))
    }

    func visit(source: String, key: SwitchCallID) throws -> VisitID? {
        try connection.first(
            "SELECT id FROM visit WHERE hotline = $1 AND source = $2 AND switch_key = $3 ORDER BY id LIMIT 1",
            [.integer(hotline), .text(source), .text(key.text)]
        ) { $0.id(0) }
    }

    func call(ofSwitchCall key: String, source: String) throws -> CallID? {
        try connection.first(
            """
            SELECT call.id FROM visit JOIN call ON call.visit = visit.id
            WHERE visit.hotline = $1 AND visit.source = $2 AND visit.call_key = $3 AND call.visit IS NOT NULL
            AND call.status <> 'discarded' ORDER BY call.id DESC
            """, [.integer(hotline), .text(source), .text(key)]
        ) { $0.id(0) }
    }

    func visits(ofSwitchCall key: String, source: String) throws -> [Visit] {
        try VisitTable.select(
            "hotline = $1 AND source = $2 AND call_key = $3 ORDER BY offered_at, id",
            [.integer(hotline), .text(source), .text(key)], connection)
    }

    func keepsNumber(of visit: VisitID) throws -> Bool {
        try CallerBox.Table(connection: connection, hotline: hotline).holds(visit)
    }

    func lastState(ofLink source: String) throws -> LinkState? {
        try LinkStateTable.select(
            "hotline = $1 AND source = $2 ORDER BY began_at DESC, id DESC LIMIT 1",
            [.integer(hotline), .text(source)], connection
        ).first
    }

    func lastState(of operatorCode: String, source: String) throws -> OperatorState? {
        try OperatorStateTable.select(
            "hotline = $1 AND operator = $2 AND source = $3 ORDER BY began_at DESC, id DESC LIMIT 1",
            [.integer(hotline), .text(operatorCode), .text(source)], connection
        ).first
    }

    func staysNow(at provider: String) throws -> [Stay] {
        try StayTable.select(
            "hotline = $1 AND provider = $2 AND left_at IS NULL ORDER BY admitted_at, id",
            [.integer(hotline), .text(provider)], connection)
    }

    func tasksDue(of operatorCode: String, by date: BusinessDate) throws -> [Entry] {
        try EntryTable.select(
            """
            hotline = $1 AND responsible = $2 AND due <= $3 AND kind = 'task' AND status = 'open' ORDER BY due, id
            """,
            [.integer(hotline), .text(operatorCode), .integer(date.days)], connection)
    }

    func keeps(_ words: WordsID) throws -> Bool {
        try connection.count("SELECT count(*) FROM words WHERE id = $1 AND erased_at IS NULL", [.id(words)]) > 0
    }

    func words(of subject: Subject, _ field: WordsField?) throws -> [WordsID] {
        try connection.all(
            """
            SELECT id FROM words WHERE hotline = $1 AND kind = $2 AND subject = $3 AND erased_at IS NULL
            AND (field = $4 OR $4 IS NULL) ORDER BY id
            """,
            [
                .integer(hotline), .text(subject.kind.rawValue), .integer(subject.id), .text(field?.rawValue),
            ]
        ) { $0.id(0) }
    }

    func keeping(of subject: Subject) throws -> Keeping { try Keeping.read(subject.id, connection, EventCodec()) }

    func escalations(of id: CaseID) throws -> [EscalationID] {
        try connection.all("SELECT id FROM escalation WHERE opened_case = $1 ORDER BY raised_at, id", [.id(id)]) {
            $0.id(0)
        }
    }

    func caseOpened(from escalation: EscalationID) throws -> CaseID? {
        try connection.first("SELECT id FROM case_file WHERE escalation = $1 ORDER BY id", [.id(escalation)]) {
            $0.id(0)
        }
    }

    func referrals(from origin: Subject) throws -> [ReferralID] {
        try connection.all(
            "SELECT id FROM referral WHERE origin_id = $1 AND origin = $2 ORDER BY id",
            [.integer(origin.id), .text(origin.kind.rawValue)]
        ) { $0.id(0) }
    }

    func stays(of id: CaseID) throws -> [StayID] {
        try connection.all("SELECT id FROM stay WHERE case_file = $1 ORDER BY id", [.id(id)]) { $0.id(0) }
    }

    func caseEvents(_ id: CaseID) throws -> [CaseEvent] {
        let codec = EventCodec()
        return try connection.all(
            "SELECT body FROM event WHERE subject = $1 AND kind = 'case' ORDER BY tick, node, sequence", [.id(id)]
        ) { try codec.value(CaseEvent.self, $0.text(0)) }
    }

    func casesWithTasksDue(by date: BusinessDate) throws -> [Case] {
        try CaseTable.select(
            "hotline = $1 AND task_due <= $2 AND task_due IS NOT NULL ORDER BY task_due, id",
            [.integer(hotline), .integer(date.days)], connection)
    }

    func returns(like asked: EntryContent.TerritoryReturn) throws -> [Entry] {
        try EntryTable.select(
            "hotline = $1 AND territory = $2 AND territory IS NOT NULL AND status <> 'withdrawn' ORDER BY id",
            [.integer(hotline), .text(asked.territory)], connection
        ).filter {
            guard case .return(let other) = $0.content else { return false }
            return other.subject == asked.subject && other.first == asked.first && other.last == asked.last
        }
    }

    func lastNumber(_ kind: SubjectKind, year: Int) throws -> Int {
        Int(
            try connection.count(
                "SELECT last FROM number_given WHERE hotline = $1 AND kind = $2 AND year = $3",
                [.integer(hotline), .text(kind.rawValue), .integer(Int64(year))]))
    }

    func currentShift(of operatorCode: String) throws -> Shift? {
        try ShiftTable.select(
            "hotline = $1 AND operator = $2 AND status IN ('started', 'handing_over') ORDER BY signed_on_at LIMIT 1",
            [.integer(hotline), .text(operatorCode)], connection
        ).first
    }

    func shift(of operatorCode: String, at instant: Instant) throws -> Shift? {
        // A shift is never longer than two days: older ones need not be looked at.
        try ShiftTable.select(
            """
            hotline = $1 AND operator = $2 AND planned_start BETWEEN $3 - 172800000 AND $3 + 172800000
            AND signed_on_at IS NOT NULL AND signed_on_at <= $3 AND (ended_at IS NULL OR ended_at > $3)
            ORDER BY signed_on_at DESC LIMIT 1
            """,
            [.integer(hotline), .text(operatorCode), .instant(instant)], connection
        ).first
    }

    func shift(of operatorCode: String, overlapping hours: Range<Instant>) throws -> ShiftID? {
        try connection.first(
            """
            SELECT id FROM shift
            WHERE hotline = $1 AND operator = $2 AND planned_start BETWEEN $3 - 172800000 AND $4
            AND planned_start < $4 AND planned_end > $3 AND status NOT IN ('absent', 'cancelled', 'ended')
            LIMIT 1
            """,
            [.integer(hotline), .text(operatorCode), .instant(hours.lowerBound), .instant(hours.upperBound)]
        ) { $0.id(0) }
    }

    func shiftsOn() throws -> [Shift] {
        try ShiftTable.select(
            "hotline = $1 AND status IN ('started', 'handing_over') ORDER BY signed_on_at, id", [.integer(hotline)],
            connection)
    }

    func openHandovers() throws -> [Handover] {
        try HandoverTable.select(
            "hotline = $1 AND status = 'offered' ORDER BY begun_at, id", [.integer(hotline)], connection)
    }

    func shiftsStarting(in hours: Range<Instant>) throws -> [Shift] {
        try ShiftTable.select(
            """
            hotline = $1 AND planned_start >= $2 AND planned_start < $3 AND status IN ('planned', 'confirmed')
            ORDER BY planned_start, id
            """,
            [.integer(hotline), .instant(hours.lowerBound), .instant(hours.upperBound)], connection)
    }

    func liveCall(of operatorCode: String) throws -> CallID? {
        try connection.first(
            """
            SELECT id FROM call WHERE hotline = $1 AND operator = $2
            AND status IN ('talking', 'held', 'wrap_up', 'draft') AND status IN ('talking', 'held') LIMIT 1
            """,
            [.integer(hotline), .text(operatorCode)]
        ) { $0.id(0) }
    }

    func openEscalations(of id: CaseID) throws -> Int {
        Int(
            try connection.count(
                """
                SELECT count(*) FROM escalation WHERE status <> 'resolved'
                AND (opened_case = $1 OR id IN (SELECT escalation FROM case_file WHERE id = $1))
                """,
                [.id(id)]))
    }

    func unendedReferrals(of id: CaseID) throws -> Int {
        Int(
            try connection.count(
                """
                SELECT count(*) FROM referral
                WHERE status IN ('draft', 'ready', 'sent', 'accepted', 'in_service')
                AND (origin_id = $1 OR origin_id IN (SELECT escalation FROM case_file WHERE id = $1)
                    OR origin_id IN (SELECT id FROM escalation WHERE opened_case = $1)
                    OR origin_id IN (SELECT call FROM escalation WHERE opened_case = $1
                        OR id IN (SELECT escalation FROM case_file WHERE id = $1)))
                """,
                [.id(id)]))
    }

    func received(file: String) throws -> CaseID? {
        try connection.first(
            "SELECT id FROM case_file WHERE hotline = $1 AND received_file = $2 ORDER BY id LIMIT 1",
            [.integer(hotline), .text(file)]
        ) { $0.id(0) }
    }

    func openWork(of operatorCode: String) throws -> [HandoverContent] {
        let whose: [SQLValue] = [.integer(hotline), .text(operatorCode)]
        let escalations = try connection.all(
            """
            SELECT id FROM escalation WHERE hotline = $1 AND status <> 'resolved'
            AND ((kept_by = $2 AND status IN ('raised', 'assigned')) OR (assignee = $2 AND status = 'in_hand'))
            ORDER BY raised_at, id
            """, whose
        ) { HandoverContent.escalation(id: $0.id(0)) }
        let drafts = try connection.all(
            """
            SELECT id FROM call WHERE hotline = $1 AND operator = $2
            AND status IN ('talking', 'held', 'wrap_up', 'draft') ORDER BY started + 0, id
            """, whose
        ) { HandoverContent.draft(id: $0.id(0)) }
        let callBacks = try connection.all(
            """
            SELECT id FROM call WHERE hotline = $1 AND call_back_at IS NOT NULL AND called_back_at IS NULL
            AND status = 'final' AND coalesce(call_back_by, operator) = $2 ORDER BY call_back_at, id
            """, whose
        ) { HandoverContent.callBack(id: $0.id(0)) }
        let referrals = try connection.all(
            """
            SELECT id FROM referral WHERE hotline = $1 AND kept_by = $2
            AND status IN ('draft', 'ready', 'sent', 'accepted', 'in_service') AND status IN ('draft', 'ready', 'sent')
            ORDER BY id
            """, whose
        ) { HandoverContent.referral(id: $0.id(0)) }
        return escalations + drafts + callBacks + referrals
    }
}
