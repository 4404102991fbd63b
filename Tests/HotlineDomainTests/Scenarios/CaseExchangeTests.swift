import Testing

@testable import HotlineDomain

@Suite("Cases to and from other houses")
struct CaseExchangeTests {
    @Test("who did not agree stays, who agreed goes, and the journal says that the case left")
    func leaving() throws {
        var desk = Desk()
        let id = try desk.consentingCase()
        for role in ["relative", "aggressor"] {
            try desk.does(.case(id, .addPerson(role: role, pseudonym: desk.written(role), [])), by: "05")
        }
        let events = try desk.does(.access(.exportCase(id, format: "json")), by: "05")
        #expect(events == [.access(id.raw, .caseExported(format: "json"))])
        #expect(desk.records.cases[id]?.peopleWhoLeave.map(\.number) == [1])
    }

    @Test("a received case is a new one, referred in, that knows where it came from and names its words")
    func received() throws {
        var desk = Desk()
        let (id, course): (CaseID, Written) = (desk.id(), desk.written("[]"))
        let source = CaseSource(file: "0a1b", hotline: "there", number: "08-07")
        try desk.does(.case(id, .receive(source, course: course)), by: "05")
        let file = try #require(desk.records.cases[id])
        #expect(file.status == .opened && file.origin.code == "referred_in" && file.number == "09-01")
        #expect(file.origin.source?.number == "08-07" && file.origin.source?.course == course.id)
        #expect(file.words == [course.id])
        #expect(desk.records.words[course.id]?.field == .course)
    }

    @Test("names, numbers and addresses stay, and irregular status always; codes and a pseudonym go")
    func fields() throws {
        let stays = CaseField.all.filter { !$0.goesOut }.map(\.name)
        #expect(
            Set(stays) == [
                "salutation", "first_name", "middle_name", "second_name", "title", "birthdate", "identity_number",
                "email", "home_phone", "mobile_phone", "street", "postal_code", "longitude", "latitude",
                "referred_in_worker", "referred_out_worker", "irregular_status",
            ])
        #expect(CaseField.named("irregular_status")?.mayLeave == false)
    }
}
