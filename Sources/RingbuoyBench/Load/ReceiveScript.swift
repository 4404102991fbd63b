import Foundation
import HotlineStore

/// The statements with which a server takes one logged call, made a script for
/// pgbench: what differs from call to call becomes a variable, all else stands
/// there as it was. It waits for answers where ours does, except that ours
/// neither waits for its turn before it begins nor for the bell after the commit.
struct ReceiveScript {
    let text: String
    let statements: Int

    private static let idsFrom: Int64 = 1_000_000_000_000_000
    private static let countersTo: Int64 = 1_000_000_000

    /// - Parameters:
    ///   - one, other: two calls of one desk; what is another number in each is its id or its place in the chain.
    ///   - frame: what the engine sends around them.
    ///   - node: the desk's.
    init(
        _ one: RecordingEngine.Transaction, _ other: RecordingEngine.Transaction, frame: ServerFrame, node: Int64
    ) throws {
        guard one.map(\.sql) == other.map(\.sql) else { throw LoadTrouble("two calls took different statements") }
        var variables = Variables(node: node)
        var lines = ["\\startpipeline"]
        lines += frame.before.flatMap { $0.hasPrefix("BEGIN") ? [$0 + ";"] : [$0 + ";"] + ReceiveScript.wait }
        for (step, twin) in zip(one, other) {
            lines.append(variables.written(step.sql, step.arguments, twin.arguments) + ";")
            if step.asks { lines += ReceiveScript.wait }
        }
        lines += frame.after.map { $0 + ";" } + ["\\endpipeline"]
        text = (variables.settings + lines).joined(separator: "\n") + "\n"
        statements = one.count + frame.before.count + frame.after.count
    }

    private static let wait = ["\\endpipeline", "\\startpipeline"]

    /// What pgbench counts up for each client.
    private struct Variables {
        let node: Int64
        private var made: [String: String] = [:]
        private(set) var settings = [
            "\\set turn :turn + 1",
            "\\set node 96 + :client_id * 4",
        ]

        init(node: Int64) { self.node = node }

        mutating func written(_ sql: String, _ arguments: [SQLValue], _ twins: [SQLValue]) -> String {
            var text = ""
            var rest = sql[...]
            while let place = rest.firstIndex(of: "$") {
                text += rest[..<place]
                let digits = rest[rest.index(after: place)...].prefix { $0.isNumber }
                let index = (Int(digits) ?? 1) - 1
                text += value(arguments[index], twins[index])
                rest = rest[digits.endIndex...]
            }
            return text + rest
        }

        private mutating func value(_ value: SQLValue, _ twin: SQLValue) -> String {
            switch value {
            case .null: "NULL"
            case .integer(node): ":node::bigint"
            case .integer(let integer) where value == twin: "\(integer)::bigint"
            case .integer(let integer) where integer >= ReceiveScript.idsFrom:
                // Ids of one client are a thousand apart, those of two a thousand million.
                variable("id", "\(integer) + :client_id * 1000000000 + :turn * 1000")
            case .integer(let integer) where integer < ReceiveScript.countersTo:
                variable("place", "\(1_000_000 + integer) + :turn * 2")
            case .integer(let integer): "\(integer)::bigint"
            case .text(let text): "U&'\(ReceiveScript.escaped(text))'::text"
            case .bytes(let bytes): "'\\x\(bytes.map { String(format: "%02x", $0) }.joined())'::bytea"
            }
        }

        private mutating func variable(_ kind: String, _ expression: String) -> String {
            if let known = made[expression] { return ":\(known)::bigint" }
            let name = "\(kind)\(made.count)"
            made[expression] = name
            settings.append("\\set \(name) \(expression)")
            return ":\(name)::bigint"
        }
    }

    /// No colon may stand there: pgbench would look for a variable.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case ":": escaped += "\\003A"
            case "\\": escaped += "\\\\"
            case "'": escaped += "''"
            case ";": escaped += "\\003B"
            default: escaped.append(character)
            }
        }
    }
}

/// What the engine sends around a transaction's own statements, asked of the
/// server's session itself: the statements that it has prepared.
struct ServerFrame {
    let before: [String]
    let after: [String]

    /// Of the session that `connection` writes in, which has written before.
    init(_ connection: any Connection, besides known: Set<String>) throws {
        var sent: [String] = []
        try connection.rowsAtOnce(
            """
            SELECT statement FROM pg_prepared_statements
            ORDER BY split_part(name, '_', 2)::bigint
            """, []
        ) { row in
            let sql = row.text(0)
            // Questions of its own, which it asks once, look somewhere.
            if !known.contains(sql), !sql.contains("FROM"), !sent.contains(sql) { sent.append(sql) }
            return true
        }
        guard let begin = sent.firstIndex(where: { $0.hasPrefix("BEGIN") }), sent.contains("COMMIT"),
            !sent.contains(where: { $0.contains("$1") })
        else { throw LoadTrouble("what goes around a transaction is not known: \(sent)") }
        before = Array(sent[...begin])
        after = Array(sent[(begin + 1)...])
    }
}
