import Testing

@testable import Wording

@Suite("Saying")
struct SayTests {
    @Test(
        "placeholders are filled once, and other braces stand",
        arguments: [
            ("call {id} by {operator}", ["id": "09-0417", "operator": "01"], "call 09-0417 by 01"),
            ("{a}{b}", ["a": "{b}", "b": "x"], "{b}x"),
            ("{a} and {missing}", ["a": "1"], "1 and {missing}"),
            ("{ a } {} {A} {", ["a": "1", "A": "2"], "{ a } {} {A} {"),
            ("{{a}}", ["a": "1"], "{1}"), ("{a", ["a": "1"], "{a"), ("", [:], ""),
            ("Кишинёв {a}", ["a": "ș"], "Кишинёв ș"),
        ])
    func fills(text: String, arguments: [String: String], expected: String) {
        #expect(Template(text).filled(arguments) == expected)
    }

    @Test("what no language knows is said as it stands")
    func unknownKey() {
        let say = Say(.ru)
        #expect(say("no.such_key") == "no.such_key")
        #expect(say("no.such_key", n: 3) == "no.such_key")
        #expect(!say.has("no.such_key"))
        #expect(say.has("count.calls"))
    }

    @Test("what Russian lacks is found in English, and counted in English")
    func fallsBack() throws {
        func catalogue(_ language: Language) -> Catalogue {
            language == .en ? Catalogue(texts: ["only.english": .counted(["one", "many"])]) : Catalogue(texts: [:])
        }
        let (text, spoken) = try #require(Say(.ru).find("only.english", in: catalogue))
        #expect(text == .counted(["one", "many"]))
        #expect(spoken == .en)
        #expect(Say(.ru).find("nowhere", in: catalogue) == nil)
    }

    @Test("a phrase is said in whatever language the screen has by then")
    func saysPhrases() {
        let phrase = Phrase("count.cases", n: 2)
        #expect(Say(.en)(phrase) == "2 cases")
        #expect(Say(.ro)(phrase) == "2 cazuri")
        #expect(Say(.ru)(phrase) == "2 дела")
        #expect(Say(.ru)(Phrase("count.cases", ["n": "x"])) == "x дел")
    }
}
