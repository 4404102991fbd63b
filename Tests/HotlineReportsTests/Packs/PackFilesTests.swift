import Foundation
import FoundationXML
import HotlineDomain
import Testing

@testable import HotlineReports

/// The files of a pack: the same bytes every time, and nothing in them that runs.
@Suite("Files of a pack")
struct PackFilesTests {
    private func made(_ seed: Int, _ change: (inout PackInput) -> Void = { _ in }) throws -> Pack {
        var dice = Dice(seed)
        var input = PackYear(&dice).input(PackYear.period)
        change(&input)
        return try Pack(input)
    }

    /// As a Romanian spreadsheet would want it.
    private let comma = PackWords(
        language: "ro", decimalMark: ",", sentence: { key, _ in key }, grouped: { String($0) },
        calendar: { period, _ in period.name })

    private func text(_ files: [PackFile], _ name: PackFileName) throws -> String {
        String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
    }

    @Test("the same input is the same bytes", arguments: 1...3)
    func sameBytes(seed: Int) throws {
        let first = try made(seed).files(PackYear.words, digest: PackYear.digest)
        let second = try made(seed).files(PackYear.words, digest: PackYear.digest)
        #expect(first == second)
        #expect(first.map(\.name) == [.report, .data, .meta, .dataHXL, .iati])
        #expect(try made(seed).workbook(PackYear.words) == made(seed).workbook(PackYear.words))
    }

