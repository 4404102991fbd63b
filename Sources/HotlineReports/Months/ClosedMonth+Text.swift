import HotlineDomain

/// A closed month as text, one figure a line: what is kept, and what its digest
/// is computed from. The same month is the same bytes on every machine.
extension ClosedMonth {
    /// Which line of a text is not in form, counted from 1.
    public struct Malformed: Error, Hashable {
        public let line: Int
    }

    /// Names the form, so that a later one can be told from it.
    private static let form = "closed month 1"

    public var canonicalText: String {
        var lines = [
            [ClosedMonth.form], ["period", period.name], ["definitions", String(definitions)],
            ["closed_at", String(closedAt.milliseconds)], ["closed_by", closedBy],
        ]
        lines += corrections.map { ["correction", $0.month.name, $0.reason] }
        lines += rows.map { row in
            [row.measure.rawValue, row.period.name] + row.keys.map { "\($0.name)=\($0.code)" } + [row.value.text]
        }
        return lines.map { $0.map(ClosedMonth.escaped).joined(separator: "\t") + "\n" }.joined()
    }

    /// What the digest is computed from.
    public var canonicalBytes: [UInt8] { Array(canonicalText.utf8) }

    /// Takes nothing but what `canonicalText` writes: another text for the same
    /// month would be another digest.
    public init(canonicalText text: String) throws(Malformed) {
        var reader = Reader(text)
        guard try reader.next() == [ClosedMonth.form] else { throw reader.malformed }
        guard let period = Period(try reader.value(of: "period")), period.months == [period] else {
            throw reader.malformed
        }
        guard let definitions = Int(try reader.value(of: "definitions")) else { throw reader.malformed }
        guard let closedAt = Int64(try reader.value(of: "closed_at")) else { throw reader.malformed }
        let closedBy = try reader.value(of: "closed_by")
        var corrections: [Correction] = []
        var rows: [MonthRow] = []
        while !reader.isAtEnd {
            let fields = try reader.next()
            if let correction = ClosedMonth.correction(fields), rows.isEmpty {
                corrections.append(correction)
            } else if let row = ClosedMonth.row(fields) {
                rows.append(row)
            } else {
                throw reader.malformed
            }
        }
        self.init(
            period: period, definitions: definitions, rows: rows, corrections: corrections,
            closedAt: Instant(milliseconds: closedAt), closedBy: closedBy)
        guard hasOneRowEach, canonicalText == text else { throw Malformed(line: 1) }
    }

    private var hasOneRowEach: Bool {
        zip(rows, rows.dropFirst()).allSatisfy {
            $0.measure != $1.measure || $0.period != $1.period || $0.keys != $1.keys
        }
    }

    private static func correction(_ fields: [String]) -> Correction? {
        guard fields.count == 3, fields[0] == "correction", let month = Period(fields[1]), month.months == [month]
        else { return nil }
        return Correction(month: month, reason: fields[2])
    }

    private static func row(_ fields: [String]) -> MonthRow? {
        guard fields.count >= 3, let measure = MonthMeasure(rawValue: fields[0]), let period = Period(fields[1]),
            let value = FigureValue(text: fields[fields.count - 1])
        else { return nil }
        var keys: [TidyKey] = []
        for field in fields[2..<(fields.count - 1)] {
            guard let mark = field.firstIndex(of: "=") else { return nil }
            keys.append(TidyKey(String(field[..<mark]), String(field[field.index(after: mark)...])))
        }
        return MonthRow(measure, period, keys, value)
    }

    /// A code may be what a hotline wrote: it ends neither a field nor a line.
    private static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
            case "\t": out.append(contentsOf: "\\t".unicodeScalars)
            case "\n": out.append(contentsOf: "\\n".unicodeScalars)
            case "\r": out.append(contentsOf: "\\r".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    private struct Reader {
        private let lines: [String.UnicodeScalarView.SubSequence]
        private var place = 0

        init(_ text: String) {
            lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0 }
        }

        var isAtEnd: Bool { place == lines.count }
        var malformed: Malformed { Malformed(line: max(1, place)) }

        mutating func next() throws(Malformed) -> [String] {
            guard !isAtEnd else { throw Malformed(line: place + 1) }
            place += 1
            var fields: [String] = []
            for field in lines[place - 1].split(separator: "\t", omittingEmptySubsequences: false) {
                guard let text = Reader.unescaped(field) else { throw malformed }
                fields.append(text)
            }
            return fields
        }

        mutating func value(of name: String) throws(Malformed) -> String {
            let fields = try next()
            guard fields.count == 2, fields[0] == name else { throw malformed }
            return fields[1]
        }

        private static func unescaped(_ field: String.UnicodeScalarView.SubSequence) -> String? {
            var out = String.UnicodeScalarView()
            var rest = field
            while let scalar = rest.popFirst() {
                guard scalar == "\\" else {
                    out.append(scalar)
                    continue
                }
                switch rest.popFirst() {
                case "\\": out.append("\\")
                case "t": out.append("\t")
                case "n": out.append("\n")
                case "r": out.append("\r")
                default: return nil
                }
            }
            return String(out)
        }
    }
}
