import Foundation
import HotlineStore

/// Recorded statements as a script of pgbench's. Whatever must differ from one
/// call to the next (ids, moments, numbers people say) counts on from what was
/// recorded; everything else is as it was.
struct ServerScript {
    private let text: String
    private let node: Int64
    /// Of pgbench's clients; no program of the house has such numbers.
    private static let firstNode = 2_000

    enum Trouble: Error { case nothingRecorded, pgbench(String) }

    init(recorded: [RecordingEngine.Transaction], frame: ServerFrame, node: Int64) throws {
        guard recorded.count == 3, recorded[1].steps.count == recorded[2].steps.count, let last = recorded.last else {
            throw Trouble.nothingRecorded
        }
        self.node = node
        var lines = [
            "\\set turn :turn + 1", "\\set node \(ServerScript.firstNode) + :client_id + :round * 100",
            "\\startpipeline",
        ]
        lines += frame.before.map { $0 + ";" }
        var isPiped = true
        for (place, step) in last.steps.enumerated() {
            let isRead = step.sql.hasPrefix("SELECT")
            // As the store sends them: what gives nothing back waits for what does, and for the commit.
            if !isRead, !isPiped {
                lines.append("\\startpipeline")
                isPiped = true
            }
            lines.append(ServerScript.statement(step, before: recorded[1].steps[place], node: node))
            if isRead, isPiped {
                lines.append("\\endpipeline")
                isPiped = false
            }
        }
        if !isPiped { lines.append("\\startpipeline") }
        text = (lines + frame.after.map { $0 + ";" } + ["\\endpipeline", ""]).joined(separator: "\n")
    }

    /// Calls a second.
    func run(_ url: String, programs: Int, seconds: Int, round: Int) throws -> Double {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("ringbuoy-\(getpid()).pgbench")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let first = ServerScript.firstNode + round * 100
        _ = try command(
            "psql",
            [
                "-qXd", url, "-c",
                """
                INSERT INTO ringbuoy.node (node, last_sequence, last_hash, last_id)
                SELECT n, last_sequence, last_hash, last_id FROM ringbuoy.node,
                generate_series(\(first), \(first + programs - 1)) AS n WHERE node = \(node)
                """,
            ])
        let said = try command(
            "pgbench",
            [
                "-n", "-M", "prepared", "-c", String(programs), "-j", String(min(programs, 4)), "-T", String(seconds),
                "--max-tries=100", "-D", "turn=\((round + 1) * 1_000_000)", "-D", "round=\(round)", "-f", file.path,
                url,
            ], environment: ["PGOPTIONS": "-c search_path=ringbuoy -c jit=off"])
        guard let line = said.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
            let rate = Double(line.dropFirst(6).prefix { $0 != " " })
        else { throw Trouble.pgbench(said) }
        return rate
    }

    private static func statement(_ step: RecordingEngine.Step, before: RecordingEngine.Step, node: Int64) -> String {
        var sql = step.sql
        // From the last: `$1` begins `$12`.
        for place in step.arguments.indices.reversed() {
            let literal = literal(step.arguments[place], before: before.arguments[place], node: node)
            sql = sql.replacingOccurrences(of: "$\(place + 1)", with: literal)
        }
        return sql.split(separator: "\n").joined(separator: " ") + ";"
    }

    private static func literal(_ value: SQLValue, before: SQLValue, node: Int64) -> String {
        switch (value, before) {
        case (.integer(node), _): "(:node)::bigint"
        case (.integer(let now), .integer(let then)) where now != then:
            // An id holds its program's number above its last ten bits.
            now > 1 << 52
                ? "(\(now) + (:turn)::bigint * \(now - then) + ((:client_id)::bigint + 1) * 1024)"
                : "(\(now) + (:turn)::bigint * \(now - then))"
        case (.integer(let number), _): "\(number)::bigint"
        case (.text(let text), .text(let other)) where text != other && text.utf8.count < 20:
            // A number people say.
            "('\(text)-' || (:client_id)::text || '-' || (:turn)::text)"
        case (.text(let text), _): quoted(text)
        case (.bytes(let bytes), _): "'\\x" + bytes.map { String(format: "%02x", $0) }.joined() + "'::bytea"
        case (.null, _): "NULL"
        }
    }

    /// Without a colon, behind which pgbench sees a variable.
    private static func quoted(_ text: String) -> String {
        let escaped = [("\\", "\\\\"), ("'", "''"), (":", "\\003A")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
        return "U&'\(escaped)'"
    }

    private func command(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Trouble.pgbench(said) }
        return said
    }
}
