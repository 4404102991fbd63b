import Foundation
import Testing

/// A desk of its own for one test: a folder, a store in it, and the built
/// program with nothing of this machine's settings.
final class TestDesk: Sendable {
    let folder: URL
    let profile = TestDesk.root.appendingPathComponent("shifts/transnistria-migration.toml").path
    var store: String { folder.appendingPathComponent("hotline.db").path }

    /// `isSetUp`: with the Transnistria line in the store.
    init(isSetUp: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringbuoy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if isSetUp { #expect(try run(["init", "--profile", profile, "--open"]).status == 0) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    struct Outcome: Equatable {
        let output: String
        let errors: String
        let status: Int32
        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Beside the bundle of the tests, where the build puts both.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("ringbuoy")

    func process(_ arguments: [String], input: URL? = nil, _ settings: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = TestDesk.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let plain = [
            "HOME": folder.path, "RINGBUOY_STORE": store, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
            "XDG_RUNTIME_DIR": folder.path,
        ]
        process.environment = plain.merging(settings) { $1 }
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        return process
    }

    /// Outputs go to files: a pipe that nobody empties would hold the program up.
    func file(_ name: String) throws -> (url: URL, handle: FileHandle) {
        let url = folder.appendingPathComponent("\(name)-\(UUID().uuidString)")
        try Data().write(to: url)
        return (url, try FileHandle(forWritingTo: url))
    }

    func run(_ arguments: [String], input: Data? = nil, _ settings: [String: String] = [:]) throws -> Outcome {
        var typed: URL?
        if let input {
            typed = try file("input").url
            try input.write(to: typed!)
        }
        let (output, errors) = (try file("output"), try file("errors"))
        let process = try process(arguments, input: typed, settings)
        process.standardOutput = output.handle
        process.standardError = errors.handle
        try process.run()
        process.waitUntilExit()
        return Outcome(
            output: String(decoding: try Data(contentsOf: output.url), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors.url), as: UTF8.self),
            status: process.terminationStatus)
    }

    /// The answer of a command that must succeed, as JSON.
    func json(_ arguments: String..., input: String? = nil) throws -> Any {
        let outcome = try run(arguments + ["--json"], input: input.map { Data($0.utf8) })
        try #require(outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.errors)")
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8), options: .fragmentsAllowed)
    }
}

extension TestDesk {
    func profileText() throws -> String { try String(contentsOfFile: profile, encoding: .utf8) }

    func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
}
