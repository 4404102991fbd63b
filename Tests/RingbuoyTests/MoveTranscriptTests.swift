import Foundation
import PostgresCluster
import Testing

@Suite("A store moves to a server and back, in a shell", .enabled(if: PostgresCluster.isWanted))
struct MoveTranscriptTests {
    private static let call = [
        "call", "log", "--operator", "01", "--line", "tn", "--class", "information", "--outcome", "information_given",
        "--country", "MD",
    ]

    @Test("it is worked in there and no more here, and comes back the same")
    func moves() throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk()
            for _ in 0..<3 { #expect(try desk.run(Self.call).status == 0) }
            let moved = try desk.run(["move", "--to", url, "--json"])
            #expect(moved.status == 0, "\(moved.errors)")
            #expect(moved.errors == "")
            let left = try desk.run(["call", "list"])
            #expect(left.status == 69 && left.errors.hasPrefix("error: store.moved"), "\(left.errors)")
            #expect(try desk.run(["verify", "--store", url]).status == 0)
            #expect(try desk.run(Self.call + ["--store", url]).status == 0)
            // Whoever asks again is told the same.
            #expect(try desk.run(["move", "--to", url]).status == 0)
            let back = desk.folder.appendingPathComponent("back.db").path
            let returned = try desk.run(["move", "--from", url, "--to", back])
            #expect(returned.status == 0, "\(returned.errors)")
            #expect(try desk.run(["verify", "--store", back]).status == 0)
            let calls = try #require(try desk.json("call", "list", "--store", back) as? [[String: Any]])
            #expect(calls.count == 4)
            #expect(try desk.run(["call", "list", "--store", url]).status == 69)
        }
    }

    @Test("an office whose store was moved joins in the same place")
    func joinsAfterwards() throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk()
            #expect(try desk.run(Self.call).status == 0)
            #expect(try desk.run(["move", "--to", url]).status == 0)
            let joined = try desk.run(["join", url, "--name", "office"])
            #expect(joined.status == 0, "\(joined.errors)")
            #expect(try desk.run(["call", "list"]).status == 0)
            #expect(FileManager.default.fileExists(atPath: desk.store + ".moved"))
        }
    }

    @Test("what cannot be moved is refused by name")
    func refused() throws {
        try PostgresCluster.withDatabase { url in
            let (desk, other) = (try TestDesk(), try TestDesk())
            #expect(try desk.run(["move", "--to", desk.store]).status == 64)
            let taken = try desk.run(["move", "--to", other.store])
            #expect(taken.status == 1 && taken.errors.hasPrefix("refused: store.exists"), "\(taken.errors)")
            #expect(taken.errors.contains("--to where one is moved"), "\(taken.errors)")
            #expect(try desk.run(["move", "--to", url]).status == 0)
            let moved = try desk.run(["move", "--to", desk.folder.appendingPathComponent("x.db").path])
            #expect(moved.status == 69 && moved.errors.hasPrefix("error: store.moved"))
        }
    }

    @Test("a sealed store moves to a server and back: its words open by the same passphrases, and by no others")
    func sealed() throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk(isSetUp: false)
            func passphrase(_ name: String, _ words: String) throws -> String {
                let file = desk.folder.appendingPathComponent(name)
                try Data("\(words)\n".utf8).write(to: file)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
                return file.path
            }
            let secret = ["--passphrase-file", try passphrase("word", "harbour lamp seven ropes")]
            let own = try passphrase("own", "seven gulls on a quay")
            let made = try desk.run(["init", "--profile", desk.profile, "--admin", "91"] + secret)
            #expect(made.status == 0, "\(made.errors)")
            let slot = try desk.run(["operator", "slot", "01", "--as", "91", "--new-passphrase-file", own] + secret)
            #expect(slot.status == 0, "\(slot.errors)")
            let as01 = ["--as", "01", "--passphrase-file", own]
            let logged = try desk.run(Self.call + ["--note", "-"] + as01, input: Data("asks about papers".utf8))
            #expect(logged.status == 0, "\(logged.errors)")
            let year = Calendar(identifier: .gregorian).component(.year, from: Date()) % 100
            /// Their words open there, and only by their own passphrase.
            func opens(at store: String) throws {
                let show = ["call", "show", "\(year)-0001", "--store", store]
                #expect(try desk.run(show + as01).output.contains("asks about papers"))
                #expect(try desk.run(show + ["--as", "01"] + secret).status == 77)
            }
            #expect(try desk.run(["move", "--to", url]).status == 77)
            let moved = try desk.run(["move", "--to", url, "--as", "91"] + secret)
            #expect(moved.status == 0, "\(moved.errors)")
            try opens(at: url)
            let back = desk.folder.appendingPathComponent("back.db").path
            let returned = try desk.run(["move", "--from", url, "--to", back, "--as", "91"] + secret)
            #expect(returned.status == 0, "\(returned.errors)")
            let sound = try desk.run(["verify", "--store", back, "--as", "91"] + secret)
            #expect(sound.status == 0, "\(sound.errors)")
            try opens(at: back)
        }
    }

    @Test("with desks joined it says so first, and each of them is told where to go and goes on as the same desk")
    func withDesks() throws {
        try PostgresCluster.withDatabase { old in
            try PostgresCluster.withDatabase { new in
                let (office, desk) = (try TestDesk(isSetUp: false), try TestDesk(isSetUp: false))
                #expect(try office.run(["init", "--profile", office.profile, "--open", "--store", old]).status == 0)
                #expect(try desk.run(["join", old, "--name", "north"]).status == 0)
                let own = try desk.run(["move", "--to", desk.folder.appendingPathComponent("x.db").path])
                #expect(own.status == 1 && own.errors.hasPrefix("refused: desk.not_moved"), "\(own.errors)")
                let file = office.folder.appendingPathComponent("between.db").path
                let asked = try office.run(["move", "--from", old, "--to", file])
                #expect(asked.status == 64 && asked.errors.contains("1 desk has joined this store: north."))
                #expect(asked.errors.contains("nothing was moved"))
                #expect(!FileManager.default.fileExists(atPath: file))
                #expect(try office.run(["move", "--from", old, "--to", file, "--yes"]).status == 0)
                #expect(try desk.run(Self.call).status == 0)
                let stranded = try desk.run(["desk", "sync"])
                #expect(stranded.status == 69 && stranded.errors.hasPrefix("refused: desk.server_moved"))
                #expect(stranded.errors.contains("into a file") && !stranded.errors.contains("--again /"))
                let there = try office.run(["move", "--from", file, "--to", new + "?sslmode=prefer", "--yes"])
                #expect(there.status == 0, "\(there.errors)")
                // Not as whoever owns the store comes in.
                let address = new.replacing("postgres@", with: "ROLE@") + "?sslmode=prefer"
                #expect(there.errors.contains("ringbuoy join --again \(address) --as CODE"), "\(there.errors)")
                #expect(!there.errors.contains("postgres@"), "\(there.errors)")
                let followed = try desk.run(["join", "--again", new])
                #expect(
                    followed.status == 0 && followed.output.hasPrefix("This is still desk 1, north"), "\(followed)")
                #expect(try desk.run(["desk", "sync"]).status == 0)
                let calls = try #require(try office.json("call", "list", "--store", new) as? [[String: Any]])
                #expect(calls.count == 1)
                #expect(try office.run(["verify", "--store", new]).status == 0)
            }
        }
    }

    @Test("killed at any moment, it goes on the next time and ends as one whole store")
    func killed() throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk()
            for _ in 0..<4 { #expect(try desk.run(Self.call).status == 0) }
            for wait in [30_000, 90_000, 160_000, 250_000] {
                let process = try desk.process(["move", "--to", url])
                try process.run()
                usleep(UInt32(wait))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            let moved = try desk.run(["move", "--to", url])
            #expect(moved.status == 0, "\(moved.errors)")
            #expect(try desk.run(["verify", "--store", url]).status == 0)
            #expect(try desk.run(["call", "list"]).status == 69)
        }
    }
}

