/// Why a file is no code list.
struct CodeListFault: Error, Equatable {
    enum Reason: Equatable {
        case missingHead, badVersion, unknownColumn, missingColumn, wrongNumberOfFields, emptyField
        case keyOfSeveralCharacters, repeatedCode, repeatedKey, unknownParent
    }

    let line: Int
    let reason: Reason
}

extension CodeList {
    /// Reads the form that the README beside this file shows.
    init(tsv bytes: [UInt8]) throws(CodeListFault) {
        var rows: [CodeListRow] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            rows.append(CodeListRow(line: number + 1, fields: fields.map { String(decoding: $0, as: UTF8.self) }))
        }
        guard rows.count >= 4 else { throw CodeListFault(line: rows.count + 1, reason: .missingHead) }
        let id = try rows[0].head("id")
        let version = try rows[1].head("version")
        guard let version = Int(digits: version) else { throw rows[1].fault(.badVersion) }
        let source = try rows[2].head("source")
        let columns = try CodeListColumns(rows[3])
        var codes: [Code] = []
        for row in rows[4...] { codes.append(try columns.code(row, after: codes)) }
        self.init(id: id, version: version, source: source, codes: codes)
    }
}

private struct CodeListRow {
    let line: Int
    let fields: [String]

    func fault(_ reason: CodeListFault.Reason) -> CodeListFault { CodeListFault(line: line, reason: reason) }

    func head(_ name: String) throws(CodeListFault) -> String {
        guard fields.count == 2, fields[0] == name, !fields[1].isEmpty else { throw fault(.missingHead) }
        return fields[1]
    }
}

/// Which column holds what; `key` and `parent` are there only where the list has them.
private struct CodeListColumns {
    let count: Int
    let code: Int
    let labels: [(language: String, column: Int)]
    let key: Int?
    let parent: Int?

    init(_ row: CodeListRow) throws(CodeListFault) {
        let names = ["code", "key", "parent", "en", "ro", "ru"]
        guard row.fields.allSatisfy(names.contains) else { throw row.fault(.unknownColumn) }
        var labels: [(language: String, column: Int)] = []
        for language in ["en", "ro", "ru"] {
            guard let column = row.fields.firstIndex(of: language) else { throw row.fault(.missingColumn) }
            labels.append((language, column))
        }
        guard let code = row.fields.firstIndex(of: "code") else { throw row.fault(.missingColumn) }
        count = row.fields.count
        self.code = code
        self.labels = labels
        key = row.fields.firstIndex(of: "key")
        parent = row.fields.firstIndex(of: "parent")
    }

    func code(_ row: CodeListRow, after known: [Code]) throws(CodeListFault) -> Code {
        guard row.fields.count == count else { throw row.fault(.wrongNumberOfFields) }
        guard row.fields.allSatisfy({ !$0.isEmpty }) else { throw row.fault(.emptyField) }
        let code = Code(
            code: row.fields[code],
            labels: Dictionary(uniqueKeysWithValues: labels.map { ($0.language, row.fields[$0.column]) }),
            key: try key(row), parent: parent.map { row.fields[$0] }.flatMap { $0 == "-" ? nil : $0 })
        if known.contains(where: { $0.code == code.code }) { throw row.fault(.repeatedCode) }
        if let key = code.key, known.contains(where: { $0.key == key }) { throw row.fault(.repeatedKey) }
        if let parent = code.parent, !known.contains(where: { $0.code == parent && $0.parent == nil }) {
            throw row.fault(.unknownParent)
        }
        return code
    }

    private func key(_ row: CodeListRow) throws(CodeListFault) -> Character? {
        guard let key else { return nil }
        guard row.fields[key].count == 1 else { throw row.fault(.keyOfSeveralCharacters) }
        return row.fields[key].first
    }
}
