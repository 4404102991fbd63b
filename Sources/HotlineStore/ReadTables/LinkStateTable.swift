import HotlineDomain

enum LinkStateTable: ReadTable {
    static let name = "link_state"
    static let columns = [
        "id", "hotline", "source", "state", "trouble", "began_at", "ended_at", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ link: LinkState, hotline: Int64) -> [SQLValue] {
        [
            .id(link.id), .integer(hotline), .text(link.source), .text(link.state.rawValue), .text(link.trouble),
            .instant(link.beganAt), .instant(link.endedAt), .instant(link.lastChanged.at),
            .text(link.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> LinkState {
        LinkState(
            id: row.id(0), source: row.text(2), state: try row.value(3, name, "state"), trouble: row.textOrNil(4),
            beganAt: row.instant(5), endedAt: row.instantOrNil(6), lastChanged: row.stamp(7))
    }
}
