import Foundation

/// What a server shows to prove who it is: a certificate it signed itself, good
/// for the address 127.0.0.1 and no name, with its key.
public struct ServerCertificate: Sendable {
    /// Whoever trusts this file trusts the server that has the key.
    public var path: String { folder + "/server.crt" }
    /// A server's, so that it answers on `port` of the loopback to whoever speaks encrypted.
    public var settings: [String] {
        [
            "listen_addresses=127.0.0.1", "port=\(port)", "ssl=on", "ssl_cert_file=\(path)",
            "ssl_key_file=\(folder)/server.key",
        ]
    }
    /// Nobody listened on it when it was chosen.
    public let port: UInt16
    private let folder: String

    /// `openssl` comes with Debian's packages of the server.
    public init(in folder: String) throws {
        self.folder = folder
        port = try ServerCertificate.freePort()
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments =
            ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
            + ["-days", "2", "-subj", "/CN=house", "-addext", "subjectAltName=IP:127.0.0.1"]
            + ["-keyout", folder + "/server.key", "-out", path]
        openssl.standardOutput = FileHandle.nullDevice
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else { throw PostgresCluster.Trouble("openssl made no certificate") }
        chmod(folder + "/server.key", 0o600)
        if getuid() == 0 {
            for name in ["/server.key", "/server.crt"] {
                chown(folder + name, ServerPrograms.nobody, ServerPrograms.nobody)
            }
        }
    }

    /// Of the loopback.
    public static func freePort() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw PostgresCluster.Trouble("no port is free") }
        return UInt16(bigEndian: address.sin_port)
    }
}
