import Testing

@testable import HotlineDomain

@Suite("Erase and retain")
struct RetentionTests {
    private func subjects(_ events: [Event]) -> [SubjectKind] {
        events.compactMap { if case .erasure(_, let event) = $0 { event.kind } else { nil } }
    }

    @Test("erasing a case takes the words of everything that hangs on it, and no count")
    func whole() throws {
        var desk = Desk()
        let file = try desk.toldCase()
        let before = desk.records.counts
        #expect(desk.records.words.count == 12)
        let events = try desk.does(.erase(file), by: "09")
        #expect(Set(subjects(events)) == [.case, .escalation, .call, .referral])
        #expect(desk.records.words.isEmpty)
        #expect(desk.records.counts == before)
        #expect(desk.records.case(file)?.status == .closed)
    }

    @Test("only the case leaves the words of its SOS, call and referral")
    func only() throws {
        var desk = Desk()
        let file = try desk.toldCase()
        let events = try desk.does(.erase(file, only: true), by: "09")
        #expect(subjects(events) == [.case])
        #expect(Set(desk.records.words.values.map(\.subject.kind)) == [.call, .escalation, .referral])
    }

    @Test("one person's words go alone, those said of them before as well")
    func person() throws {
        var desk = Desk()
        let file = try desk.toldCase()
        let (first, second) = (desk.records.case(file)!.people[0], desk.records.case(file)!.people[1])
        let events = try desk.does(.erase(file, person: 1), by: "09")
        guard case .erasure(_, .erased(.case, let words, "caller_asked", 1))? = events.first else {
            Issue.record("\(events)")
            return
        }
        #expect(Set(words) == [first.pseudonym, first.values["first_name"]!.words!])
        #expect(desk.records.words[second.pseudonym] != nil)
        #expect(try desk.refusal(of: .erase(file, person: 1), by: "09")?.rule == "erasure.nothing_left")
    }

    @Test("the nearer line decides, the hotline's before the default")
    func rules() throws {
        let own = Retention(rules: [
            try .init(name: "case.any", days: "never"), try .init(name: "case.not_a_victim", days: "365"),
        ])
        #expect(own.rule(.case, "plan_completed").days == nil)
        #expect(own.rule(.case, "not_a_victim").days == 365)
        #expect(own.rule(.call, "sos").days == 1825 && own.rule(.call, "information").days == 730)
        #expect(own.daysMin(.call) == 90 && own.daysMin(.case) == 365)
        #expect(own.inForce.map(\.name).contains("case.not_a_victim"))
        for bad in ["call", "call.any:x", "call.any:0", "call.nowhere:5", "draft.sos:5", "a.b.c:1", "case.any:40000"]
        {
            #expect(throws: Refusal.self, "\(bad)") { try Retention.Rule(typed: bad) }
        }
        #expect(try Retention.Rule(typed: "call.sos:365").description == "call.sos:365")
    }

    @Test("a call is kept while its case is worked on, and goes after its own time when it is over")
    func belongs() throws {
        var desk = Desk()
        let file = try desk.toldCase()
        let call = try #require(desk.records.calls.keys.first)
        let subject = Subject(.call, call.raw)
        desk.now = desk.now + .days(1826)
        try desk.does(.case(file, .reopen(reason: "new_information", words: nil)), by: "05")
        #expect(
            try desk.refusal(of: .erasure(subject, .retire(listed: desk.now)), by: "09")?.rule == "erasure.is_open")
        try desk.does(
            .case(file, .proposeClosing(reason: "plan_completed", asReferred: false, override: nil)), by: "05")
        try desk.does(.case(file, .approve(override: nil)), by: "09")
        #expect(
            try desk.refusal(of: .erasure(subject, .retire(listed: desk.now)), by: "09")?.rule
                == "erasure.newer_activity")
        desk.now = desk.now + .days(1826)
        try desk.does(.erasure(subject, .retire(listed: desk.now)), by: "09")
        #expect(desk.records.words(of: subject).isEmpty)
        #expect(!desk.records.words(of: Subject(.case, file.raw)).isEmpty)
    }

    @Test("a hold on the case holds its call; released, it goes")
    func hold() throws {
        var desk = Desk()
        let file = try desk.toldCase()
        let (call, held) = (try #require(desk.records.calls.keys.first), Subject(.case, file.raw))
        try desk.does(.erasure(held, .hold(because: "court_order")), by: "09")
        let refusal = try #require(try desk.refusal(of: .erase(call), by: "09"))
        #expect(refusal.rule == "erasure.is_held" && refusal.details["because"] == "court_order")
        try desk.does(.erasure(held, .release(because: "proceedings_ended")), by: "09")
        try desk.does(.erase(call), by: "09")
        #expect(desk.records.words(of: Subject(.call, call.raw)).isEmpty)
    }
}
