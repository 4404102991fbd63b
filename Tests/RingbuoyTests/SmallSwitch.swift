import Foundation
import Glibc

/// As much of Asterisk's manager interface as a bridge speaks to: it greets,
/// takes a login by challenge, answers questions as it is told to, and tells
/// what it is given. One connection after the other, on loopback.
final class SmallSwitch: @unchecked Sendable {
    /// How it behaves to one connection.
    struct Turn: Sendable {
        /// Nil: it never greets.
        var banner: String? = "Asterisk Call Manager/5.0.1"
        var takesLogin = true
        /// When it was started, in its own words; nil: it does not say.
        var startup: String?
        /// Rows of its answer to `QueueStatus`, a blank line after each.
        var rows = ""
        /// Messages after that answer.
        var told = ""
        /// Bytes it sends at once.
        var piece = Int.max
        var answersPings = true
        /// Seconds until it hangs up, from the last of what it tells: what waits to be explained is decided by then.
        var lingers = 2.5
    }

    let port: Int
    private let listener: Int32
    // Guards what both threads see: `proofs` and `asked`.
    private let lock = NSLock()
    private var proofs: [String] = []
    private var asked: [String] = []

    /// What `Login` brought as its key, connection by connection.
    var keys: [String] { lock.withLock { proofs } }
    /// Every action it was asked for, in order.
    var actions: [String] { lock.withLock { asked } }

    convenience init(told: [String]) throws { try self.init(told.map { Turn(told: $0) }) }

    init(_ turns: [Turn]) throws {
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
            for turn in turns {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Conversation(client, turn, self).hold()
                close(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    fileprivate func note(action: String, key: String?) {
        lock.withLock {
            asked.append(action)
            if let key { proofs.append(key) }
        }
    }
}

/// One connection, from the greeting to its end.
private final class Conversation {
    private let client: Int32
    private let turn: SmallSwitch.Turn
    private let small: SmallSwitch
    private var text = ""
    private var end = Double.infinity

    init(_ client: Int32, _ turn: SmallSwitch.Turn, _ small: SmallSwitch) {
        self.client = client
        self.turn = turn
        self.small = small
    }

    func hold() {
        if let banner = turn.banner { say(banner + "\n") }
        while let action = next() {
            let id = action["ActionID"] ?? ""
            small.note(action: action["Action"] ?? "", key: action["Action"] == "Login" ? action["Key"] : nil)
            answer(action["Action"] ?? "", "ActionID: \(id)\n")
        }
    }

    private func answer(_ action: String, _ id: String) {
        switch action {
        case "Challenge": say("Response: Success\n\(id)Challenge: 4711\n\n")
        case "Login" where turn.takesLogin: say("Response: Success\n\(id)Message: Authentication accepted\n\n")
        case "Login": say("Response: Error\n\(id)Message: Authentication failed\n\n")
        case "CoreStatus":
            let words = turn.startup?.split(separator: " ") ?? []
            let boot = words.count == 2 ? "CoreStartupDate: \(words[0])\nCoreStartupTime: \(words[1])\n" : ""
            say("Response: Success\n\(id)\(boot)\n")
        case "QueueStatus":
            say("Response: Success\n\(id)EventList: start\nMessage: Queue status will follow\n\n")
            say(turn.rows.replacing("\n\n", with: "\n\(id)\n"))
            say("Event: QueueStatusComplete\n\(id)EventList: Complete\nListItems: 0\n\n")
            guard end == .infinity else { return }
            say(turn.told)
            end = Date().timeIntervalSince1970 + turn.lingers
        case "Ping" where !turn.answersPings: break
        default: say("Response: Success\n\(id)\n")
        }
    }

    /// Nil where the other side is gone, or the time for this connection is over.
    private func next() -> [String: String]? {
        while true {
            if let last = text.range(of: "\r\n\r\n") {
                let lines = text[..<last.lowerBound].components(separatedBy: "\r\n")
                text = String(text[last.upperBound...])
                let pairs = lines.compactMap { line in
                    line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
                }
                return Dictionary(pairs) { first, _ in first }
            }
            let left = min(60, end - Date().timeIntervalSince1970)
            var interest = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&interest, 1, Int32(left * 1000) + 1) > 0 else { return nil }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    private func say(_ text: String) {
        var bytes = Array(text.replacing("\n", with: "\r\n").utf8)[...]
        while !bytes.isEmpty {
            let part = bytes.prefix(turn.piece)
            let sent = part.withUnsafeBytes {
                send(client, $0.baseAddress, $0.count, Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL)))
            }
            guard sent > 0 else { return }
            bytes = bytes.dropFirst(sent)
        }
    }
}
