import Testing

@testable import HotlineDomain

@Suite("Words that go")
struct ErasureTests {
    private func erased(_ events: [Event]) -> [WordsID] {
        events.flatMap { event -> [WordsID] in
            guard case .erasure(_, .erased(_, let words, let because, _)) = event else { return [] }
            return because == Erasure.replaced ? words : []
        }
    }

    @Test("a shelter's old address goes when it has a new one, sealed or open")
    func address() throws {
        for isOpen in [false, true] {
            var desk = Desk()
            let (old, new) = (desk.written("Strada Florilor 5"), desk.written("Strada Teilor 9"))
            var house = Provider(code: "house", name: "House", services: ["safe_accommodation"])
            try desk.does(.hotline(.addProvider(house, confidentialAddress: old)), by: "ringbuoy")
            if isOpen { house.address = .open(text: "Piața Gării") }
            let events = try desk.does(
                .hotline(.changeProvider(house, confidentialAddress: isOpen ? nil : new)), by: "ringbuoy")
            #expect(erased(events) == [old.id])
            #expect(desk.records.words[old.id] == nil)
            #expect(!"\(desk.journal)".contains("Florilor"))
        }
    }

    @Test("what a draft said goes when it is saved otherwise; what was final stays when it is amended")
    func drafts() throws {
        var desk = Desk()
        let (first, second, third) = (desk.written("first"), desk.written("second"), desk.written("third"))
        let call = try desk.draft(CallEntry(CallEntry.noCallBack.content, note: first))
        let saved = try desk.does(.call(call, .save(CallEntry(CallEntry.noCallBack.content, note: second))))
        #expect(erased(saved) == [first.id])
        try desk.does(.call(call, .finalise))
        let (started, ended) = (desk.records.call(call)!.started, desk.records.call(call)!.ended!)
        let amended = try desk.does(
            .call(
                call,
                .amend(
                    revision: 1, reason: "typing_error", started: started, ended: ended,
                    CallEntry(CallEntry.noCallBack.content, note: third))))
        #expect(erased(amended) == [])
        #expect(desk.records.words[second.id] != nil)
    }

    @Test("a pseudonym and a sealed field go when they are changed or taken away")
    func caseWords() throws {
        var desk = Desk()
        let file = try desk.fileWithPerson()
        let old = desk.records.case(file)!.people[0].pseudonym
        let renamed = try desk.does(
            .case(file, .changePerson(1, role: nil, pseudonym: desk.written("Rodica"))), by: "05")
        #expect(erased(renamed) == [old])
        let (name, other) = (desk.written("Ana"), desk.written("Anna"))
        try desk.does(.case(file, .set(person: 1, [CaseEntry("first_name", .words(name))])), by: "05")
        let changed = try desk.does(
            .case(file, .set(person: 1, [CaseEntry("first_name", .words(other))])), by: "05")
        #expect(erased(changed) == [name.id])
        let cleared = try desk.does(.case(file, .set(person: 1, [CaseEntry("first_name", nil)])), by: "05")
        #expect(erased(cleared) == [other.id])
    }

    @Test("words that come and go in one act leave no record and say so")
    func oneAct() throws {
        var desk = Desk()
        let file = try desk.fileWithPerson()
        let (name, other) = (desk.written("Ana"), desk.written("Anna"))
        let events = try desk.does(
            .case(file, .set(person: 1, [CaseEntry("first_name", .words(name))])),
            .case(file, .set(person: 1, [CaseEntry("first_name", .words(other))])), by: "05")
        #expect(erased(events) == [name.id])
        #expect(desk.records.words[name.id] == nil && desk.records.words[other.id] != nil)
    }
}
