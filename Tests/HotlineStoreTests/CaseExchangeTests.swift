import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Cases in a sealed file")
struct CaseExchangeTests {
    private static let now = Sample.at("2009-09-14", "10:00")
    private let passphrase = Passphrase("told by telephone only")

    /// Another house with its own people and its own key.
    private func elsewhere(_ name: String = "Elsewhere") throws -> Store {
        var hotline = Sample.hotline
        hotline = Hotline(
            code: name.lowercased(), name: name, lines: hotline.lines, operators: hotline.operators,
            patterns: hotline.patterns, roster: hotline.roster, providers: hotline.providers)
        return try Store.create(try SQLiteEngine.inMemory(), hotline: hotline, at: Self.now - .days(9)) { _ in
            Sample.zone
        }
    }

    /// As it arrives: sealed, written, read and opened.
    private func sent(_ parcel: CaseParcel) throws -> CaseParcel {
        let file = try SealedFile(read: try parcel.sealed(with: passphrase, cost: Sample.cost).bytes)
        return try CaseParcel(file, with: passphrase)
    }

    private func exported(_ store: Store, _ id: CaseID, _ format: CaseFormat = .json) throws -> CaseParcel {
        try store.exportCases([id], as: format, by: "51", at: Self.now)
    }

    @Test("everything that may leave comes to another house and leaves it again equal, with where it was before")
    func jsonRoundTrip() throws {
        for seed in UInt64(1)...40 {
            let (home, there, third) = (try Sample.store(), try elsewhere(), try elsewhere("Third"))
            var random = RandomCase(seed: seed, home, at: Self.now)
            let first = try exported(home, try random.make())
            let received = try there.importCases(sent(first), by: "51", at: Self.now)
            let second = try exported(there, received[0].id)
            let again = try third.importCases(sent(second), by: "51", at: Self.now)
            let last = try exported(third, again[0].id)
            let files = try [first, second, last].map { try #require($0.document.cases.first) }
            for file in files {
                #expect(file.fields == files[0].fields, "seed \(seed)")
                #expect(file.people == files[0].people, "seed \(seed)")
            }
            #expect(files[1].before == [stretch(first)], "seed \(seed)")
            #expect(files[2].before == [stretch(first), stretch(second)], "seed \(seed)")
            #expect(try there.verify().isSound && third.verify().isSound, "seed \(seed)")
        }
    }

    private func stretch(_ parcel: CaseParcel) -> CaseDocument.Stretch {
        let file = parcel.document.cases[0]
        return CaseDocument.Stretch(from: parcel.document.from, number: file.number, course: file.course)
    }

    @Test("what HTCDS has a column for comes and leaves again equal; what it has none for is known by name")
    func csvRoundTrip() throws {
        for seed in UInt64(1)...40 {
            let (home, there) = (try Sample.store(), try elsewhere())
            var random = RandomCase(seed: seed, home, at: Self.now)
            let first = try exported(home, try random.make(), .htcdsCSV)
            let arrived = try sent(first)
            let original = first.document.cases[0]
            let read = arrived.document.cases[0]
            #expect(read.fields == original.fields.filter { held($0.key, $0.value) }, "seed \(seed)")
            #expect(read.people.map(\.pseudonym) == original.people.map(\.pseudonym), "seed \(seed)")
            #expect(
                read.people.map(\.fields)
                    == original.people.map { person in person.fields.filter { held($0.key, $0.value) } },
                "seed \(seed)")
            let received = try there.importCases(arrived, by: "51", at: Self.now)
            let second = try sent(exported(there, received[0].id, .htcdsCSV)).document.cases[0]
            #expect(second.fields == read.fields && second.people == read.people, "seed \(seed)")
        }
    }

    /// A column, and where it is a checkbox yes or no.
    private func held(_ name: String, _ known: Known) -> Bool {
        guard let field = CaseField.named(name), field.column != nil, !field.isOfCourse else { return false }
        guard field.isCheckbox, case .text(let text) = known else { return true }
        return ["yes", "no"].contains(text.text.revealed)
    }

    @Test("every field of the standard has its column, in the standard's order, and none is there twice")
    func columns() {
        #expect(HTCDS.columns.first == "org_Name" && HTCDS.columns.last == "con_Consent")
        #expect(Set(HTCDS.columns).count == HTCDS.columns.count)
        for field in CaseField.all where field.standard != nil {
            let name = field.standard?.split(separator: ":").first.map(String.init) ?? ""
            #expect(HTCDS.columns.contains(name), "\(field.name)")
        }
    }

