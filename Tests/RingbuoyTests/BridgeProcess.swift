import Foundation
import Glibc

/// A bridge that runs beside a small switch, until it is ended.
final class BridgeProcess {
    let process: Process
    private let desk: TestDesk
    private let errors: URL
    private let output: URL

    /// `haste`: so many times sooner than usual it gives up and tries again.
    init(_ desk: TestDesk, _ small: SmallSwitch, haste: Int = 1, more: [String] = []) throws {
        self.desk = desk
        let (output, errors) = (try desk.file("bridge-output"), try desk.file("bridge"))
        (self.output, self.errors) = (output.url, errors.url)
        process = try desk.process(try BridgeProcess.arguments(desk, small) + ["--haste", "\(haste)"] + more)
        process.standardError = errors.handle
        process.standardOutput = output.handle
        try process.run()
    }

    deinit { end(SIGKILL) }

    static func arguments(_ desk: TestDesk, _ small: SmallSwitch) throws -> [String] {
        try desk.write("only the bridge knows\n", to: "secret")
        let secret = desk.folder.appendingPathComponent("secret").path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        return [
            "feed", "asterisk", "--port", "\(small.port)", "--user", "ringbuoy", "--secret-file", secret,
            "--line", "line-ru=tn", "--agent", "101=01", "--agent", "102=02",
        ]
    }

    /// What it said on standard error so far.
    var said: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }
    var printed: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

    /// The runner's threads may have signals blocked, and hand that on; SIGKILL always ends it.
    @discardableResult
    func end(_ signal: Int32) -> Int32 {
        guard process.isRunning else { return process.terminationStatus }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }
}

extension TestDesk {
    struct Board {
        let line: [String: Any]
        let operators: [String: String]
        let links: [[String: Any]]

        func count(_ name: String) -> Int { line[name] as? Int ?? 0 }
        /// `up`, or what stands in the way.
        var link: String? { links.first.flatMap { $0["trouble"] as? String ?? $0["state"] as? String } }
    }

    /// What the board shows of the line, with nobody counted as short.
    func board() throws -> Board {
        let answer = try json("queue", "--short", "0") as? [String: Any] ?? [:]
        let lines = answer["lines"] as? [[String: Any]] ?? []
        let people = (answer["operators"] as? [[String: Any]] ?? []).compactMap { person in
            (person["operator"] as? String).map { ($0, person["state"] as? String ?? "") }
        }.filter { $0.1 != "signed_off" }
        return Board(
            line: lines.first { $0["line"] as? String == "tn" } ?? [:],
            operators: Dictionary(people) { first, _ in first },
            links: answer["links"] as? [[String: Any]] ?? [])
    }

    /// Asks until it is so, for some seconds.
    func board(until isSo: (Board) -> Bool) throws -> Board {
        var board = try board()
        for _ in 0..<150 where !isSo(board) {
            usleep(100_000)
            board = try self.board()
        }
        return board
    }
}
