import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("The journal read by people")
struct AuditTests {
    /// A change of a setting each hour, by the admin.
    private func store(_ count: Int) throws -> Store {
        let store = try Sample.store()
        for hour in 0..<count {
            try store.perform(
                [.hotline(.changeSettings([.wrapUpSeconds: .number(60 + hour)]))], by: "99",
                at: Sample.at("2009-09-14", "00:00") + .hours(Int64(hour)))
        }
        return store
    }

    @Test("it is read in either direction from any place, and the two agree")
    func directions() throws {
        let store = try store(40)
        let all = try store.audit(limit: 1000)
        #expect(all.count == 41 && all.first?.name == "settingsChanged" && all.last?.name == "applied")
        for place in [0, 7, 39] {
            let position = all[place].position
            #expect(try store.audit(before: position, limit: 5) == Array(all.dropFirst(place + 1).prefix(5)))
            #expect(try store.audit(after: position, limit: 5) == Array(all.prefix(place).suffix(5).reversed()))
        }
        #expect(try store.audit(after: 0, limit: 1).first == all.last)
    }

    @Test("a moment is found at every place of it, before all of it and behind all of it")
    func places() throws {
        let store = try store(40)
        let all = try store.audit(limit: 1000)
        let start = Sample.at("2009-09-14", "00:00")
        for minutes in stride(from: Int64(-60), through: 42 * 60, by: 30) {
            let moment = start + .minutes(minutes)
            #expect(try store.auditPlace(before: moment) == all.first { $0.stamp.at < moment }?.position)
        }
        #expect(try store.auditPlace(before: Sample.at("2000-01-01", "00:00")) == nil)
    }

    @Test("changed settings are in the store and in its journal, and prove themselves")
    func settings() throws {
        let store = try store(3)
        #expect(try store.hotline().settings.wrapUpSeconds == 62)
        #expect(try store.verify().isSound)
    }

    @Test("looking is about what was looked at")
    func thing() throws {
        let store = try Sample.store()
        let id = try store.log(.information, at: Sample.at("2009-09-14", "09:00"))
        try store.perform([.access(.view(Subject(.call, id.raw)))], by: "91", at: Sample.at("2009-09-14", "10:00"))
        let line = try #require(try store.audit(limit: 1).first)
        #expect(line.subject.kind == .access)
        #expect(try store.thing(of: line) == Subject(.call, id.raw))
        let applied = try #require(try store.audit(after: 0, limit: 1).first)
        #expect(try store.thing(of: applied) == nil)
    }

    @Test(
        "a filter by person, by kind or by both goes through an index, in the order of the journal",
        .notOnServer("it reads SQLite's plans"))
    func indexed() throws {
        let store = try store(5)
        for (filter, index) in [
            (Store.AuditFilter(operatorCode: "99"), "event_by_person"), (.init(kind: .hotline), "event_by_kind"),
            (.init(operatorCode: "99", accessOnly: true), "access_by_person"),
            (.init(accessOnly: true), "event_by_kind"),
        ] {
            let (sql, arguments) = store.auditSQL(filter, "position <", .max, "DESC", 20)
            let plan = try store.engine.read { try $0.all("EXPLAIN QUERY PLAN " + sql, arguments) { $0.text(3) } }
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    /// The index has them in the order in which they tell of the thing, which every store agrees upon.
    @Test(
        "a filter by thing goes through the index of its events, and sorts those few",
        .notOnServer("it reads SQLite's plans"))
    func indexedByThing() throws {
        let store = try store(5)
        let (sql, arguments) = store.auditSQL(.init(subject: Subject(.case, 7)), "position <", .max, "DESC", 20)
        let plan = try store.engine.read { try $0.all("EXPLAIN QUERY PLAN " + sql, arguments) { $0.text(3) } }
        #expect(plan.contains { $0.contains("event_by_subject (subject=?)") }, "\(plan)")
    }

    @Test("several people's events are one list, newest first, in either direction")
    func several() throws {
        let store = try store(6)
        try store.log(.information, at: Sample.at("2009-09-14", "03:00"))
        let both = [Store.AuditFilter(operatorCode: "01"), Store.AuditFilter(operatorCode: "99")]
        let all = try store.audit(both, limit: 100)
        #expect(Set(all.map(\.stamp.by)) == ["01", "99"])
        #expect(all.map(\.position) == all.map(\.position).sorted(by: >))
        #expect(try store.audit(both, before: all[3].position, limit: 2) == Array(all[4...5]))
        #expect(try store.audit(both, after: all[3].position, limit: 2) == [all[2], all[1]])
    }
}
