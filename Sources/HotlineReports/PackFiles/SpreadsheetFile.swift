import HotlineDomain

/// `data-excel.csv`: the rows in words, for a spreadsheet that takes `;` for the
/// next column and `,` for the decimal mark.
enum SpreadsheetFile {
    static func csv(_ pack: Pack, _ words: PackWords) -> String {
        let head = ["measure", "period", "by", "code", "label", "class", "value", "of", "percent", "status"]
        let totals = Totals(pack.rows)
        var lines = [head.map { words.say("pack.column.\($0)") }]
        for row in pack.rows { lines.append(fields(row, totals.share(row), words)) }
        return SeparatedText.byteOrderMark + lines.map { SeparatedText.line($0, separator: ";") }.joined()
    }

    private static func fields(_ row: PackRow, _ share: Share?, _ words: PackWords) -> [String] {
        let key = row.keys.first { $0.name != "class" && $0.name != "kind" }
        let kind = row["kind"].map { words.label("kind", $0) + ": " } ?? ""
        let label = key.map { kind + words.label($0.name, $0.code) } ?? ""
        let texts = [
            words.say("pack.measure.\(row.measure.rawValue)"), words.name(row.period),
            key.map { words.say("pack.by.\($0.name)") } ?? "", key?.code ?? "", label,
            row["class"].map { words.label("class", $0) } ?? "",
        ]
        var fields = texts.map { SeparatedText.plain($0) }
        fields.append(row.value.number.map { String($0) } ?? "")
        fields.append(share.map { String($0.of) } ?? "")
        fields.append(share.map { $0.number(decimalMark: words.decimalMark) } ?? "")
        fields.append(row.value == .withheld ? PackWords.withheldMark : "")
        return fields
    }

    /// What the lines of a table come to, so that each can be told as a share of
    /// it. Never of the SOS: a share of a hidden part would tell it.
    private struct Totals {
        private var sums: [[String]: Int] = [:]

        init(_ rows: [PackRow]) {
            for row in rows where Totals.isLine(row) { sums[Totals.table(row), default: 0] += row.value.number ?? 0 }
        }

        func share(_ row: PackRow) -> Share? {
            guard Totals.isLine(row), let number = row.value.number, let sum = sums[Totals.table(row)] else {
                return nil
            }
            return Share(number, of: sum)
        }

        private static func isLine(_ row: PackRow) -> Bool { row["class"] == nil && !row.keys.isEmpty }

        private static func table(_ row: PackRow) -> [String] {
            [row.measure.rawValue, row.period.name, row["kind"] ?? ""] + row.keys.map(\.name)
        }
    }
}
