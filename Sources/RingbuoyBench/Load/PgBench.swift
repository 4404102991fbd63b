import Foundation
import HotlineDomain
import HotlineStore
import StorePostgres

/// PostgreSQL's own program for measuring, with the statements of a receive and nothing around them.
struct PgBench {
    let script: ReceiveScript
    private let url: String
    private let clients: Int
    private let file: URL

    /// `url`: of an empty database, which is good for nothing afterwards.
    init(url: String, clients: Int, in folder: URL) throws {
        self.url = url
        self.clients = clients
        let house = try LoadHouse(url: url)
        defer { house.store.engine.close() }
        script = try PgBench.record(house.desk(1))
        // Each client goes on with a chain that is there, as a desk does.
        try house.store.engine.write { connection in
            for mark in (2...max(2, clients)).compactMap({ DeskMark($0) }) {
                try connection.run(
                    "INSERT INTO node (node, last_sequence, last_hash, last_id) VALUES ($1, 0, $2, 0)",
                    [.integer(mark.nodes.lowerBound), .bytes(Array(repeating: 0, count: 32))])
            }
        }
        file = folder.appendingPathComponent("receive.sql")
        try script.text.write(to: file, atomically: true, encoding: .utf8)
    }

    /// Two calls of one desk, written down on their way into the server by a session that has just taken another.
    private static func record(_ desk: LoadDesk) throws -> ReceiveScript {
        var heads = try desk.store.heads()
        let shipments = try (0..<3).map { _ in
            try desk.log(at: .clock)
            guard let shipment = try desk.packed(after: &heads) else { throw LoadTrouble("nothing to ship") }
            return shipment
        }
        let recording = RecordingEngine(try desk.engine())
        defer { recording.close() }
        let server = try Store.open(recording, zoneNamed: LoadDesk.zone)
        for shipment in shipments { try server.receive(shipment) }
        let taken = recording.transactions
        let frame = try recording.writeTogether(on: [0]) { try ServerFrame($0, besides: taken) }
        return try ReceiveScript(
            taken[taken.count - 2], taken[taken.count - 1], frame: frame, node: desk.store.engine.node)
    }

    /// The seconds that it takes all clients, once they are connected. `done`: turns that were taken before.
    func run(each turns: Int, after done: Int) throws -> Double {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "pgbench", "-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(min(clients, 2))", "-t", "\(turns)",
            "-D", "turn=\(done)", "-f", file.path, url,
        ]
        var environment = ProcessInfo.processInfo.environment
        environment["PGOPTIONS"] = "-c search_path=ringbuoy -c jit=off -c client_min_messages=error"
        process.environment = environment
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let rate = said.split(separator: "\n").first { $0.hasPrefix("tps = ") }
        guard process.terminationStatus == 0, let words = rate?.split(separator: " "), words.count > 2,
            let found = Double(words[2])
        else { throw LoadTrouble("pgbench: \(said)") }
        return Double(clients * turns) / found
    }
}
