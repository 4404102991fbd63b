import Testing

@testable import HotlineProfiles

@Suite("Places in a profile")
struct SourceIndexTests {
    private func path(_ steps: Any...) -> SourcePath {
        steps.reduce(SourcePath()) { path, step in
            if let index = step as? Int { path.item(index) } else { path.key("\(step)") }
        }
    }

    @Test("tables, keys, values and items of lists have their line and column")
    func places() {
        let index = SourceIndex(
            """
            code = "x" # code = "y"

            [[line]]
            name = 'a # no comment'
              countries = [ "RU",   # with "quotes" ]
                "BE",
                "NL" ]
            [[line]]
            text = \"\"\"
            code = "inside"
            [[line]] \\\"""\"\"\"
            "hours" = "8"
            [settings]
            on_call = ["51", "91"]
            nested.key = { a = 1, b = [2, 3] }
            [[line.part]]
            code = "deep"
            """)
        #expect(index.key(path("code")) == .init(line: 1, column: 1))
        #expect(index.value(path("code")) == .init(line: 1, column: 8))
        #expect(index.value(path("line", 0)) == .init(line: 3, column: 1))
        #expect(index.value(path("line", 0, "countries", 0)) == .init(line: 5, column: 17))
        #expect(index.value(path("line", 0, "countries", 2)) == .init(line: 7, column: 5))
        #expect(index.value(path("line", 1)) == .init(line: 8, column: 1))
        #expect(index.value(path("line", 1, "hours")) == .init(line: 12, column: 11))
        #expect(index.value(path("settings", "on_call", 1)) == .init(line: 14, column: 18))
        #expect(index.value(path("settings", "nested", "key", "b", 1)) == .init(line: 15, column: 31))
        #expect(index.value(path("line", 1, "part", 0, "code")) == .init(line: 17, column: 8))
    }

    @Test("what has no place of its own has that of the table it would stand in")
    func missing() {
        let index = SourceIndex("\n[[line]]\ncode = \"md\"\n")
        #expect(index.value(path("line", 0, "hours")) == .init(line: 2, column: 1))
        #expect(index.value(path("operator")) == .init(line: 1, column: 1))
    }

    @Test("lists in lists without end are neither walked nor parsed to the ground")
    func deep() {
        let text = "a = " + String(repeating: "[", count: 200_000)
        #expect(HotlineProfile.check(text: text, file: "deep.toml").map(\.rule) == [.syntax])
    }

    @Test("only dates the calendar does not have are put into quotes, and never inside texts")
    func impossibleDates() {
        let text = """
            a = 2026-02-28
            b = 2026-02-30 # 2026-02-30
            c = "2026-02-30"
            d = [2026-13-01, 2026-1-1]
            e = -5
            """
        #expect(
            SourceIndex(text).parsable == """
                a = 2026-02-28
                b = "2026-02-30" # 2026-02-30
                c = "2026-02-30"
                d = ["2026-13-01", "2026-1-1"]
                e = -5
                """)
    }

    @Test(
        "text that is no TOML at all is walked through to its end",
        arguments: [
            "", "[", "[[", "[[]]", "=", "= 1", "a", "a =", "a = [", "a = [1", "a = {", "a = { b", "a = { b = ", "\"",
            "'",
            "\"\"\"", "a = \"\"\"b", "a = \"\\", "a..b = 1", "]", "}", ",", "a = [}", "a = {]", "\u{0}", "\r",
            "# only",
            "[a]]\n[[b]", "a = [[[[", "a = ,", "\u{FEFF}a = 1",
        ])
    func anyText(text: String) { #expect(SourceIndex(text).parsable == text) }
}
