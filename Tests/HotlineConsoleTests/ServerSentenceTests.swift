import HotlineDomain
import HotlineStore
import Testing
import Wording

@testable import HotlineConsole

@Suite("What a server says is wrong, in our words")
struct ServerSentenceTests {
    /// As libpq and PostgreSQL 15 say it.
    private static let said = [
        "connection to server at \"127.0.0.1\", port 1 failed: Connection refused; Is the server running on that host?",
        "connection to server at \"10.0.0.9\", port 5432 failed: timeout expired",
        "could not translate host name \"db.invalid\" to address: Name or service not known",
        "connection to server at \"house\", port 5432 failed: FATAL:  password authentication failed for user \"desks\"",
        "connection to server at \"house\", port 5432 failed: fe_sendauth: no password supplied",
        "connection to server at \"house\" failed: FATAL:  no pg_hba.conf entry for host \"10.0.0.7\", user \"desks\"",
        "connection to server at \"house\" failed: server does not support SSL, but SSL was required",
        "connection to server at \"house\" failed: FATAL:  database \"hotlime\" does not exist",
        "connection to server at \"house\" failed: FATAL:  role \"desc\" does not exist",
        "connection to server at \"house\" failed: FATAL:  the database system is starting up",
        "terminating connection due to administrator command (PostgreSQL 57P01)",
        "server closed the connection unexpectedly; This probably means the server terminated abnormally",
        "connection to server at \"house\" failed: FATAL:  sorry, too many clients already",
        "connection to server at \"house\" failed: session is read-only",
        "connection to server at \"house\" failed: FATAL:  role \"desks\" is not permitted to log in",
        "connection to server at \"house\" failed: FATAL:  permission denied for database \"hotline\"; DETAIL: User ...",
        "connection to server at \"house\" failed: root certificate file \"/x/root.crt\" does not exist; Either provide",
        "permission denied for table event (PostgreSQL 42501)", "schema ringbuoy",
        "must be owner of function guard_words (PostgreSQL 42501)",
        "permission denied to create role (PostgreSQL 42501)",
        "words come with their event and are emptied by one that names them (PostgreSQL 42501)",
        "what a store says of itself is its owner's to write (PostgreSQL 42501)",
        "connection to server on socket \"/tmp/.s.PGSQL.5432\" failed: No such file or directory",
    ]

    @Test("nothing of theirs is in the sentence, in any language", arguments: said, Language.allCases)
    func known(said: String, language: Language) {
        let spoken = ServerSentence(Say(language)).spoken(said)
        #expect(!spoken.contains("connection to server") && !spoken.contains("FATAL"), "\(spoken)")
        #expect(spoken != said && !spoken.contains("server.because"), "\(spoken)")
    }

    @Test(
        "of what a ferry looks after by itself nobody is asked to look, or to enter it again",
        arguments: Language.allCases)
    func passing(language: Language) {
        let say = Say(language)
        for error in [StoreError.unsure(path: "postgres://house"), .busy] {
            let away = FerryNote.Trouble(error, since: Fixture.at("14:02"))
            let cause = ServerWords(say) { _ in "14:02" }.cause(away)
            #expect(!cause.isEmpty && !say("store.\(error.name)", error.details).contains(cause), "\(cause)")
            #expect(!cause.contains("again") && !cause.hasSuffix("."))
        }
    }

    @Test("what passes by itself is told from what somebody has to mend, also where one of several servers is down")
    func mends() {
        func mend(_ said: String, _ error: (String) -> StoreError = { .unavailable(path: "p", detail: $0) })
            -> String?
        {
            ServerMend(FerryNote.Trouble(error(said), since: Fixture.at("14:02")))?.rawValue
        }
        let mends = ServerSentenceTests.said.map { mend($0) ?? "-" }
        #expect(
            mends == [
                "-", "-", "-", "password", "password", "let_in", "let_in", "address", "address", "-", "-", "-", "-",
                "-",
                "let_in", "let_in", "said", "-", "-", "right", "right", "-", "-", "-",
            ])
        let both = "\(ServerSentenceTests.said[0]); \(ServerSentenceTests.said[3])"
        #expect(mend(both) == "password")
        #expect(ServerSentence(Say(.en)).spoken(both) == "the role's password is another one")
        #expect(mend("any", { .noRight(path: "p", detail: $0) }) == "right")
        #expect(mend("any", { .missing(path: $0) }) == "address" && mend("any", { .diskFull(path: $0) }) == nil)
        #expect(mend("a", { .moved(path: $0, to: "b") }) == nil)
    }

    @Test("a right is told in our words, and a server's own stand in brackets only where there are no others")
    func rights() {
        let sentence = ServerSentence(Say(.ro))
        #expect(
            sentence.spoken("permission denied for table words (PostgreSQL 42501)") == "words este închis pentru rol")
        #expect(
            sentence.spoken("нет доступа к таблице words (PostgreSQL 42501)")
                == "s-a refuzat (нет доступа к таблице words)")
    }

    @Test("what is not known is said as it stands, and a file's trouble is never a server's")
    func unknown() {
        let sentence = ServerSentence(Say(.ro))
        #expect(
            sentence.spoken("out of shared memory (PostgreSQL 53200)") == "out of shared memory (PostgreSQL 53200)")
        let file = StoreError.unavailable(path: "/srv/hotline.db", detail: "No such file or directory")
        #expect(sentence.details(of: file) == file.details)
        #expect(ServerSentence.key(of: "read_only", ["path": "/srv/hotline.db"]) == "store.read_only")
        #expect(ServerSentence.key(of: "read_only", ["path": "postgres://a/b"]) == "store.read_only.server")
        #expect(ServerSentence.key(of: "moved", ["path": "postgres://a/b", "to": "/b.db"]) == "store.moved.file")
        #expect(ServerSentence.key(of: "moved", ["path": "a.db", "to": "postgres://a/b"]) == "store.moved")
    }
}
