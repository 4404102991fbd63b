/// A table as spreadsheets write and read it (RFC 4180).
public enum CSVText {
    /// A row, and the line of the file it begins on.
    public typealias Row = (line: Int, cells: [String])

    /// Rows of a text; empty lines are none.
    public static func rows(_ text: String) -> [Row] {
        var rows: [Row] = []
        var (cells, cell): ([String], String) = ([], "")
        var (line, start, isQuoted, wasQuote) = (1, 1, false, false)
        func end() {
            if !(cells.isEmpty && cell.isEmpty) { rows.append((start, cells + [cell])) }
            (cells, cell) = ([], "")
        }
        for letter in text.unicodeScalars {
            if letter == "\n" { line += 1 }
            if isQuoted, !wasQuote {
                if letter == "\"" { wasQuote = true } else { cell.unicodeScalars.append(letter) }
                continue
            }
            if isQuoted, wasQuote {
                wasQuote = false
                if letter == "\"" {
                    cell.unicodeScalars.append(letter)
                    continue
                }
                isQuoted = false
            }
            switch letter {
            case "\"" where cell.isEmpty: isQuoted = true
            case ",":
                cells.append(cell)
                cell = ""
            case "\n":
                end()
                start = line
            default: cell.unicodeScalars.append(letter)
            }
        }
        end()
        return rows
    }

    /// One row with its line end.
    static func line(_ cells: [String]) -> String {
        cells.map { cell in
            guard cell.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return cell }
            // By scalar: a mark that stands on a quote makes one character of the two.
            var quoted = "\"".unicodeScalars
            for letter in cell.unicodeScalars { quoted += letter == "\"" ? [letter, letter] : [letter] }
            return String(quoted) + "\""
        }.joined(separator: ",") + "\r\n"
    }

    /// Words that a spreadsheet would take for a formula get an apostrophe before
    /// them, as do those that begin with one: `unguarded` gives every text back.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r'".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    static func unguarded(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" ? String(cell.unicodeScalars.dropFirst()) : cell
    }
}
