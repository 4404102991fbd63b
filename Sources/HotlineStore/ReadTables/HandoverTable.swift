import HotlineDomain

enum HandoverTable: ReadTable {
    static let name = "handover"
    static let columns = [
        "id", "hotline", "shift", "from_operator", "begun_at", "status", "items", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ handover: Handover, hotline: Int64) throws -> [SQLValue] {
        [
            .id(handover.id), .integer(hotline), .id(handover.shift), .text(handover.from),
            .instant(handover.begunAt), .text(handover.status.rawValue),
            .text(try EventCodec().text(handover.items)), .instant(handover.lastChanged.at),
            .text(handover.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Handover {
        Handover(
            id: row.id(0), shift: row.id(2), from: row.text(3), begunAt: row.instant(4),
            status: try row.value(5, name, "status"),
            items: try EventCodec().value([HandoverItem].self, row.text(6)), lastChanged: row.stamp(7))
    }
}
