import Testing

@testable import HotlineDomain

@Suite("Numbers people say aloud")
struct NumberTests {
    @Test("calls, cases and referrals count for themselves, from one, in the order they are recorded")
    func counters() throws {
        var desk = Desk()
        let calls = [try desk.draft(), try desk.startCall(), try desk.finalCall()]
        let files = [try desk.openCase(), try desk.openCase()]
        let referral = try desk.addReferral(.case(id: files[0]), service: "legal")
        #expect(calls.map { desk.records.call($0)!.number } == ["09-0001", "09-0002", "09-0003"])
        #expect(files.map { desk.records.case($0)!.number } == ["09-01", "09-02"])
        #expect(desk.records.referral(referral)?.number == "09-0001")
    }

    @Test("a new year counts from one again, and its first night still belongs to the old one")
    func newYear() throws {
        var desk = Desk(at: "2009-12-31", "23:50")
        var numbers: [String] = []
        for (date, time) in [("2009-12-31", "23:50"), ("2010-01-01", "02:10"), ("2010-01-01", "09:00")] {
            desk.clock(date, time)
            let call = try desk.draft()
            numbers.append(desk.records.call(call)!.number)
        }
        #expect(numbers == ["09-0001", "09-0002", "10-0001"])
    }

    @Test("a call of last year that is entered this year takes the next number of last year")
    func lateEntry() throws {
        var desk = Desk(at: "2010-01-04", "10:00")
        let (first, late, start): (CallID, CallID, Instant) = (
            try desk.draft(), desk.id(), Desk.instant("2009-12-30", "15:00")
        )
        try desk.does(.call(late, .enter(line: "md", started: start, ended: start, .silent)))
        let second = try desk.draft()
        #expect([first, late, second].map { desk.records.call($0)!.number } == ["10-0001", "09-0001", "10-0002"])
    }

    @Test("two calls entered in one act get neighbouring numbers")
    func oneAct() throws {
        var desk = Desk()
        let (first, second): (CallID, CallID) = (desk.id(), desk.id())
        let enter = CallCommand.enter(line: "md", started: desk.now - .hours(1), ended: desk.now, .information)
        try desk.does(.call(first, enter), .call(second, enter))
        #expect([first, second].map { desk.records.call($0)!.number } == ["09-0001", "09-0002"])
    }

    @Test("a discarded draft keeps its number: nothing is ever renumbered")
    func discarded() throws {
        var desk = Desk()
        let calls = [try desk.call(in: .discarded), try desk.draft()]
        #expect(calls.map { desk.records.call($0)!.number } == ["09-0001", "09-0002"])
    }
}
