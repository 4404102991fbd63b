import Testing

@testable import HotlineDomain

@Suite("People's words")
struct WordsTests {
    @Test(
        "what people write is kept as they wrote it",
        arguments: [
            "Ș ț ă î â — „ghilimele”", "Позвонила женщина, 23 года.\nПерезвонить: после шести.", "\ttabbed",
            "👩‍👧 e\u{301}", "", String(repeating: "я", count: 20_000),
        ])
    func kept(text: String) throws {
        var desk = Desk()
        let note = desk.written(text)
        let call = try desk.startCall()
        try desk.does(.call(call, .save(CallEntry(CallContent(), note: note))))
        let words = try #require(desk.records.words[note.id])
        #expect(words.text.revealed == text && words.field == .note)
        #expect(words.subject == Subject(.call, call.raw))
        #expect(desk.records.call(call)?.content.note == note.id)
    }

    @Test("no event holds a word, only its id")
    func neverInAnEvent() throws {
        var desk = Desk()
        let secret = "Otaci-17"
        let (note, region, reason) = (desk.written(secret), desk.written(secret), desk.written(secret))
        let call = try desk.draft(CallEntry(CallEntry.information.content, region: region, note: note))
        try desk.does(.call(call, .finalise))
        let escalation = try desk.escalation(in: .inHand)
        try desk.does(
            .escalation(escalation, .resolve(outcome: "caller_lost", reason: reason, openedCase: nil)), by: "05")
        var dumped = ""
        for recorded in desk.journal { dump(recorded, to: &dumped) }
        #expect(!dumped.contains(secret))
        #expect(dumped.contains("\(note.id.raw)") && dumped.contains("\(reason.id.raw)"))
        #expect(desk.records.words.count == 3)
    }

    @Test(
        "words are kept with what they were said about", arguments: ["hold", "return", "reopen", "note", "approve"])
    func whereTheyBelong(act: String) throws {
        var desk = Desk()
        let words = desk.written("Her mother has come.")
        let (status, command): (Case.Status, CaseCommand) =
            switch act {
            case "hold": (.active, .hold(reason: words))
            case "return": (.closureProposed, .return(reason: words))
            case "reopen": (.closed, .reopen(reason: "new_danger", words: words))
            case "note": (.active, .note(words))
            default: (.closureProposed, .approve(override: words))
            }
        let file = try desk.file(in: status)
        try desk.does(.case(file, command), by: "09")
        #expect(desk.records.words[words.id]?.subject == Subject(.case, file.raw))
        #expect(desk.records.words[words.id]?.field == (act == "note" ? .note : .reason))
    }
}
