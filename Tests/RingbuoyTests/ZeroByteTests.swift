import Foundation
import PostgresCluster
import Testing

/// PostgreSQL keeps no text with a zero byte in it. A file that kept one would keep it from every server, so no
/// store takes it, from wherever it comes.
@Suite("A zero byte, in a shell")
struct ZeroByteTests {
    enum Place: CaseIterable {
        case file, server
        static let allCases: [Place] = [.file] + (PostgresCluster.isWanted ? [.server] : [])
    }

    private static func with(_ place: Place, _ body: (TestDesk, [String]) throws -> Void) throws {
        guard place == .server else { return try body(try TestDesk(), []) }
        try PostgresCluster.withDatabase { url in
            let desk = try TestDesk(isSetUp: false)
            let made = try desk.run(["init", "--profile", desk.profile, "--open", "--store", url])
            #expect(made.status == 0, "\(made.errors)")
            try body(desk, ["--store", url])
        }
    }

    /// What is done, with which file or input, and how it is refused.
    private static let inputs: [(command: String, text: String, status: Int32, begins: String)] = [
        ("provider import f", "code,name,services\nho\0use,House,legal\n", 65, "f:2: "),
        ("provider import f", "code,name,services\nhouse,Ho\0use,legal\n", 65, "f:2: "),
        ("provider import f", "code,name,services\nhouse,House,le\0gal\n", 65, "f:2: "),
        ("territory import f --operator 91", "code,name\nnorth,No\0rth\n", 65, "f:2: "),
        ("territory import f --operator 91", "code,name\nno\0rth,North\n", 65, "f:2: "),
        ("case note CASE - --operator 51", "a\0b", 1, "refused: words.control_character: "),
        ("case task add CASE - --operator 51", "\0", 1, "refused: words.control_character: "),
        (
            "call log --operator 01 --class information --outcome information_given --note -", "a\0b", 1,
            "refused: words.control_character: "
        ),
    ]

    @Test("comes into no store by a file or a note, and nothing of it is done", arguments: Place.allCases)
    func refused(_ place: Place) throws {
        try Self.with(place) { desk, store in
            let opened = try desk.run(["case", "open", "--origin", "walk_in", "--operator", "51", "--json"] + store)
            let row = try #require(try JSONSerialization.jsonObject(with: Data(opened.output.utf8)) as? [String: Any])
            let number = try #require(row["number"] as? String)
            let before = try desk.run(["audit", "--limit", "1", "--json"] + store).output
            for input in Self.inputs {
                let words = input.command.split(separator: " ").map { $0 == "CASE" ? number : String($0) }
                if words.contains("f") { try desk.write(input.text, to: "f") }
                let outcome = try desk.run(words + store, input: words.contains("-") ? Data(input.text.utf8) : nil)
                #expect(outcome.status == input.status, "\(input): \(outcome)")
                #expect(outcome.errors.hasPrefix(input.begins), "\(input): \(outcome.errors)")
                #expect(!outcome.errors.contains("PostgreSQL"), "\(outcome.errors)")
            }
            #expect(try desk.run(["audit", "--limit", "1", "--json"] + store).output == before)
        }
    }

    @Test("of a switch's names is left out where it comes, as any control character", arguments: Place.allCases)
    func switchNames(_ place: Place) throws {
        try Self.with(place) { desk, store in
            try desk.write(
                """
                {"event":"callWaiting","at":"2026-11-21T10:00:00Z","call":"c\\u00001","line":"tn","visit":"v\\u00001"}
                {"event":"callWaiting","at":"2026-11-21T10:00:01Z","call":"c2","line":"t\\u0000n","visit":"v2"}

                """, to: "feed.jsonl")
            let outcome = try desk.run(["feed", "replay", "feed.jsonl"] + store)
            #expect(!outcome.errors.contains("PostgreSQL"), "\(outcome)")
            #expect([0, 1, 65].contains(outcome.status), "\(outcome)")
            #expect(try desk.run(["verify"] + store).status == 0)
        }
    }
}
