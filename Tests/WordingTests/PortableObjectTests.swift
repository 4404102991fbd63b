import Testing

@testable import Wording

@Suite("PO files")
struct PortableObjectTests {
    private func read(_ text: String) -> PortableObject { PortableObject(Array(text.utf8)) }
    private func reasons(_ text: String) -> [PortableObject.Reason] { read(text).faults.map(\.reason) }

    @Test("a file with a header, comments, plural forms and long texts is read")
    func readsEverything() {
        let file = read(
            """
            # Somebody translated this.
            msgid ""
            msgstr ""
            "Language: ro\\n"
            "Plural-Forms: nplurals=3; plural=0;\\n"

            #. for the translator
            #: Desk.swift:12
            msgid "desk.today"
            msgstr "Astăzi"
            msgid "desk.calls"
            msgid_plural "desk.calls"
            msgstr[0] "{n} apel"
            msgstr[1] "{n} apeluri"
            msgstr[2] "{n} de apeluri"

            msgid "long"
            msgstr ""
            "first line\\n"
            "a \\"second\\" one\\\\\\t."
            #~ msgid "gone"
            #~ msgstr "gone"
            """)
        #expect(file.faults.isEmpty)
        #expect(file.header == ["Language": "ro", "Plural-Forms": "nplurals=3; plural=0;"])
        #expect(
            file.entries == [
                .init(key: "desk.today", forms: [0: "Astăzi"], line: 9),
                .init(
                    key: "desk.calls", isPlural: true, forms: [0: "{n} apel", 1: "{n} apeluri", 2: "{n} de apeluri"],
                    line: 11),
                .init(key: "long", forms: [0: "first line\na \"second\" one\\\t."], line: 17),
            ])
    }

    @Test("lines may end as on Windows")
    func readsCarriageReturns() {
        let file = read("msgid \"a.b\"\r\nmsgstr \"\"\r\n\"text\"\r\n")
        #expect(file.entries.map(\.forms) == [[0: "text"]])
        #expect(file.faults.isEmpty)
    }

    @Test("a fuzzy text still waits for its translator and is not said")
    func leavesFuzzyOut() {
        let file = read("#, fuzzy\nmsgid \"a\"\nmsgstr \"x\"\n\nmsgid \"b\"\nmsgstr \"y\"\n")
        #expect(file.entries.map(\.key) == ["b"])
    }

    @Test(
        "what is not in form is named, and the rest is read",
        arguments: [
            ("msgid \"a\"\nmsgstr \"x\nmsgid \"b\"\nmsgstr \"y\"", PortableObject.Reason.unquoted),
            ("msgid \"b\"\nmsgstr \"a\\q\"", .unknownEscape),
            ("msgid \"b\"\nmsgstr \"one \"quote\"", .unquoted),
            ("\"text\"\nmsgid \"b\"\nmsgstr \"y\"", .strayString),
            ("msgstr \"x\"\nmsgid \"b\"\nmsgstr \"y\"", .textBeforeKey),
            ("msgctxt \"menu\"\nmsgid \"b\"\nmsgstr \"y\"", .contextNotUsed),
            ("msgwhat \"x\"\nmsgid \"b\"\nmsgstr \"y\"", .unknownDirective),
            ("msgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] \"y\"", .pluralKeyDiffers),
            ("msgid \"b\"\nmsgstr[0] \"y\"", .mixedForms),
            ("msgid \"b\"\nmsgstr \"y\"\nmsgid \"b\"\nmsgstr \"z\"", .duplicateKey),
            ("msgid \"b\"\nmsgstr \"y\"\nmsgid \"\"\nmsgstr \"z\"", .emptyKey),
        ])
    func namesFaults(text: String, reason: PortableObject.Reason) {
        #expect(reasons(text).first == reason)
        #expect(read(text).entries.contains { $0.key == "b" })
    }

    @Test("an untranslated text, or a plural that lacks a form, is none")
    func emptyIsNone() {
        #expect(Catalogue.text(.init(key: "a", forms: [0: ""], line: 1), forms: 2) == nil)
        #expect(Catalogue.text(.init(key: "a", isPlural: true, forms: [0: "x"], line: 1), forms: 2) == nil)
        #expect(Catalogue.text(.init(key: "a", isPlural: true, forms: [0: "x", 1: ""], line: 1), forms: 2) == nil)
        #expect(
            Catalogue.text(.init(key: "a", isPlural: true, forms: [0: "x", 1: "y"], line: 1), forms: 2)
                == .counted(["x", "y"]))
    }
}
