import HotlineDomain
import Testing

@testable import HotlineReports

@Suite("The board of a day")
struct QueueBoardTests {
    private let zone = ZoneRules(name: "Europe/Chisinau", firstOffsetSeconds: 7200, changes: [])
    private let date = BusinessDate("2009-09-14")!

    private func at(_ time: String, _ day: Int = 0) -> Instant { zone.instant(date + day, LocalTime(time)!) }

    private var hotline: Hotline {
        let line = Line(
            code: "md", name: "Moldova", dialled: "0-800-00000", countries: ["MD"], languages: ["ro"],
            zone: "Europe/Chisinau", hours: OpeningHours(from: LocalTime("08:00")!, to: LocalTime("23:00")!),
            since: BusinessDate("2008-10-01")!)
        return Hotline(
            code: "test", name: "Test", lines: [line],
            operators: ["01", "02", "03"].map { Operator(code: $0, roles: [.operator]) },
            patterns: [Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("23:00")!, staff: 2)],
            roster: [RosterEntry(pattern: "day", operators: ["01", "02", "03"], first: date)])
    }

    private func board(_ hotline: Hotline? = nil) -> QueueBoard {
        QueueBoard(date, hotline ?? self.hotline, targets: QueueTargets(), zone: zone)
    }

    private func visit(
        _ id: Int64, _ at: Instant, line: String = "md", call: String? = nil, _ ending: VisitFacts.Ending? = nil,
        after seconds: Int64 = 0, talk: Int64? = nil, isOpen: Bool = true
    ) -> Visit {
        var facts = VisitFacts(
            id: SwitchCallID("v\(id)"), call: call ?? "c\(id)", line: line, offered: .init(at: at, isExact: true))
        if let ending {
            facts.ending = ending
            facts.endedAt = .init(at: at + .seconds(seconds), isExact: true)
            if case .answered = ending {
                var part = VisitFacts.Talk()
                part.ended = talk.map { .init(at: at + .seconds(seconds + $0), isExact: true) }
                facts.talk = part
            }
        }
        return Visit(
            id: VisitID(raw: id), source: "pbx", facts: facts, businessDate: date, hour: 0, cameWhileOpen: isOpen,
            lastChanged: Stamp(by: "system", at: at))
    }

    private func shift(
        _ id: Int64, _ code: String, _ from: String, _ to: String, _ status: Shift.Status = .planned,
        on: String? = nil
    ) -> Shift {
        Shift(
            id: ShiftID(raw: id), operatorCode: code, pattern: "day", businessDate: date, plannedStart: at(from),
            plannedEnd: at(to), status: status, signedOnAt: on.map { at($0) }, endedAt: nil, unplannedBecause: nil,
            substituteFor: nil, absentBecause: nil, handover: nil, endedBySupervisor: false,
            lastChanged: Stamp(by: "01", at: at("07:00")))
    }

    // MARK: - Properties

    private func anyVisit(_ id: Int64, _ next: (Int) -> Int) -> Visit {
        let endings: [VisitFacts.Ending?] = [
            .answered(by: "01"), .answered(by: "02"), .abandoned, .left(.timedOut), .left(.nobodyOnDuty),
            .refused(.full), .refused(.nobodyOnDuty), .refused(.closed), .lost, nil,
        ]
        return visit(
            id, at("08:00") + .seconds(Int64(next(15 * 3600))), line: ["md", "ru", "x"][next(3)],
            call: "c\(next(40))", endings[next(endings.count)], after: Int64(next(90)),
            talk: next(3) == 0 ? nil : Int64(next(600)), isOpen: next(4) > 0)
    }

    @Test(
        "of random visits that change again and again the identity holds, and what was kept is what would be counted",
        arguments: [1, 2009, .random(in: 0...UInt64.max)] as [UInt64])
    func identity(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var board = board()
        var kept: [VisitID: Visit] = [:]
        for _ in 0..<600 {
            let visit = anyVisit(Int64(next(150)), next)
            board.take(visit)
            kept[visit.id] = visit
        }
        let anew = QueueCounts(kept.values.map(QueueVisit.init), targets: QueueTargets())
        #expect(board.day.all == anew, "seed \(seed)")
        for counts in Array(board.day.lines.values) + [board.day.all] {
            #expect(counts.offered == counts.identity.reduce(0) { $0 + $1.n }, "seed \(seed)")
        }
        #expect(anew.offered + anew.waiting + anew.closed == kept.count, "seed \(seed)")
        for line in ["md", "ru", "x", nil] {
            let hours = (0..<24).map { board.day.counts(ofHour: $0, line: line) }
            let sum = hours.reduce(QueueCounts(targets: QueueTargets())) { $0.adding($1) }
            #expect(sum == board.day.counts(of: line) ?? sum, "seed \(seed), line \(line ?? "-")")
        }
        let steps = WaitHistogram(anew).steps
        #expect(steps.reduce(0) { $0 + $1.answered } == anew.answered, "seed \(seed)")
        #expect(steps.reduce(0) { $0 + $1.givenUp } == anew.abandoned + anew.shortAbandoned, "seed \(seed)")
        let inTarget = steps.filter { $0.upTo.map { $0 <= .seconds(20) } ?? false }
        #expect(inTarget.reduce(0) { $0 + $1.answered } == anew.answeredInTarget, "seed \(seed)")
        #expect(board.givenUp.count == anew.abandoned, "seed \(seed)")
    }

    @Test("a wait a millisecond over the target is over it in the histogram as well")
    func overTarget() {
        var counts = QueueCounts(targets: QueueTargets())
        counts.add(
            QueueVisit(line: "md", offeredAt: at("09:00"), outcome: .answered, wait: Span(milliseconds: 20_001)))
        let step = WaitHistogram(counts).steps.first { $0.upTo == .seconds(20) }
        #expect(counts.answeredInTarget == 0 && step?.answered == 0)
    }

    @Test("the same weekday is counted up to the same time of day, as if counted at once")
    func past() {
        var visits: [QueueVisit] = []
        for place in 0..<200 {
            let offered = at("08:00", -7) + .minutes(Int64(place * 37 % 900))
            let outcome: QueueVisit.Outcome = place % 3 == 0 ? .abandoned : .answered
            visits.append(
                QueueVisit(
                    line: place % 2 == 0 ? "md" : "ru", offeredAt: offered, outcome: outcome,
                    wait: .seconds(Int64(place))))
        }
        var past = QueuePast(date - 7, visits, targets: QueueTargets(), hoursBy: zone)
        for time in ["08:00", "08:01", "12:30", "12:30", "22:59", "23:30"] {
            let moment = QueuePast.moment(at(time), daysBefore: 7, zone)
            past.goOn(to: moment)
            let before = visits.filter { $0.offeredAt < at(time, -7) }
            #expect(past.all == QueueCounts(before, targets: QueueTargets()), "\(time)")
            let russian = before.filter { $0.line == "ru" }
            #expect(past.counts(of: "ru") == QueueCounts(russian, targets: QueueTargets()), "\(time)")
        }
        #expect((0..<24).reduce(0) { $0 + past.offered(inHour: $1) } == 200)
        #expect((0..<24).reduce(0) { $0 + past.offered(inHour: $1, line: "ru") } == 100)
    }

    @Test("states that come in one by one sum to what they sum to together")
    func duty() {
        let day = at("08:00")..<at("23:00")
        let names = ["available", "on_call", "held", "wrap_up", "break"]
        var duty = DutyDay(day)
        var stretches: [DutyStretch] = []
        for place in 0..<40 {
            let from = at("07:30") + .minutes(Int64(place * 11))
            let isOver = place < 39
            let state = OperatorState(
                id: OperatorStateID(raw: Int64(place)), operatorCode: "01", source: "pbx", state: names[place % 5],
                reason: nil, beganAt: from, endedAt: isOver ? from + .minutes(11) : nil,
                lastChanged: Stamp(by: "system", at: from))
            // Told when it began, told again when it ended, and once more by a back-fill.
            var begun = state
            if isOver {
                begun = OperatorState(
                    id: state.id, operatorCode: "01", source: "pbx", state: state.state, reason: nil, beganAt: from,
                    endedAt: nil, lastChanged: state.lastChanged)
            }
            for told in [begun, state, state] { duty.take(told) }
            let end = isOver ? from + .minutes(11) : at("16:00")
            stretches.append(DutyStretch(operator: "01", state: state.state, from: from, to: end))
        }
        let whole = DutyTime(stretches, from: day.lowerBound, to: at("16:00"))
        #expect(duty.time(at: at("16:00")) == whole)
        #expect(duty.stretches(at: at("16:00")).count == 38, "two were over before the day began")
    }

    // MARK: - By hand

    @Test("hours ahead: who is rostered, how many are planned, and which have too few")
    func ahead() {
        var board = board()
        // 01 is on until 15:00; 02 should be on and is not; 03 comes at 14:00 until 20:00; 02 again from 20:00.
        board.shifts = [
            shift(1, "01", "08:00", "15:00", .started, on: "08:05"), shift(2, "02", "08:00", "15:00"),
            shift(3, "03", "14:00", "20:00"), shift(4, "02", "20:00", "23:00"),
        ]
        let hours = board.picture(of: nil, hotline, isFed: true, at: at("12:30")) { _ in zone }
        let staff = Dictionary(uniqueKeysWithValues: hours.filter { $0.time != .over }.map { ($0.hour, $0.staff) })
        #expect([12, 13, 14, 15, 19, 20, 22].map { staff[$0] } == [1, 1, 2, 1, 1, 1, 1])
        #expect(hours.filter(\.isUnderstaffed).map(\.hour) == [12, 13, 15, 16, 17, 18, 19, 20, 21, 22])
        let runs = hours.filter(\.isUnderstaffed).runs.map { run in
            "\((run.hours.upperBound - run.hours.lowerBound).seconds / 3600) h \(run.staff)/\(run.wanted)"
        }
        #expect(runs == ["2 h 1/2", "8 h 1/2"])
        #expect(hours.first { $0.hour == 23 }?.isOpen == false)
        let morning = hours.first { $0.hour == 9 }
        #expect(morning?.staff == 1 && morning?.planned == 2 && morning?.isUnderstaffed == false)
        #expect(hours.count == QueueBoard.hoursShown && hours[0].hour == 0)
    }

    @Test("advice is of the same hours of the weeks before, and of none that nobody measured")
    func outlook() {
        // An hour with 20 calls in each of 5 weeks; five minutes a call: 1.67 hours of talk, 4 people.
        let busy = HourSample(arrivals: 20, handled: 16, handledMilliseconds: 16 * 300_000)
        let quiet = HourSample(arrivals: 0, handled: 0, handledMilliseconds: 0)
        let samples = [Array(repeating: busy, count: 5), Array(repeating: quiet, count: 5), []]
        let outlook = StaffingOutlook(start: at("12:00"), samples: samples, target: .seconds(20))
        let advice = outlook.advice(forHourFrom: at("12:00"))
        #expect(advice?.operators == 4 && advice?.measured.arrivals == 100 && advice?.measured.hours == 5)
        #expect(advice?.measured.handled == 80 && advice?.measured.handleTime == .minutes(5))
        #expect(outlook.advice(forHourFrom: at("13:00"))?.operators == 1)
        #expect(outlook.advice(forHourFrom: at("14:00")) == nil && outlook.advice(forHourFrom: at("11:00")) == nil)
        #expect(StaffingOutlook.start(at("12:00") + .seconds(1799), zone) == at("12:00"))
    }

    @Test("coverage of a day without a switch is read off the shifts, of operators alone")
    func coverage() {
        var board = board()
        board.shifts = [shift(1, "01", "08:00", "15:00", .started, on: "08:30")]
        let coverage = board.coverage(hotline, at: at("10:00")) { _ in zone }
        #expect(coverage.staffed == Share(90, of: 120) && coverage.belowPlan == 120)
    }

    @Test("who gave up is called back by whoever took it on, unless another line answered the same call")
    func givenUp() {
        var board = board()
        board.take(visit(1, at("09:00"), .abandoned, after: 40))
        board.take(visit(2, at("10:00"), .abandoned, after: 4))
        board.take(visit(3, at("11:00"), call: "same", .abandoned, after: 60))
        board.take(visit(4, at("11:01"), line: "ru", call: "same", .answered(by: "02"), after: 2, talk: 60))
        board.take(visit(5, at("12:00"), .abandoned, after: 30))
        #expect(board.givenUp.map(\.id.raw) == [5, 3, 1], "the short one is none of them")
        #expect(board.givenUp.map(\.callBack) == [.open, .answered, .open])
        func task(_ id: Int64, _ visit: Int64, _ status: Entry.Status) -> Entry {
            Entry(
                id: EntryID(raw: id), content: .task(.init(responsible: "02", due: date, visit: VisitID(raw: visit))),
                status: status, what: nil, addedBy: "02", addedOn: date, withdrawnBecause: nil,
                lastChanged: Stamp(by: "02", at: at("13:00")))
        }
        board.callBacks = [task(1, 1, .withdrawn), task(2, 1, .open), task(3, 5, .done)]
        #expect(board.givenUp.map(\.callBack) == [.made, .answered, .taken])
        #expect(board.givenUp[2].responsible == "02")
    }

    @Test("an operator is with the line of the caller they answered, until the talk is over")
    func talking() {
        var board = board()
        board.take(visit(1, at("09:00"), line: "ru", .answered(by: "01"), after: 4))
        #expect(board.line(of: "01") == "ru" && board.line(of: "02") == nil)
        board.take(visit(1, at("09:00"), line: "ru", .answered(by: "01"), after: 4, talk: 60))
        #expect(board.line(of: "01") == nil)
    }
}
