import HotlineStore
import Wording

/// What a server or the way to it says is wrong, in the language of whoever reads it. libpq speaks English only: what
/// somebody may meet here is known, and anything else is said as it stands.
public struct ServerSentence {
    private let say: Say

    public init(_ say: Say) { self.say = say }

    private struct Known {
        /// That libpq or PostgreSQL 15 is known to say.
        let words: String
        let key: String
        /// What is to be done about it; nil where it passes.
        var mend: ServerMend?

        init(_ words: String, _ key: String, _ mend: ServerMend? = nil) {
            self.words = words
            self.key = key
            self.mend = mend
        }
    }

    private static let known = [
        Known("Connection refused", "cli.system.connection_refused"),
        Known("timeout expired", "cli.system.timed_out"), Known("timed out", "cli.system.timed_out"),
        Known("Network is unreachable", "cli.system.host_unreachable"),
        Known("No route to host", "cli.system.host_unreachable"),
        Known("could not translate host name", "server.because.no_such_host"),
        Known("password authentication failed", "server.because.password", .password),
        Known("no password supplied", "server.because.no_password", .password),
        Known("is not permitted to log in", "server.because.no_login", .letIn),
        Known("permission denied for database", "server.because.no_login", .letIn),
        Known("pg_hba.conf", "server.because.not_let_in", .letIn),
        Known("does not support SSL", "server.because.no_tls", .letIn),
        Known("root certificate file", "server.because.no_root_certificate", .said),
        Known("certificate", "server.because.certificate", .letIn),
        Known("session is read-only", "server.because.standby"),
        Known("server is in hot standby", "server.because.standby"),
        Known("the database system is starting up", "server.because.starting"),
        Known("the database system is not yet accepting", "server.because.starting"),
        Known("the database system is shutting down", "server.because.stopping"),
        Known("too many clients", "server.because.crowded"),
        Known("too many connections", "server.because.crowded"),
        Known("connection slots are reserved", "server.because.crowded"),
        Known("server closed the connection", "cli.system.connection_ended"),
        Known("terminating connection", "cli.system.connection_ended"),
        Known("could not receive data", "cli.system.connection_ended"),
        Known("could not send data", "cli.system.connection_ended"),
        Known("No such file or directory", "server.because.no_socket"),
        // Of rights, where somebody is in already.
        Known("permission denied to create role", "server.because.makes_no_roles", .right),
        Known("must be owner of", "server.because.not_its_own", .right),
        Known("must be member of role", "server.because.not_its_own", .right),
    ]

    /// An error's details, with what a server said among them.
    public func details(of error: StoreError) -> [String: String] { spoken(in: error.details) }

    func spoken(in details: [String: String]) -> [String: String] {
        guard let said = details["detail"], ServerSentence.isServer(details["path"]) else { return details }
        return details.merging(["detail": spoken(said)]) { $1 }
    }

    /// Ours in the place of theirs.
    func spoken(_ detail: String) -> String {
        if let missing = notThere(detail) { return missing }
        if let known = ServerSentence.known(detail) { return say(known.key) }
        return closed(detail) ?? detail
    }

    /// What somebody has to do about what a server says; nil where it passes, and for what is not known.
    static func mend(_ detail: String) -> ServerMend? {
        if ["database", "role"].contains(where: { missing($0, detail) != nil }) { return .address }
        return known(detail)?.mend
    }

    /// Of several servers each may say something else: what passes is the lesser trouble.
    private static func known(_ detail: String) -> Known? {
        let said = known.filter { detail.contains($0.words) }
        return said.first { $0.mend != nil } ?? said.first
    }

    /// A right that is lacking. By the number of what was said, where a server says it in words that are not known:
    /// it may speak another language, or have rules of its own.
    private func closed(_ detail: String) -> String? {
        if let denied = detail.firstRange(of: "permission denied for ") {
            // table event (PostgreSQL 42501)
            let words = detail[denied.upperBound...].split(separator: " ")
            return say("server.because.closed", ["name": String(words.dropFirst().first ?? words.first ?? "-")])
        }
        if detail.hasPrefix("schema ") {
            return say("server.because.closed", ["name": String(detail.dropFirst("schema ".count))])
        }
        if DeskRights.guardRefusals.contains(where: { detail.contains($0) }) { return say("server.because.guarded") }
        guard let end = detail.firstRange(of: " (PostgreSQL 42501)") else { return nil }
        return say("server.because.refused", ["said": String(detail[..<end.lowerBound])])
    }

    /// `database "hotline" does not exist`, and the same of a role.
    private func notThere(_ detail: String) -> String? {
        for thing in ["database", "role"] {
            guard let name = ServerSentence.missing(thing, detail) else { continue }
            return say("server.because.no_\(thing)", ["name": name])
        }
        return nil
    }

    private static func missing(_ thing: String, _ detail: String) -> String? {
        guard detail.contains("\(thing) \""), detail.contains("does not exist") else { return nil }
        return detail.split(separator: "\(thing) \"").last.map { String($0.prefix { $0 != "\"" }) }
    }

    private static func isServer(_ place: String?) -> Bool { place?.hasPrefix("postgres") ?? false }

    /// The key of an error's sentence: of a server some are told otherwise than of a file.
    public static func key(of name: String, _ details: [String: String]) -> String {
        if name == StoreError.readOnly(path: "").name, isServer(details["path"]) { return "store.read_only.server" }
        // A file that a store was moved into may be another computer's.
        if name == StoreError.moved(path: "", to: "").name, !isServer(details["to"]) { return "store.moved.file" }
        return "store.\(name)"
    }
}