    @Test("neither a name nor irregular status nor somebody who was not asked is in either form")
    func whatStays() throws {
        for format in CaseFormat.allCases {
            let store = try Sample.store()
            let id = store.newID(Case.self, at: Self.now)
            func words(_ field: String, _ text: String) -> CaseEntry {
                CaseEntry(field, .words(store.written(text, at: Self.now)))
            }
            try store.perform(
                [
                    .case(id, .open(.walkIn)),
                    .case(
                        id,
                        .addPerson(
                            role: "beneficiary", pseudonym: store.written("Lighthouse", at: Self.now),
                            [
                                words("first_name", "Liliana"), words("second_name", "Munteanu"),
                                words("birthdate", "1990-02-03"), words("mobile_phone", "069 000 000"),
                                words("irregular_status", "yes"), words("city", "Bender"),
                                CaseEntry("consent", .codes(["yes"])), CaseEntry("age_band", .codes(["18-20"])),
                            ])),
                    .case(
                        id,
                        .addPerson(
                            role: "aggressor", pseudonym: store.written("The cousin", at: Self.now),
                            [words("role_details", "drove the van")])),
                    .case(id, .note(store.written("she fears her brother Pavel", at: Self.now))),
                ], by: "51", at: Self.now)
            let text = String(decoding: try exported(store, id, format).plain.revealed, as: UTF8.self)
            for secret in [
                "Liliana", "Munteanu", "1990-02-03", "069 000", "irregular", "The cousin", "drove the van", "Pavel",
            ] {
                #expect(!text.contains(secret), "\(secret) in \(format)")
            }
            for known in ["Lighthouse", "Bender"] { #expect(text.contains(known), "\(known) in \(format)") }
            let sealed = try exported(store, id, format).sealed(with: passphrase, cost: Sample.cost)
            #expect(Data(sealed.bytes).range(of: Data("Lighthouse".utf8)) == nil)
        }
    }

    @Test("a spreadsheet sees no formula in the table")
    func formulas() throws {
        let store = try Sample.store()
        for seed in UInt64(1)...20 {
            var random = RandomCase(seed: seed, store, at: Self.now)
            let text = String(
                decoding: try exported(store, try random.make(), .htcdsCSV).plain.revealed, as: UTF8.self)
            for row in CSVText.rows(text.replacing("\r\n", with: "\n")) {
                for cell in row.cells { #expect(!"=+-@".contains(cell.first ?? "x"), "seed \(seed): \(cell)") }
            }
        }
    }

    @Test("the same file twice changes nothing; a newer one of the same case opens another and names the first")
    func twice() throws {
        let (home, there) = (try Sample.store(), try elsewhere())
        var random = RandomCase(seed: 7, home, at: Self.now)
        let id = try random.make()
        let parcel = try sent(exported(home, id))
        let first = try there.importCases(parcel, by: "51", at: Self.now)[0]
        let events = try there.audit(limit: 1000).count
        let second = try there.importCases(parcel, by: "51", at: Self.now)[0]
        #expect(first.isNew && !second.isNew && second.id == first.id)
        #expect(try there.audit(limit: 1000).count == events)
        let newer = try there.importCases(sent(exported(home, id)), by: "51", at: Self.now)[0]
        #expect(newer.isNew && newer.earlier == [first.number])
    }

    @Test("several cases go in one file, and come in all or none")
    func several() throws {
        for format in CaseFormat.allCases {
            let (home, there) = (try Sample.store(), try elsewhere())
            var random = RandomCase(seed: 9, home, at: Self.now)
            let ids = [try random.make(), try random.make(), try random.make()]
            let parcel = try sent(try home.exportCases(ids, as: format, by: "51", at: Self.now))
            var broken = parcel.document
            broken.cases[2].people[0].fields["gender"] = .text(Confided("none of these"))
            #expect(throws: Refusal.self) {
                try there.importCases(CaseParcel(broken, format), by: "51", at: Self.now)
            }
            #expect(try there.cases(limit: 9).isEmpty)
            #expect(
                try there.importCases(parcel, by: "51", at: Self.now).map(\.number) == ["09-01", "09-02", "09-03"])
        }
    }

    @Test("who may not export does not, and the journal has it with the person where somebody did")
    func roles() throws {
        let store = try Sample.store()
        var random = RandomCase(seed: 3, store, at: Self.now)
        let id = try random.make()
        for code in ["01", "71", "99"] {
            #expect(throws: Refusal.self) { try store.exportCases([id], as: .json, by: code, at: Self.now) }
        }
        _ = try store.exportCases([id], as: .htcdsCSV, by: "91", at: Self.now)
        let line = try #require(try store.audit(limit: 1).first)
        #expect(line.name == "caseExported" && line.stamp.by == "91" && line.subject.id == id.raw)
        #expect(try store.readers(of: Subject(.case, id.raw)).map(\.person) == ["91"])
    }

    @Test("a case whose words were erased does not leave")
    func erased() throws {
        let store = try Sample.store()
        var random = RandomCase(seed: 3, store, at: Self.now)
        let id = try random.make()
        try store.engine.write {
            try $0.run(
                """
                UPDATE words SET sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = 1
                WHERE field = 'pseudonym'
                """, [])
        }
        let number = try #require(try store.case(id)).number
        #expect(throws: ExchangeError.wordsErased(number: number)) { try exported(store, id) }
    }
}
