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
        "connection to server on socket \"/tmp/.s.PGSQL.5432\" failed: No such file or directory",
    ]

    @Test("nothing of theirs is in the sentence, in any language", arguments: said, Language.allCases)
    func known(said: String, language: Language) {
        let spoken = ServerSentence(Say(language)).spoken(said)
        #expect(!spoken.contains("connection to server") && !spoken.contains("FATAL"), "\(spoken)")
        #expect(spoken != said && !spoken.contains("server.because"), "\(spoken)")
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
