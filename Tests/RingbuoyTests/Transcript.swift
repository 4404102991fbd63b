import Foundation
import Testing

/// A dialogue with the program as it reads in a shell:
///
///     $ ringbuoy case note 09-01 - --operator 51     a command
///     < came by again                                 what is piped in
///     09-01 …                                         lines of output; … is anything
///     {"id":"<case>"}                                 <name> is kept, and may be used in commands
///     ! refused: case.not_active: …                   lines of standard error
///     ? 1                                             the exit code, when it is not 0
///
/// `…` alone on a line stands for any number of lines.
struct Transcript {
    private struct Step {
        var command: String
        var input: [String] = []
        var output: [String] = []
        var errors: [String] = []
        var status: Int32 = 0
    }

    private let steps: [Step]

    init(_ text: String) {
        var steps: [Step] = []
        // By scalar: to Swift a line end from Windows is one character.
        for line in text.unicodeScalars.split(separator: "\n").map({ String($0) }) {
            let rest = String(line.dropFirst(2))
            switch line.prefix(2) {
            case "$ ": steps.append(Step(command: rest))
            case "< ": steps[steps.count - 1].input.append(rest)
            case "! ": steps[steps.count - 1].errors.append(rest)
            case "? ": steps[steps.count - 1].status = Int32(rest)!
            default: steps[steps.count - 1].output.append(line)
            }
        }
        self.steps = steps
    }

    /// Plays it at a desk; what differs is told with the command.
    func play(at desk: TestDesk, language: String = "en") throws {
        var kept: [String: String] = [:]
        for step in steps {
            let command = kept.reduce(step.command) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
            let input = step.input.isEmpty ? nil : Data((step.input.joined(separator: "\n") + "\n").utf8)
            let outcome = try desk.run(words(command), input: input, ["RINGBUOY_LANG": language])
            #expect(outcome.status == step.status, "$ \(command)\n\(outcome.output)\(outcome.errors)")
            try compare(step.output, outcome.output, command, &kept)
            if !step.errors.isEmpty { try compare(step.errors, outcome.errors, command, &kept) }
        }
    }

    /// Quotes hold words together; nothing else means anything.
    private func words(_ command: String) -> [String] {
        let parts = command.components(separatedBy: "'").enumerated().flatMap { place, part in
            place % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
        return Array(parts.dropFirst())
    }

    private func compare(
        _ expected: [String], _ found: String, _ command: String, _ kept: inout [String: String]
    ) throws {
        var pattern = ""
        var names: [String] = []
        for line in expected {
            if line == "…" { pattern += "(?:.*\n)*?"; continue }
            pattern += regex(line, &names) + "\n"
        }
        let whole = try NSRegularExpression(pattern: "^" + pattern + "$")
        let range = NSRange(found.startIndex..., in: found)
        guard let match = whole.firstMatch(in: found, range: range), match.range == range else {
            Issue.record("$ \(command)\nexpected:\n\(expected.joined(separator: "\n"))\nfound:\n\(found)")
            return
        }
        for (place, name) in names.enumerated() {
            kept[name] = String(found[Range(match.range(at: place + 1), in: found)!])
        }
    }

    private func regex(_ line: String, _ names: inout [String]) -> String {
        var result = ""
        var rest = line[...]
        while let next = rest.first {
            if next == "…" {
                result += ".*"
                rest.removeFirst()
            } else if next == "<", let end = rest.firstIndex(of: ">") {
                names.append(String(rest[rest.index(after: rest.startIndex)..<end]))
                result += "(.+?)"
                rest = rest[rest.index(after: end)...]
            } else {
                result += NSRegularExpression.escapedPattern(for: String(rest.removeFirst()))
            }
        }
        return result
    }
}
