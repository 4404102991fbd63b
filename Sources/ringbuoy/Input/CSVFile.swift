import Foundation
import HotlineDomain
import HotlineStore
import Wording

/// A table as spreadsheets write it (RFC 4180, UTF-8): a line of column names,
/// then a row each. Which line a row begins on is kept, to name it by.
struct CSVFile {
    struct Row {
        let line: Int
        fileprivate let cells: [String: String]

        /// Nil for an empty cell and for a column the file does not have.
        func text(_ column: String) -> String? {
            guard let cell = cells[column]?.trimmingCharacters(in: .whitespaces), !cell.isEmpty else { return nil }
            return cell
        }

        /// Parted by semicolons: names hold commas and spaces.
        func list(_ column: String) -> [String] {
            (text(column) ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }
        }
    }

    let path: String
    let rows: [Row]

    /// Refuses columns that are not among `columns`, and rows with more or fewer cells than the first line.
    init(_ path: String, columns: [String], required: [String]) throws {
        self.path = path
        var lines = CSVText.rows(try CSVFile.contents(path))
        guard !lines.isEmpty else { throw BadRows(path, [(1, "csv.empty", say("cli.csv.empty"))]) }
        let head = lines.removeFirst().cells.map { $0.trimmingCharacters(in: .whitespaces) }
        let known = ["known": columns.joined(separator: ", ")]
        var problems: [BadRows.Problem] = []
        for name in head where !columns.contains(name) {
            problems.append(
                (1, "csv.unknown_column", say("cli.csv.unknown_column", known.merging(["column": name]) { $1 })))
        }
        for (place, name) in head.enumerated() where head[..<place].contains(name) {
            problems.append((1, "csv.column_twice", say("cli.csv.column_twice", ["column": name])))
        }
        for name in required where !head.contains(name) {
            problems.append((1, "csv.missing_column", say("cli.csv.missing_column", ["column": name])))
        }
        for row in lines where row.cells.count != head.count {
            let counts = ["found": String(row.cells.count), "wanted": String(head.count)]
            problems.append((row.line, "csv.wrong_cells", say("cli.csv.wrong_cells", counts)))
        }
        if !problems.isEmpty { throw BadRows(path, problems) }
        rows = lines.map { line in
            Row(line: line.line, cells: Dictionary(zip(head, line.cells)) { first, _ in first })
        }
    }

    private static func contents(_ path: String) throws -> String {
        let data: Data
        do {
            // Not by its length: it may come through a pipe.
            data = try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data()
        } catch {
            throw BadRows(path, [(1, "csv.unreadable", say("cli.csv.unreadable"))])
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw BadRows(path, [(1, "csv.not_utf8", say("cli.csv.not_utf8"))])
        }
        // Spreadsheets put a mark before the first letter, and two bytes at a line's end.
        return text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
    }
}

/// Rows of a file that cannot be taken, each by its line. None of the file is done.
struct BadRows: Error, Hashable {
    typealias Problem = (line: Int, rule: String, text: String)

    let lines: [String]

    init(_ path: String, _ problems: [Problem]) {
        self.init(path, problems.map { (place: String($0.line), rule: $0.rule, text: $0.text) })
    }

    /// By the place each is found at.
    init(_ path: String, _ problems: [(place: String, rule: String, text: String)]) {
        lines = problems.map { "\(path):\($0.place): \($0.rule): \($0.text)".shown }
    }
}
