import HotlineDomain
import HotlineStore
import Testing

@Suite("The journal read by people")
struct AuditTests {
    /// A change of a setting each hour, by the admin.
    private func store(_ count: Int) throws -> Store {
        let store = try Sample.store()
        var settings = Sample.hotline.settings
        for hour in 0..<count {
            settings.wrapUpSeconds = 60 + hour
            try store.perform(
                [.hotline(.changeSettings(settings))], by: "99",
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
}
