import HotlineDomain

enum CaseTable: ReadTable {
    static let name = "case_file"
    static let columns = [
        "id", "hotline", "number", "origin", "escalation", "received_file", "received", "opened_at", "business_date",
        "status",
        "closing_reason", "proposed_by", "as_referred", "merged_into", "referred_on", "notes",
        "field_values", "people", "tasks", "task_due", "absorbed", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ file: Case, hotline: Int64) throws -> [SQLValue] {
        let codec = EventCodec()
        var escalation: EscalationID?
        if case .escalation(let id) = file.origin { escalation = id }
        return [
            .id(file.id), .integer(hotline), .text(file.number), .text(file.origin.code), .id(escalation),
            .text(file.origin.source?.file), .text(try file.origin.source.map { try codec.text($0) }),
            .instant(file.openedAt), .integer(file.businessDate.days), .text(file.status.rawValue),
            .text(file.closing?.reason), .text(file.closing?.proposedBy),
            file.closing.map { .flag($0.asReferred) } ?? .null, .id(file.mergedInto),
            .integer(file.referredOn?.days),
            .text(file.notes.map { String($0.raw) }.joined(separator: " ")), .text(try codec.text(file.values)),
            .text(try codec.text(file.people)), .text(try codec.text(file.tasks)), .integer(file.taskDue?.days),
            .text(file.absorbed.map { String($0.raw) }.joined(separator: " ")), .instant(file.lastChanged.at),
            .text(file.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Case {
        let codec = EventCodec()
        let origin: CaseOrigin
        switch row.text(3) {
        case "escalation": origin = .escalation(id: row.id(4))
        case "walk_in": origin = .walkIn
        case "referred_in":
            origin =
                try row.textOrNil(6).map { .received(source: try codec.value(CaseSource.self, $0)) } ?? .referredIn
        default: throw UnreadableRow(table: name, column: "origin")
        }
        let closing = row.textOrNil(10).map {
            Case.Closing(reason: $0, proposedBy: row.text(11), asReferred: row.flag(12))
        }
        return Case(
            id: row.id(0), number: row.text(2), origin: origin, openedAt: row.instant(7),
            businessDate: BusinessDate(days: row.integer(8)), status: try row.value(9, name, "status"),
            closing: closing, mergedInto: row.idOrNil(13),
            referredOn: row.integerOrNil(14).map(BusinessDate.init(days:)),
            notes: ids(row.text(15)), values: try codec.value([String: CaseValue].self, row.text(16)),
            people: try codec.value([CasePerson].self, row.text(17)),
            tasks: try codec.value([CaseTask].self, row.text(18)), absorbed: ids(row.text(20)),
            lastChanged: row.stamp(21))
    }

    private static func ids<Kind>(_ text: String) -> [ID<Kind>] {
        text.split(separator: " ").compactMap { Int64($0) }.map(ID.init(raw:))
    }
}
