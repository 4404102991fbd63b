import Foundation
import HotlineReports
import Testing

@testable import WorkbookXLSX

enum Unzip {
    static let path = ["/usr/bin/unzip"].first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The workbook as a file: the same every time, and read again as it was meant.
@Suite("The workbook as a file")
struct WorkbookFileTests {
    private static let withheld = "x"

    private var workbook: Workbook {
        var calls = WorkbookSheet(name: "Calls: by [class]", widths: [30, 10], frozenRows: 1)
        calls.rows = [
            [.title("Test"), .heading("Number")], [.text("=1+1"), .number(1346)],
            [.words("Ștefan <&>"), .share(Share(126, of: 1346))],
            [.text("hidden"), .status(Self.withheld)], [.empty, .share(Share(0, of: 0))],
            [.text(String(repeating: "a", count: 40_000))],
        ]
        calls.charts = [
            WorkbookSheet.Chart(
                kind: .bars, title: "Calls", row: 8, column: 3,
                categories: WorkbookSheet.Cells(rows: 1...2, columns: 0...0),
                series: [WorkbookSheet.Series("Number", WorkbookSheet.Cells(rows: 1...2, columns: 1...1))])
        ]
        let same = WorkbookSheet(name: "Calls: by [class]", widths: [], frozenRows: 0)
        return Workbook(title: "Test", author: "Line", created: 1_254_268_800, sheets: [calls, same])
    }

    /// A folder for one test, and what lies in it afterwards.
    private func inFolder<T>(_ work: (String) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try work(folder.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        return result
    }

    @Test("the same workbook is the same bytes, and nothing is left beside it")
    func sameBytes() throws {
        let first = try inFolder { try WorkbookFile.bytes(of: workbook, in: $0) }
        let second = try inFolder { try WorkbookFile.bytes(of: workbook, in: $0) }
        #expect(first == second)
        #expect(Array(first.prefix(2)) == Array("PK".utf8) && first.count > 2000)
    }

    @Test("a folder that is not there is a named error")
    func noFolder() {
        #expect(throws: WorkbookError.folder(ENOENT)) {
            _ = try WorkbookFile.bytes(of: workbook, in: "/nowhere/at/all")
        }
    }

    @Test("names of sheets are ones the format takes, and all different")
    func names() {
        let names = SheetNames(["a/b", "A?b", "", String(repeating: "ж", count: 40), "'x'"]).names
        #expect(names == ["ab", "Ab 2", " 3", String(repeating: "ж", count: 28), "x"])
    }

    @Test("no formula, no hidden sheet, a fixed date", .enabled(if: Unzip.path != nil))
    func contents() throws {
        let bytes = try inFolder { try WorkbookFile.bytes(of: workbook, in: $0) }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        func part(_ name: String) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try #require(Unzip.path))
            process.arguments = ["-p", file.path, name]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            defer { process.waitUntilExit() }
            return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        #expect(try !part("xl/worksheets/sheet1.xml").contains("<f>"))
        #expect(try part("xl/worksheets/sheet1.xml").contains("<pane "))
        #expect(try part("xl/sharedStrings.xml").contains("=1+1"))
        #expect(try !part("xl/workbook.xml").contains("hidden"))
        #expect(try part("docProps/core.xml").contains("2009-09-30T00:00:00Z"))
        #expect(try part("xl/charts/chart1.xml").contains("1346"))
    }
}
