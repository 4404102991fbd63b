import Foundation
import PostgresCluster
import Testing

/// A house on a server, and desks that join it: the built program against a real server.
@Suite("A desk joins a server, in a shell", .enabled(if: PostgresCluster.isWanted))
struct JoinTranscriptTests {
    /// A desk's folder with nothing in it, and the house's at the server.
    private struct House {
        let office: TestDesk
        let url: String

        init(_ url: String) throws {
            office = try TestDesk(isSetUp: false)
            self.url = url
            let made = try office.run(["init", "--profile", office.profile, "--open", "--store", url])
            #expect(made.status == 0, "\(made.errors)")
        }

        func run(_ arguments: String...) throws -> TestDesk.Outcome { try office.run(arguments + ["--store", url]) }
    }

    private static let call = [
        "call", "log", "--operator", "01", "--line", "tn", "--class", "information", "--outcome", "information_given",
        "--country", "MD",
    ]

    private func number(_ desk: TestDesk) throws -> String {
        let logged = try #require(
            try JSONSerialization.jsonObject(with: Data(desk.run(Self.call + ["--json"]).output.utf8))
                as? [String: Any])
        let id = try #require(logged["id"] as? String)
        let call = try #require(try desk.json("call", "show", id) as? [String: Any])
        return try #require(call["number"] as? String)
    }

    @Test("it has all there is, gives numbers with its mark, and says so in JSON")
    func joins() throws {
        try PostgresCluster.withDatabase { url in
            let house = try House(url)
            #expect(try house.office.run(Self.call + ["--store", url]).status == 0)
            let desk = try TestDesk(isSetUp: false)
            let joined = try desk.run(["join", url, "--name", "north", "--json"])
            #expect(joined.status == 0, "\(joined.errors)")
            let answer = try #require(
                try JSONSerialization.jsonObject(with: Data(joined.output.utf8)) as? [String: Any])
            #expect(answer["desk"] as? Int == 1)
            #expect(answer["name"] as? String == "north")
            #expect(joined.errors == "")
            let status = try #require(try desk.json("desk", "status") as? [String: Any])
            #expect(status["waiting"] as? Int == 0 && status["even_at"] is String, "\(status)")
            #expect(try desk.run(["verify"]).status == 0)
            let year = Calendar(identifier: .gregorian).component(.year, from: Date()) % 100
            #expect(try number(desk) == "\(year)-1-0001")
            #expect(try desk.run(["desk", "sync"]).status == 0)
            #expect(try house.run("call", "show", "\(year)-1-0001").status == 0)
            #expect(try house.run("verify").status == 0)
            let list = try desk.run(["desk", "list"])
            #expect(list.output.contains("1, this one") && list.output.contains("north"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).filter {
                    $0.contains("joining")
                } == [])
        }
    }

    @Test("what cannot be joined is refused by name, and nothing is left behind")
    func refused() throws {
        try PostgresCluster.withDatabase { url in
            let house = try House(url)
            let desk = try TestDesk(isSetUp: false)
            let file = try desk.run(["join", house.office.store, "--name", "north"])
            #expect(file.status == 65 && file.errors.hasPrefix("error: store.not_an_address"))
            let nobody = try desk.run(["join", "\(url)_none", "--name", "north"])
            #expect(nobody.status == 69)
            #expect(try desk.run(["join", url]).status == 64)
            #expect(try desk.run(["join", url, "--name", "north"]).status == 0)
            let twice = try desk.run(["join", url, "--name", "south"])
            #expect(twice.status == 1 && twice.errors.hasPrefix("refused: desk.has_joined"))
            let other = try TestDesk(isSetUp: false)
            let taken = try other.run(["join", url, "--name", "North"])
            #expect(taken.status == 1 && taken.errors.hasPrefix("refused: desk.name_taken"))
            let left = try FileManager.default.contentsOfDirectory(atPath: other.folder.path)
            #expect(!left.contains { $0.hasPrefix("hotline.db") }, "\(left)")
            let nowhere = try other.run(["join", url, "--name", "south", "--store", url])
            #expect(nowhere.status == 64 && nowhere.errors.contains("a file of its own"), "\(nowhere.errors)")
            #expect(try other.run(["join", url, "--name", "south"]).status == 0)
        }
    }

    @Test("what is wrong at a server is told by its own cause")
    func causes() throws {
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk(isSetUp: false)
            let database = String(url.split(separator: "/").last!.prefix { $0 != "?" })
            let none = try desk.run(["join", url.replacing("/\(database)", with: "/none_such"), "--name", "north"])
            #expect(none.errors.contains("it has no database none_such"), "\(none.errors)")
            let role = try desk.run(["join", url.replacing("postgres@", with: "nobody_such@"), "--name", "north"])
            #expect(role.errors.contains("it has no role nobody_such"), "\(role.errors)")
            let russian = try desk.run(
                ["join", "postgres://desk@127.0.0.1:1/hotline", "--name", "north", "--lang", "ru"])
            #expect(russian.status == 69 && !russian.errors.contains("onnection"), "\(russian.errors)")
            let mistyped = try desk.run(["join", url + (url.contains("?") ? "&" : "?") + "sslmod=x", "--name", "n"])
            #expect(mistyped.status == 65 && mistyped.errors.contains("sslmod"), "\(mistyped.errors)")

            let cluster = try PostgresCluster.shared.get()
            try cluster.run(
                "CREATE SCHEMA ringbuoy; CREATE TABLE ringbuoy.meta (id int); CREATE TABLE ringbuoy.call (id int)",
                in: database)
            for verb in [["join", url, "--name", "north"], ["call", "list", "--store", url]] {
                let foreign = try desk.run(verb)
                #expect(
                    foreign.status == 65 && foreign.errors.hasPrefix("error: store.not_a_store"), "\(foreign.errors)")
            }
        }
    }

    @Test("a role that may only read is told that it has no right, and not that a file cannot be written")
    func readOnly() throws {
        try PostgresCluster.withDatabase { url in
            let house = try House(url)
            let database = String(url.split(separator: "/").last!.prefix { $0 != "?" })
            let cluster = try PostgresCluster.shared.get()
            let role = "reader_\(UInt32.random(in: 1_000...999_999))"
            try cluster.run(
                """
                CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA ringbuoy TO \(role);
                GRANT SELECT ON ALL TABLES IN SCHEMA ringbuoy TO \(role)
                """, in: database)
            let theirs = url.replacing("postgres@", with: "\(role)@")
            let refused = try house.office.run(Self.call + ["--store", theirs])
            #expect(refused.status == 77 && refused.errors.contains("error: store.no_right"), "\(refused.errors)")
            let joining = try TestDesk(isSetUp: false).run(["join", theirs, "--name", "north"])
            #expect(joining.status == 77 && joining.errors.contains("error: store.no_right"), "\(joining.errors)")
            try cluster.run("DROP OWNED BY \(role); DROP ROLE \(role)", in: database)
        }
    }

    @Test("words that are damaged at the server are told of when a desk joins")
    func damagedWords() throws {
        try PostgresCluster.withDatabase { url in
            let house = try House(url)
            #expect(
                try house.office.run(
                    Self.call + ["--note", "-", "--store", url], input: Data("asks about papers".utf8)
                ).status == 0)
            let database = String(url.split(separator: "/").last!.prefix { $0 != "?" })
            try PostgresCluster.shared.get().run(
                "UPDATE ringbuoy.words SET sealed = set_byte(sealed, 3, get_byte(sealed, 3) # 1)", in: database)
            let joined = try TestDesk(isSetUp: false).run(["join", url, "--name", "north"])
            #expect(joined.status == 0 && joined.errors.contains("1 record of words is damaged"), "\(joined.errors)")
        }
    }

    @Test("a sealed hotline lets a desk in by an admin's passphrase, and its people come in there at once")
    func sealed() throws {
        try PostgresCluster.withDatabase { url in
            let office = try TestDesk(isSetUp: false)
            let word = office.folder.appendingPathComponent("word")
            try Data("harbour lamp seven ropes\n".utf8).write(to: word)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: word.path)
            let secret = ["--passphrase-file", word.path]
            let made = try office.run(
                ["init", "--profile", office.profile, "--store", url, "--admin", "91"] + secret)
            #expect(made.status == 0, "\(made.errors)")
            let desk = try TestDesk(isSetUp: false)
            #expect(try desk.run(["join", url, "--name", "north"]).status == 77)
            let joined = try desk.run(["join", url, "--name", "north", "--as", "91"] + secret)
            #expect(joined.status == 0, "\(joined.errors)")
            #expect(try desk.run(["operator", "list", "--as", "91"] + secret).status == 0)
            #expect(try desk.run(["operator", "list"]).status == 77)
        }
    }

    @Test("a desk is retired at the server, is told so by name, and its name is another's")
    func retired() throws {
        try PostgresCluster.withDatabase { url in
            let house = try House(url)
            let (desk, other) = (try TestDesk(isSetUp: false), try TestDesk(isSetUp: false))
            #expect(try desk.run(["join", url, "--name", "north"]).status == 0)
            #expect(try other.run(["join", url, "--name", "south"]).status == 0)
            #expect(try other.run(["desk", "retire", "west", "--operator", "91"]).errors.contains("desk.unknown"))
            #expect(try other.run(["desk", "retire", "north", "--operator", "01"]).status == 77)
            let retired = try other.run(["desk", "retire", "North", "--operator", "91"])
            #expect(
                retired.status == 0 && retired.output.hasPrefix("Desk 1, north, is retired."), "\(retired.errors)")
            #expect(try desk.run(["desk", "sync"]).status == 0)
            let refused = try desk.run(Self.call)
            #expect(
                refused.status == 1 && refused.errors.hasPrefix("refused: desk.is_retired: "), "\(refused.errors)")
            #expect(try desk.run(["desk", "status"]).output.contains("This desk was retired by 91"))
            let status = try #require(try desk.json("desk", "status") as? [String: Any])
            #expect(status["state"] as? String == "retired" && status["retired_at"] is String)
            let again = try desk.run(["join", "--again", "--name", "west"])
            #expect(again.status == 1 && again.errors.hasPrefix("refused: desk.retired: "), "\(again.errors)")
            // Not on and on between two sentences.
            let plain = try desk.run(["join", url, "--name", "west"])
            #expect(plain.status == 1 && plain.errors.hasPrefix("refused: desk.retired: "), "\(plain.errors)")
            #expect(try desk.run(["call", "list"]).status == 0)
            let next = try TestDesk(isSetUp: false)
            #expect(try next.run(["join", url, "--name", "north"]).status == 0)
            let list = try #require(try next.json("desk", "list") as? [[String: Any]])
            #expect(list.map { $0["retired_by"] as? String } == ["91", nil, nil])
            #expect(try house.run("desk", "retire", "1", "--operator", "91").errors.contains("desk.retired"))
        }
    }

    @Test("killed while it fetches, it goes on the next time as the same desk")
    func killed() throws {
        try PostgresCluster.withDatabase { url in
            let house = try House(url)
            for _ in 0..<3 { #expect(try house.office.run(Self.call + ["--store", url]).status == 0) }
            let desk = try TestDesk(isSetUp: false)
            let process = try desk.process(["join", url, "--name", "north"])
            try process.run()
            usleep(120_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if !FileManager.default.fileExists(atPath: desk.store) {
                let again = try desk.run(["join", url, "--name", "north"])
                #expect(again.status == 0, "\(again.errors)")
            }
            #expect(try desk.run(["verify"]).status == 0)
            let list = try desk.run(["desk", "list", "--json"])
            let desks = try #require(
                try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
            #expect(desks.count == 1)
        }
    }

    @Test("a desk whose folder was copied joins again, and nothing of either is lost")
    func again() throws {
        try PostgresCluster.withDatabase { url in
            _ = try House(url)
            let desk = try TestDesk(isSetUp: false)
            #expect(try desk.run(["join", url, "--name", "north"]).status == 0)
            let twin = try TestDesk(isSetUp: false)
            for name in ["hotline.db", "hotline.db.key"] {
                try FileManager.default.copyItem(
                    at: desk.folder.appendingPathComponent(name), to: twin.folder.appendingPathComponent(name))
            }
            let first = try number(desk)
            #expect(try desk.run(["desk", "sync"]).status == 0)
            #expect(try number(twin) == first)
            let forked = try twin.run(["desk", "sync"])
            #expect(forked.status == 1 && forked.errors.hasPrefix("refused: shipment.forked"), "\(forked.errors)")
            let again = try twin.run(["join", "--again", "--name", "north, second", "--json"])
            #expect(again.status == 0, "\(again.errors)")
            #expect(try twin.run(["verify"]).status == 0)
            for each in [twin, desk] {
                let carried = try each.run(["desk", "sync"])
                #expect(carried.status == 0, "\(carried.errors)")
            }
            for each in [desk, twin] {
                let calls = try #require(try each.json("call", "list") as? [[String: Any]])
                #expect(calls.count == 2)
            }
        }
    }
}
