import Foundation
import Testing

@Suite("Several at once")
struct TogetherTests {
    @Test("of eight first starts at once one makes the store and the others find it set up")
    func firstStarts() async throws {
        let desk = try TestDesk(isSetUp: false)
        let outcomes = try await together(desk, ["init", "--profile", desk.profile, "--open", "--json"])
        #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes)")
        #expect(outcomes.filter { !$0.output.contains("\"planned\":0") }.count == 1, "\(outcomes)")
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("of eight practices at once one writes the year and all find it")
    func practices() async throws {
        let desk = try TestDesk(isSetUp: false)
        let outcomes = try await together(desk, ["practice", "--store", "year/n.db", "--no-console"])
        // On a busy machine one may only start when the year is already there.
        #expect(outcomes.allSatisfy { $0.status == 0 || $0.errors.contains("store.exists") }, "\(outcomes)")
        let found = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/year")
        #expect(found.filter { $0.contains("making") } == [])
        #expect(try desk.run(["verify", "--store", "year/n.db"]).status == 0)
    }

    private func together(_ desk: TestDesk, _ arguments: [String]) async throws -> [TestDesk.Outcome] {
        try await withThrowingTaskGroup(of: TestDesk.Outcome.self) { group in
            for _ in 0..<8 { group.addTask { try desk.run(arguments) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("two desks that log at once share the numbers and lose nothing")
    func twoDesks() async throws {
        let desk = try TestDesk()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for code in ["01", "02"] {
                group.addTask {
                    for _ in 0..<15 {
                        let log = [
                            "call", "log", "--operator", code, "--code", "silent", "--started", "2009-09-14T10:00",
                        ]
                        let outcome = try desk.run(log)
                        #expect(outcome.status == 0)
                    }
                }
            }
            try await group.waitForAll()
        }
        let calls = try #require(try desk.json("call", "list") as? [[String: Any]])
        #expect(calls.count == 30)
        let numbers = try desk.run(["call", "list"]).lines.map { $0.prefix(7) }.sorted()
        #expect(numbers == (1...30).map { "09-" + String(format: "%04d", $0) }.map { $0[...] })
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a kill at any moment loses no call that was acknowledged")
    func kills() async throws {
        let desk = try TestDesk()
        var acknowledged: Set<String> = []
        try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 0..<2 {
                group.addTask { try killedLogs(at: desk, count: 100, worker: worker) }
            }
            for try await ids in group { acknowledged.formUnion(ids) }
        }
        let calls = try #require(try desk.json("call", "list") as? [[String: Any]])
        let found = Set(calls.compactMap { $0["id"] as? String })
        #expect(acknowledged.isSubset(of: found), "lost: \(acknowledged.subtracting(found))")
        #expect(!acknowledged.isEmpty)
        #expect(acknowledged.count < 200, "no kill came in time")
        #expect(try desk.run(["verify"]).status == 0)
    }

    /// Logs calls and kills each program somewhere between its start and its end,
    /// which a run that is let be shows now and then, however busy the machine is.
    /// The ids that were told before they died.
    private func killedLogs(at desk: TestDesk, count: Int, worker: Int) throws -> [String] {
        var told: [String] = []
        var usual = Duration.zero
        for round in 0..<count {
            let output = try desk.file("output-\(worker)")
            let process = try desk.process(["call", "log", "--operator", "01", "--code", "silent", "--json"])
            process.standardOutput = output.handle
            process.standardError = FileHandle.nullDevice
            let start = ContinuousClock.now
            try process.run()
            if round % 10 > 0 {
                Thread.sleep(forTimeInterval: usual / .seconds(1) * (0.2 + Double(round % 9) * 0.12))
                kill(process.processIdentifier, SIGKILL)
            }
            process.waitUntilExit()
            if round % 10 == 0 { usual = ContinuousClock.now - start }
            let answer = try? JSONSerialization.jsonObject(with: Data(contentsOf: output.url)) as? [String: String]
            if let id = answer?["id"] { told.append(id) }
        }
        return told
    }
}