@Suite("The role that desks come in by", .enabled(if: PostgresCluster.isWanted))
struct DeskRoleTests {
    @Test("it can join, ship and fetch, and can neither alter nor delete an event")
    func role() throws {
        try PostgresCluster.withDatabase { url in
            let office = try TestDesk(isSetUp: false)
            #expect(try office.run(["init", "--profile", office.profile, "--open", "--store", url]).status == 0)
            let name = "desk_\(UInt32.random(in: 1_000...999_999))"
            #expect(
                try office.run(["desk", "role", name, "--print"]).output.contains("GRANT SELECT, INSERT"))
            let made = try office.run(["desk", "role", name, "--store", url])
            #expect(made.status == 0, "\(made.errors)")
            // Asking again changes nothing.
            #expect(try office.run(["desk", "role", name, "--store", url]).status == 0)
            let own = url.replacing("postgres@", with: "\(name)@")
            let desk = try TestDesk(isSetUp: false)
            let joined = try desk.run(["join", own, "--name", "north"])
            #expect(joined.status == 0, "\(joined.errors)")
            #expect(
                try desk.run(
                    [
                        "call", "log", "--operator", "01", "--line", "tn", "--class", "information", "--outcome",
                        "information_given", "--note", "-",
                    ], input: Data("asks about papers".utf8)
                ).status == 0)
            let synced = try desk.run(["desk", "sync"])
            #expect(synced.status == 0, "\(synced.errors)")
            #expect(try office.run(["verify", "--store", url]).status == 0)

            let cluster = try PostgresCluster.shared.get()
            let database = String(url.split(separator: "/").last ?? "")
            for statement in [
                "UPDATE ringbuoy.event SET body = body", "DELETE FROM ringbuoy.event", "TRUNCATE ringbuoy.event",
                "DELETE FROM ringbuoy.words", "DROP TABLE ringbuoy.event",
                "UPDATE ringbuoy.event SET position = position",
                "ALTER TABLE ringbuoy.event DISABLE TRIGGER ALL", "DELETE FROM ringbuoy.node",
            ] {
                #expect(throws: (any Error).self, "\(statement)") {
                    try cluster.run("SET ROLE \(name); \(statement)", in: database)
                }
            }
            try cluster.run("DROP OWNED BY \(name); DROP ROLE \(name)", in: database)
        }
    }

    @Test("its name is a name and nothing else", arguments: ["", "Desk", "1desk", "a;b", "a b", "desk\""])
    func names(_ name: String) throws {
        #expect(try TestDesk(isSetUp: false).run(["desk", "role", name, "--print"]).status == 64)
    }
}
