import Foundation
import Testing

@Suite("The house's own report on the command line")
struct ReportTranscriptTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy operator add 94 --role reporting_officer --operator 91
            …
            $ ringbuoy call log --operator 01 --class information --outcome information_given --topic documents --country MD --started 2009-09-14T10:00 --minutes 5
            …
            $ ringbuoy call log --operator 02 --code silent --started 2009-09-14T11:00 --minutes 1
            …
            $ ringbuoy call log --operator 01 --code test --started 2009-09-14T12:00 --minutes 1
            …
            """
        ).play(at: desk)
        return desk
    }

    @Test("it is internal from its first line to its last, says what is left out, and has both funnels")
    func text() throws {
        let desk = try desk()
        let outcome = try desk.run(["report", "--period", "2009-09", "--as", "91"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines.filter { $0.hasPrefix("Internal: ") }.count == 2)
        #expect(outcome.output.contains("by the date of each event"))
        #expect(outcome.output.contains("what has become of these calls so far"))
        #expect(outcome.output.contains("In none of the counts: test calls 1"))
        #expect(outcome.output.contains("1/2") && outcome.output.contains("50.0\u{A0}%"))
        #expect(!outcome.output.contains("\u{1B}"))
        let plain = try desk.run(["report", "--period", "2009-09", "--as", "91"], ["LC_ALL": "C"])
        #expect(plain.output.contains("###") && !plain.output.contains("█"))
    }

    @Test("each role has it, operator by operator only who leads them", arguments: [("91", 2), ("01", 1), ("94", 0)])
    func roles(code: String, rows: Int) throws {
        let desk = try desk()
        let outcome = try desk.run(["report", "--period", "2009-09", "--format", "json", "--as", code])
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let by = try #require(report["by"] as? [String: [[String: Any]]])
        #expect((by["operator"] ?? []).count == rows)
        #expect(report["calls"] as? Int == 2 && report["internal"] as? Bool == true)
        let table = try desk.run(["stats", "--period", "2009-09", "--by", "operator", "--as", code])
        #expect(table.status == (rows == 2 ? 0 : 77))
    }

    @Test("it goes into a private file once, by whoever may take something out, and the journal says so")
    func file() throws {
        let desk = try desk()
        try Transcript(
            """
            $ ringbuoy report --period 2009-09 --format html --to september.html --as 01
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy report --period 2009-09 --format html --to september.html --as 94
            ! Written to september.html, …
            $ ringbuoy report --period 2009-09 --format html --to september.html --as 94
            ! refused: store.taken: …
            ? 1
            $ ringbuoy report --period 2009-09 --to nowhere/september.txt --as 94
            ! error: …
            ? 69
            $ ringbuoy audit --access --limit 2 --as 91 --json
            [
            {…"operator":"94","kind":"access",…"event":"exported","body":"{…2009-09…report…}"},
            …
            ]
            """
        ).play(at: desk)
        let path = desk.folder.appendingPathComponent("september.html")
        let mode = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let page = try String(contentsOf: path, encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("Internal: for this house alone"))
        #expect(!page.contains("report.") && !page.contains("<script"))
    }

    @Test("every period there is has its report, in every language", arguments: ["en", "ro", "ru"])
    func periods(language: String) throws {
        let desk = try desk()
        for period in ["2009-09-14", "2009-09", "2009-Q3", "2009", "2008-10/2009-09", "1999-02"] {
            for format in ["text", "html", "json", "csv"] {
                let outcome = try desk.run([
                    "report", "--period", period, "--format", format, "--lang", language, "--as", "91",
                ])
                #expect(outcome.status == 0, "\(period) \(outcome.errors)")
                for key in ["report.", "pack.", "board."] {
                    #expect(!outcome.output.contains(key), "\(period) \(format)")
                }
            }
        }
    }
}
