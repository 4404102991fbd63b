import HotlineDomain

enum PackReleaseTable: ReadTable {
    static let name = "pack_release"
    static let columns = [
        "id", "hotline", "donor", "period", "first_at", "contents", "given", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ release: PackRelease, hotline: Int64) throws -> [SQLValue] {
        [
            .id(release.id), .integer(hotline), .text(release.donor), .text(release.period.name),
            .instant(release.first.at), .text(try EventCodec().text(release.contents)),
            .text(try EventCodec().text(release.given)), .instant(release.lastChanged.at),
            .text(release.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> PackRelease {
        guard let period = Period(row.text(3)) else { throw UnreadableRow(table: name, column: "period") }
        return PackRelease(
            id: row.id(0), period: period, contents: try EventCodec().value(PackContents.self, row.text(5)),
            given: try EventCodec().value([Stamp].self, row.text(6)), lastChanged: row.stamp(7))
    }

    /// In the order they were first given.
    static func all(_ hotline: Int64, _ connection: any Connection) throws -> [PackRelease] {
        try select("hotline = $1 ORDER BY first_at, id", [.integer(hotline)], connection)
    }
}
