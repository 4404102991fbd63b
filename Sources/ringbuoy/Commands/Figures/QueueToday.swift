import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import StoreSQLite
import Wording

/// Today's board as it goes on: read once, then only what changed.
struct QueueToday {
    private let targets: QueueTargets
    private var board: QueueBoard
    private var news: BoardNews
    private var pastHour: Instant
    private var mark: Int64
    private var minute: Int64

    init(_ desk: Desk, _ targets: QueueTargets, at now: Instant) throws {
        let zone = try desk.zone()
        let hotline = try desk.store.hotline()
        self.targets = targets
        let date = hotline.businessDate(of: now, zone: zone)
        mark = try desk.engine.changeMark()
        minute = now.seconds / 60
        pastHour = StaffingOutlook.start(now, zone)
        news = try desk.store.boardNews(date, after: nil, at: now)
        board = QueueBoard(date, hotline, targets: targets, zone: zone)
        board.take(news)
        board.take(try desk.store.boardPast(date, targets, at: now), at: now)
    }

    /// What was told since. Without news nothing is read, but once a minute: shifts begin by the clock.
    mutating func goOn(_ desk: Desk, at now: Instant) throws {
        let zone = try desk.zone()
        let date = try desk.store.hotline().businessDate(of: now, zone: zone)
        guard date == board.date else {
            self = try QueueToday(desk, targets, at: now)
            return
        }
        let changed = try desk.engine.changeMark()
        if changed != mark || now.seconds / 60 != minute {
            (mark, minute) = (changed, now.seconds / 60)
            news = try desk.store.boardNews(date, after: news.heads, at: now)
            board.take(news)
        }
        if StaffingOutlook.start(now, zone) != pastHour {
            pastHour = StaffingOutlook.start(now, zone)
            board.take(try desk.store.boardPast(date, targets, at: now), at: now)
        }
        board.goOn(to: now)
    }

    // MARK: - Shown

    private var isFed: Bool { !board.day.lines.isEmpty || !news.links.isEmpty }

    private func lines(_ hotline: Hotline, at now: Instant) -> [QueueLine] {
        QueueLine.of(
            board.day, hotline, in: Period(day: board.date), isFed: isFed, logged: news.logged, at: now)
    }

    private func all(at now: Instant) -> QueueLine {
        QueueLine.all(board.day, isFed: isFed, logged: news.logged, at: now)
    }

    private func zones(_ desk: Desk) throws -> (Line) -> ZoneRules {
        let zone = try desk.zone()
        let zones = try Dictionary(desk.hotline.lines.map { ($0.code, try desk.zone(ofLine: $0.code)) }) { $1 }
        return { zones[$0.code] ?? zone }
    }

    func text(_ desk: Desk, at now: Instant) throws -> [String] {
        let lines = lines(desk.hotline, at: now)
        let zones = try zones(desk)
        let text = QueueText()
        let people = news.operators.map { person in
            let line = person.line ?? board.line(of: person.operator)
            return OperatorNow(
                operator: person.operator, state: person.state, reason: person.reason, since: person.since, line: line
            )
        }
        let open = try escalations(desk, at: now)
        let states = QueueText.States(
            links: news.links, escalations: open, isFed: isFed, givenUp: board.givenUp,
            understaffed: board.understaffed(desk.hotline, at: now, zones: zones),
            coverage: board.coverage(desk.hotline, at: now, zones: zones), zone: board.zone)
        // People last: where a wall is too low, they are what it can do without.
        return text.lines(lines + (lines.count > 1 ? [all(at: now)] : [])) + [""] + text.states(states, at: now)
            + (people.isEmpty ? [] : [""]) + text.people(people, at: now)
    }

    /// Nil for somebody whose duty calls are not.
    private func escalations(_ desk: Desk, at now: Instant) throws -> [Escalation]? {
        desk.may(.readCalls) ? try desk.store.openEscalations() : nil
    }

    func json(_ desk: Desk, at now: Instant) throws -> JSONValue {
        let zone = board.zone
        let zones = try zones(desk)
        let coverage = board.coverage(desk.hotline, at: now, zones: zones)
        let duty = board.duty.time(at: now)
        let all = all(at: now)
        let picture = board.picture(of: nil, desk.hotline, isFed: isFed, at: now, zones: zones)
        let before = board.past.map { QueueLine(line: nil, counts: $0.all, longestWait: nil).json }
        let covered: JSONValue = [
            "staffed_min": .number(coverage.staffed.n), "open_min": .number(coverage.staffed.of),
            "below_plan_min": .number(coverage.belowPlan),
        ]
        // A night's operators, and those of the day before.
        let people = news.operators.with(try desk.store.operatorsGone(in: (now - .days(2))..<(now + .days(1))))
        let figures: JSONValue = [
            "lines": .array(lines(desk.hotline, at: now).map(\.json)), "operators": people.json(zone),
            "all": all.json, "waits": all.waitsJSON, "week_before": before ?? .null,
            "occupancy": .orNull(duty.occupancy), "utilisation": .orNull(duty.utilisation), "coverage": covered,
        ]
        let rest: JSONValue = [
            "sos": sos(try escalations(desk, at: now), at: now),
            "hours": .array(picture.map { $0.json(zone) }),
            "abandoned_calls": .array(board.givenUp.map { $0.json(zone) }),
            "links": .array(news.links.map { $0.json(zone) }),
        ]
        return figures + rest
    }

    private func sos(_ open: [Escalation]?, at now: Instant) -> JSONValue {
        guard let open else { return .null }
        let waiting = open.filter { !$0.isAcknowledged }
        func oldest(_ some: [Escalation]) -> JSONValue { .orNull(some.map { now - $0.raisedAt }.max()) }
        return [
            "open": .number(open.count), "oldest_s": oldest(open), "unacknowledged": .number(waiting.count),
            "unacknowledged_oldest_s": oldest(waiting),
        ]
    }
}

extension BoardHour {
    fileprivate func json(_ zone: ZoneRules) -> JSONValue {
        [
            "from": .time(hours.lowerBound, zone), "open": .flag(isOpen), "offered": .orNull(offered),
            "abandoned": .orNull(offered == nil ? nil : givenUp), "week_before": .orNull(weekBefore),
            "planned": .number(planned), "staff": .number(staff), "needed": .orNull(advice?.operators),
            "measured": advice?.measured.json ?? .null,
        ]
    }
}

extension StaffingAdvice.Measured {
    fileprivate var json: JSONValue {
        [
            "arrivals": .number(arrivals), "hours": .number(hours), "handled": .number(handled),
            "handle_s": .seconds(handleTime),
        ]
    }
}

extension LinkState {
    fileprivate func json(_ zone: ZoneRules) -> JSONValue {
        [
            "source": .text(source), "state": .text(state.rawValue), "since": .time(beganAt, zone),
            "trouble": .string(trouble),
        ]
    }
}

extension GivenUp {
    fileprivate func json(_ zone: ZoneRules) -> JSONValue {
        [
            "visit": .id(visit.id), "line": .text(visit.facts.line), "at": .time(visit.facts.offered.at, zone),
            "wait_s": .orNull(visit.facts.wait), "call_back": .text(callBack.rawValue),
            "responsible": .string(responsible), "task": .id(task?.id),
        ]
    }
}
