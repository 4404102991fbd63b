import HotlineDomain
import HotlineStore
import Testing

@Suite("Verify")
struct StoreVerifyTests {
    private func filled() throws -> Store {
        let store = try Sample.store()
        for hour in 8..<20 {
            let started = Sample.at("2009-09-14", "\(hour.padded(2)):00")
            try store.log(hour % 4 == 0 ? .sos : .information, at: started, note: "note \(hour)")
        }
        try store.planShifts(by: "91", at: Sample.at("2009-09-14", "20:00"))
        return store
    }

    @Test("a sound store has nothing to find")
    func sound() throws {
        let verification = try filled().verify()
        #expect(verification.isSound)
        #expect(verification.events > 60)
    }

    /// What somebody with the file in his hands might change, and what is found.
    static let tampering: [(String, String)] = [
        ("UPDATE event SET body = replace(body, 'sos', 'counselling') WHERE position = 2", "chain_broken"),
        ("UPDATE event SET at = at + 1 WHERE position = 5", "chain_broken"),
        ("UPDATE event SET by_operator = '02' WHERE position = 4", "chain_broken"),
        ("UPDATE event SET hash = (SELECT hash FROM event WHERE position = 5) WHERE position = 6", "chain_broken"),
        ("DELETE FROM event WHERE position = 7", "gap"),
        ("DELETE FROM event WHERE position = (SELECT max(position) FROM event)", "head_differs"),
        ("UPDATE call SET class = 'counselling' WHERE number = '09-0002'", "row_differs"),
        ("UPDATE call SET started = started - 1 WHERE number = '09-0002'", "row_differs"),
        ("DELETE FROM call WHERE number = '09-0003'", "row_missing"),
        ("UPDATE escalation SET assignee = '91'", "row_differs"),
        ("DELETE FROM shift WHERE business_date % 2 = 0", "row_missing"),
        ("UPDATE count_cell SET n = n + 1 WHERE dimension = 'hour' AND key = '09'", "count_differs"),
        ("DELETE FROM count_cell WHERE dimension = 'weekday'", "count_differs"),
        ("UPDATE hotline SET setup = replace(setup, 'Sample', 'Simple')", "row_differs"),
        ("DELETE FROM words WHERE field = 'note'", "words_missing"),
        ("UPDATE words SET sealed = wrapped_key WHERE id = (SELECT min(id) FROM words)", "words_differ"),
        ("UPDATE words SET digest = wrapped_key WHERE id = (SELECT min(id) FROM words)", "words_differ"),
        ("UPDATE words SET wrapped_key = sealed WHERE id = (SELECT min(id) FROM words)", "words_closed"),
        ("DELETE FROM number_given WHERE kind = 'call'", "number_behind"),
    ]

    @Test("tampering is found and named", arguments: tampering)
    func tampered(sql: String, finding: String) throws {
        let store = try filled()
        try store.engine.write { try $0.run(sql, []) }
        let verification = try store.verify()
        #expect(verification.findings.contains { $0.name == finding }, "\(verification.findings)")
    }

    @Test("a rebuild from the journal gives back the same tables")
    func rebuild() throws {
        let store = try filled()
        let before = try store.calls(limit: 100).calls
        try store.engine.write { connection in
            try connection.run("UPDATE call SET country = 'XX'", [])
            try connection.run("DELETE FROM count_cell", [])
            try connection.run("DELETE FROM escalation", [])
        }
        #expect(try !store.verify().isSound)
        try store.rebuild()
        #expect(try store.verify().isSound)
        #expect(try store.calls(limit: 100).calls == before)
        // The next call does not take a number again.
        let next = try store.log(.information, at: Sample.at("2009-09-15", "09:00"))
        #expect(try store.call(next)?.number == "09-0013")
    }

    @Test("words that somebody wiped by hand are no tombstone: no event says who erased them")
    func erased() throws {
        let store = try filled()
        try store.engine.write {
            try $0.run(
                "UPDATE words SET sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = 1 WHERE field = 'note'",
                [])
        }
        #expect(Set(try store.verify().findings.map(\.name)) == ["erased_without_event"])
    }

    @Test("a shelter's sealed address that is gone is found")
    func address() throws {
        let store = try filled()
        let now = Sample.at("2009-09-14", "20:00")
        let shelter = Provider(code: "house", name: "House", services: ["legal"])
        let address = store.written("behind the mill", at: now)
        try store.perform([.hotline(.addProvider(shelter, confidentialAddress: address))], by: "99", at: now)
        #expect(try store.verify().isSound)
        try store.engine.write { try $0.run("DELETE FROM words WHERE field = 'address'", []) }
        #expect(try store.verify().findings == [.wordsMissing(count: 1)])
    }
}
