import Foundation
import Testing

@Suite("A sealed store on the command line")
struct SealedTranscriptTests {
    /// Passphrases in private files, and one that others can read.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isSetUp: false)
        try desk.write(desk.profileText(), to: "tn.toml")
        for (name, text, mode) in [
            ("admin", "harbour lamp seven ropes", 0o600), ("own", "five quiet words here now", 0o600),
            ("wrong", "not the passphrase at all", 0o600), ("shared", "five quiet words here now", 0o644),
            ("short", "short", 0o600),
        ] {
            try desk.write(text + "\n", to: name)
            let path = desk.folder.appendingPathComponent(name).path
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
        return desk
    }

    @Test("where a sign-in cannot lie there is none, and a passphrase is as good as ever")
    func noRuntimeFolder() throws {
        let desk = try desk()
        #expect(try desk.run(["init", "--profile", "tn.toml", "--passphrase-file", "admin"]).status == 0)
        // Who became another user still has the folder of the one before.
        let closed = ["XDG_RUNTIME_DIR": "/proc/nowhere"]
        let refused = try desk.run(["operator", "list", "--as", "91"], closed)
        #expect(refused.status == 77 && refused.errors.hasPrefix("refused: sign_in.needed: "))
        #expect(try desk.run(["operator", "list", "--as", "91", "--passphrase-file", "admin"], closed).status == 0)
    }

    @Test("a passphrase is not waited for where nobody writes one, and a list comes through a pipe as from a file")
    func pipes() throws {
        let desk = try TestDesk()
        let pipe = desk.folder.appendingPathComponent("pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let sealed = try desk.run(
            ["init", "--profile", desk.profile, "--store", "sealed.db", "--passphrase-file", "pipe"])
        #expect(sealed.status == 65 && sealed.errors.hasPrefix("error: input.passphrase_unreadable: "))
        let districts = TestDesk.root.appendingPathComponent("shifts/directory/moldova-territories.csv")
        let imported = try desk.run(
            ["territory", "import", "/dev/stdin", "--operator", "91"], input: try Data(contentsOf: districts))
        #expect(imported.status == 0, "\(imported.errors)")
        let writer = Thread { try? Data(contentsOf: districts).write(to: URL(fileURLWithPath: pipe)) }
        writer.start()
        let piped = try desk.run(["territory", "import", "pipe", "--operator", "91"])
        #expect(piped.status == 0, "\(piped.errors)")
    }

    @Test("a hotline is sealed by its admin, who lets an operator in; nobody else gets an answer")
    func wholeWay() throws {
        let desk = try desk()
        try Transcript(
            """
            $ ringbuoy init --profile tn.toml --passphrase-file short
            ! refused: sign_in.passphrase_short: …
            ? 77
            $ ringbuoy init --profile tn.toml --admin 01 --passphrase-file admin
            ! refused: sign_in.first_must_be_admin: …
            ? 77
            $ ringbuoy init --profile tn.toml --passphrase-file admin --json
            {"store":"…","hotline":"transnistria-migration","planned":…}
            ! …
            ! …-…-…-…-…-…-…-…-…
            ! …
            $ ringbuoy call list --json
            ! refused: sign_in.needed: …
            ? 77
            $ ringbuoy operator slot 01 --new-passphrase-file own
            ! refused: sign_in.needed: …
            ? 77
            $ ringbuoy operator slot 01 --operator 91 --passphrase-file shared --new-passphrase-file own
            ! error: input.passphrase_file_shared: …
            ? 65
            $ ringbuoy operator slot 01 --operator 91 --passphrase-file admin --new-passphrase-file own
            01: the slot is made. The passphrase opens it from now on.
            $ ringbuoy call log --operator 01 --class information --passphrase-file wrong
            ! refused: sign_in.wrong_passphrase: …
            ? 77
            $ ringbuoy call log --operator 01 --class information --outcome information_given --note - --passphrase-file own --json
            < she waits at the blue kiosk
            {"id":"<call>"}
            $ ringbuoy sign-in --operator 01 --passphrase-file own --json
            {"operator":"01"}
            $ ringbuoy call show <call> --json
            {…"note":"she waits at the blue kiosk"…}
            $ ringbuoy call log --operator 02 --class information
            ! refused: sign_in.needed: …
            ? 77
            $ ringbuoy audit --json
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy sign-out
            Signed out.
            $ ringbuoy call show <call> --json
            ! refused: sign_in.needed: …
            ? 77
            $ ringbuoy audit --access --limit 3 --json --as 91 --passphrase-file admin
            [
            {"position":…,"at":"…","operator":"91","kind":"access","subject":null,"event":"signedIn",…},
            {"position":…,"at":"…","operator":"01","kind":"access","subject":null,"event":"signedOut",…},
            {"position":…,"at":"…","operator":"01","kind":"access","subject":"<sameCall>","event":"viewed",…}
            ]
            $ ringbuoy passphrase --operator 01 --passphrase-file own --new-passphrase-file wrong
            01: the new passphrase counts from now on.
            $ ringbuoy call list --as 01 --passphrase-file own
            ! refused: sign_in.wrong_passphrase: …
            ? 77
            $ ringbuoy operator disable 01 --operator 91 --passphrase-file admin
            …
            $ ringbuoy call list --as 01 --passphrase-file wrong
            ! refused: operator.disabled: …
            ? 1
            $ ringbuoy verify --json
            {"events":…,"chain":"ok","tables":"ok"}
            """
        ).play(at: desk)
    }
}
