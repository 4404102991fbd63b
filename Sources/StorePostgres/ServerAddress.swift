import CPostgres
import Glibc
import HotlineStore

/// Where a store on a server is: a `postgres://` URL, taken apart by libpq itself.
struct ServerAddress: Sendable {
    struct Parameter: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// What libpq is given, by its own names.
    let parameters: [Parameter]
    /// What people are shown: whose, which servers, which database. Never a password.
    let shown: String

    static let schemes = ["postgres://", "postgresql://"]

    init(_ url: String) throws(StoreError) {
        guard let scheme = ServerAddress.schemes.first(where: { url.hasPrefix($0) }) else {
            throw .notAnAddress(url: ServerAddress.withoutSecrets(url, after: nil), detail: "postgres://...")
        }
        let rest = url.dropFirst(scheme.count)
        let hidden = ServerAddress.withoutSecrets(url, after: scheme)
        // libpq ends the password at the first of them, and would name the rest of it as a server.
        guard rest.prefix(while: { $0 != "/" && $0 != "?" }).count(where: { $0 == "@" }) <= 1 else {
            throw .notAnAddress(url: hidden, detail: "@ -> %40")
        }
        var said: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &said) else {
            defer { PQfreemem(said) }
            let detail = said.map { ServerAddress.line(String(cString: $0)) } ?? ""
            // It quotes what it does not understand, which may be a piece of a password.
            // A name that it does not know is no secret.
            if let name = ServerAddress.unknownParameter(detail) {
                throw .notAnAddress(url: hidden, detail: "?\(name)")
            }
            let mayQuote = rest.contains("@") || rest.contains("password")
            throw .notAnAddress(url: hidden, detail: mayQuote ? String(detail.prefix { $0 != "\"" }) : detail)
        }
        defer { PQconninfoFree(options) }
        var found: [Parameter] = []
        var place = options
        while let keyword = place.pointee.keyword {
            if let value = place.pointee.val {
                found.append(Parameter(name: String(cString: keyword), value: String(cString: value)))
            }
            place += 1
        }
        parameters = found
        shown = ServerAddress.shown(found)
    }

    func value(_ name: String) -> String? { ServerAddress.value(name, of: parameters) }

    private static func value(_ name: String, of parameters: [Parameter]) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// Whether what goes to and fro can be read on its way. Who chose how it is
    /// secured, in the URL or as libpq lets one, is not talked out of it.
    var crossesNetwork: Bool {
        if value("sslmode") != nil || value("service") != nil || getenv("PGSSLMODE") != nil { return false }
        let hosts = (value("host") ?? value("hostaddr") ?? "").split(separator: ",")
        return hosts.contains { !$0.hasPrefix("/") && !["localhost", "127.0.0.1", "::1"].contains($0) }
    }

    /// Put together anew from what may be shown, so that nothing else can be.
    private static func shown(_ parameters: [Parameter]) -> String {
        let hosts = (value("host", of: parameters) ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let ports = (value("port", of: parameters) ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let servers = hosts.enumerated().map { number, host in
            let port = ports.count == 1 ? ports[0] : number < ports.count ? ports[number] : ""
            // The folder of a socket reads as it stands in a URL.
            let name = host.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F")
            return port.isEmpty ? name : name + ":" + port
        }
        let user = value("user", of: parameters).map { $0 + "@" } ?? ""
        let service = value("service", of: parameters).map { "?service=" + $0 } ?? ""
        let database = value("dbname", of: parameters) ?? ""
        return "postgres://" + user + servers.joined(separator: ",") + "/" + database + service
    }

    /// What was typed and is no address, without what may be a secret.
    private static func withoutSecrets(_ url: String, after scheme: String?) -> String {
        let rest = url.dropFirst(scheme?.count ?? 0).prefix { $0 != "?" }
        guard let at = rest.lastIndex(of: "@") else { return (scheme ?? "") + rest }
        return (scheme ?? "") + "..." + rest[at...]
    }

    private static func unknownParameter(_ said: String) -> String? {
        guard said.hasPrefix("invalid URI query parameter: \"") else { return nil }
        let name = said.split(separator: "\"").dropFirst().first ?? ""
        return name.count <= 30 && name.allSatisfy { $0.isASCII && $0.isLetter || $0 == "_" } ? String(name) : nil
    }

    /// What libpq says in lines, in one of them.
    static func line(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: "; ")
    }
}
