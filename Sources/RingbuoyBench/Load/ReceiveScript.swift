import Foundation
import HotlineStore

/// The statements with which a server takes one logged call, made a script for
/// pgbench: what differs from call to call becomes a variable, all else stands
/// there as it was. It waits for answers where ours does, except that ours does
/// not wait for the bell after the commit.
struct ReceiveScript {
    let text: String
    let statements: Int
    /// How often it waits for the server, which is as far away as the line is long.
    let journeys: Int

    private static let idsFrom: Int64 = 1_000_000_000_000_000
    private static let countersTo: Int64 = 1_000_000_000

    /// - Parameters:
    ///   - one, other: two calls of one desk; what is another number in each is its id or its place in the chain.
    ///   - frame: what the engine sends around them.
    ///   - node: the desk's.
    init(
        _ one: RecordingEngine.Transaction, _ other: RecordingEngine.Transaction, frame: ServerFrame, node: Int64
    ) throws {
        guard one.steps.map(\.sql) == other.steps.map(\.sql), one.keys.count == other.keys.count else {
            throw LoadTrouble("two calls took different statements")
        }
        var variables = Variables(node: node)
        var lines = ["\\startpipeline"] + frame.before.map { $0 + ";" }
        for (key, twin) in zip(one.keys, other.keys) {
            lines.append(variables.written(frame.key, [.integer(key)], [.integer(twin)]) + ";")
        }
        for (step, twin) in zip(one.steps, other.steps) {
            lines.append(variables.written(step.sql, step.arguments, twin.arguments) + ";")
            if step.asks { lines += ReceiveScript.wait }
        }
        lines += frame.after.map { $0 + ";" } + ["\\endpipeline"]
        text = (variables.settings + lines).joined(separator: "\n") + "\n"
        journeys = one.steps.count(where: \.asks) + 1
        statements = one.steps.count + one.keys.count + frame.before.count + frame.after.count
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
    /// Its beginning, and how it stands to others'.
    let before: [String]
    /// For each thing that it is about.
    let key: String
    let after: [String]

    /// Of the session that `connection` writes in, which has written `others` and nothing of another kind.
    init(_ connection: any Connection, besides others: [RecordingEngine.Transaction]) throws {
        let known = Set(others.flatMap { $0.steps.map(\.sql) })
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
        let key = sent.filter { $0.contains("$1") }
        sent.removeAll { key.contains($0) }
        guard sent.first?.hasPrefix("BEGIN") == true, let commit = sent.firstIndex(of: "COMMIT"), key.count <= 1
        else {
            throw LoadTrouble("what goes around a transaction is not known: \(sent), \(key)")
        }
        before = Array(sent[..<commit])
        self.key = key.first ?? ""
        after = Array(sent[commit...])
    }
}
