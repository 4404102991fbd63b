import HotlineDomain

/// What is open now: everything a console keeps in memory about the hotline.
/// Bounded by the work in progress, never by the history.
public struct Live: Sendable, Hashable {
    public var at: Instant
    public var businessDate: BusinessDate
    /// Not resolved, oldest first.
    public var escalations: [Escalation]
    /// On shift now, in the order they signed on.
    public var shiftsOn: [Shift]
    /// Planned or confirmed from a day ago to a day ahead, in order of start.
    public var shiftsAhead: [Shift]
    /// Calls with the caller on the line, of every operator.
    public var liveCalls: [Call]
    /// Final calls with a call-back that was agreed and not made, soonest first.
    public var callBacks: [Call]
    /// Sent, without an answer, soonest due first.
    public var referralsSent: [Referral]
    public var handovers: [Handover]
    /// Tasks of the hotline that are due today or before, soonest due first.
    public var tasksDue: [Entry]
    /// The same of cases; what they say is read in the case.
    public var caseTasks: [DueCaseTask]
    /// Who has a place in a shelter, in the order they came.
    public var stays: [Stay]
    /// Written of in two places, and looked at by nobody with both in sight since; the last one first.
    public var divergences: [Divergence]
    public var callsToday: Int
    public var sosToday: Int

    /// Nobody acknowledged in time.
    public func overdue(_ settings: Settings) -> [Escalation] {
        escalations.filter { $0.isOverdue(at: at, settings) }
    }
    /// Should have been signed on to.
    public var uncovered: [Shift] { shiftsAhead.filter { $0.isUncovered(at: at) } }
}

/// A task of a case that is due.
public struct DueCaseTask: Sendable, Hashable {
    public let file: Case
    public let task: CaseTask
}

extension Store {
    /// What is open at this moment, in one snapshot. The few that are open are
    /// found by their own index and sorted by `started + 0`: asked to sort by
    /// `started`, SQLite walks through every call there ever was.
    ///
    /// - Parameter person: only what this person's duties look at is read; nil
    ///   for everything, which holds codes and no words.
    public func live(at now: Instant, for person: Operator? = nil) throws -> Live {
        let hotline = try hotline()
        let today = hotline.businessDate(of: now, zone: try zone(hotline.zone))
        func sees(_ duty: Duty) -> Bool { person?.may(duty) ?? true }
        let seesShifts = sees(.workShifts) || sees(.planShifts)
        let divergences = sees(.readCalls) ? try divergences(limit: 50) : []
        return try engine.read { connection in
            let records = StoreRecords(connection: connection, hotline: hotlineID)
            let here: [SQLValue] = [.integer(hotlineID)]
            return Live(
                at: now, businessDate: today,
                escalations: !sees(.readCalls)
                    ? []
                    : try EscalationTable.select(
                        "hotline = $1 AND status <> 'resolved' ORDER BY raised_at, id LIMIT 500", here, connection),
                shiftsOn: seesShifts ? try records.shiftsOn() : [],
                shiftsAhead: seesShifts ? try records.shiftsStarting(in: (now - .days(1))..<(now + .days(1))) : [],
                liveCalls: !sees(.readCalls)
                    ? []
                    : try CallTable.select(
                        """
                        hotline = $1 AND status IN ('talking', 'held', 'wrap_up', 'draft')
                        AND status IN ('talking', 'held') ORDER BY started + 0, id LIMIT 500
                        """, here, connection),
                callBacks: !sees(.readCalls)
                    ? []
                    : try CallTable.select(
                        """
                        hotline = $1 AND call_back_at IS NOT NULL AND called_back_at IS NULL AND status = 'final'
                        ORDER BY call_back_at, id LIMIT 200
                        """, here, connection),
                referralsSent: !sees(.readCalls)
                    ? []
                    : try ReferralTable.select(
                        """
                        hotline = $1 AND status IN ('draft', 'ready', 'sent', 'accepted', 'in_service')
                        AND status = 'sent' ORDER BY sent_at, id LIMIT 200
                        """, here, connection),
                handovers: !sees(.workShifts)
                    ? []
                    : try HandoverTable.select(
                        "hotline = $1 AND status = 'offered' ORDER BY begun_at, id", here, connection),
                tasksDue: !sees(.readCalls)
                    ? []
                    : try EntryTable.select(
                        """
                        hotline = $1 AND kind = 'task' AND status = 'open' AND due <= $2 ORDER BY due, id LIMIT 200
                        """, here + [.integer(today.days)], connection),
                caseTasks: !sees(.readCalls)
                    ? []
                    : try records.casesWithTasksDue(by: today).flatMap { file in
                        file.tasksDue(by: today).map { DueCaseTask(file: file, task: $0) }
                    },
                stays: !sees(.refer)
                    ? []
                    : try StayTable.select(
                        "hotline = $1 AND left_at IS NULL ORDER BY admitted_at, id LIMIT 2000", here, connection),
                divergences: divergences,
                callsToday: !sees(.readCounts) ? 0 : try count(.calls, on: today, connection),
                sosToday: !sees(.readCounts) ? 0 : try count(.sos, on: today, connection))
        }
    }

    private func count(_ measure: Measure, on date: BusinessDate, _ connection: any Connection) throws -> Int {
        Int(
            try connection.count(
                """
                SELECT coalesce(sum(n), 0) FROM count_cell WHERE hotline = $1 AND measure = $2
                AND dimension = 'all' AND business_date = $3 AND key = 'all'
                """,
                [.integer(hotlineID), .text(measure.rawValue), .integer(date.days)]))
    }
}
