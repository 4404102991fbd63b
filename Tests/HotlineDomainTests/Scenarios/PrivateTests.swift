import HotlineDomain
import Testing

@Suite("What is private")
struct PrivateTests {
    private let note = Private("She is at the bus station of Otaci.")

    @Test("no way of printing a value prints what it holds")
    func masked() {
        let word = Written(id: WordsID(raw: 7), text: note)
        var dumped = ""
        dump([word], to: &dumped)
        var printed = ""
        print(word, note, separator: " ", to: &printed)
        debugPrint([note], to: &printed)
        let all = [
            "\(note)", String(describing: note), String(reflecting: note), note.description, note.debugDescription,
            "\(word)", String(reflecting: word), "\([note])", "\(["note": note])", "\(Optional(note) as Any)",
            String(describing: Mirror(reflecting: note).children.map { "\($0)" }), dumped, printed,
            "\(CallEntry(CallContent(), note: word))", "\(Command.case(CaseID(raw: 1), .note(word)))",
            String(reflecting: Words(id: word.id, subject: Subject(.call, 1), field: .note, text: note)),
        ]
        for text in all { #expect(!text.contains("Otaci") && !text.contains("She is")) }
        #expect("\(note)" == "•••")
        #expect(Mirror(reflecting: note).children.isEmpty)
    }

    @Test("one word reveals it, and equality and hashing see it")
    func revealed() {
        #expect(note.revealed.hasSuffix("Otaci."))
        #expect(note == Private(note.revealed) && note != Private("•••"))
        #expect(Set([note, Private(note.revealed)]).count == 1)
    }
}
