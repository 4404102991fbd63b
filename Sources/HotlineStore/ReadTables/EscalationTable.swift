import HotlineDomain

enum EscalationTable: ReadTable {
    static let name = "escalation"
    static let columns = [
        "id", "hotline", "call", "call_number", "raised_by", "raised_at", "business_date", "status", "kept_by",
        "assignee", "acknowledged_at", "outcome", "opened_case", "reason", "resolved_at", "answers",
        "place", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ escalation: Escalation, hotline: Int64) throws -> [SQLValue] {
        [
            .id(escalation.id), .integer(hotline), .id(escalation.call), .text(escalation.callNumber),
            .text(escalation.raisedBy), .instant(escalation.raisedAt), .integer(escalation.businessDate.days),
            .text(escalation.status.rawValue), .text(escalation.keptBy), .text(escalation.assignee),
            .instant(escalation.acknowledgedAt), .text(escalation.outcome), .id(escalation.openedCase),
            .id(escalation.reason), .instant(escalation.resolvedAt),
            .text(try EventCodec().text(escalation.answers)), .id(escalation.place),
            .instant(escalation.lastChanged.at), .text(escalation.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Escalation {
        Escalation(
            id: row.id(0), call: row.id(2), callNumber: row.text(3), raisedBy: row.text(4),
            raisedAt: row.instant(5), businessDate: BusinessDate(days: row.integer(6)),
            status: try row.value(7, name, "status"), keptBy: row.text(8), assignee: row.textOrNil(9),
            acknowledgedAt: row.instantOrNil(10), outcome: row.textOrNil(11), openedCase: row.idOrNil(12),
            reason: row.idOrNil(13), resolvedAt: row.instantOrNil(14),
            answers: try EventCodec().value([String: String].self, row.text(15)), place: row.idOrNil(16),
            lastChanged: row.stamp(17))
    }
}
