import Foundation
import PostgresCluster
import Testing
import Wording

/// Where a desk's store is put, and who signed in before it is made.
@Suite("The place a desk joins in, in a shell", .enabled(if: PostgresCluster.isWanted))
struct JoinPlaceTranscriptTests {
    private static let passphrase = "harbour lamp seven ropes"

    /// A sealed house at a server, and who lets desks in there.
    private func with(_ body: (_ desk: TestDesk, _ url: String, _ secret: [String]) throws -> Void) throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk(isSetUp: false)
            let word = desk.folder.appendingPathComponent("word")
            try Data("\(Self.passphrase)\n".utf8).write(to: word)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: word.path)
            let secret = ["--passphrase-file", word.path]
            let made = try desk.run(["init", "--profile", desk.profile, "--store", url, "--admin", "91"] + secret)
            #expect(made.status == 0, "\(made.errors)")
            try body(desk, url, secret)
        }
    }

    @Test("a folder that cannot be made is named with its cause, in each language, and nobody is asked for anything")
    func noFolder() throws {
        try with { desk, url, secret in
            try Data().write(to: desk.folder.appendingPathComponent("taken"))
            for (place, folder, cause) in [
                ("taken/hotline.db", "taken", "not_a_folder"),
                ("/proc/none/hotline.db", "/proc/none", "no_such_file"),
            ] {
                for language in [Language.en, .ro, .ru] {
                    let say = Say(language)
                    let refused = try desk.run(
                        ["join", url, "--name", "north", "--as", "91", "--store", place] + secret,
                        ["RINGBUOY_LANG": language.rawValue])
                    let sentence = say(
                        "store.not_made", ["path": place, "folder": folder, "detail": say("cli.system.\(cause)")])
                    #expect(
                        refused.status == 77 && refused.errors.hasSuffix(": store.not_made: \(sentence)\n"),
                        "\(refused)")
                }
            }
        }
    }

    @Test("a script signs in at the server's store to join, and at its own to join again")
    func scripts() throws {
        try with { desk, url, secret in
            let refused = try desk.run(["join", url, "--name", "north", "--as", "91"])
            #expect(refused.status == 77 && refused.errors.contains("sign-in --operator CODE --store postgres://"))
            #expect(try desk.run(["sign-in", "--operator", "91", "--store", url] + secret).status == 0)
            let joined = try desk.run(["join", url, "--name", "north", "--as", "91"])
            #expect(joined.status == 0, "\(joined.errors)")
            #expect(try desk.run(["sign-out", "--store", url]).status == 0)
            #expect(try desk.run(["join", "--again", url, "--as", "91"]).status == 77)
            #expect(try desk.run(["sign-in", "--operator", "91"] + secret).status == 0)
            let again = try desk.run(["join", "--again", url, "--as", "91"])
            #expect(again.status == 0 && again.output.hasPrefix("This is still desk 1"), "\(again)")
            // Whoever is somebody else is asked for their own.
            #expect(try desk.run(["join", "--again", url, "--as", "92"]).status == 77)
        }
    }

    @Test("a desk's store that is there already leads to joining again, also after a copy of it wrote in its place")
    func already() throws {
        try with { desk, url, secret in
            let join = ["join", url, "--name", "north", "--as", "91"] + secret
            #expect(try desk.run(join).status == 0)
            for language in [Language.en, .ro, .ru] {
                let refused = try desk.run(join, ["RINGBUOY_LANG": language.rawValue])
                #expect(refused.status == 1 && refused.errors.contains(": desk.has_joined: "), "\(refused.errors)")
                #expect(refused.errors.contains("join --again --name") && refused.errors.contains("--store"))
            }
        }
    }

    @Test("a copy of a desk's store in another place does not say that the whole house waits")
    func copied() throws {
        try with { desk, url, secret in
            #expect(try desk.run(["join", url, "--name", "north", "--as", "91"] + secret).status == 0)
            let (backup, other) = ("\(desk.store).backup", "\(desk.store).other")
            #expect(try desk.run(["backup", backup]).status == 0)
            #expect(try desk.run(["restore", backup, "--store", other]).status == 0)
            let status = try #require(try desk.json("desk", "status", "--store", other) as? [String: Any])
            // What the desk itself wrote: that somebody signed in to it, perhaps.
            #expect(try #require(status["waiting"] as? Int) < 3, "\(status)")
        }
    }
}
