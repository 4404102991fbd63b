import HotlineDomain
import Testing

@testable import HotlineStore

/// Of two values of one field one stands; the other is there to be read.
@Suite("What the other one wrote, where something else stands")
struct OtherValueTests {
    private let now = Sample.at("2009-09-14", "14:00")

    private func filed() throws -> (stores: [Store], file: CaseID, subject: Subject) {
        let stores = try Sample.together(desks: 2)
        let file = try stores[0].openCase(at: now)
        try stores.exchange()
        return (stores, file, Subject(.case, file.raw))
    }

    private func set(
        _ store: Store, _ file: CaseID, _ field: String, _ codes: String?..., minute: Int64, by code: String = "51"
    ) throws {
        let codes = codes.compactMap(\.self)
        let entry = CaseEntry(field, codes.isEmpty ? nil : .codes(codes))
        try store.perform([.case(file, .set(person: nil, [entry]))], by: code, at: now + .minutes(minute))
    }

    private func same(_ stores: [Store], _ subject: Subject) throws -> [OtherValue] {
        let told = try stores.map { try $0.otherValues(of: subject) }
        #expect(Set(told).count == 1)
        return told[0]
    }

    @Test("of two codes of one field the later stands, and the other is told with who wrote it and when")
    func field() throws {
        let (stores, file, subject) = try filed()
        try set(stores[1], file, "case_type", "victim", minute: 2)
        try set(stores[2], file, "case_type", "prevention", minute: 5, by: "91")
        #expect(try stores[1].otherValues(of: subject) == [])
        try stores.exchange()
        #expect(
            try same(stores, subject) == [
                OtherValue(
                    field: .value("case_type", person: nil), stands: .codes(["prevention"]),
                    wrote: .codes(["victim"]),
                    stamp: Stamp(by: "51", at: now + .minutes(2)))
            ])
    }

    @Test("what both wrote alike, and what only one of them wrote, is nothing to choose")
    func alike() throws {
        let (stores, file, subject) = try filed()
        try set(stores[1], file, "case_type", "victim", minute: 2)
        try set(stores[1], file, "plan_type", CodeLists.list(.supportPlan).codes[0].code, minute: 3)
        try set(stores[2], file, "case_type", "victim", minute: 5, by: "91")
        try stores.exchange()
        #expect(try stores[0].divergences().count == 1)
        #expect(try same(stores, subject) == [])
    }

    @Test("a value that the other one took away is there to be read; so is that it was taken away")
    func cleared() throws {
        let (stores, file, subject) = try filed()
        try set(stores[0], file, "case_type", "victim", minute: 1)
        try stores.exchange()
        try set(stores[1], file, "case_type", "prevention", minute: 2)
        try set(stores[2], file, "case_type", nil, minute: 5, by: "91")
        try stores.exchange()
        let told = try #require(try same(stores, subject).first)
        #expect(told.stands == nil && told.wrote == .codes(["prevention"]))
    }

    @Test("words that do not stand can be read at every desk")
    func words() throws {
        let (stores, file, subject) = try filed()
        for (store, code, minute) in [(stores[1], "51", Int64(2)), (stores[2], "91", 5)] {
            let at = now + .minutes(minute)
            let entry = CaseEntry("plan_actions", .words(store.written("as \(code) sees it", at: at)))
            try store.perform([.case(file, .set(person: nil, [entry]))], by: code, at: at)
        }
        try stores.exchange()
        let told = try #require(try same(stores, subject).first)
        for store in stores {
            #expect(try told.stands?.words.flatMap { try store.words($0) }?.revealed == "as 91 sees it")
            #expect(try told.wrote?.words.flatMap { try store.words($0) }?.revealed == "as 51 sees it")
        }
    }

    @Test("somebody who writes of something else ends the message, and leaves the value to be read")
    func outlasts() throws {
        let (stores, file, subject) = try filed()
        try set(stores[1], file, "case_type", "victim", minute: 2)
        try set(stores[2], file, "case_type", "prevention", minute: 5, by: "91")
        try stores.exchange()
        try stores[1].note("by the way", on: file, at: now + .minutes(6))
        #expect(try stores[1].divergences() == [])
        #expect(try stores[1].otherValues(of: subject).count == 1)
    }

    @Test(
        "writing the field with both in sight settles it, also by what stands", arguments: ["victim", "prevention"])
    func settled(code: String) throws {
        let (stores, file, subject) = try filed()
        try set(stores[1], file, "case_type", "victim", minute: 2)
        try set(stores[2], file, "case_type", "prevention", minute: 5, by: "91")
        try stores.exchange()
        try set(stores[1], file, "case_type", code, minute: 7)
        try stores.exchange()
        #expect(try same(stores, subject) == [])
    }

    @Test("how far a case is, of which two had two opinions, is told until somebody acts with both in sight")
    func status() throws {
        let (stores, file, subject) = try filed()
        try stores[1].perform([.case(file, .hold(reason: nil))], by: "51", at: now + .minutes(2))
        try stores[2].perform([.case(file, .followUp)], by: "91", at: now + .minutes(5))
        try stores.exchange()
        let told = try #require(try same(stores, subject).first)
        #expect(told.field == .status)
        #expect(told.stands == .name("follow_up") && told.wrote == .name("on_hold"))
        try stores[1].note("so be it", on: file, at: now + .minutes(6))
        #expect(try stores[1].otherValues(of: subject) == [])
    }

    // MARK: - A record that is written whole

    private func amend(
        _ store: Store, _ id: CallID, minute: Int64, by code: String, note: Written? = nil,
        _ change: (inout CallContent) -> Void = { _ in }
    ) throws {
        let call = try #require(try store.call(id))
        var content = call.content
        change(&content)
        let amend = CallCommand.amend(
            revision: call.revision, reason: "new_information", started: call.started, ended: call.ended ?? now,
            CallEntry(content, note: note))
        try store.perform([.call(id, amend)], by: code, at: now + .minutes(minute))
    }

    @Test("of a call that two amended only what the other one changed is told, by whoever changed it first")
    func call() throws {
        let stores = try Sample.together(desks: 2)
        let id = try stores[0].log(.information, at: now, country: "MD", topic: "documents")
        try stores.exchange()
        try amend(stores[1], id, minute: 7, by: "01") { $0.topics = ["tourism"] }
        try amend(stores[1], id, minute: 8, by: "91") { $0.heard = "poster" }
        try amend(stores[2], id, minute: 9, by: "91") { $0.country = "RU" }
        try stores.exchange()
        #expect(
            try same(stores, Subject(.call, id.raw)) == [
                OtherValue(
                    field: .call(.topic), stands: .codes(["documents"]), wrote: .codes(["tourism"]),
                    stamp: Stamp(by: "01", at: now + .minutes(7))),
                OtherValue(
                    field: .call(.heard), stands: nil, wrote: .codes(["poster"]),
                    stamp: Stamp(by: "91", at: now + .minutes(8))),
            ])
        try amend(stores[1], id, minute: 20, by: "91") { $0.heard = "poster" }
        #expect(try stores[1].otherValues(of: Subject(.call, id.raw)) == [])
    }

    @Test("whoever takes a call's words away takes the other one's away with them")
    func erased() throws {
        let stores = try Sample.together(desks: 2)
        let id = try stores[0].log(.information, at: now, note: "what was said")
        try stores.exchange()
        for (store, code, minute) in [(stores[1], "01", Int64(7)), (stores[2], "91", 9)] {
            let note = store.written("as \(code) heard it", at: now + .minutes(minute))
            try amend(store, id, minute: minute, by: code, note: note)
        }
        try stores.exchange()
        let subject = Subject(.call, id.raw)
        let words = try #require(try same(stores, subject).first).words
        #expect(try words.compactMap { try stores[1].words($0)?.revealed } == ["as 91 heard it", "as 01 heard it"])
        let erase = ErasureCommand.erase(because: "caller_asked", person: nil, onlyIt: false)
        try stores[1].perform([.erasure(subject, erase)], by: "91", at: now + .minutes(30))
        try stores.exchange()
        for store in stores { #expect(try words.allSatisfy { try store.words($0) == nil }) }
    }

    // MARK: - Whatever they do

    /// One field of one case, written at three desks and in the house.
    private struct Writings {
        static let fields = ["plan_planned_end", "plan_actual_end"]

        struct Writing {
            let field: String
            let date: BusinessDate
            let place: EventPlace
            /// All that the writer's store had of the case.
            let sight: Set<EventPlace>
        }

        var acts: RandomActs
        let stores: [Store]
        let file: CaseID
        var written: [Writing] = []

        init(seed: UInt64) throws {
            acts = RandomActs(seed: seed)
            stores = try Sample.together(desks: 3)
            file = try stores[0].openCase(at: Sample.at("2009-09-14", "08:00"))
            try stores.exchange()
        }

        private func places(_ store: Store) throws -> [EventPlace] {
            try store.engine.read { try MergedHistory.events(of: Subject(.case, file.raw), $0).map(\.place) }
        }

        /// No two are the same, so each can be told from all others.
        mutating func write(_ step: Int, at now: Instant) throws {
            let store = acts.one(stores)
            if acts.number(4) == 0 { return try store.note("a note", on: file, at: now) }
            let (field, date) = (acts.one(Writings.fields), BusinessDate("2010-01-01")! + step)
            let sight = Set(try places(store))
            let entries = [CaseEntry(field, .date(date))]
            try store.perform([.case(file, .set(person: nil, entries))], by: acts.one(["51", "91"]), at: now)
            let place = try #require(Set(try places(store)).subtracting(sight).first)
            written.append(Writing(field: field, date: date, place: place, sight: sight))
        }

        /// Written, and nobody who wrote the field later had it in sight.
        func unanswered(_ field: String) -> Set<BusinessDate> {
            let ofField = written.filter { $0.field == field }
            return Set(ofField.filter { one in !ofField.contains { $0.sight.contains(one.place) } }.map(\.date))
        }
    }

    @Test(
        "whatever was written at desks that did not see each other stands or is told, and the same everywhere",
        arguments: [UInt64(3), 11, .random(in: 0...UInt64.max)])
    func everywhere(seed: UInt64) throws {
        var world = try Writings(seed: seed)
        for step in 0..<60 {
            // Some clocks are wrong.
            try world.write(step, at: now + .seconds(Int64(step * 20 + world.acts.number(90))))
            for _ in 0..<world.acts.number(3) {
                try world.acts.one(world.stores).ship(
                    to: world.acts.one(world.stores), limit: 1 + world.acts.number(9))
            }
        }
        try world.stores.exchange()
        let told = try same(world.stores, Subject(.case, world.file.raw))
        let file = try #require(try world.stores[0].case(world.file))
        for field in Writings.fields {
            var read = Set(
                told.filter { $0.field == .value(field, person: nil) }.compactMap { value in
                    if case .date(let date)? = value.wrote { date } else { nil }
                })
            if case .date(let date)? = file.values[field] { read.insert(date) }
            #expect(world.unanswered(field).isSubset(of: read), "seed \(seed)")
        }
    }
}
