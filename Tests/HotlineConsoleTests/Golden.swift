import Foundation
import Testing

/// Screens as text files beside the tests. `RECORD_GOLDEN=1 swift test` writes
/// them anew; look at the difference before committing it.
enum Golden {
    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data((text + "\n").utf8).write(to: file)
            return
        }
        let golden = try? String(contentsOf: file, encoding: .utf8)
        #expect(text + "\n" == golden, "\(name): the screen is another one now", sourceLocation: sourceLocation)
    }
}
