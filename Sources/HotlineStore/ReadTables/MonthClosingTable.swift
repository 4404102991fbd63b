import HotlineDomain

enum MonthClosingTable: ReadTable {
    static let name = "month_closing"
    static let columns = [
        "id", "hotline", "month", "definitions", "figures", "digest", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ closing: MonthClosing, hotline: Int64) -> [SQLValue] {
        [
            .id(closing.id), .integer(hotline), .integer(closing.month.days), .integer(Int64(closing.definitions)),
            .text(closing.figures), .text(closing.digest), .instant(closing.lastChanged.at),
            .text(closing.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> MonthClosing {
        MonthClosing(
            id: row.id(0), month: BusinessDate(days: row.integer(2)), definitions: Int(row.integer(3)),
            figures: row.text(4), digest: row.text(5), lastChanged: row.stamp(6))
    }
}
