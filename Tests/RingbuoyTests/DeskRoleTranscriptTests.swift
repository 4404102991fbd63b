import Foundation
import PostgresCluster
import Testing
import Wording

/// What people read where a role of the database is made, and where it has no right.
@Suite("The role desks come in by, in a shell", .enabled(if: PostgresCluster.isWanted))
struct DeskRoleTranscriptTests {
    private static let languages = [Language.en, .ro, .ru]

    /// A house on a server, and how a desk comes in there.
    private func with(_ body: (_ desk: TestDesk, _ owner: String, _ role: String, _ url: String) throws -> Void)
        throws
    {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk(isSetUp: false)
            let made = try desk.run(["init", "--profile", desk.profile, "--open", "--store", url])
            #expect(made.status == 0, "\(made.errors)")
            let role = "role_of_\(url.split(separator: "/").last ?? "")"
            try body(desk, url, role, url.replacingOccurrences(of: "postgres@", with: "\(role)@"))
        }
    }

    @Test("is made by whoever owns the database, as often as they like, and its name is a plain one")
    func made() throws {
        try with { desk, owner, role, _ in
            for language in Self.languages {
                let say = Say(language)
                let set = ["RINGBUOY_LANG": language.rawValue]
                let done = try desk.run(["desk", "role", role, "--store", owner, "--as", "91"], set)
                #expect(done.output == say("cli.desk.role.done", ["role": role]) + "\n", "\(done)")
                for name in ["desks; DROP TABLE x", "1desk", "Desks", "", "desk-1"] {
                    let refused = try desk.run(["desk", "role", name, "--store", owner, "--as", "91"], set)
                    #expect(refused.status == 64 && refused.errors.contains(say("cli.usage.role_name")), "\(refused)")
                }
            }
        }
    }

    @Test("its statements are shown, and do the same in psql")
    func printed() throws {
        try with { desk, owner, role, _ in
            let shown = try desk.run(["desk", "role", role, "--print"])
            #expect(shown.status == 0 && shown.errors == "", "\(shown)")
            for part in ["REVOKE ALL", "CREATE OR REPLACE TRIGGER guard", "GRANT SELECT, INSERT"] {
                #expect(shown.output.contains(part))
            }
            let cluster = try PostgresCluster.shared.get()
            let database = String(owner.split(separator: "/").last ?? "")
            #expect(try cluster.run(shown.output, in: database) == "")
            let guards = "SELECT count(*) FROM pg_trigger WHERE tgname = 'guard'"
            #expect(try cluster.run(guards, in: database) == "4")
        }
    }

    @Test("where it has no right that is said in each language, with the way out, and nothing is done")
    func noRight() throws {
        try with { desk, owner, role, url in
            #expect(try desk.run(["desk", "role", role, "--store", owner, "--as", "91"]).status == 0)
            for language in Self.languages {
                let refused = try desk.run(
                    ["desk", "role", "another", "--store", url, "--as", "91"], ["RINGBUOY_LANG": language.rawValue])
                #expect(refused.status == 77)
                #expect(refused.errors.contains(": store.no_right: "), "\(refused.errors)")
                let sentence = Say(language)("store.no_right", ["path": "|", "detail": "|"])
                for part in sentence.split(separator: "|") where part.count > 3 {
                    #expect(refused.errors.contains(part), "\(refused.errors)")
                }
            }
        }
    }

    @Test("what it erases is erased, and it says whose the last traces are, and takes nothing back")
    func traces() throws {
        try with { desk, owner, role, url in
            #expect(try desk.run(["desk", "role", role, "--store", owner, "--as", "91"]).status == 0)
            for language in Self.languages {
                let logged = try desk.run([
                    "call", "log", "--operator", "01", "--line", "tn", "--class", "information", "--outcome",
                    "information_given", "--note", "what was said", "--store", url, "--json",
                ])
                let row = try #require(
                    try JSONSerialization.jsonObject(with: Data(logged.output.utf8)) as? [String: Any], "\(logged)")
                let call = try #require(row["id"] as? String)
                let erased = try desk.run(
                    [
                        "erase", "call", call, "--because", "caller_asked", "--operator", "91", "--yes", "--store",
                        url,
                    ], ["RINGBUOY_LANG": language.rawValue])
                #expect(erased.status == 0, "\(erased)")
                let say = Say(language)
                #expect(erased.errors.contains(say("cli.erase.traces_of_owner", ["owner": "postgres"])), "\(erased)")
                #expect(!erased.errors.contains(say("cli.erase.traces")))
            }
            // The owner's next command clears them.
            let cluster = try PostgresCluster.shared.get()
            let database = String(owner.split(separator: "/").last ?? "")
            let left = "SELECT count(*) FROM ringbuoy.meta WHERE key = 'traces'"
            #expect(try cluster.run(left, in: database) == "1")
            #expect(try desk.run(["call", "list", "--store", owner]).status == 0)
            #expect(try cluster.run(left, in: database) == "0")
            #expect(try desk.run(["verify", "--store", owner]).status == 0)
        }
    }
}
