import HotlineStore
import Wording

/// What a server or the way to it says is wrong, in the language of whoever reads it. libpq speaks English only: what
/// somebody may meet here is known, and anything else is said as it stands.
public struct ServerSentence {
    private let say: Say

    public init(_ say: Say) { self.say = say }

    /// Words that libpq or PostgreSQL 15 is known to say, and our sentence for them.
    private static let known: [(words: String, key: String)] = [
        ("Connection refused", "cli.system.connection_refused"),
        ("timeout expired", "cli.system.timed_out"), ("timed out", "cli.system.timed_out"),
        ("Network is unreachable", "cli.system.host_unreachable"),
        ("No route to host", "cli.system.host_unreachable"),
        ("could not translate host name", "server.because.no_such_host"),
        ("password authentication failed", "server.because.password"),
        ("no password supplied", "server.because.no_password"), ("pg_hba.conf", "server.because.not_let_in"),
        ("does not support SSL", "server.because.no_tls"), ("certificate", "server.because.certificate"),
        ("session is read-only", "server.because.standby"), ("server is in hot standby", "server.because.standby"),
        ("the database system is starting up", "server.because.starting"),
        ("the database system is not yet accepting", "server.because.starting"),
        ("the database system is shutting down", "server.because.stopping"),
        ("too many clients", "server.because.crowded"), ("connection slots are reserved", "server.because.crowded"),
        ("server closed the connection", "cli.system.connection_ended"),
        ("terminating connection", "cli.system.connection_ended"),
        ("could not receive data", "cli.system.connection_ended"),
        ("could not send data", "cli.system.connection_ended"),
        ("No such file or directory", "server.because.no_socket"),
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
        return ServerSentence.known.first { detail.contains($0.words) }.map { say($0.key) } ?? detail
    }

    /// `database "hotline" does not exist`, and the same of a role.
    private func notThere(_ detail: String) -> String? {
        for thing in ["database", "role"] {
            guard detail.contains("\(thing) \""), detail.contains("does not exist") else { continue }
            let name = detail.split(separator: "\(thing) \"").last?.prefix { $0 != "\"" } ?? ""
            return say("server.because.no_\(thing)", ["name": String(name)])
        }
        return nil
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
