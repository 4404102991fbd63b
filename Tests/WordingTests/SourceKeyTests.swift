import Testing

@testable import Wording

@Suite("Keys in the source code")
struct SourceKeyTests {
    @Test("every key the code says is in the catalogue, counted where it is counted")
    func everyKeyIsKnown() throws {
        let catalogue = Catalogue.of(.en)
        for file in try SourceTree.swiftFiles() {
            for mention in SourceMention.all(in: file.text) {
                let place = "Sources/\(file.path):\(mention.line): \(mention.key)"
                if mention.isPrefix {
                    #expect(catalogue.keys.contains { $0.hasPrefix(mention.key) }, "no key begins so: \(place)")
                } else if let text = catalogue.text(mention.key) {
                    guard let isCounted = mention.isCounted else { continue }
                    if case .counted = text { #expect(isCounted, "said without its count: \(place)") }
                } else {
                    Issue.record("not in the catalogue: \(place)")
                }
            }
        }
    }

    @Test("the reader of the source code sees keys where they are said, and nowhere else")
    func findsMentions() {
        let found = SourceMention.all(
            in: #"""
                // say("in.a_comment")
                let today = say("desk.today") + context.say("desk.calls", n: calls.count)
                let state = say(open ? "line.open" : isNight ? "line.night" : "line.closed", ["at": clock("x.y")])
                let text = say(
                    "refusal.\(error.rule ?? "none.such")", error.details)
                let phrase = Phrase("desk.saved", n: 3)
                KeyRow([.enter, .control("s")], .save, "key.save")
                let title = Field(title:
                    "call.title", command: "not.a_key", why: "call.\(rule).why")
                let other = essay("not.said"), file = "a.txt", keys = say(name), plain = say("word")
                """#)
        #expect(
            found == [
                SourceMention(key: "desk.calls", line: 2, isCounted: true),
                SourceMention(key: "desk.today", line: 2, isCounted: false),
                SourceMention(key: "line.closed", line: 3, isCounted: false),
                SourceMention(key: "line.night", line: 3, isCounted: false),
                SourceMention(key: "line.open", line: 3, isCounted: false),
                SourceMention(key: "refusal.", line: 4, isPrefix: true),
                SourceMention(key: "desk.saved", line: 6, isCounted: true),
                SourceMention(key: "key.save", line: 7),
                SourceMention(key: "call.", line: 9, isPrefix: true),
                SourceMention(key: "call.title", line: 9),
            ])
    }
}
