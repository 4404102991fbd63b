import StorePostgres
import Testing

@testable import HotlineStore

/// A server's address is typed by people, and holds a secret.
@Suite("the address of a server")
struct ServerAddressTests {
    @Test(
        "that is none is refused by name, and its password is not repeated",
        arguments: [
            "postgres://desk:harbour@lamp@db.invalid/hotline", "postgres://desk:harbour%zz@db.invalid/hotline",
            "postgres://desk:harbour@db.invalid/hotline?no_such=harbour",
            "postgres://desk:harbour@db.invalid:5432:1/x",
            "https://desk:harbour@db.invalid/hotline", "postgres://desk@db.invalid/x?password=harbour%zz",
        ])
    func malformed(_ url: String) throws {
        let error = #expect(throws: StoreError.self) { try PostgresEngine.open(url: url) }
        #expect(error?.name == "not_an_address" || error?.name == "unavailable")
        let told = "\(String(describing: error)) \(error?.details ?? [:])"
        #expect(!told.contains("harbour"), "\(url)")
    }

    @Test("a parameter that is mistyped is said, and no value of any")
    func mistyped() throws {
        let error = #expect(throws: StoreError.self) {
            try PostgresEngine.open(url: "postgres://desk:harbour@db.invalid/hotline?sslmod=harbour")
        }
        #expect(error?.details["detail"] == "?sslmod")
    }

    @Test("is shown to whoever comes in by a role in that one, and a file as it is")
    func inRole() {
        let own = "postgres://desks@one.invalid,two.invalid/hotline?sslmode=verify-full"
        let new = PostgresEngine.shown("postgres://owner:harbour@three.invalid:5433/new", inRoleOf: own)
        #expect(new == "postgres://desks@three.invalid:5433/new")
        #expect(PostgresEngine.shown("/srv/hotline.db", inRoleOf: own) == "/srv/hotline.db")
        #expect(
            PostgresEngine.shown("postgres://owner@three.invalid/new", inRoleOf: "postgres://one.invalid/hotline")
                == "postgres://owner@three.invalid/new")
    }

    @Test("of a server that is not there is told without the password")
    func unreachable() throws {
        let url =
            "postgres://desk:harbour@127.0.0.1:1,127.0.0.1:2/hotline?target_session_attrs=read-write&connect_timeout=2"
        let error = #expect(throws: StoreError.self) { try PostgresEngine.open(url: url) }
        #expect(error?.name == "unavailable")
        #expect(error?.details["path"] == "postgres://desk@127.0.0.1:1,127.0.0.1:2/hotline")
        let told = "\(String(describing: error))"
        #expect(!told.contains("harbour"))
    }

    @Test("begins as libpq's does", arguments: ["postgres://a/b", "postgresql://a/b"])
    func schemes(_ url: String) { #expect(PostgresEngine.isURL(url)) }

    @Test("is no path", arguments: ["hotline.db", "/var/postgres://", "postgres:/x", "~/postgres"])
    func paths(_ path: String) { #expect(!PostgresEngine.isURL(path)) }
}
