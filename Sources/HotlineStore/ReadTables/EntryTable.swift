import HotlineDomain

/// Lines of the registers. What differs by kind is kept as text; what lists are
/// made by has columns of its own.
enum EntryTable: ReadTable {
    static let name = "entry"
    static let columns = [
        "id", "hotline", "kind", "status", "due", "responsible", "territory", "content", "what", "added_by",
        "added_on", "withdrawn_because", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ entry: Entry, hotline: Int64) throws -> [SQLValue] {
        var (responsible, territory): (String?, String?) = (nil, nil)
        switch entry.content {
        case .task(let task): responsible = task.responsible
        case .return(let asked): territory = asked.territory
        case .mission, .indicator: break
        }
        return [
            .id(entry.id), .integer(hotline), .text(entry.content.kind.rawValue), .text(entry.status.rawValue),
            .integer(entry.content.due?.days), .text(responsible), .text(territory),
            .text(try EventCodec().text(entry.content)), .id(entry.what), .text(entry.addedBy),
            .integer(entry.addedOn.days), .text(entry.withdrawnBecause), .instant(entry.lastChanged.at),
            .text(entry.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Entry {
        Entry(
            id: row.id(0), content: try EventCodec().value(EntryContent.self, row.text(7)),
            status: try row.value(3, name, "status"), what: row.idOrNil(8), addedBy: row.text(9),
            addedOn: BusinessDate(days: row.integer(10)), withdrawnBecause: row.textOrNil(11),
            lastChanged: row.stamp(12))
    }
}
