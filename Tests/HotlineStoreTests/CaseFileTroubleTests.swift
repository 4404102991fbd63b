import Foundation
import HotlineDomain
import Testing

@testable import HotlineStore

/// What can be wrong in a file that opens: each by its place and its name.
@Suite("What does not fit in a case's file")
struct CaseFileTroubleTests {
    private static let json = """
        {"format":"ringbuoy-case","version":1,"made_on":"2009-09-14","from":{"hotline":"there","name":"There"},
        "cases":[{"id":"0a1b","number":"09-19","fields":{"case_type":"victim"},"before":[],
        "people":[{"role":"beneficiary","pseudonym":"Lilia","contexts":[],
        "fields":{"gender":"Feminine","citizenship":["MD"],"children":2,"consent":"yes"}}],
        "course":{"fields":{},"timeline":[],"referrals":[]}}]}
        """

    struct Change: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let place: String
        let rule: String
        var testDescription: String { "\(rule) at \(place)" }
    }

    static let changes = [
        Change(from: "Feminine", to: "feminine", place: "cases[0].people[0].gender", rule: "call.unknown_code"),
        Change(from: "\"gender\"", to: "\"gendre\"", place: "cases[0].people[0].gendre", rule: "case.unknown_field"),
        Change(
            from: "[\"MD\"]", to: "\"MD\"", place: "cases[0].people[0].citizenship", rule: "case.value_does_not_fit"),
        Change(
            from: "[\"MD\"]", to: "[\"MD\",\"ZZ\"]", place: "cases[0].people[0].citizenship",
            rule: "call.unknown_code"),
        Change(from: ":2,", to: ":200,", place: "cases[0].people[0].children", rule: "case.not_a_number"),
        Change(from: ":2,", to: ":\"two\",", place: "cases[0].people[0].children", rule: "case.value_does_not_fit"),
        Change(from: "\"Lilia\"", to: "\" \"", place: "cases[0].people[0].pseudonym", rule: "case.needs_pseudonym"),
        Change(
            from: "\"Lilia\"", to: "\"Li\\u202Elia\"", place: "cases[0].people[0].pseudonym",
            rule: "words.direction_mark"),
        Change(
            from: "\"beneficiary\"", to: "\"friend\"", place: "cases[0].people[0].pseudonym",
            rule: "call.unknown_code"),
        Change(
            from: "\"case_type\":\"victim\"", to: "\"gender\":\"Feminine\"", place: "cases[0].gender",
            rule: "case.field_of_person"),
        Change(
            from: "\"children\":2", to: "\"irregular_status\":\"yes\"", place: "cases[0].people[0].irregular_status",
            rule: "case.value_does_not_fit"),
        Change(from: "\"0a1b\"", to: "\"\\u001b\"", place: "cases[0].id", rule: "case.source_out_of_form"),
        Change(from: "2009-09-14", to: "yesterday", place: "made_on", rule: "case.not_a_date"),
        Change(from: "\"There\"", to: "\"Th\\u001bere\"", place: "course", rule: "words.control_character"),
        Change(from: "\"role\"", to: "\"rule\"", place: "cases[0].people[0].role", rule: "exchange.value_missing"),
        Change(
            from: "\"number\":\"09-19\"", to: "\"number\":19", place: "cases[0].number",
            rule: "exchange.value_missing"),
    ]

    @Test("a document is read as it is written down")
    func sound() throws {
        let document = try CaseDocument(json: Array(Self.json.utf8))
        #expect(document.cases[0].people[0].fields["children"] == .number(2))
    }

    @Test("each change of a document is refused with its place", arguments: changes)
    func document(change: Change) {
        let text = Self.json.replacing(change.from, with: change.to)
        do {
            _ = try CaseDocument(json: Array(text.utf8))
            Issue.record("taken in")
        } catch .doesNotFit(let problems) {
            #expect(problems.map(\.place) == [change.place] && problems.map(\.rule) == [change.rule])
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("a document of a later release, and one that is something else, are refused whole")
    func wholeDocument() {
        let later = Self.json.replacing("\"version\":1", with: "\"version\":2")
        #expect(throws: ExchangeError.newerVersion(found: 2, known: 1)) { try CaseDocument(json: Array(later.utf8)) }
        for text in ["", "{}", "[1,2]", "number,date", String(Self.json.dropLast(40))] {
            #expect(throws: ExchangeError.notACaseFile) { try CaseDocument(json: Array(text.utf8)) }
        }
    }

    private static let table = """
        prs_FirstName,prs_Gender,prs_Citizenship,cas_Status,hte_Type,hte_Country,con_Consent
        Lilia,Feminine,MD;UA,Active,Recruitment;Transit,MD;TR,true
        Ion,Masculine,MD,Active,,,true

        """

    static let tableChanges = [
        Change(from: "prs_Gender", to: "prs_Gendre", place: "1", rule: "exchange.unknown_column"),
        Change(from: "prs_Gender", to: "con_Consent", place: "1", rule: "exchange.column_twice"),
        Change(from: "prs_FirstName", to: "prs_MiddleName", place: "1", rule: "exchange.missing_column"),
        Change(from: "Masculine,", to: "Masculine,,", place: "3", rule: "exchange.wrong_cells"),
        Change(from: "Masculine", to: "masculine", place: "3: prs_Gender", rule: "call.unknown_code"),
        Change(from: "MD;UA", to: "MD;Ukraine", place: "2: prs_Citizenship", rule: "call.unknown_code"),
        Change(
            from: "Ion,Masculine,MD,Active", to: "Ion,Masculine,MD,Closed", place: "3: cas_Status",
            rule: "exchange.rows_differ"),
        Change(from: "Recruitment;", to: "Flight;", place: "2: hte_Type", rule: "exchange.unknown_event"),
        Change(from: "MD;TR", to: "MD", place: "2: hte_Country", rule: "exchange.events_differ"),
        Change(from: "\nIon,Masculine,MD,Active,,,true", to: "", place: "2", rule: "exchange.rows_missing"),
        Change(from: "true\nIon", to: "true\nAna,,,Active,,,\nIon", place: "4", rule: "exchange.row_of_no_case"),
        Change(from: "Active,,,true", to: "Active,,,perhaps", place: "3: con_Consent", rule: "call.unknown_code"),
    ]

    private func label() throws -> CaseLabel {
        let text = """
            {"format":"htcds-csv","version":1,"made_on":"2009-09-14","from":{"hotline":"there","name":"There"},
            "cases":[{"id":"0a1b","number":"09-19","rows":2}]}
            """
        return try JSONDecoder().decode(CaseLabel.self, from: Data(text.utf8))
    }

    @Test("a table is read as it is written down, with the marks a spreadsheet adds")
    func soundTable() throws {
        let text = "\u{FEFF}" + Self.table.replacing("\n", with: "\r\n")
        let file = try CaseDocument(csv: Array(text.utf8), label()).cases[0]
        #expect(file.people.map(\.fields.count) == [5, 3])
        #expect(file.people[0].fields["transit_country"] == .text(Confided("TR")))
    }

    @Test("each change of a table is refused with its line and column", arguments: tableChanges)
    func table(change: Change) throws {
        let text = Self.table.replacing(change.from, with: change.to)
        let label = try label()
        do {
            _ = try CaseDocument(csv: Array(text.utf8), label)
            Issue.record("taken in")
        } catch .doesNotFit(let problems) {
            #expect(problems.first?.place == change.place && problems.first?.rule == change.rule, "\(problems)")
        } catch {
            Issue.record("\(error)")
        }
    }
}
