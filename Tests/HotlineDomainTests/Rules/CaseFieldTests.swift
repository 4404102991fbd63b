import Testing

@testable import HotlineDomain

@Suite("The table of fields")
struct CaseFieldTests {
    @Test("every field has a name of its own, three labels and, where it takes codes, its list")
    func sound() {
        let fields = CaseField.all
        #expect(Set(fields.map(\.name)).count == fields.count)
        for field in fields {
            for language in ["en", "ro", "ru"] { #expect(field.label(language) != field.name, "\(field.name)") }
            #expect(field.name.allSatisfy { $0 == "_" || $0.isLowercase }, "\(field.name)")
            if let condition = field.condition, !["origin", "referred"].contains(condition.field) {
                let list = CaseField.named(condition.field)?.list
                #expect(list.map { CodeLists.list($0).contains(condition.code) } == true, "\(field.name)")
            }
        }
    }

    @Test("what says who somebody is is sealed, all of it")
    func sealed() {
        for field in CaseField.all where field.saysWho && field.list == nil {
            #expect(field.isSealed, "\(field.name)")
        }
    }

    /// The core of HTCDS 2.0 for a person, by the standard's names.
    static let core = [
        "prs_Salutation", "prs_FirstName", "prs_SecondName", "prs_Title", "prs_Birthdate", "prs_Gender",
        "prs_Citizenship", "prs_Email", "prs_HomePhone", "prs_MobilePhone", "prs_MailingCity", "prs_MailingCountry",
        "prs_MailingState", "prs_MailingStreet", "prs_MailingPostalCode", "vic_TraffickingStatus",
        "vic_TraffickingStatusDecisionMakingOrg", "vic_MethodOfRecruitment", "vic_LocationOfRecruitment",
        "vic_MethodsOfControl", "vic_TypeOfExploitation", "vic_ForcedLabourIndustry", "vic_TypeOfSexExploitation",
        "vic_LocationOfExploitation", "con_Consent",
    ]

    @Test("the core of the standard is all there, and nothing else is called core")
    func coreOfTheStandard() {
        let found = CaseField.of(.person).filter(\.isCore).compactMap(\.standard)
        #expect(Set(found) == Set(Self.core) && found.count == Self.core.count)
        #expect(CaseField.named("prs_Gender") == CaseField.named("gender"))
    }

    /// What is typed for a field, and what it comes to.
    static let typed: [(field: String, text: String, value: CaseEntry.Given?)] = [
        ("gender", "Feminine", .codes(["Feminine"])), ("citizenship", "MD, UA", .codes(["MD", "UA"])),
        ("gender", " ", nil), ("children", "3", .number(3)),
        ("recruitment_date", "2009-08-01", .words(Written(id: WordsID(raw: 1), text: Private("2009-08-01")))),
        ("plan_planned_end", "2009-08-01", .date(BusinessDate("2009-08-01")!)),
    ]

    @Test("a field reads what was typed for it", arguments: typed)
    func reads(field: String, text: String, value: CaseEntry.Given?) throws {
        let entry = try CaseField.known(field).read(text) { Written(id: WordsID(raw: 1), text: Private($0)) }
        #expect(entry == CaseEntry(field, value))
    }

    @Test("a code that is none is refused with the nearest; so is a field")
    func nearest() throws {
        var desk = Desk()
        let file = try desk.fileWithPerson()
        let refusal = try desk.refusal(
            of: .case(file, .set(person: 1, [CaseEntry("gender", .codes(["feminine"]))])), by: "05")
        #expect(refusal?.rule == "call.unknown_code" && refusal?.details["nearest"]?.hasPrefix("Feminine") == true)
        #expect(throws: Refusal.self) { try CaseField.known("citizenhsip") }
        do {
            _ = try CaseField.known("citizenhsip")
        } catch {
            #expect(error.details["nearest"]?.hasPrefix("citizenship") == true)
        }
    }

    @Test(
        "a table that is not in form is named by line and column",
        arguments: [
            ("a\tperson\tidentity\tcode:nothing\t-\tyes\t-\t-\tA\tA\tA", "kind"),
            ("a\tdog\tidentity\ttext\t-\tyes\t-\t-\tA\tA\tA", "of"),
            ("a\tperson\tidentity\ttext\t-\tyes\tsomething\t-\tA\tA\tA", "when"),
            ("a\tperson\tidentity\ttext\t-\tyes\t-\t-\tA\t\tA", "-"),
        ])
    func faults(line: String, column: String) {
        let text = "field\tof\tgroup\tkind\tcore\tleaves\twhen\tstandard\ten\tro\tru\n" + line + "\n"
        #expect(throws: CaseFieldFault(line: 2, column: column)) { try CaseFieldTable(tsv: Array(text.utf8)) }
    }
}
