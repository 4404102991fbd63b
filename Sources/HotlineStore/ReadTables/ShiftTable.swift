import HotlineDomain

enum ShiftTable: ReadTable {
    static let name = "shift"
    static let columns = [
        "id", "hotline", "operator", "pattern", "business_date", "planned_start", "planned_end", "status",
        "signed_on_at", "ended_at", "unplanned_because", "substitute_for", "absent_because", "handover",
        "ended_by_supervisor", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ shift: Shift, hotline: Int64) -> [SQLValue] {
        [
            .id(shift.id), .integer(hotline), .text(shift.operatorCode), .text(shift.pattern),
            .integer(shift.businessDate.days), .instant(shift.plannedStart), .instant(shift.plannedEnd),
            .text(shift.status.rawValue), .instant(shift.signedOnAt), .instant(shift.endedAt),
            .text(shift.unplannedBecause), .id(shift.substituteFor), .text(shift.absentBecause),
            .id(shift.handover), .flag(shift.endedBySupervisor), .instant(shift.lastChanged.at),
            .text(shift.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Shift {
        Shift(
            id: row.id(0), operatorCode: row.text(2), pattern: row.textOrNil(3),
            businessDate: BusinessDate(days: row.integer(4)), plannedStart: row.instant(5),
            plannedEnd: row.instant(6), status: try row.value(7, name, "status"), signedOnAt: row.instantOrNil(8),
            endedAt: row.instantOrNil(9), unplannedBecause: row.textOrNil(10), substituteFor: row.idOrNil(11),
            absentBecause: row.textOrNil(12), handover: row.idOrNil(13), endedBySupervisor: row.flag(14),
            lastChanged: row.stamp(15))
    }
}
