import HotlineDomain
import HotlineStore
import Testing

@Suite("Lists")
struct StoreListTests {
    /// 300 calls, several at the same moment, logged in no order of time.
    private func filled() throws -> Store {
        let store = try Sample.store()
        let start = Sample.at("2009-09-01", "00:00")
        let places = ["Bălți", "Slobozia", "Rîbnița", "Тирасполь"]
        try store.batch { batch in
            for n in 0..<300 {
                let started = start + .minutes(Int64((n * 7919) % 5000))
                let id = store.newID(Call.self, at: started)
                let entry = CallEntry(
                    CallContent(
                        callClass: n % 5 == 0 ? .counselling : .information, country: n % 3 == 0 ? "RU" : "MD",
                        topics: [n % 2 == 0 ? "documents" : "tourism"], outcome: "information_given"),
                    region: store.written(places[n % 4], at: started))
                try batch.perform(
                    [
                        .call(id, .enter(line: "md", started: started, ended: started, entry)),
                        .call(id, .finalise),
                    ], by: n % 2 == 0 ? "01" : "02", at: start + .days(10))
            }
        }
        return store
    }

    @Test("pages by key hold every call once, newest first, in both directions")
    func pages() throws {
        let store = try filled()
        let all = try store.calls(limit: 1000).calls
        #expect(all.count == 300)
        #expect(zip(all, all.dropFirst()).allSatisfy { ($0.started, $0.id) > ($1.started, $1.id) })
        var key: CallKey?
        var paged: [Call] = []
        repeat {
            let page = try store.calls(from: key, limit: 7)
            paged += page.calls
            key = page.next
        } while key != nil
        #expect(paged.map(\.id) == all.map(\.id))
        let back = try store.calls(from: CallKey(all[100]), newer: true, limit: 20)
        #expect(back.calls.map(\.id) == all[80..<100].map(\.id))
    }

    @Test("a filter by several terms shows what meets all of them")
    func filters() throws {
        let store = try filled()
        let all = try store.calls(limit: 1000).calls
        let term = CallFilter.Term(codes: [.class: ["counselling"], .country: ["RU"]])
        let topic = CallFilter.Term(codes: [.topics: ["documents"]])
        let found = try store.calls(CallFilter(operatorCode: "01", terms: [term, topic]), limit: 1000).calls
        let expected = all.filter {
            $0.operatorCode == "01" && ($0.content.callClass == .counselling || $0.content.country == "RU")
                && $0.content.topics.contains("documents")
        }
        #expect(found.map(\.id) == expected.map(\.id))
        #expect(!found.isEmpty)
    }

    @Test(
        "a place is found without its diacritics",
        arguments: [("balti", "Bălți"), ("ribnita", "Rîbnița"), ("ТИРАС", "Тирасполь")])
    func places(typed: String, place: String) throws {
        let store = try filled()
        let found = try store.calls(CallFilter(terms: [CallFilter.Term(place: folded(typed))]), limit: 1000).calls
        #expect(found.count == 75)
        let words = try found.compactMap { try $0.content.region.flatMap { try store.words($0)?.revealed } }
        #expect(Set(words) == [place])
    }

    @Test("a number is found by its beginning")
    func numbers() throws {
        let store = try filled()
        let found = try store.calls(CallFilter(terms: [CallFilter.Term(number: "09-012")]), limit: 100).calls
        #expect(found.count == 10)
        #expect(try store.call(number: "09-0121")?.number == "09-0121")
    }

    @Test("jumping to a date shows its last call first")
    func jump() throws {
        let store = try filled()
        let date = BusinessDate("2009-09-02")!
        let page = try store.calls(from: try store.key(endOf: date), limit: 1)
        #expect(page.calls.first.map { $0.placement.businessDate <= date + 1 } == true)
        let onDate = try store.calls(CallFilter(dates: date...date), limit: 1000).calls
        #expect(!onDate.isEmpty && onDate.allSatisfy { $0.placement.businessDate == date })
    }

    @Test("a month is written out as CSV, one line a call, codes only")
    func csv() throws {
        let store = try filled()
        var bytes: [UInt8] = []
        try store.csv(Period("2009-08/2009-09")!) { bytes.append(contentsOf: $0) }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 301)
        #expect(lines[0] == Store.csvColumns.joined(separator: ",")[...])
        let fields = lines[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect(fields.count == Store.csvColumns.count)
        #expect(fields[3].hasSuffix("Z") && BusinessDate(fields[1]) != nil)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Slobozia"))
    }

    @Test("what is open now is one snapshot of bounded size")
    func live() throws {
        let store = try filled()
        let now = Sample.at("2009-09-20", "12:00")
        try store.planShifts(by: "91", at: now - .hours(1))
        try store.perform(
            [.shift(try #require(try store.shiftToSignOn("01", at: now)).id, .signOn)], by: "01", at: now)
        let call = store.newID(Call.self, at: now)
        try store.perform(
            [
                .call(call, .start(line: "md", at: now, country: nil, language: nil)),
                .escalation(store.newID(Escalation.self, at: now), .raise(call: call)),
            ], by: "01", at: now)
        let live = try store.live(at: now + .minutes(6))
        #expect(live.liveCalls.map(\.id) == [call])
        #expect(live.escalations.count == 1)
        #expect(live.overdue(Sample.hotline.settings).count == 1)
        #expect(live.shiftsOn.map(\.operatorCode) == ["01"])
        #expect(live.callsToday == 0)
        #expect(try store.openWork(of: "01", at: now + .minutes(6)).count == 2)
    }
}
