import Foundation
import PostgresCluster
import Testing
import Wording

/// A server that somebody has to do something about: what people read, and what they can do.
@Suite("A server that lets a desk in no more, in a shell", .enabled(if: PostgresCluster.isWanted))
struct ServerMendTranscriptTests {
    private static let call = [
        "call", "log", "--operator", "01", "--line", "tn", "--class", "information", "--outcome", "information_given",
        "--country", "MD",
    ]

    /// A house whose owner is nobody's superuser, and one desk that came in by the role for desks.
    private struct House {
        let desk: TestDesk
        let owner: String
        let database: String
        let role: String
        let address: String

        /// Who looks after the server says this to it.
        func administer(_ sql: String) throws { try PostgresCluster.shared.get().run(sql, in: database) }

        func makeRole() throws -> TestDesk.Outcome { try desk.run(["desk", "role", role, "--store", owner]) }
    }

    private func with(joined: Bool = true, _ body: (House) throws -> Void) throws {
        try PostgresCluster.withDatabase { url in
            let database = String(url.split(separator: "/").last ?? "")
            let (owner, role) = ("owner_of_\(database)", "desks_of_\(database)")
            let house = House(
                desk: try TestDesk(isSetUp: false), owner: url.replacing("postgres@", with: "\(owner)@"),
                database: database, role: role, address: url.replacing("postgres@", with: "\(role)@"))
            try house.administer(
                "CREATE ROLE \(owner) LOGIN CREATEROLE; ALTER DATABASE \(database) OWNER TO \(owner)")
            defer { try? house.administer("DROP OWNED BY \(role); DROP ROLE \(role)") }
            let made = try house.desk.run(
                ["init", "--profile", house.desk.profile, "--open", "--store", house.owner])
            #expect(made.status == 0, "\(made.errors)")
            if joined {
                let given = try house.makeRole()
                #expect(given.status == 0, "\(given.errors)")
                let joined = try house.desk.run(["join", house.address, "--name", "north"])
                #expect(joined.status == 0, "\(joined.errors)")
            }
            try body(house)
        }
    }

    @Test("a right that was taken away is named with who gives it back, and never that all goes by itself")
    func revoked() throws {
        try with { house in
            try house.administer("REVOKE INSERT ON ringbuoy.event FROM \(house.role)")
            #expect(try house.desk.run(Self.call).status == 0)
            for language in [Language.en, .ro, .ru] {
                let say = Say(language)
                let sync = try house.desk.run(["desk", "sync"], ["RINGBUOY_LANG": language.rawValue])
                #expect(sync.status == 69 && sync.errors.contains(": desk.not_carried: "), "\(sync.errors)")
                #expect(sync.errors.contains(say("server.mend.right", ["role": house.role])), "\(sync.errors)")
                #expect(sync.errors.contains(say("server.because.closed", ["name": "event"])), "\(sync.errors)")
                #expect(!sync.errors.contains("denied") && !sync.errors.contains("42501"), "\(sync.errors)")
                let status = try house.desk.run(["desk", "status"], ["RINGBUOY_LANG": language.rawValue]).output
                #expect(status.contains(say("server.mend.right", ["role": house.role])), "\(status)")
                #expect(!status.contains(say("server.goes_on")), "\(status)")
            }
            let told = try #require(try house.desk.json("desk", "status") as? [String: Any])
            #expect((told["away"] as? [String: Any])?["mend"] as? String == "right")
            #expect(try house.makeRole().status == 0)
            let sync = try house.desk.run(["desk", "sync"])
            #expect(sync.status == 0, "\(sync.errors)")
        }
    }

    @Test("a role that may not come in any more is told of, for months too, and comes back when it may")
    func shutOut() throws {
        try with { house in
            try house.administer("ALTER ROLE \(house.role) NOLOGIN")
            for verb in [["desk", "sync"], ["month", "close", "2009-09", "--operator", "91"]] {
                let refused = try house.desk.run(verb)
                #expect(refused.status == 69, "\(refused.errors)")
                #expect(refused.errors.contains("the role may not come in any more. It is put right at the server"))
                #expect(!refused.errors.contains("by itself") && !refused.errors.contains("when it is back"))
            }
            try house.administer("ALTER ROLE \(house.role) LOGIN")
            #expect(try house.desk.run(["desk", "sync"]).status == 0)
            let there = try house.desk.run(["desk", "status", "--store", house.owner])
            #expect(there.output.hasPrefix("This is the store where desks meet"), "\(there)")
        }
    }

    @Test("an administrator in psql and the owner of the store make the role one after the other, in either order")
    func eitherOrder() throws {
        try with(joined: false) { house in
            let shown = try house.desk.run(["desk", "role", house.role, "--print"]).output
            for turn in 0..<2 {
                try house.administer(shown)
                let made = try house.makeRole()
                #expect(made.status == 0, "\(turn): \(made.errors)")
            }
            // What an earlier release left to an administrator is given to the owner by the next one.
            try house.administer("ALTER FUNCTION ringbuoy.guard_words() OWNER TO postgres")
            let refused = try house.makeRole()
            #expect(refused.status == 77 && refused.errors.contains("belongs to another role"), "\(refused.errors)")
            try house.administer(shown)
            #expect(try house.makeRole().status == 0)
            #expect(try house.desk.run(["join", house.address, "--name", "north"]).status == 0)
        }
    }

    @Test("an owner who may make no roles is told so in their own language")
    func noRoles() throws {
        try with(joined: false) { house in
            try house.administer("ALTER ROLE owner_of_\(house.database) NOCREATEROLE")
            for language in [Language.en, .ro, .ru] {
                let refused = try house.desk.run(
                    ["desk", "role", house.role, "--store", house.owner], ["RINGBUOY_LANG": language.rawValue])
                #expect(
                    refused.status == 77 && refused.errors.contains(Say(language)("server.because.makes_no_roles")))
                #expect(!refused.errors.contains("permission denied"), "\(refused.errors)")
            }
            try house.administer("CREATE ROLE \(house.role)")
        }
    }

    @Test("what is wrong in a desk's chain at the server is told by the desk")
    func whose() throws {
        try with { house in
            #expect(try house.desk.run(Self.call).status == 0)
            try house.administer("UPDATE ringbuoy.event SET body = body || ' ' WHERE node = 96 AND sequence = 1")
            let found = try house.desk.run(["verify", "--store", house.owner])
            #expect(found.status == 65 && found.output.contains("Desk 1 (node 96), event 1: it is not"), "\(found)")
            try house.administer("UPDATE ringbuoy.event SET body = body || ' ' WHERE node = 1 AND sequence = 1")
            #expect(
                try house.desk.run(["verify", "--store", house.owner]).output.contains("The house (node 1), event 1"))
        }
    }
}
