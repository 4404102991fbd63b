import HotlineDomain

enum OperatorStateTable: ReadTable {
    static let name = "operator_state"
    static let columns = [
        "id", "hotline", "operator", "source", "state", "reason", "began_at", "ended_at", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ state: OperatorState, hotline: Int64) -> [SQLValue] {
        [
            .id(state.id), .integer(hotline), .text(state.operatorCode), .text(state.source), .text(state.state),
            .text(state.reason), .instant(state.beganAt), .instant(state.endedAt), .instant(state.lastChanged.at),
            .text(state.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> OperatorState {
        OperatorState(
            id: row.id(0), operatorCode: row.text(2), source: row.text(3), state: row.text(4),
            reason: row.textOrNil(5), beganAt: row.instant(6), endedAt: row.instantOrNil(7),
            lastChanged: row.stamp(8))
    }
}
