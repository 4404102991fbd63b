/// Why a line of the table is no field.
struct CaseFieldFault: Error, Equatable {
    let line: Int
    let column: String
}

/// The table as it was compiled in, read once, when first needed.
struct CaseFieldTable {
    static let shared = read()

    let fields: [CaseField]
    let named: [String: CaseField]

    init(tsv bytes: [UInt8]) throws(CaseFieldFault) {
        var lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        let columns = lines.isEmpty ? [] : lines.removeFirst()
        var fields: [CaseField] = []
        for (number, cells) in lines.enumerated() {
            guard cells.count == columns.count, !cells.contains("") else {
                throw CaseFieldFault(line: number + 2, column: "-")
            }
            let row = Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })
            fields.append(try CaseFieldTable.field(row, line: number + 2))
        }
        self.fields = fields
        let names = fields.map { ($0.name, $0) } + fields.compactMap { field in field.standard.map { ($0, field) } }
        named = Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    private static func field(_ row: [String: String], line: Int) throws(CaseFieldFault) -> CaseField {
        func cell(_ column: String) throws(CaseFieldFault) -> String {
            guard let cell = row[column] else { throw CaseFieldFault(line: line, column: column) }
            return cell
        }
        func value<T>(_ column: String, _ read: (String) -> T?) throws(CaseFieldFault) -> T {
            guard let value = read(try cell(column)) else { throw CaseFieldFault(line: line, column: column) }
            return value
        }
        let (when, standard) = (try cell("when"), try cell("standard"))
        return CaseField(
            name: try cell("field"), scope: try value("of", CaseField.Scope.init),
            group: try value("group", CaseField.Group.init), kind: try value("kind", kind),
            isCore: try cell("core") == "core", mayLeave: try cell("leaves") != "no",
            namesSomebody: try cell("leaves") == "name",
            condition: when == "-" ? nil : try value("when", condition), standard: standard == "-" ? nil : standard,
            labels: ["en": try cell("en"), "ro": try cell("ro"), "ru": try cell("ru")])
    }

    private static func kind(_ text: String) -> CaseField.Kind? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let list = parts.count == 2 ? ListID(rawValue: parts[1]) : nil
        switch (parts.first, list) {
        case ("code", let list?): return .code(list)
        case ("codes", let list?): return .codes(list)
        case ("sealed_code", let list?): return .sealedCode(list)
        case ("date", nil): return .date
        case ("number", nil): return .number
        case ("text", nil): return .text
        case ("sealed_date", nil): return .sealedDate
        default: return nil
        }
    }

    private static func condition(_ text: String) -> CaseField.Condition? {
        let parts = text.split(separator: "=").map(String.init)
        return parts.count == 2 ? CaseField.Condition(field: parts[0], code: parts[1]) : nil
    }

    /// The table is part of the program: one that is not in form is a defect of
    /// the build, which a test finds, and no console should start with.
    private static func read() -> CaseFieldTable {
        do {
            return try CaseFieldTable(tsv: PackageResources.case_field_tsv)
        } catch {
            preconditionFailure("case_field.tsv:\(error.line): \(error.column)")
        }
    }
}
