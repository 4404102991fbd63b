import Testing

@testable import HotlineDomain

@Suite("Where a call falls")
struct PlacementTests {
    @Test("a night call belongs to yesterday's shift: at 02:10, at the last minute, and not at eight")
    func nightCall() throws {
        var desk = Desk(at: "2009-09-14", "19:30")
        _ = try desk.signOn(from: "20:00", to: "08:00")
        var placements: [Placement] = []
        for (date, time) in [("2009-09-14", "21:00"), ("2009-09-15", "02:10"), ("2009-09-15", "07:59")] {
            desk.clock(date, time)
            let call = try desk.startCall()
            try desk.does(.call(call, .closeAs(code: "silent", at: desk.now)))
            placements.append(desk.records.call(call)!.placement)
        }
        #expect(placements.map(\.businessDate.description) == Array(repeating: "2009-09-14", count: 3))
        #expect(placements.map(\.hour) == [21, 2, 7])
        #expect(placements.allSatisfy { $0.pattern == "night" && !$0.offShift })
    }

    @Test("without a shift the pattern that runs decides, and the call is marked off shift")
    func offShift() throws {
        var desk = Desk(at: "2009-09-15", "02:10")
        let call = try desk.startCall()
        let date = BusinessDate("2009-09-14")!
        #expect(
            desk.records.call(call)?.placement
                == Placement(businessDate: date, hour: 2, pattern: "night", offShift: true))
    }

    @Test("a day shift that runs on keeps its calls: at 20:30 the operator's own shift decides, not the clock")
    func overtime() throws {
        var desk = Desk()
        _ = try desk.signOn()
        desk.clock("2009-09-14", "20:30")
        let call = try desk.startCall()
        #expect(desk.records.call(call)?.placement.pattern == "day")
        #expect(desk.records.call(call)?.placement.offShift == false)
    }

    @Test("a call entered afterwards falls into the shift its operator was on when it was")
    func enteredAfterwards() throws {
        var desk = Desk(at: "2009-09-14", "19:00")
        let shift = try desk.signOn(from: "20:00", to: "08:00")
        desk.clock("2009-09-15", "08:00")
        try desk.does(.shift(shift, .end))
        desk.clock("2009-09-15", "11:00")
        func entered(_ from: String) throws -> Placement {
            let (call, start): (CallID, Instant) = (desk.id(), Desk.instant("2009-09-15", from))
            try desk.does(.call(call, .enter(line: "md", started: start, ended: start + .minutes(4), .information)))
            return desk.records.call(call)!.placement
        }
        let (night, morning) = (try entered("02:10"), try entered("09:15"))
        #expect(night.businessDate.description == "2009-09-14" && night.pattern == "night" && !night.offShift)
        #expect(morning.businessDate.description == "2009-09-15" && morning.pattern == "day" && morning.offShift)
    }

    @Test("a call that was going on when its operator signed on is of that shift, and not marked")
    func signedOnMeanwhile() throws {
        var desk = Desk(at: "2009-09-14", "09:00")
        _ = try desk.signOn()
        let call: CallID = desk.id()
        let began = desk.now - .minutes(1)
        try desk.does(.call(call, .enter(line: "md", started: began, ended: desk.now, .information)))
        #expect(desk.records.call(call)?.placement.offShift == false)
        #expect(desk.records.call(call)?.placement.pattern == "day")
    }

    @Test("the hour is read off the clock of the line, the shift off the clock of the hotline")
    func lineClock() throws {
        var desk = Desk(at: "2009-09-15", "09:00")
        let call: CallID = desk.id()
        try desk.does(.call(call, .start(line: "pt", at: desk.now, country: nil, language: nil)))
        #expect(desk.records.call(call)?.placement.hour == 6)
        #expect(desk.records.call(call)?.placement.pattern == "day")
    }

    @Test("a call stays where it was counted when it is amended, unless its start moves")
    func amended() throws {
        var desk = Desk()
        _ = try desk.signOn()
        let call = try desk.finalCall()
        let before = desk.records.call(call)!
        func amend(_ revision: Int, _ started: Instant) throws -> Placement {
            try desk.does(
                .call(
                    call,
                    .amend(
                        revision: revision, reason: "typing_error", started: started, ended: started + .minutes(1),
                        .information)), by: "09")
            return desk.records.call(call)!.placement
        }
        desk.clock("2009-09-16", "12:00")
        #expect(try amend(1, before.started) == before.placement)
        let moved = try amend(2, Desk.instant("2009-09-13", "03:00"))
        #expect(moved.businessDate.description == "2009-09-12" && moved.pattern == "night" && moved.offShift)
        #expect(desk.count(.calls) == 1)
        #expect(desk.count(.calls, .hour, "03") == 1 && desk.count(.calls, .hour, "08") == 0)
    }

    @Test("who signs on and answers in one act is on shift")
    func oneAct() throws {
        var desk = Desk()
        let (shift, call): (ShiftID, CallID) = (try desk.planShift(), desk.id())
        try desk.does(
            .shift(shift, .signOn), .call(call, .start(line: "md", at: desk.now, country: nil, language: nil)))
        #expect(desk.records.call(call)?.placement.offShift == false)
    }

    @Test("the first minute of the line's first day is no sooner than the line, one minute before is")
    func firstDay() throws {
        let desk = Desk(at: "2008-10-01", "01:00")
        func refused(_ time: String, _ date: String) throws -> String? {
            let start = Desk.instant(date, time)
            let enter = CallCommand.enter(line: "md", started: start, ended: desk.now, .information)
            return try desk.refusal(of: .call(CallID(raw: 1), enter))?.rule
        }
        #expect(try refused("00:00", "2008-10-01") == nil)
        #expect(try refused("23:59", "2008-09-30") == "call.before_line_existed")
    }
}
