@testable import HotlineDomain

/// Cases that go to another house, or come from one.
extension RefusalCase {
    private static let source = CaseSource(file: "0a1b", hotline: "there", number: "09-19")

    static let exchange: [RefusalCase] = [
        RefusalCase("case.no_consent", by: "05") { desk in .access(.exportCase(try desk.openCase(), format: "json"))
        },
        RefusalCase("case.no_consent", by: "05") { desk in
            let file = try desk.consentingCase()
            try desk.does(.case(file, .addPerson(role: "child", pseudonym: desk.written("Ion"), [])), by: "05")
            return .access(.exportCase(file, format: "json"))
        },
        RefusalCase("case.no_consent", by: "05") { desk in
            let file = try desk.consentingCase()
            try desk.does(.case(file, .set(person: 1, [CaseEntry("consent", .codes(["refused"]))])), by: "05")
            return .access(.exportCase(file, format: "json"))
        },
        RefusalCase("case.is_duplicate", by: "05") { desk in
            .access(.exportCase(try desk.file(in: .duplicate), format: "json"))
        },
        RefusalCase("case.unknown", by: "05") { desk in .access(.exportCase(desk.id(), format: "json")) },
        RefusalCase("case.already_received", by: "05") { desk in
            try desk.does(.case(desk.id(), .receive(source, course: nil)), by: "05")
            return .case(desk.id(), .receive(source, course: nil))
        },
        RefusalCase("case.exists", by: "05") { desk in .case(try desk.openCase(), .receive(source, course: nil)) },
        RefusalCase("case.source_out_of_form", by: "05") { desk in
            .case(desk.id(), .receive(CaseSource(file: "f", hotline: "\u{1B}[2J", number: "1"), course: nil))
        },
        RefusalCase("case.source_out_of_form", by: "05") { desk in
            .case(desk.id(), .receive(CaseSource(file: "", hotline: "there", number: "1"), course: nil))
        },
    ]
}
