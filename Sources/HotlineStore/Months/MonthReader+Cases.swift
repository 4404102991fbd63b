import HotlineDomain

/// The cases of a month: what was open, what came and went, and where calls led.
extension MonthReader {
    public func balance() throws -> MonthBalance {
        var balance = MonthBalance()
        try eachTurn { turn in
            let before = turn.date < month.first
            if !before, turn.date <= month.last { balance.add(turn) }
            if turn.date <= month.last { balance.openAtEnd += turn.open }
            if before { balance.openAtStart += turn.open }
        }
        return balance
    }

    public func closingReasons() throws -> [String: Int] {
        var reasons: [String: Int] = [:]
        try eachTurn { turn in
            if case .closed(let reason) = turn.kind, month.contains(turn.date) { reasons[reason, default: 0] += 1 }
        }
        return reasons
    }

    /// Of one stretch of time.
    func cohort(of period: Period) throws -> MonthCohort { try cohorts(of: [period])[0] }

    public func cohorts(of months: [Period]) throws -> [MonthCohort] {
        var cases = [Int](repeating: 0, count: months.count)
        var referred = cases
        let zone = try store.zone(store.setup(connection).zone)
        // No case is opened before its call.
        let first = months.map(\.first).min() ?? month.first
        try connection.rows(
            """
            SELECT call.business_date, case_file.referred_on, case_file.status FROM case_file
            JOIN escalation ON escalation.id = case_file.escalation
            JOIN call ON call.id = escalation.call
            WHERE case_file.hotline = $1 AND case_file.opened_at >= $2
            """, [.integer(hotline), .instant(zone.instant(first - 1, secondsOfDay: 0))]
        ) { row in
            let date = BusinessDate(days: row.integer(0))
            guard let place = months.firstIndex(where: { $0.contains(date) }) else { return true }
            cases[place] += 1
            // A duplicate was referred where it was merged into.
            if !row.isNull(1), row.text(2) != Case.Status.duplicate.rawValue { referred[place] += 1 }
            return true
        }
        return try months.enumerated().map { place, month in
            MonthCohort(
                month: month, calls: try counts(.calls, by: .all, month)[CountKey.everything] ?? 0,
                sos: try counts(.sos, by: .all, month)[CountKey.everything] ?? 0, cases: cases[place],
                referred: referred[place])
        }
    }

    /// A case was opened, or stopped being open, or is open again.
    struct Turn {
        enum Kind {
            case opened, reopened, merged
            case closed(reason: String)
        }

        let kind: Kind
        let date: BusinessDate

        /// By how many this changes what is open.
        var open: Int {
            switch kind {
            case .opened, .reopened: 1
            case .closed, .merged: -1
            }
        }
    }

    /// Every turn of every case that can matter for the month, case by case.
    private func eachTurn(_ body: (Turn) -> Void) throws {
        let setup = try store.setup(connection)
        let zone = try store.zone(setup.zone)
        let codec = EventCodec()
        var reader = CaseTurns()
        // A case that was over and left alone before the month began was open neither then nor later.
        try connection.rows(
            """
            SELECT event.subject, event.at, event.body FROM case_file
            JOIN event ON event.subject = case_file.id AND event.kind = 'case'
            WHERE case_file.id IN (
                SELECT id FROM case_file WHERE hotline = $1 AND changed_at >= $3
                UNION SELECT id FROM case_file WHERE hotline = $1
                AND status NOT IN ('closed', 'closed_referred', 'duplicate'))
            AND case_file.business_date <= $2
            ORDER BY event.subject, event.tick, event.node, event.sequence
            """,
            [
                .integer(hotline), .integer(month.last.days),
                .instant(zone.instant(month.first - 1, secondsOfDay: 0)),
            ]
        ) { row in
            let date = setup.businessDate(of: row.instant(1), zone: zone)
            let event = try codec.value(CaseEvent.self, row.text(2))
            if let kind = reader.take(row.integer(0), event) { body(Turn(kind: kind, date: date)) }
            return true
        }
    }
}

/// Follows one case after the other.
private struct CaseTurns {
    private var subject: Int64?
    private var isOpen = false
    private var reason = ""

    mutating func take(_ subject: Int64, _ event: CaseEvent) -> MonthReader.Turn.Kind? {
        if subject != self.subject {
            self.subject = subject
            isOpen = false
        }
        switch event {
        case .opened:
            isOpen = true
            return .opened
        case .closingProposed(let reason, _, _):
            self.reason = reason
            return nil
        case .closed:
            isOpen = false
            return .closed(reason: reason)
        case .reopened:
            isOpen = true
            return .reopened
        case .merged:
            // One that was closed already is not taken away twice.
            defer { isOpen = false }
            return isOpen ? .merged : nil
        default: return nil
        }
    }
}

extension MonthBalance {
    fileprivate mutating func add(_ turn: MonthReader.Turn) {
        switch turn.kind {
        case .opened: opened += 1
        case .reopened: reopened += 1
        case .closed: closed += 1
        case .merged: merged += 1
        }
    }
}
