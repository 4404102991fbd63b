import HotlineStore

extension ServerAddress {
    /// As it is remembered: everything that was said but a password, which libpq takes from its own file.
    var kept: String { kept(value("user"), parameters) }

    /// As somebody who comes in by another role would write it: without what proves whoever wrote this one.
    func kept(for role: String) -> String {
        kept(role, parameters.filter { !ServerAddress.ofWhoComesIn.contains($0.name) })
    }

    private func kept(_ role: String?, _ parameters: [Parameter]) -> String {
        let hosts = list("host")
        let ports = list("port")
        let servers = hosts.enumerated().map { number, host in
            let port = ports.count == 1 ? ports[0] : number < ports.count ? ports[number] : ""
            return ServerAddress.encoded(host) + (port.isEmpty ? "" : ":" + port)
        }
        let user = role.map { ServerAddress.encoded($0) + "@" } ?? ""
        let others = parameters.filter { !ServerAddress.inFront.contains($0.name) }
            .map { "\($0.name)=\(ServerAddress.encoded($0.value))" }
        return "postgres://" + user + servers.joined(separator: ",") + "/"
            + ServerAddress.encoded(value("dbname") ?? "")
            + (others.isEmpty ? "" : "?" + others.joined(separator: "&"))
    }

    var hasPassword: Bool { value("password") != nil }

    /// What has its own place in a URL, and what has none in anybody's.
    private static let inFront: Set = ["host", "port", "user", "dbname", "password", "sslpassword"]

    /// What belongs to one role, or to the machine of whoever wrote it.
    private static let ofWhoComesIn: Set = ["sslcert", "sslkey", "passfile", "options"]

    private func list(_ name: String) -> [String] {
        (value(name) ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

extension PostgresEngine {
    /// The URL as a desk remembers it, and whether a password stood in it.
    public static func kept(_ url: String) throws(StoreError) -> (address: String, hadPassword: Bool) {
        let address = try ServerAddress(url)
        return (address.kept, address.hasPassword)
    }
}
