import Foundation
import Testing

@Suite("Cases to and from other houses, on the command line")
struct CaseExchangeTranscriptTests {
    static func secret(_ text: String, _ name: String, at desk: TestDesk) throws {
        try desk.write(text + "\n", to: name)
        let path = desk.folder.appendingPathComponent(name).path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Two houses in one folder, and passphrases in private files.
    static func houses() throws -> TestDesk {
        let desk = try TestDesk()
        let profile = try desk.profileText().replacingOccurrences(
            of: "code = \"transnistria-migration\"", with: "code = \"elsewhere\"")
        try desk.write(profile, to: "elsewhere.toml")
        let made = try desk.run(["init", "--profile", "elsewhere.toml", "--open", "--store", "there.db"])
        #expect(made.status == 0, "\(made)")
        try secret("told by telephone only", "told", at: desk)
        try secret("something else entirely", "other", at: desk)
        return desk
    }

    @Test("a case goes with consent, under a pseudonym, sealed; comes in once; and comes out in the open on purpose")
    func wholeWay() throws {
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>","number":"<number>"}
            $ ringbuoy case person add <number> gender=Feminine citizenship=MD,UA city=Bender first_name=- --operator 51 --role beneficiary --pseudonym Lilia
            < Liliana
            …
            $ ringbuoy case person add <number> --operator 51 --role aggressor --pseudonym Cousin
            …
            $ ringbuoy case export <number> --to a.case --operator 51 --file-passphrase-file told
            ! refused: case.no_consent: …person 1…
            ? 1
            $ ringbuoy case person set <number> 1 consent=yes --operator 51
            …
            $ ringbuoy case export <number> --to a.case --operator 01 --file-passphrase-file told
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy case export <number> --to hotline.db --operator 51 --file-passphrase-file told
            ! refused: store.taken: …
            ? 1
            $ ringbuoy case export <number> --to a.case --operator 51 --file-passphrase-file told --json
            {"file":"a.case","cases":[{"id":"<i>","number":"<n>","people":1,"left_out":1}]}
            ! 1 person who was not asked stayed.
            $ ringbuoy case export <number> --format htcds-csv --to b.case --operator 52 --file-passphrase-file told
            1 case is sealed in b.case. …
            ! …
            $ ringbuoy case import a.case --store there.db --operator 51 --file-passphrase-file other
            ! error: exchange.wrong_passphrase: …
            ? 77
            $ ringbuoy case import a.case --store there.db --operator 51 --file-passphrase-file told --json
            {"cases":[{"id":"<new>","number":"<there>","new":true,"earlier":[]}]}
            $ ringbuoy case import a.case --store there.db --operator 51 --file-passphrase-file told
            Taken in before: case <n1>. Nothing was changed.
            $ ringbuoy case import b.case --store there.db --operator 51 --file-passphrase-file told
            Case <n2> is opened. It was case <n3> at …
            ! Case <n4> here came from case …
            $ ringbuoy case show <new> --store there.db
            …
              came from …transnistria-migration, Case …
            …
            $ ringbuoy case person list <new> --store there.db --json
            [
            {"person":1,"role":"beneficiary","pseudonym":"Lilia","contexts":[],"fields":{"gender":"Feminine","citizenship":["MD","UA"],"consent":"yes","city":"Bender"}}
            ]
            $ ringbuoy case unseal b.case --to b.csv --file-passphrase-file told
            b.csv is written.
            ! Whoever gets b.csv can read it. …
            $ ringbuoy case unseal b.case --to b.csv --file-passphrase-file told
            ! refused: store.taken: …
            ? 1
            $ ringbuoy case import b.csv --store there.db --operator 51 --file-passphrase-file told
            ! error: exchange.not_a_case_file: …
            ? 65
            $ ringbuoy case import nowhere --store there.db --operator 51 --file-passphrase-file told
            ! error: input.file_unreadable: …
            ? 65
            $ ringbuoy audit --access --limit 3
            …
            …case left the house…
            …
            $ ringbuoy verify --store there.db
            Sound: …
            """
        ).play(at: Self.houses())
    }

    @Test("the file is its owner's alone, whole, and holds no word that can be read")
    func file() throws {
        let desk = try Self.houses()
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>","number":"<number>"}
            $ ringbuoy case person add <number> consent=yes city=Ribnita --operator 51 --role beneficiary --pseudonym Lighthouse
            …
            $ ringbuoy case export <number> --to a.case --operator 51 --file-passphrase-file told
            …
            """
        ).play(at: desk)
        let path = desk.folder.appendingPathComponent("a.case").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let data = try #require(FileManager.default.contents(atPath: path))
        for word in ["Lighthouse", "Ribnita", "transnistria"] { #expect(data.range(of: Data(word.utf8)) == nil) }
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!names.contains { $0.contains("making") })
        for (name, bytes) in [("cut", data.dropLast(9)), ("bent", data.dropLast(40) + Data([1]) + data.suffix(39))] {
            try Data(bytes).write(to: desk.folder.appendingPathComponent(name))
            let outcome = try desk.run([
                "case", "import", name, "--store", "there.db", "--operator", "51", "--file-passphrase-file", "told",
            ])
            #expect(outcome.status == 65 && outcome.errors.hasPrefix("error: exchange.damaged: "), "\(outcome)")
        }
        #expect(try desk.run(["case", "list", "--store", "there.db", "--json"]).output == "[]\n")
    }
}
