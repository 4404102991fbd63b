import Foundation
import PostgresCluster
import Testing

/// The program on a store that is no file.
@Suite("A store on a server, in a shell", .enabled(if: PostgresCluster.isWanted))
struct ServerTranscriptTests {
    /// A desk whose store is on a server; the password in its address is taken by nobody and must not be shown.
    private static func withStore(_ body: (TestDesk, [String: String]) throws -> Void) throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk(isSetUp: false)
            let secret = url.replacingOccurrences(of: "postgres@", with: "postgres:harbourlamp@")
            try body(desk, ["RINGBUOY_STORE": secret])
        }
    }

    @Test("is made once, worked in, proved and rebuilt; its password is in nothing the program says")
    func verbs() throws {
        try Self.withStore { desk, store in
            let runs: [([String], Int32)] = [
                (["call", "list"], 69), (["init", "--profile", desk.profile, "--open"], 0),
                (["init", "--profile", desk.profile, "--open"], 0),
                (
                    [
                        "call", "log", "--operator", "01", "--class", "sos", "--country", "MD", "--outcome",
                        "escalated",
                        "--note", "in confidence", "--minutes", "5",
                    ], 0
                ),
                (["call", "list"], 0), (["escalation", "list"], 0),
                (["case", "list"], 0), (["referral", "list"], 0), (["provider", "list"], 0), (["task", "list"], 0),
                (["shift", "show"], 0), (["stats", "--json"], 0), (["queue", "--json"], 0), (["audit"], 0),
                (["report", "--period", "2026"], 0), (["month", "show"], 0), (["retention", "list"], 0),
                (["verify"], 0), (["verify", "--rebuild"], 0), (["operator", "list"], 0), (["export", "list"], 0),
                (["init", "--profile", desk.profile, "--open"], 1),
            ]
            for (arguments, status) in runs {
                let outcome = try desk.run(arguments, store)
                #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
                let said = outcome.output + outcome.errors
                #expect(!said.contains("harbourlamp") && !said.contains("confidence"), "\(arguments): \(said)")
            }
        }
    }

    @Test("what only files have is refused by name, and the refusal says how it is done there")
    func files() throws {
        try Self.withStore { desk, store in
            #expect(try desk.run(["init", "--profile", desk.profile, "--open"], store).status == 0)
            for verb in [
                ["backup", "copy"], ["restore", "copy"],
                ["practice", "--no-console", "--store", store["RINGBUOY_STORE"]!],
            ] {
                let outcome = try desk.run(verb, store)
                #expect(outcome.errors.hasPrefix("error: store.kept_by_server: "), "\(verb): \(outcome.errors)")
                #expect(!outcome.errors.contains("harbourlamp"))
            }
        }
    }

    @Test("a sealed one is signed in to like a file, and what is typed stays in a folder of one's own")
    func sealed() throws {
        try Self.withStore { desk, store in
            try desk.write("harbour lamp seven ropes\n", to: "words")
            chmod(desk.folder.path + "/words", 0o600)
            let made = try desk.run(
                ["init", "--profile", desk.profile, "--admin", "91", "--passphrase-file", "words"], store)
            #expect(made.status == 0, "\(made.errors)")
            let closed = try desk.run(["call", "list"], store)
            #expect(closed.status == 77, "\(closed.errors)")
            let entered = try desk.run(["sign-in", "--as", "91", "--passphrase-file", "words"], store)
            #expect(entered.status == 0, "\(entered.errors)")
            #expect(try desk.run(["operator", "list"], store).status == 0)
            #expect(try desk.run(["verify"], store).status == 0)
        }
    }

    @Test("an address that is none is bad input, and one where nobody answers is out of reach")
    func addresses() throws {
        let desk = try TestDesk(isSetUp: false)
        for (url, status, name) in [
            ("postgres://ringbuoy:harbourlamp@[/x", 65, "store.not_an_address"),
            ("postgres://ringbuoy:harbourlamp@127.0.0.1:1/x", 69, "store.unavailable"),
        ] as [(String, Int32, String)] {
            let outcome = try desk.run(["call", "list", "--store", url])
            #expect(outcome.status == status && outcome.errors.contains(name), "\(outcome.errors)")
            #expect(!outcome.errors.contains("harbourlamp"), "\(outcome.errors)")
        }
    }
}