    @Test("data.csv has the columns an attacker reads, and meta.json every code in it", arguments: 1...3)
    func attackable(seed: Int) throws {
        let files = try made(seed).files(PackYear.words, digest: PackYear.digest)
        let lines = try text(files, .data).split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let head = try #require(lines.first)
        #expect(head.prefix(3) == ["measure", "period", "class"] && head.suffix(3) == ["value", "status", "note"])
        let meta = try #require(
            try JSONSerialization.jsonObject(with: Data(try text(files, .meta).utf8)) as? [String: Any])
        let domains = try #require(meta["domains"] as? [String: [String]])
        let open = try #require(meta["open"] as? [String])
        for line in lines.dropFirst() {
            #expect(line.count == head.count)
            #expect(line[head.count - 2] == "x" ? line[head.count - 3].isEmpty : Int(line[head.count - 3]) != nil)
            for (column, cell) in zip(head, line).dropFirst(2).dropLast(3) where !cell.isEmpty && cell != "OTHER" {
                for code in cell.split(separator: "+").map(String.init) {
                    #expect(domains[column]?.contains(code) ?? false || open.contains(column), "\(column) \(code)")
                }
            }
        }
        #expect(
            meta["thresholds"] as? [String: Int] == [
                "cases": 11, "referrals": 11, "services": 11, "persons": 11, "escalations": 11,
            ])
    }

    @Test("the page runs nothing, fetches nothing and allows exactly its own style")
    func page() throws {
        let page = try text(try made(4).files(PackYear.words, digest: PackYear.digest), .report)
        for mark in ["<script", "http://", "https://", "@import", " src=", " href=", " style=", "javascript:", " on"]
        {
            let found = mark == " on" ? page.contains(#/ on[a-z]+=/#) : page.contains(mark)
            #expect(!found, "\(mark)")
        }
        let style = try #require(page.firstMatch(of: /<style>([^<]*)<\/style>/)?.output.1)
        #expect(page.components(separatedBy: "<style").count == 2)
        let hash = Data(PackYear.digest(Array(String(style).utf8))).base64EncodedString()
        #expect(page.contains("default-src 'none'; style-src 'sha256-\(hash)'"))
        #expect(page.contains("<html lang=\"en\">") && page.contains("<caption>") && page.contains("role=\"img\""))
    }

    @Test("a page of several windows shows what they come to together, and its indicators agree with it")
    func wholePeriod() throws {
        var year = PackYear.hotline
        year.settings.families = [.topic]
        let months = PackYear.period.months.map { month in
            func rows(_ measure: MonthMeasure, _ counts: [(String, Int)]) -> [MonthRow] {
                counts.map { MonthRow(measure, month, [TidyKey("topic", $0.0)], .exact($0.1)) }
            }
            return ClosedMonth(
                period: month,
                rows: rows(.calls, [("tourism", 9), ("documents", 8)])
                    + rows(.sos, [("tourism", 2), ("documents", 2)])
                    + [
                        MonthRow(.calls, month, [TidyKey("class", "information")], .exact(13)),
                        MonthRow(.calls, month, [TidyKey("class", "sos")], .exact(4)),
                        MonthRow(.calls, month, [], .exact(17)), MonthRow(.sos, month, [], .exact(4)),
                    ], closedAt: Instant(seconds: 0), closedBy: "91")
        }
        func page(_ period: Period) throws -> String {
            let pack = try Pack(
                PackInput(
                    hotlineCode: "test", hotlineName: "Test line", projectYearStartMonth: 10,
                    donor: Donor(code: "sdc", name: "SDC"), period: period,
                    months: months.filter { $0.period.first <= period.last }, since: PackYear.period.first,
                    families: Family.standard(for: year)))
            return try text(pack.files(PackYear.words, digest: PackYear.digest), .report)
        }
        #expect(try page(PackYear.period).contains(">108 / 24<"))
        #expect(try page(#require(Period("2009-Q3"))).contains(">27 / 6<"))
    }

    @Test("bytes are written as other tools write them")
    func byteTexts() {
        for count in 0...7 {
            let bytes = (0..<count).map { UInt8((250 + $0 * 3) & 255) }
            #expect(ByteText.base64(bytes) == Data(bytes).base64EncodedString())
            #expect(ByteText.hex(bytes) == bytes.map { String(format: "%02x", $0) }.joined())
        }
    }

    static let formulaTexts = [
        "=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "\u{FF1D}1", "=cmd|' /C calc'!A0",
    ]

    @Test("text never becomes a formula", arguments: PackFilesTests.formulaTexts)
    func noFormula(text: String) throws {
        let pack = try made(5) { input in
            input.hotlineName = text
            input.donor.name = text
            input.families = input.families.map { family in
                guard family.name == .fund else { return family }
                return Family(.fund, tree: CodeTree(family.tree.codes + [text], isOpen: true))
            }
            input.months = input.months.map { month in
                let rows = month.rows.map { row in
                    row.measure == .delivered && row["donor"] == "japan"
                        ? MonthRow(row.measure, row.period, [TidyKey("donor", text)], row.value) : row
                }
                return ClosedMonth(period: month.period, rows: rows, closedAt: month.closedAt, closedBy: text)
            }
        }
        let files = pack.files(comma, digest: PackYear.digest)
        for name in [PackFileName.data, .dataHXL, .dataExcel] {
            let mark: Character = name == .dataExcel ? ";" : ","
            for line in try self.text(files, name).split(separator: "\r\n").dropFirst(name == .dataHXL ? 2 : 1) {
                for field in line.split(separator: mark) {
                    let bare = field.drop { $0 == "\"" || $0 == " " }
                    #expect(!"=+-@\t\r".contains(bare.first ?? "x"), "\(name.rawValue): \(line)")
                }
            }
        }
    }

    @Test("what a spreadsheet reads has its mark at the front, its separator and its decimal mark")
    func spreadsheet() throws {
        var shares = 0
        for seed in 1...6 {
            let files = try made(seed).files(comma, digest: PackYear.digest)
            let file = try #require(files.first { $0.name == .dataExcel })
            #expect(file.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
            let lines = try text(files, .dataExcel).split(separator: "\r\n")
            #expect(lines.allSatisfy { $0.filter { $0 == ";" }.count == 9 })
            shares += lines.filter { $0.contains(#/;\d+,\d;/#) }.count
        }
        #expect(shares > 0)
    }

    @Test("the manifest names every file with its size and digest")
    func manifest() throws {
        let pack = try made(7)
        let files = pack.files(PackYear.words, digest: PackYear.digest)
        let manifest = ManifestFile.file(pack, files: files, months: [], digest: PackYear.digest)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(manifest.bytes)) as? [String: Any])
        let named = try #require(json["files"] as? [[String: Any]])
        #expect(named.count == files.count)
        for entry in named {
            let file = try #require(files.first { $0.name.rawValue == entry["name"] as? String })
            #expect(entry["size"] as? Int == file.bytes.count)
            #expect(entry["sha256"] as? String == ByteText.hex(PackYear.digest(file.bytes)))
        }
    }

    @Test("iati.xml is XML, tells nothing withheld, and nothing cumulative may be added up", arguments: 1...3)
    func activity(seed: Int) throws {
        let pack = try made(seed) { $0.hotlineName = "Line <&> \"one\" \u{1}" }
        let file = try text(pack.files(PackYear.words, digest: PackYear.digest), .iati)
        let parser = XMLParser(data: Data(file.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(!file.contains("value=\"x\""))
        let cumulative = try #require(file.components(separatedBy: "pack.iati.cumulative").last)
        #expect(
            cumulative.contains("aggregation-status=\"false\"") && !cumulative.contains("aggregation-status=\"true\"")
        )
    }

    /// The folder with the initiative's schema; it is not part of this repository.
    static let schema = ProcessInfo.processInfo.environment["IATI_XSD"].map { $0 + "/iati-activities-schema.xsd" }
    static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        "iati.xml is valid by the initiative's schema",
        .enabled(if: PackFilesTests.schema != nil && PackFilesTests.xmllint != nil),
        arguments: 1...3)
    func valid(seed: Int) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("iati-\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        let bytes = try #require(
            try made(seed).files(PackYear.words, digest: PackYear.digest).first { $0.name == .iati }
        ).bytes
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(PackFilesTests.xmllint))
        process.arguments = ["--nonet", "--noout", "--schema", try #require(PackFilesTests.schema), file.path]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
