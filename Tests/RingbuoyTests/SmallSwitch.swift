import Foundation
import Glibc

/// As much of Asterisk's manager interface as a bridge speaks to: it greets,
/// takes a login by challenge, answers questions with nothing, and tells what
/// it is given. One connection after the other, on loopback.
final class SmallSwitch: @unchecked Sendable {
    let port: Int
    private let listener: Int32
    private let lock = NSLock()
    private var proofs: [String] = []

    /// What `Login` brought as its key, connection by connection.
    var keys: [String] { lock.withLock { proofs } }

    /// `told`: messages after the login, for each connection in turn; then it hangs up.
    init(told: [String]) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (listener, length) = (listener, size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 4) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            for messages in told {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                serve(client, messages)
                close(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ client: Int32, _ messages: String) {
        say("Asterisk Call Manager/5.0.1\r\n", client)
        var text = ""
        while let action = next(client, &text) {
            let id = action["ActionID"] ?? ""
            switch action["Action"] {
            case "Challenge": say("Response: Success\r\nActionID: \(id)\r\nChallenge: 4711\r\n\r\n", client)
            case "Login":
                lock.withLock { proofs.append(action["Key"] ?? "") }
                say("Response: Success\r\nActionID: \(id)\r\nMessage: Authentication accepted\r\n\r\n", client)
            case "QueueStatus":
                say("Response: Success\r\nActionID: \(id)\r\nEventList: start\r\n\r\n", client)
                say(
                    "Event: QueueStatusComplete\r\nActionID: \(id)\r\nEventList: Complete\r\nListItems: 0\r\n\r\n",
                    client)
                say(messages.replacing("\n", with: "\r\n"), client)
                // What waits to be explained is decided by then.
                usleep(2_500_000)
                return
            default: say("Response: Success\r\nActionID: \(id)\r\n\r\n", client)
            }
        }
    }

    private func next(_ client: Int32, _ text: inout String) -> [String: String]? {
        while true {
            if let end = text.range(of: "\r\n\r\n") {
                let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
                text = String(text[end.upperBound...])
                let pairs = lines.compactMap { line in
                    line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
                }
                return Dictionary(pairs) { first, _ in first }
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    private func say(_ text: String, _ client: Int32) {
        _ = Array(text.utf8).withUnsafeBytes {
            send(client, $0.baseAddress, $0.count, Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL)))
        }
    }
}
