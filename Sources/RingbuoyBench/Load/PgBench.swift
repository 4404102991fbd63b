import Foundation

/// PostgreSQL's own program for measuring: the same statements with nothing around them.
enum PgBench {
    /// Transactions a second.
    static func run(_ script: ReceiveScript, clients: Int, each turns: Int, url: String, in folder: URL) throws
        -> Double
    {
        let file = folder.appendingPathComponent("receive.sql")
        try script.text.write(to: file, atomically: true, encoding: .utf8)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "pgbench", "-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(min(clients, 2))", "-t", "\(turns)",
            "-D", "turn=0", "-f", file.path, url,
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
        return found
    }
}
